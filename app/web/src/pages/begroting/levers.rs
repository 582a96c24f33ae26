//! The levers by group, each in its own unit (BUD-1).

use leptos::prelude::*;
use model::budget::Field;
use rules::budget::present::Limits;
use rules::budget::{Group, Lever as About, LeverKey, Span as Reach, Unit, levers};
use rules::text::Text;

use super::versions::Mark;
use super::work::Work;
use crate::components::lever::{Lever, Span};
use crate::components::segmented::Segmented;
use crate::i18n::tr;
use crate::texts::begroting::choices as words;

/// How many levers of a group are in sight before one asks for more.
const IN_SIGHT: usize = 5;

/// The levers of one group. The first few are in sight; the rest opens on request, and at once when one was turned.
#[component]
pub fn Levers(work: Work, group: Group, year: RwSignal<Option<i32>>) -> impl IntoView {
    let sector = work.baseline.with_untracked(|base| base.sector);
    let fits = |lever: &&'static About| {
        lever.group == group && lever.sector.is_none_or(|one| one == sector)
    };
    let all: Vec<&'static About> = levers().iter().filter(fits).collect();
    let (first, more) = all.split_at(all.len().min(IN_SIGHT));
    let draw = move |about: &'static About| view! { <OneLever work about year /> };
    let turned = {
        let more = more.to_vec();
        move || {
            work.scenario.with_untracked(|s| {
                more.iter().any(|about| s.changes.keys().any(|key| key.lever == about.lever))
            })
        }
    };
    let hidden = (!more.is_empty()).then(|| {
        let drawn = more.iter().map(|about| draw(about)).collect_view();
        view! {
            <details class="levers__more" open=turned()>
                <summary>{tr(words::SHOW_MORE)}" ("{more.len()}")"</summary>
                <div class="levers">{drawn}</div>
            </details>
        }
    });
    view! {
        <div class="levers">{first.iter().map(|about| draw(about)).collect_view()}</div>
        {hidden}
    }
    .into_any()
}

#[component]
fn OneLever(work: Work, about: &'static About, year: RwSignal<Option<i32>>) -> impl IntoView {
    let key = move || match (about.span, year.get()) {
        (Reach::PerYear, Some(year)) => LeverKey::in_year(about.lever, year),
        _ => LeverKey::every_year(about.lever),
    };
    // Remembered, so that a step of one lever leaves the others alone.
    let value = Memo::new(move |_| {
        let key = key();
        work.scenario.with(|scenario| match key.year {
            Some(year) => scenario.value(about.lever, year),
            None => scenario.changes.get(&key).copied().unwrap_or(about.default),
        })
    });
    let turn = move |to| work.turn(untrack(key), to);
    let field = Signal::derive(move || Field::lever(&work.open_id().unwrap_or_default(), key()));
    if let Unit::Choice(names) = about.unit {
        return view! { <Choice about names value=value.into() turn /> <Mark work field /> }
            .into_any();
    }
    let limits = Limits::of_lever(about);
    let span = Span { limits, step: about.step, standard: about.default };
    // Drawn anew for another year, so that what was typed wrongly for one year does not stand at the other.
    let per_year = Memo::new(move |_| year.get().filter(|_| about.span == Reach::PerYear));
    let draw = move || {
        per_year.track();
        view! { <Lever title=about.title hint=about.hint span value on_move=turn /> }
    };
    view! { {draw} <Mark work field /> }.into_any()
}

#[component]
fn Choice(
    about: &'static About,
    names: &'static [Text],
    value: Signal<i64>,
    turn: impl Fn(i64) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let choices = (0..).zip(names.iter().copied()).collect::<Vec<(i64, Text)>>();
    view! { <Segmented legend=about.title hint=about.hint choices chosen=value on_choose=turn /> }
}
