//! Fields with two versions: the choice stands in the kantlijn for as long as there is one. Choosing is one step that can
//! be taken back.

use std::sync::Arc;

use leptos::prelude::*;
use model::{leerlingenraad, tekening};

use super::room::Room;
use crate::components::versions::{InMargin, Version, Versions, versions};
use crate::i18n::use_lang;

/// Every choice of the councils and of the tekening that waits.
#[component]
pub fn Waiting(room: Room) -> impl IntoView {
    let lang = use_lang();
    let of_councils = move || {
        let Some(view) = room.view.get() else { return Vec::new() };
        let (lang, here) = (lang.get(), room.voices.councils.device());
        let one = |conflict: &leerlingenraad::Conflict| Versions {
            name: conflict.field.name(&view, lang),
            all: versions(&conflict.choices, |choice| Version {
                says: conflict.value(choice, lang),
                written: choice.written(here, lang),
                choose: {
                    let (field, write) = (conflict.field.clone(), choice.write.clone());
                    Arc::new(move || {
                        let (field, write) = (field.clone(), write.clone());
                        room.act(leerlingenraad::Command::Choose { field, write });
                    })
                },
            }),
        };
        view.conflicts.iter().map(one).collect()
    };
    let of_tekening = move || {
        let Some(view) = room.tekening.get() else { return Vec::new() };
        let ledger = room.voices.tekening;
        let (lang, here) = (lang.get(), ledger.device());
        let one = |conflict: &tekening::Conflict| Versions {
            name: conflict.field.name(&view, lang),
            all: versions(&conflict.choices, |choice| Version {
                says: conflict.value(choice, lang),
                written: choice.written(here, lang),
                choose: {
                    let (field, write) = (conflict.field.clone(), choice.write.clone());
                    Arc::new(move || {
                        let (field, write) = (field.clone(), write.clone());
                        room.ran(ledger, &tekening::Command::Choose { field, write });
                    })
                },
            }),
        };
        view.conflicts.iter().map(one).collect()
    };
    let any = room.memo(|view| !view.conflicts.is_empty());
    let any_drawn = Memo::new(move |_| {
        room.tekening.with(|view| view.as_ref().is_some_and(|view| !view.conflicts.is_empty()))
    });
    view! {
        <Show when=move || any.get()><InMargin read=of_councils /></Show>
        <Show when=move || any_drawn.get()><InMargin read=of_tekening /></Show>
    }
}
