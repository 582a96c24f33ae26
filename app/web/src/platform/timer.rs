//! Waiting: once, again and again, or inside a future. Timers stop when dropped.

use super::js;
use js_sys::{Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Runs something once, later. Dropping it calls it off.
#[must_use = "dropping it calls it off"]
pub struct Timer {
    id: Option<i32>,
    _handler: Closure<dyn FnMut()>,
}

/// Runs `then` once after `milliseconds`, unless the timer is dropped first.
pub fn after(milliseconds: i32, then: impl FnOnce() + 'static) -> Timer {
    let handler = Closure::once(then);
    let callback: &Function = handler.as_ref().unchecked_ref();
    let id = js::window().and_then(|w| {
        w.set_timeout_with_callback_and_timeout_and_arguments_0(callback, milliseconds).ok()
    });
    Timer { id, _handler: handler }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(window), Some(id)) = (js::window(), self.id) {
            window.clear_timeout_with_handle(id);
        }
    }
}

impl Timer {
    /// Lets it run to its end; harmless when it already ran, also from inside what it runs.
    pub fn let_go(self) {
        std::mem::forget(self);
    }
}

/// Runs something again and again. Dropping it stops it.
#[must_use = "dropping it stops it"]
pub struct Every {
    id: Option<i32>,
    handler: Option<Closure<dyn FnMut()>>,
}

/// Runs `then` each `milliseconds`.
pub fn every(milliseconds: i32, then: impl FnMut() + 'static) -> Every {
    let handler = Closure::<dyn FnMut()>::new(then);
    let callback: &Function = handler.as_ref().unchecked_ref();
    let id = js::window().and_then(|w| {
        w.set_interval_with_callback_and_timeout_and_arguments_0(callback, milliseconds).ok()
    });
    Every { id, handler: Some(handler) }
}

impl Every {
    /// Goes on for as long as the page lives.
    pub fn keep(mut self) {
        self.id = None;
        if let Some(handler) = self.handler.take() {
            handler.forget();
        }
    }
}

impl Drop for Every {
    fn drop(&mut self) {
        if let (Some(window), Some(id)) = (js::window(), self.id) {
            window.clear_interval_with_handle(id);
        }
    }
}

/// Lets `milliseconds` pass.
pub async fn sleep(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| after_forever(milliseconds, resolve));
    let _ = js::settle(promise.into()).await;
}

/// Waits until the screen was painted, or a second when the page is not in sight.
pub async fn next_paint() {
    let painted = Promise::new(&mut |resolve, _| {
        let later = resolve.clone();
        let frame = Closure::once_into_js(move || {
            // After the frame's callbacks comes the paint; a task after that runs behind it.
            after_forever(0, later);
        });
        if let Some(window) = js::window() {
            let _ = window.request_animation_frame(frame.unchecked_ref());
        }
        after_forever(1_000, resolve);
    });
    let _ = js::settle(painted.into()).await;
}

/// Calls the function once; nothing can call it off.
fn after_forever(milliseconds: i32, then: Function) {
    if let Some(window) = js::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&then, milliseconds);
    }
}
