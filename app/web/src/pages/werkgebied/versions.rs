//! Fields with two versions: the choice stands in the kantlijn for as long as there is one, with on which device each was
//! written. Choosing is one step that can be taken back.

use std::sync::Arc;

use leptos::prelude::*;
use model::field::Choice;
use model::{afspraken, meeting, werkgebied};

use super::room::Room;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::i18n::{tr, use_lang};
use crate::platform::page;
use crate::state::werkgebied::MeetingLedger;
use crate::texts::begroting::versions as words;

/// One of the values: its words, where it was written, and what chooses it.
pub struct Version {
    pub says: String,
    pub written: String,
    pub choose: Arc<dyn Fn() + Send + Sync>,
}

/// A field with its values; the first counts until somebody chooses.
pub struct Versions {
    pub name: String,
    pub all: Vec<Version>,
}

/// Every choice of the werkgebied that waits.
#[component]
pub fn Waiting(room: Room) -> impl IntoView {
    let lang = use_lang();
    let read = move || {
        let Some(view) = room.view.get() else { return Vec::new() };
        let (lang, here) = (lang.get(), room.area.ledger.device());
        let one = |conflict: &werkgebied::Conflict| Versions {
            name: conflict.field.name(&view, lang),
            all: versions(&conflict.choices, |choice| Version {
                says: conflict.value(choice, &view, lang),
                written: choice.written(here, lang),
                choose: {
                    let (field, write) = (conflict.field.clone(), choice.write.clone());
                    Arc::new(move || {
                        let (field, write) = (field.clone(), write.clone());
                        room.act(werkgebied::Command::Choose { field, write });
                    })
                },
            }),
        };
        view.conflicts.iter().map(one).collect()
    };
    let any = room.memo(|view| !view.conflicts.is_empty());
    view! { <Show when=move || any.get()><InMargin read /></Show> }
}

/// Every choice of a meeting that waits.
#[component]
pub fn WaitingInMeeting(room: Room, ledger: MeetingLedger) -> impl IntoView {
    let lang = use_lang();
    let read = move || {
        let Some(view) = ledger.view.get() else { return Vec::new() };
        let (lang, here) = (lang.get(), ledger.device());
        let one = |conflict: &meeting::Conflict| Versions {
            name: conflict.field.name(&view, lang),
            all: versions(&conflict.choices, |choice| Version {
                says: conflict.value(choice, &view, lang),
                written: choice.written(here, lang),
                choose: {
                    let (field, write) = (conflict.field.clone(), choice.write.clone());
                    Arc::new(move || {
                        let (field, write) = (field.clone(), write.clone());
                        room.run(ledger, &meeting::Command::Choose { field, write });
                    })
                },
            }),
        };
        view.conflicts.iter().map(one).collect()
    };
    let any = Memo::new(move |_| {
        ledger.view.with(|view| view.as_ref().is_some_and(|view| !view.conflicts.is_empty()))
    });
    view! { <Show when=move || any.get()><InMargin read /></Show> }
}

/// Every choice in what was agreed in a year that waits, decisions apart: those stand with their item.
#[component]
pub fn WaitingInYear(room: Room, year: i32) -> impl IntoView {
    let lang = use_lang();
    let ledger = room.area.year(year);
    let of_action =
        |one: &&afspraken::Conflict| matches!(one.field, afspraken::Field::Action { .. });
    let read = move || {
        let Some(view) = ledger.view.get() else { return Vec::new() };
        let (lang, here) = (lang.get(), ledger.device());
        let one = |conflict: &afspraken::Conflict| Versions {
            name: conflict.field.name(&view, lang),
            all: versions(&conflict.choices, |choice| Version {
                says: conflict.value(choice, lang),
                written: choice.written(here, lang),
                choose: {
                    let (field, write) = (conflict.field.clone(), choice.write.clone());
                    Arc::new(move || {
                        let (field, write) = (field.clone(), write.clone());
                        room.run(ledger, &afspraken::Command::Choose { field, write });
                    })
                },
            }),
        };
        view.conflicts.iter().filter(of_action).map(one).collect()
    };
    let any = Memo::new(move |_| {
        ledger.view.with(|view| {
            view.as_ref().is_some_and(|view| view.conflicts.iter().any(|one| of_action(&one)))
        })
    });
    view! { <Show when=move || any.get()><InMargin read /></Show> }
}

/// The values of a field.
pub fn versions(choices: &[Choice], one: impl Fn(&Choice) -> Version) -> Vec<Version> {
    choices.iter().map(one).collect()
}

/// In the kantlijn, for as long as it is there.
#[component]
pub fn InMargin(read: impl Fn() -> Vec<Versions> + Copy + Send + Sync + 'static) -> impl IntoView {
    if let Some(margin) = Kantlijn::get() {
        let body = move || {
            let all = move || read().into_iter().map(|one| view! { <One one /> }).collect_view();
            view! { <p class="note__text">{tr(words::LEAD)}</p> {all} }.into_any()
        };
        margin.put(Note::view(words::TITLE, body));
    }
}

#[component]
fn One(one: Versions) -> impl IntoView {
    let version = |(at, version): (usize, Version)| {
        let Version { says, written, choose } = version;
        let tap = move |_| {
            choose();
            // The button is gone with the choice; the margin is where one was.
            request_animation_frame(|| {
                let _ = page::focus("#kantlijn-kop");
            });
        };
        view! {
            <li class="versions__one">
                <bdi class="versions__value">{says.clone()}</bdi>
                " "
                {(at == 0).then(|| view! { <span class="nl-data-badge">{tr(words::COUNTS_NOW)}</span> })}
                <span class="marks">{written}</span>
                <button type="button" class="nl-button nl-button--secondary" on:click=tap>
                    {tr(words::CHOOSE)}<span class="visually-hidden">": "{says}</span>
                </button>
            </li>
        }
    };
    view! {
        <h4 class="versions__name">{one.name}</h4>
        <ul class="plain versions">{one.all.into_iter().enumerate().map(version).collect_view()}</ul>
    }
}
