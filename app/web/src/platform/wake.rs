//! Keeping the screen awake while something is shown to a room. Browsers without it let the screen sleep as always.

use super::js;
use super::visibility;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Keeps the screen awake until it is dropped.
#[must_use = "dropping it lets the screen sleep"]
pub struct Awake {
    held: Rc<RefCell<Held>>,
}

#[derive(Default)]
struct Held {
    sentinel: Option<JsValue>,
    over: bool,
}

/// Asks the browser to keep the screen on; asks again when the page comes back into sight.
pub fn stay_awake() -> Awake {
    let held = Rc::new(RefCell::new(Held::default()));
    ask(&held);
    let again = Rc::downgrade(&held);
    visibility::on_return(move || {
        if let Some(held) = again.upgrade() {
            ask(&held);
        }
    });
    Awake { held }
}

fn ask(held: &Rc<RefCell<Held>>) {
    let Some(lock) = js::of_navigator("wakeLock") else { return };
    let held = held.clone();
    super::spawn(async move {
        let Ok(promise) = js::call(&lock, "request", &["screen".into()]) else { return };
        // Refused on a low battery; the screen then sleeps as always.
        let Ok(sentinel) = js::settle(promise).await else { return };
        if held.borrow().over {
            release(&sentinel);
        } else {
            held.borrow_mut().sentinel = Some(sentinel);
        }
    });
}

fn release(sentinel: &JsValue) {
    let _ = js::call(sentinel, "release", &[]);
}

impl Drop for Awake {
    fn drop(&mut self) {
        let mut held = self.held.borrow_mut();
        held.over = true;
        if let Some(sentinel) = held.sentinel.take() {
            release(&sentinel);
        }
    }
}
