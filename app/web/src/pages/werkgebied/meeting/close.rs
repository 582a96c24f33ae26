//! Reading back what is still open, and ending the meeting (VERG-9). Nothing that is open stops anybody.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::meeting::capture::held;
use model::meeting::minutes::{Open, read_back};
use model::meeting::{Change, Command, Phase};
use model::werkgebied;
use rules::text::Lang;

use super::Sitting;
use crate::components::day::DayField;
use crate::components::fold::Fold;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::platform::{clock, random};
use crate::texts::werkgebied::{meeting as own, report as words};

#[component]
pub fn CloseMeeting(sitting: Sitting) -> impl IntoView {
    let phase = Memo::new(move |_| sitting.phase());
    let going = move || matches!(phase.get(), Some(Phase::Going | Phase::Preparing));
    view! {
        <Show when=going>
            <Fold large=true summary=move || tr(words::READ_BACK)><ReadBack sitting /></Fold>
        </Show>
    }
}

#[component]
fn ReadBack(sitting: Sitting) -> impl IntoView {
    let lang = use_lang();
    let room = sitting.room;
    let lines = Memo::new(move |_| {
        let (id, lang, register) = (sitting.id.get(), lang.get(), room.register.get());
        sitting.of(|view| {
            let open = read_back(&id, view, &register).into_iter();
            open.map(|one| sentence(&one, view, &register, lang)).collect::<Vec<_>>()
        })
    });
    let next = sitting.memo(|view| view.next);
    let set_next = move |day| sitting.act(&Command::Set(Change::Next(day)));
    let navigate = use_navigate();
    let close = move |_| {
        if end(sitting) {
            let to = format!("/werkgebied/vergadering/{}/verslag", sitting.id.get_untracked());
            navigate(&to, Default::default());
        }
    };
    let rows = move || lines.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <p class="quiet">{tr(words::READ_BACK_WHY)}</p>
        <ul class="list">{rows}</ul>
        <Show when=move || lines.with(Vec::is_empty)><p>{tr(words::ALL_SETTLED)}</p></Show>
        <DayField label=own::NEXT_DAY hint=own::NEXT_DAY_HINT value=next on_change=set_next />
        <button type="button" class="nl-button nl-button--primary" on:click=close>
            <Drawn icon=Icon::Check /> {tr(words::CLOSE)}
        </button>
    }
}

/// Ends the meeting, tells the year planning what came up, and plans the next one.
fn end(sitting: Sitting) -> bool {
    let room = sitting.room;
    let (id, day) = (sitting.id.get_untracked(), sitting.day());
    let next = untrack(|| sitting.of(|view| view.next));
    let close = Command::Close { on: day, next, at: clock::now_ms() };
    if !sitting.done(&close) {
        return false;
    }
    let Some(view) = sitting.ledger().read() else { return true };
    let mut all = vec![held(&id, &view, &room.register.get_untracked())];
    let known = untrack(|| {
        room.of(|area| {
            let same = |(line, on): (&werkgebied::MeetingLine, chrono::NaiveDate)| {
                line.table == view.table && Some(on) == next
            };
            area.days().any(same)
        })
    });
    if let Some(on) = next.filter(|_| !known) {
        let table = view.table.clone();
        all.push(werkgebied::Command::PlanMeeting { id: random::id(), table, on });
    }
    room.done(werkgebied::Command::Together(all))
}

/// "Mist eigenaar: memo rondsturen".
fn sentence(
    open: &Open,
    view: &model::meeting::View,
    register: &model::afspraken::Register,
    lang: Lang,
) -> String {
    let what = match open {
        Open::Choose { decision } => {
            let found = register.decisions().find(|one| one.id == *decision);
            found.map(|one| one.decided.words(lang))
        }
        Open::ActionWithoutOwner { action } | Open::ActionWithoutDay { action } => {
            register.actions().find(|one| one.id == *action).map(|one| one.what.clone())
        }
        Open::Undecided { item } | Open::Unfinished { item } => {
            view.item(item).map(|one| one.called(lang))
        }
        Open::Conflicts(many) | Open::AttendanceUnknown(many) => Some(many.to_string()),
        Open::NoNextMeeting => None,
    };
    let label = open.label().get(lang);
    what.map_or_else(|| label.to_owned(), |what| format!("{label}: {what}"))
}
