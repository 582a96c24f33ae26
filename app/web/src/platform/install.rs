//! Putting the app on the home screen: whether it is there already, which pictures fit this device, and the
//! browser's own question where it has one.

use super::js::{self, Listener};
use super::page;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// The kind of device, for the pictures of the install page only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// iPhone or iPad: by the share button of Safari.
    Apple,
    /// Android: by the browser's menu.
    Android,
    /// Anything else: by the address bar.
    Desktop,
}

thread_local! {
    static QUESTION: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Keeps the browser's question for when the person asks for it. Call once, early; `changed` hears whether
/// the question can be asked now.
pub fn watch(changed: impl Fn(bool) + Clone + 'static) {
    let Some(window) = js::window() else { return };
    let gone = changed.clone();
    Listener::new(&window, "beforeinstallprompt", move |event| {
        event.prevent_default();
        QUESTION.with_borrow_mut(|q| *q = Some(event.into()));
        changed(true);
    })
    .keep();
    Listener::new(&window, "appinstalled", move |_| {
        QUESTION.with_borrow_mut(|q| *q = None);
        gone(false);
    })
    .keep();
}

/// Asks the browser's question, once. True when the person said yes.
pub async fn ask() -> bool {
    let Some(question) = QUESTION.with_borrow_mut(Option::take) else { return false };
    let Ok(promise) = js::call(&question, "prompt", &[]) else { return false };
    let answer = js::settle(promise).await.ok();
    answer.and_then(|a| js::text(&a, "outcome")).is_some_and(|o| o == "accepted")
}

/// Whether the app runs from the home screen.
#[must_use]
pub fn is_installed() -> bool {
    let apple = js::of_navigator("standalone").and_then(|v| v.as_bool()).unwrap_or(false);
    apple
        || page::matches("(display-mode: standalone)")
        || page::matches("(display-mode: fullscreen)")
}

/// The kind of device. An iPad says that it is a Mac, but a Mac has no touch screen.
#[must_use]
pub fn device() -> Device {
    let Some(window) = js::window() else { return Device::Desktop };
    let navigator = window.navigator();
    let agent = navigator.user_agent().unwrap_or_default();
    let is = |part| agent.contains(part);
    if is("iPhone") || is("iPad") || (is("Macintosh") && navigator.max_touch_points() > 1) {
        Device::Apple
    } else if is("Android") {
        Device::Android
    } else {
        Device::Desktop
    }
}
