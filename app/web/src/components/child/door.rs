//! The way back for the adult: the tablet locks, and the adult's own PIN opens it again.

use leptos::prelude::*;

use super::keep::Keep;
use crate::components::dialog::Dialog;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, tr_signal};
use crate::platform::spawn;
use crate::texts::leerlingenraad::kring as words;

#[component]
pub fn Door(keep: Keep, left: Callback<()>) -> impl IntoView {
    let open = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let is_own = keep.is_own();
    let lock = move |_| {
        if !is_own {
            return left.run(());
        }
        spawn(async move {
            // When it succeeds the page loads anew, with nothing in it.
            if !keep.lock().await {
                let _ = failed.try_set(true);
            }
        });
    };
    let (why, does) = if is_own {
        (words::ADULT_WHY, words::ADULT_LOCK)
    } else {
        (words::ADULT_SET_WHY, words::ADULT_SET)
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
                <button type="button" class="nl-button nl-button--primary" on:click=lock>{tr(does)}</button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| open.set(false)>{tr(words::ADULT_BACK)}</button>
            </p>
        </Dialog>
    }
}
