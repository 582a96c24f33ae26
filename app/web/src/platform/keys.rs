//! Keys pressed anywhere on the page, for as long as somebody listens. Never while a person types, and never together with
//! Ctrl, Alt or the like: those belong to the browser.

use super::js::{self, Listener};
use super::page;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Calls `act` with the name of the key ("b", "ArrowRight"); when it answers true, the browser does nothing with it.
/// Dropping the listener ends it.
pub fn on_key(act: impl Fn(&str) -> bool + 'static) -> Option<Listener> {
    let document = js::document()?;
    Some(Listener::new(&document, "keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let held = key.ctrl_key() || key.alt_key() || key.meta_key() || key.is_composing();
        if !held && !key.repeat() && !page::is_typing() && act(&key.key()) {
            event.prevent_default();
        }
    }))
}
