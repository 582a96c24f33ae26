//! Delen en verzenden: what is on this device and how safe it is, a copy out and a copy in. Sending comes later.

use leptos::prelude::*;

use crate::components::copies::{BringCopyIn, SaveCopy};
use crate::components::facts::DeviceFacts;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::state::AppState;
use crate::texts::{share as words, shell};

#[component]
pub fn Share() -> impl IntoView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::NOTE, words::NOTE_BODY));
    }
    view! {
        <Page title=tr_signal(shell::SHARE)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            {AppState::get().map(|app| view! { <Copies app /> <DeviceFacts app /> })}
            <h2 class="nl-heading nl-heading--level-2">{tr(words::SENDING)}</h2>
            <p class="nl-paragraph">{tr(words::SENDING_BODY)}</p>
        </Page>
    }
}

#[component]
fn Copies(app: AppState) -> impl IntoView {
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::COPY)}</h2>
        <p class="nl-paragraph">{tr(words::COPY_BODY)}</p>
        <SaveCopy app />
        <h2 class="nl-heading nl-heading--level-2">{tr(words::RESTORE)}</h2>
        <p class="nl-paragraph">{tr(words::RESTORE_BODY)}</p>
        <BringCopyIn app />
    }
}
