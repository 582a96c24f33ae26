//! Fields with two versions: the choice stands in the kantlijn for as long as there is one, with on which device each was
//! written. Choosing is one step that can be taken back.

use std::sync::Arc;

use leptos::prelude::*;
use model::{afspraken, meeting, werkgebied};

use super::room::Room;
use crate::components::versions::{InMargin, Version, Versions, versions};
use crate::i18n::use_lang;
use crate::state::werkgebied::MeetingLedger;

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
