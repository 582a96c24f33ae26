//! Actions: those that this meeting made on the item that is on, and the form for a new one.

use chrono::NaiveDate;
use leptos::prelude::*;
use model::afspraken::{Command, MyAction, NewAction};
use rules::text::Text;

use super::Sitting;
use super::capture::Capture;
use crate::components::choose::Choose;
use crate::components::day::DayField;
use crate::components::field::Field;
use crate::i18n::{tr, use_lang};
use crate::pages::werkgebied::action::ActionList;
use crate::platform::random;
use crate::texts::general;
use crate::texts::werkgebied::capture as words;

/// The actions of this meeting on one item.
#[component]
pub fn ActionsHere(sitting: Sitting, id: StoredValue<String>) -> impl IntoView {
    let room = sitting.room;
    let found = Memo::new(move |_| {
        let (register, meeting) = (room.register.get(), sitting.id.get());
        let on = register.actions_of(&meeting).filter(|one| {
            one.dropped.is_none() && id.with_value(|id| one.item.as_deref() == Some(id))
        });
        let listed = |action: &std::sync::Arc<model::afspraken::Action>| MyAction {
            late: action.is_late(room.today),
            soon: false,
            carried: 0,
            action: action.clone(),
        };
        on.map(listed).collect::<Vec<_>>()
    });
    view! { <ActionList room actions=found /> }
}

/// What, who and by when. Nobody and no day may be said later: the list says what is missing.
#[component]
pub fn NewActionForm(sitting: Sitting, capture: Capture) -> impl IntoView {
    let lang = use_lang();
    let room = sitting.room;
    let made = untrack(|| {
        let now = sitting.of(|view| view.now.clone());
        let subject = sitting.subject(now.as_deref());
        let (view, area) = (sitting.view.get()?, room.view.get()?);
        Some(view.new_action(subject, sitting.day(), "", None, &area))
    });
    let Some(made) = made else { return ().into_any() };
    let what = RwSignal::new(String::new());
    let who = RwSignal::new(String::new());
    let due = RwSignal::new(made.due);
    let wrong = RwSignal::new(None::<Text>);
    let is_casus = made.subject.casus;
    let made = StoredValue::new(made);
    let people = Signal::derive(move || {
        let none = (String::new(), words::NOBODY.get(lang.get()).to_owned());
        let all = sitting.of(|view| {
            view.people.iter().map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
        });
        std::iter::once(none).chain(all).collect::<Vec<_>>()
    });
    let save = move |_| {
        let id = who.get_untracked();
        let name = untrack(|| sitting.of(|view| view.person(&id).map(|one| one.name.clone())));
        let action = NewAction {
            what: what.get_untracked().trim().to_owned(),
            who: Some(id).filter(|id| !id.is_empty()),
            who_name: name.unwrap_or_default(),
            due: due.get_untracked(),
            ..made.get_value()
        };
        if room.ran(sitting.year(), &Command::AddAction { id: random::id(), action }) {
            room.said.set(Some(words::NOTED));
            capture.close();
        } else {
            wrong.set(room.problem.get_untracked());
        }
    };
    let set_due = move |day: Option<NaiveDate>| due.set(day);
    view! {
        <div class="form">
            <h2 class="nl-heading nl-heading--level-3 form__title">{tr(words::NEW_ACTION)}</h2>
            {is_casus.then(|| view! { <p class="quiet">{tr(words::CASUS)}</p> })}
            <Field label=words::WHAT value=what error=crate::i18n::tr_maybe(move || wrong.get()) on_change=move |text| what.set(text) />
            <div class="row">
                <Choose label=words::WHO options=people chosen=who on_choose=move |id| who.set(id) />
                <DayField label=words::DUE value=due on_change=set_due />
            </div>
            <div class="actions">
                <button type="button" class="nl-button nl-button--primary" on:click=save>{tr(words::SAVE_ACTION)}</button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| capture.close()>{tr(general::CLOSE)}</button>
            </div>
        </div>
    }
    .into_any()
}
