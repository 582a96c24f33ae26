//! Everything for one parent as one file to read and to print. What is in it is decided in `model::out::inzage`.

use leptos::prelude::*;
use model::out::inzage::Inzage;
use rules::text::Text;

use super::room::Room;
use crate::components::fold::Fold;
use crate::i18n::{tr, use_lang};
use crate::platform::files;
use crate::texts::dossier::inzage as words;

#[component]
pub fn Everything(room: Room, guardian: StoredValue<String>) -> impl IntoView {
    view! { <Fold summary=move || tr(words::EXPORT)().into_any()><Ask room guardian /></Fold> }
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
        let page = guardian.with_value(|guardian| {
            let (with_others, today) = (with_others.get_untracked(), room.today);
            Inzage { view: &view, log: &log, guardian, with_others, today }.page()
        });
        let made = files::download("inzage-dossier.html", "text/html", page.as_bytes());
        said.set(made.err().map(|_| words::NOT_MADE));
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
