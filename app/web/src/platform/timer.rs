//! Waiting: once, again and again, or inside a future. Timers stop when dropped.

use super::js;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Runs something once, later. Dropping it calls it off.
#[must_use = "dropping it calls it off"]
pub struct Timer {
    id: Option<JsValue>,
    _handler: Closure<dyn FnMut()>,
}

/// Runs `then` once after `milliseconds`, unless the timer is dropped first.
pub fn after(milliseconds: i32, then: impl FnOnce() + 'static) -> Timer {
    let handler = Closure::once(then);
    let callback: &Function = handler.as_ref().unchecked_ref();
    let id = start("setTimeout", callback, milliseconds);
    Timer { id, _handler: handler }
}

impl Drop for Timer {
    fn drop(&mut self) {
        stop("clearTimeout", self.id.as_ref());
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
    id: Option<JsValue>,
    handler: Option<Closure<dyn FnMut()>>,
}

/// Runs `then` each `milliseconds`.
pub fn every(milliseconds: i32, then: impl FnMut() + 'static) -> Every {
    let handler = Closure::<dyn FnMut()>::new(then);
    let callback: &Function = handler.as_ref().unchecked_ref();
    let id = start("setInterval", callback, milliseconds);
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
        stop("clearInterval", self.id.as_ref());
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

/// Starts a timer and keeps its name as the window gave it: a 32-bit number may be too small for it.
fn start(starter: &str, callback: &Function, milliseconds: i32) -> Option<JsValue> {
    let window = js::window()?;
    let starter: Function = Reflect::get(&window, &starter.into()).ok()?.dyn_into().ok()?;
    starter.call2(&window, callback, &milliseconds.into()).ok()
}

fn stop(stopper: &str, id: Option<&JsValue>) {
    let Some((window, id)) = js::window().zip(id) else { return };
    let stopper = Reflect::get(&window, &stopper.into()).and_then(JsCast::dyn_into::<Function>);
    if let Ok(stopper) = stopper {
        let _ = stopper.call1(&window, id);
    }
}
