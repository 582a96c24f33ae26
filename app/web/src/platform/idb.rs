//! IndexedDB as this project needs it, in one small file: written means that the transaction completed, with strict
//! durability; an abort after a successful request is a failure with its reason; a lost connection is told apart.
//!
//! Own code, because the libraries either cannot ask for strict durability or lose the reason of an abort, and the
//! quota is exactly such a reason. Nothing here awaits anything but the transaction that it opened.

use super::js::{self, Listener};
use super::timer;
use js_sys::{Array, Function, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbVersionChangeEvent,
};

/// A transaction that says nothing for this long counts as a lost connection (seen on iPads after sleep).
const SILENCE_MS: i32 = 20_000;
const BLOCKED: &str = "blocked";

/// Makes the object stores, given the version that was there (0 is none).
pub(crate) type Upgrade = fn(&IdbDatabase, u32) -> Result<(), JsValue>;

/// Why the database did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The disk, or our share of it, is full.
    Quota,
    /// The connection is gone; opening again may help.
    Lost,
    /// Another tab holds an older version open.
    Blocked,
    /// The data was written by a newer version of the app.
    Newer,
    /// The browser offers no database here (private window, blocked by policy).
    Unavailable,
    /// We stopped the transaction ourselves.
    Stopped,
    /// Another value stands under this key already.
    Conflict(String),
    /// Anything else, by its name.
    Other(String),
}

