//! One tab writes. The others wait, and may ask the writer to hand over: it saves what it holds, lets go and shows
//! the waiting message itself. A tab that crashes lets go by itself; one that does not answer is overruled.
//!
//! Web Locks decide; a broadcast channel only carries the request. The store's fence (see `storage`) makes sure that
//! a tab which was overruled while asleep can never write again.

use super::js::{self, Listener};
use super::{sleep, spawn};
use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::BroadcastChannel;

const LOCK: &str = "thuisnabij-writer";
const CHANNEL: &str = "thuisnabij-writer";
const HAND_OVER: &str = "hand-over";
const PATIENCE_MS: i32 = 4_000;
const MOMENT_MS: i32 = 800;

/// How to ask for the right to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Only when nobody writes now.
    IfFree,
    /// Wait a moment: a page that was just left, or that the browser keeps for going back, still has it.
    Shortly,
    /// Take it now; the writer is told that it lost it.
    Overrule,
}

/// The right to write. Kept until `release`, or until another tab overrules.
#[derive(Clone)]
pub struct Right {
    release: Rc<RefCell<Option<Function>>>,
}

impl Right {
    /// Lets the next tab write.
    pub fn release(&self) {
        if let Some(release) = self.release.borrow_mut().take() {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }

    /// A right in a browser without locks; then the store's fence alone keeps the order.
    fn unguarded() -> Self {
        Self { release: Rc::default() }
    }
}

/// Asks for the right to write. Nothing when another tab has it. `lost` is called when another tab overrules.
pub async fn ask(how: Ask, lost: impl FnOnce() + 'static) -> Option<Right> {
    let Some(locks) = js::of_navigator("locks") else { return Some(Right::unguarded()) };
    let right = Right::unguarded();
    let (promise, held) = request(&locks, how, &right);
    let refused = promise.clone();
    let watched = right.clone();
    let outcome = Promise::race(&js_sys::Array::of2(&held, &promise));
    let got = js::settle(outcome.into()).await.ok().and_then(|v| v.as_bool()).unwrap_or(false);
    if !got {
        return None;
    }
    spawn(async move {
        // Rejected means: another tab took the lock. Resolved means: we let go ourselves.
        if js::settle(refused.into()).await.is_err()
            && watched.release.borrow_mut().take().is_some()
        {
            lost();
        }
    });
    Some(right)
}

/// Makes the request. The first promise ends with the lock, the second says whether we got it.
fn request(locks: &JsValue, how: Ask, right: &Right) -> (Promise, Promise) {
    let mut answer = None;
    let held = Promise::new(&mut |resolve, _| answer = Some(resolve));
    let kept = right.release.clone();
    let granted = Closure::once(move |lock: JsValue| -> JsValue {
        let got = !lock.is_null() && !lock.is_undefined();
        if let Some(answer) = answer {
            let _ = answer.call1(&JsValue::UNDEFINED, &got.into());
        }
        if !got {
            return JsValue::FALSE;
        }
        Promise::new(&mut |release, _| *kept.borrow_mut() = Some(release)).into()
    });
    let options = match how {
        Ask::IfFree => js::object(&[("ifAvailable", true.into())]),
        Ask::Shortly => match moment() {
            Some(signal) => js::object(&[("signal", signal)]),
            None => js::object(&[("ifAvailable", true.into())]),
        },
        Ask::Overrule => js::object(&[("steal", true.into())]),
    };
    let callback = granted.into_js_value();
    let promise = js::call(locks, "request", &[LOCK.into(), options, callback])
        .and_then(|p| p.dyn_into::<Promise>())
        .unwrap_or_else(|error| Promise::reject(&error));
    (promise, held)
}

/// What calls a request off after a moment.
fn moment() -> Option<JsValue> {
    let signals = js_sys::Reflect::get(&js_sys::global(), &"AbortSignal".into()).ok()?;
    js::call(&signals, "timeout", &[MOMENT_MS.into()]).ok()
}

/// Asks the writer to hand over, waits for it with patience, and overrules it when it does not answer.
pub async fn take_over(lost: impl FnOnce() + Clone + 'static) -> Option<Right> {
    send_hand_over();
    let tries = PATIENCE_MS / 100;
    for _ in 0..tries {
        if let Some(right) = ask(Ask::IfFree, lost.clone()).await {
            return Some(right);
        }
        sleep(100).await;
    }
    ask(Ask::Overrule, lost).await
}

fn send_hand_over() {
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        let _ = channel.post_message(&HAND_OVER.into());
        channel.close();
    }
}

/// Hears requests of other tabs to hand over. Drop it to stop.
#[must_use = "dropping it stops listening"]
pub struct HandOver {
    channel: BroadcastChannel,
    _listener: Listener,
}

impl Drop for HandOver {
    fn drop(&mut self) {
        self.channel.close();
    }
}

/// Calls `asked` when another tab wants to go on. Nothing in a browser without channels.
pub fn on_hand_over(asked: impl Fn() + 'static) -> Option<HandOver> {
    let channel = BroadcastChannel::new(CHANNEL).ok()?;
    let listener = Listener::new(&channel, "message", move |event| {
        if js::text(&event, "data").as_deref() == Some(HAND_OVER) {
            asked();
        }
    });
    Some(HandOver { channel, _listener: listener })
}
