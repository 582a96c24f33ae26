//! Fields of a school with two versions: the choice stands in the kantlijn, as in every room.

use std::sync::Arc;

use leptos::prelude::*;
use model::{aanbod, licht, school};

use super::money::Purse;
use super::offer::Offering;
use super::room::Room;
use crate::components::versions::{InMargin, Version, Versions, versions};
use crate::i18n::use_lang;

/// Every choice of the checklist that waits.
#[component]
pub fn Waiting(room: Room) -> impl IntoView {
    let lang = use_lang();
    let read = move || {
        let Some(view) = room.view.get() else { return Vec::new() };
        let (lang, here) = (lang.get(), room.ledger().device());
        let one = |conflict: &school::Conflict| Versions {
            name: conflict.field.name(&view, lang),
            all: versions(&conflict.choices, |choice| Version {
                says: conflict.value(choice, lang),
                written: choice.written(here, lang),
                choose: {
                    let (field, write) = (conflict.field.clone(), choice.write.clone());
                    Arc::new(move || {
                        let (field, write) = (field.clone(), write.clone());
                        room.act(school::Command::Choose { field, write });
                    })
                },
            }),
        };
        view.conflicts.iter().map(one).collect()
    };
    let any = room.memo(|view| !view.conflicts.is_empty());
    view! { <Show when=move || any.get()><InMargin read /></Show> }
}

/// Every choice of the offer that waits.
#[component]
pub fn WaitingInOffer(offering: Offering) -> impl IntoView {
    let lang = use_lang();
    let read = move || {
        let Some(view) = offering.view.get() else { return Vec::new() };
        let (lang, here) = (lang.get(), offering.ledger().device());
        let one = |conflict: &aanbod::Conflict| Versions {
            name: conflict.field.name(lang),
            all: versions(&conflict.choices, |choice| Version {
                says: conflict.value(choice, lang),
                written: choice.written(here, lang),
                choose: {
                    let (field, write) = (conflict.field.clone(), choice.write.clone());
                    Arc::new(move || {
                        let (field, write) = (field.clone(), write.clone());
                        offering
                            .room
                            .ran(offering.ledger(), &aanbod::Command::Choose { field, write });
                    })
                },
            }),
        };
        view.conflicts.iter().map(one).collect()
    };
    let any = offering.memo(|view| !view.conflicts.is_empty());
    view! { <Show when=move || any.get()><InMargin read /></Show> }
}

/// Every choice of the money that waits.
#[component]
pub fn WaitingInMoney(purse: Purse) -> impl IntoView {
    let lang = use_lang();
    let read = move || {
        let Some(view) = purse.view.get() else { return Vec::new() };
        let (lang, here) = (lang.get(), purse.ledger().device());
        let one = |conflict: &licht::Conflict| Versions {
            name: conflict.field.name(&view, lang),
            all: versions(&conflict.choices, |choice| Version {
                says: conflict.value(choice, lang),
                written: choice.written(here, lang),
                choose: {
                    let (field, write) = (conflict.field.clone(), choice.write.clone());
                    Arc::new(move || {
                        let (field, write) = (field.clone(), write.clone());
                        purse.done(&licht::Command::Choose { field, write });
                    })
                },
            }),
        };
        view.conflicts.iter().map(one).collect()
    };
    let any = purse.memo(|view| !view.conflicts.is_empty());
    view! { <Show when=move || any.get()><InMargin read /></Show> }
}