impl Fault {
    pub(crate) fn of(error: &JsValue) -> Self {
        match js::error_name(error).as_str() {
            "QuotaExceededError" => Self::Quota,
            "VersionError" => Self::Newer,
            "InvalidStateError" | "TransactionInactiveError" | "UnknownError" | "AbortError" => {
                Self::Lost
            }
            "SecurityError" | "NotAllowedError" => Self::Unavailable,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// An open connection. It closes itself when another tab wants to upgrade, and when dropped.
pub(crate) struct Connection {
    database: IdbDatabase,
    lost: Rc<Cell<bool>>,
    _listeners: [Listener; 2],
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.close();
    }
}

fn factory() -> Result<IdbFactory, Fault> {
    let window = js::window().ok_or(Fault::Unavailable)?;
    window.indexed_db().ok().flatten().ok_or(Fault::Unavailable)
}

/// Opens the database, making or upgrading it with `upgrade(database, old version)`.
///
/// # Errors
/// `Blocked`, `Newer`, `Unavailable`, `Quota` or `Lost`. Never deletes anything.
pub(crate) async fn open(name: &str, version: u32, upgrade: Upgrade) -> Result<Connection, Fault> {
    let request = factory()?.open_with_u32(name, version).map_err(|e| Fault::of(&e))?;
    let database = answer_of_open(&request, upgrade).await?;
    database.dyn_into().map(connect).map_err(|_| Fault::Lost)
}

/// Waits for a request that deletes a database.
///
/// # Errors
/// `Blocked` when another tab holds it open.
pub(crate) async fn finish(request: &IdbOpenDbRequest) -> Result<(), Fault> {
    answer_of_open(request, |_, _| Ok(())).await.map(drop)
}

/// The answer of an open or delete request. A database that arrives after we gave up is closed at once.
async fn answer_of_open(request: &IdbOpenDbRequest, upgrade: Upgrade) -> Result<JsValue, Fault> {
    let given_up = Rc::new(Cell::new(false));
    let late = given_up.clone();
    let answered = Promise::new(&mut |resolve, reject| {
        listen_to_open(request, late.clone(), resolve, reject);
        let own = request.clone();
        let upgrading = Closure::once_into_js(move |event: IdbVersionChangeEvent| {
            let database = own.result().ok().and_then(|d| d.dyn_into::<IdbDatabase>().ok());
            let old = event.old_version() as u32;
            let done = database.is_none_or(|database| upgrade(&database, old).is_ok());
            if let (false, Some(transaction)) = (done, own.transaction()) {
                let _ = transaction.abort();
            }
        });
        request.set_onupgradeneeded(Some(upgrading.unchecked_ref()));
    });
    js::settle(answered.into()).await.map_err(|error| {
        let blocked = error.as_string().as_deref() == Some(BLOCKED);
        given_up.set(blocked);
        if blocked { Fault::Blocked } else { Fault::of(&error) }
    })
}

fn listen_to_open(
    request: &IdbOpenDbRequest,
    given_up: Rc<Cell<bool>>,
    resolve: Function,
    reject: Function,
) {
    let own = request.clone();
    let success = Closure::once_into_js(move || {
        let database = own.result().unwrap_or_default();
        if let (true, Some(database)) = (given_up.get(), database.dyn_ref::<IdbDatabase>()) {
            database.close();
        }
        let _ = resolve.call1(&JsValue::UNDEFINED, &database);
    });
    let (own, refuse) = (request.clone(), reject.clone());
    let error = Closure::once_into_js(move || {
        let reason = own.error().ok().flatten().map(JsValue::from);
        let _ = refuse.call1(&JsValue::UNDEFINED, &reason.unwrap_or_default());
    });
    let blocked = Closure::once_into_js(move || {
        let _ = reject.call1(&JsValue::UNDEFINED, &BLOCKED.into());
    });
    request.set_onsuccess(Some(success.unchecked_ref()));
    request.set_onerror(Some(error.unchecked_ref()));
    request.set_onblocked(Some(blocked.unchecked_ref()));
}

fn connect(database: IdbDatabase) -> Connection {
    let lost = Rc::new(Cell::new(false));
    let (closed, changed, own) = (lost.clone(), lost.clone(), database.clone());
    let on_close = Listener::new(&database, "close", move |_| closed.set(true));
    let on_change = Listener::new(&database, "versionchange", move |_| {
        changed.set(true);
        own.close();
    });
    Connection { database, lost, _listeners: [on_close, on_change] }
}

/// The reason for which a running transaction was stopped by ourselves.
pub(crate) type Stop = Rc<RefCell<Option<Fault>>>;

impl Connection {
    /// Whether the browser closed the connection behind our back.
    pub(crate) fn is_lost(&self) -> bool {
        self.lost.get()
    }

    /// Runs `work` in one transaction that writes, and returns when all of it is on the disk, or none.
    ///
    /// # Errors
    /// The reason of the abort; then nothing was written.
    pub(crate) async fn write(
        &self,
        stores: &[&str],
        work: impl FnOnce(&IdbTransaction, &Stop) -> Result<(), JsValue>,
    ) -> Result<(), Fault> {
        // By name, because the typed binding cannot pass the durability yet.
        let strict = js::object(&[("durability", "strict".into())]);
        let names: Array = stores.iter().map(|s| JsValue::from_str(s)).collect();
        let transaction: IdbTransaction =
            js::call(&self.database, "transaction", &[names.into(), "readwrite".into(), strict])
                .and_then(JsCast::dyn_into)
                .map_err(|e| Fault::of(&e))?;
        let stop = Stop::default();
        let ended = end_of(&transaction);
        if let Err(error) = work(&transaction, &stop) {
            stop.borrow_mut().get_or_insert_with(|| Fault::of(&error));
            let _ = transaction.abort();
        }
        let outcome = js::settle(ended.into()).await;
        match outcome {
            Ok(_) => Ok(()),
            Err(error) => Err(stop.borrow_mut().take().unwrap_or_else(|| self.fault_of(&error))),
        }
    }

    /// Runs reading requests in one transaction and returns their results.
    ///
    /// # Errors
    /// `Lost` or the name of what went wrong.
    pub(crate) async fn read(
        &self,
        store: &str,
        ask: impl FnOnce(&IdbObjectStore) -> Result<Vec<IdbRequest>, JsValue>,
    ) -> Result<Vec<JsValue>, Fault> {
        let transaction = self.database.transaction_with_str(store).map_err(|e| Fault::of(&e))?;
        let asked = transaction.object_store(store).and_then(|s| ask(&s));
        let requests = asked.map_err(|e| Fault::of(&e))?;
        let ended = end_of(&transaction);
        js::settle(ended.into()).await.map_err(|error| self.fault_of(&error))?;
        requests.iter().map(|request| request.result().map_err(|e| Fault::of(&e))).collect()
    }

    fn fault_of(&self, error: &JsValue) -> Fault {
        if self.is_lost() { Fault::Lost } else { Fault::of(error) }
    }
}

/// A promise for the end of a transaction: kept when it completed, broken with the reason when it was aborted.
fn end_of(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let silent = reject.clone();
        let timer = Rc::new(RefCell::new(Some(timer::after(SILENCE_MS, move || {
            let _ = silent.call1(&JsValue::UNDEFINED, &"UnknownError".into());
        }))));
        let (own, quiet) = (transaction.clone(), timer.clone());
        let aborted = Closure::once_into_js(move || {
            quiet.borrow_mut().take();
            let reason = own.error().map_or_else(|| JsValue::from_str("AbortError"), JsValue::from);
            let _ = reject.call1(&JsValue::UNDEFINED, &reason);
        });
        let completed = Closure::once_into_js(move || {
            timer.borrow_mut().take();
            let _ = resolve.call0(&JsValue::UNDEFINED);
        });
        transaction.set_oncomplete(Some(completed.unchecked_ref()));
        transaction.set_onabort(Some(aborted.unchecked_ref()));
    })
}
