//! The service worker as the page sees it: registered after everything else, watched for a new version, told that
//! this version works, and switched only when the person says so (PWA-2).
//!
//! Messages to it: `{type: "healthy", version}` once the storage is open and something true is on the screen, and
//! `{type: "activate"}` when the person chose to update. It answers nothing; `controllerchange` is the answer.

use super::js::{self, Listener};
use super::{every, network, page, sleep, spawn, visibility};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    RegistrationOptions, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerUpdateViaCache,
};

const SCRIPT: &str = "/sw.js";
const HOUR_MS: i32 = 3_600_000;

/// How soon it is tried again when making it ready failed, in milliseconds: a network may want a login first.
const AGAIN_MS: i32 = 60_000;

/// How often, and at most how many times, the waiting version is told once more to go in.
const REPEAT_MS: i32 = 1_000;
const MOST_REPEATS: u32 = 60;

/// What the service worker does for us now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offline {
    /// This browser or address cannot work without network (no service worker, or not https).
    Impossible,
    /// Being made ready for use without network.
    Preparing,
    /// The app opens without network.
    Ready,
    /// A new version is ready and waits for the person.
    UpdateWaiting,
    /// Making it ready failed; it is tried again soon, and when the network comes back.
    Failed,
}

thread_local! {
    static REGISTRATION: RefCell<Option<ServiceWorkerRegistration>> = const { RefCell::new(None) };
    static MAY_RELOAD: Cell<bool> = const { Cell::new(false) };
    /// The last try brought no worker.
    static AGAIN: Cell<bool> = const { Cell::new(false) };
}

fn container() -> Option<ServiceWorkerContainer> {
    js::of_navigator("serviceWorker")?.dyn_into().ok()
}

/// Who hears of every change of state.
type Told = Rc<dyn Fn(Offline)>;

/// Registers the worker and reports every change of state through `changed`.
pub fn register(changed: impl Fn(Offline) + 'static) {
    let Some(container) = container() else { return changed(Offline::Impossible) };
    changed(if container.controller().is_some() { Offline::Ready } else { Offline::Preparing });
    reload_once_after_update(&container);
    let told: Told = Rc::new(move |state| {
        AGAIN.set(state == Offline::Failed);
        changed(state);
    });
    look_for_updates();
    // A first worker that failed leaves nothing behind that could be asked for an update.
    AGAIN.set(true);
    let again = Rc::new(move || {
        if AGAIN.replace(false) {
            spawn(attempt(container.clone(), told.clone()));
        }
    });
    again();
    let soon = again.clone();
    every(AGAIN_MS, move || soon()).keep();
    network::watch(move |online| {
        if online {
            again();
        }
    });
}

async fn attempt(container: ServiceWorkerContainer, changed: Told) {
    let options = RegistrationOptions::new();
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    options.set_scope("/");
    let registering = container.register_with_options(SCRIPT, &options);
    let registration = js::settle(registering.into()).await.ok();
    let Some(registration) = registration.and_then(|r| r.dyn_into().ok()) else {
        // Without network the script cannot be fetched, while the installed worker works on.
        changed(if container.controller().is_some() { Offline::Ready } else { Offline::Failed });
        return AGAIN.set(true);
    };
    watch(&registration, changed);
    REGISTRATION.with_borrow_mut(|kept| *kept = Some(registration));
}

/// Reloads exactly once, and only when this page asked for the switch.
fn reload_once_after_update(container: &ServiceWorkerContainer) {
    Listener::new(container, "controllerchange", |_| {
        if MAY_RELOAD.replace(false) {
            page::reload();
        }
    })
    .keep();
}

fn state_of(registration: &ServiceWorkerRegistration) -> Offline {
    match (registration.waiting(), registration.active()) {
        (Some(_), Some(_)) => Offline::UpdateWaiting,
        (_, Some(_)) => Offline::Ready,
        _ => Offline::Preparing,
    }
}

fn watch(registration: &ServiceWorkerRegistration, changed: Told) {
    changed(state_of(registration));
    if let Some(installing) = registration.installing() {
        follow(&installing, registration, changed.clone());
    }
    let own = registration.clone();
    Listener::new(registration, "updatefound", move |_| {
        if let Some(installing) = own.installing() {
            follow(&installing, &own, changed.clone());
        }
    })
    .keep();
}

/// Follows one worker from installing to active. A worker that fails before it was active leaves the old one.
fn follow(worker: &ServiceWorker, registration: &ServiceWorkerRegistration, changed: Told) {
    let registration = registration.clone();
    Listener::new(worker, "statechange", move |_| {
        let state = state_of(&registration);
        let on_its_way = registration.installing().or_else(|| registration.waiting());
        let nothing_left = state == Offline::Preparing && on_its_way.is_none();
        changed(if nothing_left { Offline::Failed } else { state });
    })
    .keep();
}

fn look_for_updates() {
    let look = || {
        let update = REGISTRATION.with_borrow(|kept| kept.as_ref()?.update().ok());
        if let Some(promise) = update {
            spawn(async move {
                let _ = js::settle(promise.into()).await;
            });
        }
    };
    every(HOUR_MS, look).keep();
    visibility::on_return(look);
}

/// Tells the worker that this version opened its storage and showed something true.
pub fn report_healthy() {
    let Some(container) = container() else { return };
    spawn(async move {
        let Ok(ready) = container.ready() else { return };
        let registration = js::settle(ready.into()).await.ok();
        let active = registration.and_then(|r| js::get(&r, "active")?.dyn_into().ok());
        if let Some(active) = active {
            send(&active, "healthy");
        }
    });
}

/// The version of this page, written into it by the build.
#[must_use]
pub fn version() -> Option<String> {
    let meta = js::document()?.query_selector("meta[name=thuisnabij-version]").ok()??;
    meta.get_attribute("content").filter(|version| !version.is_empty())
}

/// Switches to the waiting version, after a tap of the person; the page reloads once when the switch is made.
/// False when nothing waits.
pub fn activate_update() -> bool {
    if !say_activate() {
        return false;
    }
    MAY_RELOAD.set(true);
    spawn(async {
        // Chromium now and then leaves the new worker waiting after it was told; said again it always went in.
        for _ in 0..MOST_REPEATS {
            sleep(REPEAT_MS).await;
            if !MAY_RELOAD.get() || !say_activate() {
                return;
            }
        }
    });
    true
}

fn say_activate() -> bool {
    let waiting = REGISTRATION.with_borrow(|r| r.as_ref().and_then(|r| r.waiting()));
    waiting.iter().for_each(|waiting| send(waiting, "activate"));
    waiting.is_some()
}

fn send(worker: &ServiceWorker, kind: &str) {
    let version = version().map_or(JsValue::UNDEFINED, JsValue::from);
    let message = js::object(&[("type", JsValue::from_str(kind)), ("version", version)]);
    let _ = worker.post_message(&message);
}
