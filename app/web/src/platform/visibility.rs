//! When the page goes to the background or is about to end: the last moment to hand typed text to the journal.

use super::js::{self, Listener};

/// Whether the page can be seen now.
#[must_use]
pub fn is_visible() -> bool {
    js::document().is_none_or(|d| d.visibility_state() == web_sys::VisibilityState::Visible)
}

/// Calls `act` whenever the page is hidden, frozen or left, until what this gives is dropped.
#[must_use = "dropping it stops listening"]
pub fn on_leaving(act: impl Fn() + Clone + 'static) -> Vec<Listener> {
    let (Some(window), Some(document)) = (js::window(), js::document()) else { return Vec::new() };
    let on_hide = act.clone();
    let on_freeze = act.clone();
    vec![
        Listener::new(&window, "pagehide", move |_| act()),
        Listener::new(&document, "freeze", move |_| on_freeze()),
        Listener::new(&document, "visibilitychange", move |_| {
            if !is_visible() {
                on_hide();
            }
        }),
    ]
}

/// Calls `act` whenever the page comes back into sight, for as long as the page lives.
pub fn on_return(act: impl Fn() + 'static) {
    let Some(document) = js::document() else { return };
    Listener::new(&document, "visibilitychange", move |_| {
        if is_visible() {
            act();
        }
    })
    .keep();
}

/// Has the browser ask before the page is closed, whenever `at_stake` says that something would be lost.
pub fn ask_before_leaving(at_stake: impl Fn() -> bool + 'static) {
    let Some(window) = js::window() else { return };
    Listener::new(&window, "beforeunload", move |event| {
        if at_stake() {
            event.prevent_default();
            js::set(&event, "returnValue", &"unsaved".into());
        }
    })
    .keep();
}
