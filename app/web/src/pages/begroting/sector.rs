//! Two partnerships that make one plan: which one's budget lies open, and what is worked out for its sector.

use leptos::prelude::*;
use rules::budget::Sector;
use rules::region::{Region, regions};
use rules::text::Text;

use super::work::Work;
use crate::components::segmented::Segmented;
use crate::i18n::{tr, use_lang};
use crate::texts::begroting::sector as words;

/// The choice between the two budgets, once one of them is of a region with two partnerships.
#[component]
pub fn Partnership(work: Work) -> impl IntoView {
    // The region files are read when a budget is begun, not at every step of a lever.
    let begun = Memo::new(move |_| work.begun());
    let sectors = Memo::new(move |_| begun.with(both));
    let strip = move || {
        let [first, second] = sectors.get()?;
        let choices = vec![(0, first.title()), (1, second.title())];
        let chosen = Signal::derive(move || work.which());
        Some(view! {
            <Segmented legend=words::WHICH hint=words::WHICH_HINT choices chosen on_choose=move |which| work.take_up(which) />
        })
    };
    view! { {strip} }
}

/// The sector of the first and of the second budget, where there can be two.
fn both(begun: &[Option<(String, Sector)>; 2]) -> Option<[Sector; 2]> {
    let [first, second] = begun;
    let known = first.as_ref().map(|(region, sector)| (region, *sector));
    let (region, sector) = known.or_else(|| second.as_ref().map(|(r, s)| (r, s.other())))?;
    let shared = second.is_some() || is_shared(region);
    shared.then(|| [sector, second.as_ref().map_or(sector.other(), |(_, sector)| *sector)])
}

fn is_shared(slug: &str) -> bool {
    let all = regions().unwrap_or_default();
    all.iter().any(|region| region.slug == slug && region.sectors.len() > 1)
}

/// Before there is a budget: for which of the two partnerships. Nothing where a region has one.
#[component]
pub fn WhichSector(region: Signal<Option<Region>>, sector: RwSignal<Sector>) -> impl IntoView {
    let shared =
        Memo::new(move |_| region.with(|r| r.as_ref().is_some_and(|r| r.sectors.len() > 1)));
    let choices = || [Sector::Po, Sector::Vo].map(|one| (one, one.title())).to_vec();
    view! {
        <Show when=move || shared.get()>
            <Segmented legend=words::WHICH hint=words::WHICH_HINT choices=choices() chosen=sector on_choose=move |to| sector.set(to) />
        </Show>
    }
}

/// What the simulation holds for a sector, and what it does not.
#[component]
pub fn WorkedOut(#[prop(into)] sector: Signal<Sector>) -> impl IntoView {
    let lang = use_lang();
    let text = move |po: Text, vo: Text| {
        move || if sector.get() == Sector::Po { po } else { vo }.get(lang.get())
    };
    view! {
        <p class="note__text"><b>{tr(words::IN)}": "</b>{text(words::PO_IN, words::VO_IN)}</p>
        <p class="note__text"><b>{tr(words::OUT)}": "</b>{text(words::PO_OUT, words::VO_OUT)}</p>
    }
}
