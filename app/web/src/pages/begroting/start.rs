//! Before there is a budget: whose, and from which year. One next step.

use chrono::Datelike;
use leptos::prelude::*;
use rules::budget::Sector;
use rules::budget::baseline::{from_region, of_sector};
use rules::notation::read_count;
use rules::region::{Region, regions};
use rules::text::Text;

use super::sector::{Partnership, WhichSector, WorkedOut};
use super::which::{MayOnlyRead, WhichBudget};
use super::work::Work;
use crate::components::field::{Field, Kind};
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::page::Page;
use crate::components::unique::unique;
use crate::i18n::{tr, tr_maybe, tr_signal, use_lang};
use crate::platform::clock;
use crate::texts::begroting::{self as words, start};
use crate::texts::shell;

/// The years that the present funding system and a person can oversee.
const YEARS: std::ops::RangeInclusive<i64> = 2023..=2040;

#[component]
pub fn Start(work: Work) -> impl IntoView {
    let lang = use_lang();
    let all = StoredValue::new(regions().unwrap_or_default());
    let other = beside(work, &all.get_value());
    let is_free = other.is_none();
    let (first, second) = other.unwrap_or_default();
    let (chosen, sector) = (RwSignal::new(first), RwSignal::new(second));
    let region = Signal::derive(move || all.with_value(|all| all.get(chosen.get()).cloned()));
    let year = RwSignal::new(i64::from(clock::today().year() + 1));
    let typed = RwSignal::new(year.get_untracked().to_string());
    let problem = RwSignal::new(None::<Text>);
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(start::NOTE, start::NOTE_BODY));
        let shown = Signal::derive(move || {
            let all = region.with(|region| region.as_ref().map(|r| r.sectors.clone()));
            let all = all.unwrap_or_default();
            if all.len() > 1 { sector.get() } else { all.first().copied().unwrap_or_default() }
        });
        let body = move || view! { <WorkedOut sector=shown /> }.into_any();
        kantlijn.put(Note::view(words::sector::WORKED_OUT, body));
    }
    let take_year = move |text: String| {
        let read = read_count(&text, lang.get_untracked()).ok().filter(|year| YEARS.contains(year));
        problem.set(read.is_none().then_some(start::YEAR_WRONG));
        typed.set(text);
        if let Some(read) = read {
            year.set(read);
        }
    };
    let first_name = start::FIRST_SCENARIO;
    let begin = move |_| {
        let first = i32::try_from(year.get_untracked()).unwrap_or_default();
        let made = all.with_value(|all| {
            let region = all.get(chosen.get_untracked())?;
            let sector = Some(sector.get_untracked()).filter(|one| region.sectors.contains(one));
            Some(match sector {
                Some(sector) => of_sector(region, sector, first),
                None => from_region(region, first),
            })
        });
        if let Some(baseline) = made.filter(|_| problem.get_untracked().is_none()) {
            work.begin(baseline, first_name.get(lang.get_untracked()));
        }
    };
    view! {
        <Page title=tr_signal(shell::BEGROTING)>
            <p class="budget__exercise">{tr(words::EXERCISE)}</p>
            <p class="nl-paragraph nl-paragraph--lead">{tr(start::LEAD)}</p>
            <WhichBudget work />
            <MayOnlyRead work />
            <Partnership work />
            <Show when=move || is_free>
                <Whose regions=all.get_value() chosen />
                <WhichSector region sector />
            </Show>
            <Field
                label=start::FIRST_YEAR
                hint=start::FIRST_YEAR_HINT
                kind=Kind::Number
                value=typed
                error=tr_maybe(move || problem.get())
                on_change=take_year
            />
            <p>
                <button type="button" class="nl-button nl-button--primary" on:click=begin>
                    {tr(start::BEGIN)} <Drawn icon=Icon::Forward />
                </button>
            </p>
        </Page>
    }
    .into_any()
}

/// The region and sector that are left when the other partnership of a plan has its budget already.
fn beside(work: Work, all: &[Region]) -> Option<(usize, Sector)> {
    let (slug, sector) = untrack(|| work.begun()).into_iter().flatten().next()?;
    Some((all.iter().position(|region| region.slug == slug)?, sector.other()))
}

#[component]
fn Whose(regions: Vec<Region>, chosen: RwSignal<usize>) -> impl IntoView {
    let group = unique("verband");
    let options = regions.into_iter().enumerate().map(|(at, region)| {
        let group = group.clone();
        view! {
            <label class="pick">
                <input
                    type="radio"
                    class="pick__input"
                    name=group
                    prop:checked=move || chosen.get() == at
                    on:change=move |_| chosen.set(at)
                />
                <span class="pick__name">{region.name}<span class="pick__more">{region.plan.title}</span></span>
            </label>
        }
    });
    view! {
        <fieldset class="picks">
            <legend class="segmented__legend">{tr(start::WHOSE)}</legend>
            <p class="utrecht-form-field-description">{tr(start::WHOSE_HINT)}</p>
            {options.collect_view()}
        </fieldset>
    }
}
