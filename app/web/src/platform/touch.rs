//! Whether somebody is there: taps, keys and scrolling anywhere on the page.

use super::js::{self, Listener};

/// Calls `touched` at every sign of a person, for as long as the page lives. It must be quick.
pub fn watch(touched: impl Fn() + Clone + 'static) {
    let Some(document) = js::document() else { return };
    for event in ["pointerdown", "pointermove", "keydown", "wheel", "input"] {
        let touched = touched.clone();
        Listener::new(&document, event, move |_| touched()).keep();
    }
}
