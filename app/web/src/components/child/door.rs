//! The way back for the adult: the tablet locks, and the adult's own PIN opens it again; on a tablet that is nobody's a tap is not
//! enough. Where it could not lock, nothing of the adult is shown.

use leptos::prelude::*;

use super::keep::Keep;
use crate::components::alert::{Alert, Tone};
use crate::components::dialog::Dialog;
use crate::components::hold::Hold;
use crate::components::icon::{Drawn, Icon};
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::platform::spawn;
use crate::state::AppState;
use crate::texts::leerlingenraad::kring as words;

#[component]
pub fn Door(keep: Keep, left: Callback<()>) -> impl IntoView {
    let open = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let is_own = keep.is_own();
    let lock = move |_| {
        spawn(async move {
            // When it succeeds the page loads anew, with nothing in it.
            if !keep.lock().await {
                let _ = failed.try_set(true);
            }
        });
    };
    let why = if is_own { words::ADULT_WHY } else { words::ADULT_SET_WHY };
    let way = move || {
        if is_own {
            view! { <button type="button" class="nl-button nl-button--primary" on:click=lock>{tr(words::ADULT_LOCK)}</button> }
                .into_any()
        } else {
            // There is no PIN on a tablet that is nobody's: a tap of a child is not enough.
            view! { <Hold name=words::ADULT_SET act=left /> }.into_any()
        }
    };
    view! {
        <p class="child__door">
            <button type="button" class="child__small" on:click=move |_| open.set(true)>
                <Drawn icon=Icon::Lock /> <span class="child__door-word">{tr(words::ADULT)}</span>
            </button>
        </p>
        <Dialog title=tr_signal(words::ADULT) open>
            <p class="nl-paragraph">{tr(why)}</p>
            <Show when=move || failed.get()><p class="voices__problem" role="alert">{tr(words::NOT_LOCKED)}</p></Show>
            <p class="actions">
                {way}
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| open.set(false)>{tr(words::ADULT_BACK)}</button>
            </p>
        </Dialog>
    }
}

/// In the place of every page while the device could not lock behind the children.
#[component]
pub fn Shut() -> impl IntoView {
    let again = move |_| {
        let Some(app) = AppState::get() else { return };
        spawn(async move {
            if app.lock().await.is_ok() {
                let _ = app.shut.try_set(false);
            }
        });
    };
    view! {
        <Page title=tr_signal(words::ADULT)>
            <Alert tone=Tone::Problem title=tr_signal(words::NOT_LOCKED)>""</Alert>
            <p><button type="button" class="nl-button nl-button--primary" on:click=again>{tr(words::ADULT_LOCK)}</button></p>
        </Page>
    }
}
