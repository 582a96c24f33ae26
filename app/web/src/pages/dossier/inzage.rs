//! Everything for one parent as one file to read and to print. What is in it is decided in `model::out::inzage`.

use std::collections::BTreeMap;

use leptos::prelude::*;
use model::dossier::View;
use model::out::inzage::Inzage;
use rules::text::Text;

use super::room::Room;
use crate::components::audio::joined;
use crate::components::fold::Fold;
use crate::components::picto;
use crate::i18n::{tr, use_lang};
use crate::platform::picture::as_data;
use crate::platform::{files, spawn};
use crate::texts::dossier::inzage as words;

#[component]
pub fn Everything(room: Room, guardian: StoredValue<String>) -> impl IntoView {
    view! { <Fold summary=move || tr(words::EXPORT)().into_any()><Ask room guardian /></Fold> }
}

/// Those that are on this device, each as an address that holds it.
async fn recordings(room: Room, view: &View, asked: &Inzage<'_>) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let Some(space) = room.ledger.space() else { return all };
    for one in asked.spoken() {
        let Some(pieces) = view.sound(one) else { continue };
        let Ok(sound) = joined(room.app, space, pieces).await else { continue };
        if let Some(address) = as_data(&sound.bytes, &sound.media) {
            all.insert(one.id.clone(), address);
        }
    }
    all
}

#[component]
fn Ask(room: Room, guardian: StoredValue<String>) -> impl IntoView {
    let lang = use_lang();
    let (with_others, said) = (RwSignal::new(false), RwSignal::new(None::<Text>));
    let several = room.memo(|view| view.guardians.len() > 1);
    let make = move |_| {
        let Some(view) = room.view.get_untracked() else { return };
        let log = room.read.view.get_untracked();
        let log = log.map(|log| (*log).clone()).unwrap_or_default();
        let (guardian, with_others) = (guardian.get_value(), with_others.get_untracked());
        spawn(async move {
            let none = BTreeMap::new();
            let mut asked = Inzage {
                view: &view,
                log: &log,
                guardian: &guardian,
                with_others,
                today: room.today,
                sounds: &none,
                sticker: |sticker| (picto::sticker(sticker).soft, picto::sticker(sticker).ink),
            };
            let sounds = recordings(room, &view, &asked).await;
            asked.sounds = &sounds;
            let page = asked.page();
            let made = files::download("inzage-dossier.html", "text/html", page.as_bytes());
            let _ = said.try_set(made.err().map(|_| words::NOT_MADE));
        });
    };
    view! {
        <p class="nl-paragraph">{tr(words::LEAD)}</p>
        <Show when=move || several.get()>
            <label class="check">
                <input type="checkbox" prop:checked=move || with_others.get() on:change=move |event| with_others.set(event_target_checked(&event)) />
                {tr(words::OTHERS)}
            </label>
        </Show>
        <p><button type="button" class="nl-button nl-button--secondary" on:click=make>{tr(words::MAKE)}</button></p>
        <p class="quiet" role="status">{move || said.get().map(|text| text.get(lang.get()))}</p>
    }
}
