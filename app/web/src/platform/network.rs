//! Whether the device believes that it has a network. A hint for the status line, never a reason to refuse work.

use super::js::{self, Listener};

/// What the browser says now; a browser that does not say counts as online.
#[must_use]
pub fn is_online() -> bool {
    js::window().is_none_or(|w| w.navigator().on_line())
}

/// Calls `changed` with every change, for as long as the page lives.
pub fn watch(changed: impl Fn(bool) + Clone + 'static) {
    let Some(window) = js::window() else { return };
    let gone = changed.clone();
    Listener::new(&window, "online", move |_| changed(true)).keep();
    Listener::new(&window, "offline", move |_| gone(false)).keep();
}
