//! Fields of a school with two versions: the choice stands in the kantlijn, as in every room.

use std::sync::Arc;

use leptos::prelude::*;
use model::school::{Command, Conflict};

use super::room::Room;
use crate::i18n::use_lang;
use crate::pages::werkgebied::versions::{InMargin, Version, Versions, versions};

/// Every choice of the checklist that waits.
#[component]
pub fn Waiting(room: Room) -> impl IntoView {
    let lang = use_lang();
    let read = move || {
        let Some(view) = room.view.get() else { return Vec::new() };
        let (lang, here) = (lang.get(), room.ledger().device());
        let one = |conflict: &Conflict| Versions {
            name: conflict.field.name(&view, lang),
            all: versions(&conflict.choices, |choice| Version {
                says: conflict.value(choice, lang),
                written: choice.written(here, lang),
                choose: {
                    let (field, write) = (conflict.field.clone(), choice.write.clone());
                    Arc::new(move || {
                        let (field, write) = (field.clone(), write.clone());
                        room.act(Command::Choose { field, write });
                    })
                },
            }),
        };
        view.conflicts.iter().map(one).collect()
    };
    let any = room.memo(|view| !view.conflicts.is_empty());
    view! { <Show when=move || any.get()><InMargin read /></Show> }
}
