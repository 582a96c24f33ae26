//! Delen en verzenden: how it stands, the spaces, the ways to hand on and take over, a copy, and what the device says.

use leptos::prelude::*;

use crate::components::copies::{BringCopyIn, SaveCopy};
use crate::components::facts::DeviceFacts;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::opening::WhenReady;
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::pages::sign_in::Offered;
use crate::state::AppState;
use crate::texts::sharing::overview;
use crate::texts::{share as words, shell};

pub mod lost;
pub mod spaces;
pub mod standing;
pub mod ways;

#[component]
pub fn Share() -> impl IntoView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(overview::NOTE, overview::NOTE_BODY));
        kantlijn.put(Note::text(words::NOTE, words::NOTE_BODY));
    }
    view! {
        <Page title=tr_signal(shell::SHARE)>
            {AppState::get().map(|app| view! {
                <WhenReady>
                    <standing::HowItStands app />
                    <spaces::Spaces app />
                    <spaces::Unopened app />
                    <lost::OwnDevices app />
                    <ways::Ways />
                    <Offered app />
                </WhenReady>
                <Copies app />
                <DeviceFacts app />
            })}
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
