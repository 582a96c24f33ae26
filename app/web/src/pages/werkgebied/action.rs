//! One action wherever it stands: done is one tap, and one tap takes it back.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use leptos_router::components::A;
use model::afspraken::{Action, ActionChange, Command, MyAction};
use rules::notation::date;
use rules::text::Lang;

use super::room::Room;
use crate::components::add_line::AddLine;
use crate::components::choose::Choose;
use crate::components::day::DayField;
use crate::components::field::Field;
use crate::i18n::{tr, use_lang};
use crate::state::werkgebied::{Area, YearLedger};
use crate::texts::werkgebied::{actions as words, members};

/// The document in which an action stands: that of the year in which it was agreed.
fn ledger_of(area: Area, action: &Action, today: NaiveDate) -> YearLedger {
    area.year(action.on.unwrap_or(today).year())
}

/// Actions of the werkgebied that lies open.
#[component]
pub fn ActionList(room: Room, #[prop(into)] actions: Signal<Vec<MyAction>>) -> impl IntoView {
    view! { <ActionsOf room area=room.area actions where_from=None /> }
}

/// Actions of any werkgebied, with its name where it is another.
#[component]
pub fn ActionsOf(
    room: Room,
    area: Area,
    actions: Signal<Vec<MyAction>>,
    where_from: Option<Signal<String>>,
) -> impl IntoView {
    // What was just done stays in sight, to take it back.
    let done = RwSignal::new(Vec::<Arc<Action>>::new());
    let ids = Memo::new(move |_| {
        let open = actions.get().into_iter().map(|one| one.action.id.clone());
        let done = done.with(|all| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
        let mut ids: Vec<String> = open.collect();
        ids.extend(done.into_iter().filter(|id| !ids.contains(id)).collect::<Vec<_>>());
        ids
    });
    let row = move |id: String| {
        let id = StoredValue::new(id);
        let action = Memo::new(move |_| {
            id.with_value(|id| {
                actions.with(|all| all.iter().find(|one| one.action.id == *id).cloned())
            })
        });
        view! { <One room area id action done where_from /> }
    };
    view! { <ul class="todo"><For each=move || ids.get() key=|id| id.clone() children=row /></ul> }
}

#[component]
fn One(
    room: Room,
    area: Area,
    id: StoredValue<String>,
    action: Memo<Option<MyAction>>,
    done: RwSignal<Vec<Arc<Action>>>,
    where_from: Option<Signal<String>>,
) -> impl IntoView {
    let lang = use_lang();
    let register = area.register;
    // Also after it left the list: as the register has it.
    let kept = Memo::new(move |_| {
        register.with(|all| id.with_value(|id| all.actions().find(|one| one.id == *id).cloned()))
    });
    let is_done = move || kept.with(|one| one.as_ref().is_some_and(|one| one.done.is_some()));
    let set = move |change: ActionChange| {
        let Some(one) = kept.get_untracked() else { return };
        let ledger = ledger_of(area, &one, room.today);
        room.run(ledger, &Command::SetAction { id: one.id.clone(), change });
    };
    let tick = move |on: bool| {
        if let Some(one) = kept.get_untracked() {
            done.update(|all| {
                all.retain(|other| other.id != one.id);
                if on {
                    all.push(one.clone());
                }
            });
        }
        set(ActionChange::Done(on.then_some(room.today)));
    };
    let what = Signal::derive(move || {
        kept.with(|one| one.as_ref().map(|one| one.what.clone()).unwrap_or_default())
    });
    let about = move || {
        kept.with(|one| {
            let one = one.as_ref()?;
            let listed = action.with(|all| all.clone());
            Some(about(one, listed.as_ref(), lang.get()))
        })
    };
    let late = move || action.with(|one| one.as_ref().is_some_and(|one| one.late));
    view! {
        <li class="todo__one" class:todo__one--done=is_done class:todo__one--late=late>
            <label class="check todo__check">
                <input type="checkbox" prop:checked=is_done on:change=move |event| tick(event_target_checked(&event)) />
                <span class="todo__what">{what}</span>
            </label>
            <p class="todo__about">{about} {where_from.map(|name| view! { ", " {name} })}</p>
            <Show when=is_done>
                <p class="todo__about" role="status">
                    {tr(words::DONE)} " "
                    <button type="button" class="nl-button nl-button--subtle" on:click=move |_| tick(false)>
                        {tr(words::UNDO)}<span class="visually-hidden">": "{what}</span>
                    </button>
                </p>
            </Show>
            <Change room kept set=Callback::new(set) what />
        </li>
    }
}

/// Who, when, what, or not needed any more.
#[component]
fn Change(
    room: Room,
    kept: Memo<Option<Arc<Action>>>,
    set: Callback<ActionChange>,
    what: Signal<String>,
) -> impl IntoView {
    let who = Signal::derive(move || {
        kept.with(|one| one.as_ref().and_then(|one| one.who.clone()).unwrap_or_default())
    });
    let due = Signal::derive(move || kept.with(|one| one.as_ref().and_then(|one| one.due)));
    let choose = move |id: String| {
        let name = room.of(|view| view.person(&id).map(|one| one.name.clone()));
        let id = Some(id).filter(|id| !id.is_empty());
        set.run(ActionChange::Who { id, name: name.unwrap_or_default() });
    };
    let drop_it = move |text: String| {
        set.run(ActionChange::Dropped(Some(text)));
        true
    };
    let from = move || {
        let meeting = kept.with(|one| one.as_ref().map(|one| one.meeting.clone()));
        meeting.map(|id| format!("/werkgebied/vergadering/{id}/verslag"))
    };
    view! {
        <details class="more">
            <summary class="more__open">{tr(members::CHANGE)}<span class="visually-hidden">" "{what}</span></summary>
            <Field label=words::WHAT value=what on_change=move |text| set.run(ActionChange::What(text)) />
            <div class="row">
                <Choose label=words::WHO options=room.people_options(words::NOBODY) chosen=who on_choose=choose />
                <DayField label=words::DUE value=due on_change=move |day| set.run(ActionChange::Due(day)) />
            </div>
            <AddLine label=words::DROP hint=words::DROP_HINT about=what on_add=drop_it />
            {move || from().map(|href| view! { <A href=href attr:class="nl-link">{tr(words::FROM)}</A> })}
        </details>
    }
}

/// "Anna, voor 11 maart 2027, te laat", as far as it is known.
pub fn about(action: &Action, listed: Option<&MyAction>, lang: Lang) -> String {
    let who = match action.who_name.as_str() {
        "" => words::NO_OWNER.get(lang).to_owned(),
        name => name.to_owned(),
    };
    let due = match action.due {
        Some(due) => format!("{} {}", words::BEFORE.get(lang), date(due, lang)),
        None => words::NO_DAY.get(lang).to_owned(),
    };
    let late = listed.filter(|one| one.late).map(|_| words::LATE.get(lang).to_owned());
    let carried = listed.filter(|one| one.carried > 0);
    let carried = carried.map(|one| format!("{} {}×", words::CARRIED.get(lang), one.carried));
    [Some(who), Some(due), late, carried].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
