//! A database on the device: the port of `replica` on IndexedDB. It keeps rows and knows nothing of their meaning.
//!
//! A lost connection is opened again once and the batch repeated, which the port's law makes safe. A fence, one row
//! checked inside each writing transaction, stops a tab that lost the right to write, and tells a database that the
//! browser emptied under us from one that was always empty.

use super::idb::{self, Connection, Fault, Stop};
use super::{js, panic};
use js_sys::Uint8Array;
use replica::store::{Op, Row, Store, StoreError, Table};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

mod steps;

/// The database of the version that did not encrypt; the first person takes it over.
pub const PLAIN: &str = "thuisnabij";
/// The database of who is on the device.
pub const PEOPLE: &str = "thuisnabij-mensen";
/// 2 has a store for pieces of files.
const VERSION: u32 = 2;
const FENCE: &str = "fence";
const WRITER: &str = "writer";

/// What the fence found, apart from what the port can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fenced {
    /// Another tab took the right to write.
    TakenOver,
    /// The browser, or a person in its settings, cleared the database while it was in use.
    Cleared,
}

#[derive(Debug)]
struct Fence {
    token: String,
    /// Whether the database holds, or held, our token.
    written: Cell<bool>,
    found: Cell<Option<Fenced>>,
}

struct Inner {
    name: String,
    connection: RefCell<Option<Rc<Connection>>>,
    fence: Rc<Fence>,
}

/// The storage of this device. Clones share one connection.
#[derive(Clone)]
pub struct IdbStore(Rc<Inner>);

impl IdbStore {
    /// Opens the database, and takes the fence when it was in use. `token` names this tab: fresh random text.
    ///
    /// # Errors
    /// As the port says. A newer database is left untouched.
    pub async fn open(name: &str, token: &str) -> Result<Self, StoreError> {
        let fence =
            Fence { token: token.to_owned(), written: Cell::default(), found: Cell::default() };
        let connection = RefCell::default();
        let store =
            Self(Rc::new(Inner { name: name.to_owned(), connection, fence: Rc::new(fence) }));
        if store.was_used().await? {
            store.take_fence().await?;
        }
        Ok(store)
    }

    /// Whether anything was ever kept in this database.
    ///
    /// # Errors
    /// As the port says.
    pub async fn was_used(&self) -> Result<bool, StoreError> {
        let found = self.read(FENCE, |store| Ok(vec![store.get(&WRITER.into())?])).await?;
        Ok(found.first().is_some_and(|value| !value.is_undefined()))
    }

    /// What stopped us from writing, if the fence did.
    #[must_use]
    pub fn fenced(&self) -> Option<Fenced> {
        self.0.fence.found.get()
    }

    /// Accepts that the database was cleared, so that everything can be written to it anew.
    pub fn begin_anew(&self) {
        self.0.fence.written.set(false);
        self.0.fence.found.set(None);
    }

    /// The name of the database.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Closes the connection, so that another tab can go on at once. The next use opens it again.
    pub fn close(&self) {
        self.0.connection.borrow_mut().take();
    }

    async fn take_fence(&self) -> Result<(), StoreError> {
        let token = JsValue::from_str(&self.0.fence.token);
        self.write(&[FENCE], move |transaction, _| {
            transaction.object_store(FENCE)?.put_with_key(&token, &WRITER.into()).map(drop)
        })
        .await?;
        self.0.fence.written.set(true);
        Ok(())
    }

    async fn connection(&self) -> Result<Rc<Connection>, Fault> {
        let held = self.0.connection.borrow().clone();
        if let Some(connection) = held.filter(|c| !c.is_lost()) {
            return Ok(connection);
        }
        let fresh = Rc::new(idb::open(&self.0.name, VERSION, upgrade).await?);
        *self.0.connection.borrow_mut() = Some(fresh.clone());
        Ok(fresh)
    }

    /// Writes; after a lost connection once more on a fresh one.
    async fn write(
        &self,
        stores: &[&str],
        work: impl Fn(&IdbTransaction, &Stop) -> Result<(), JsValue>,
    ) -> Result<(), StoreError> {
        if panic::happened() {
            return Err(StoreError::Other("the program failed and writes no more".to_owned()));
        }
        let mut outcome = self.connection().await;
        for attempt in 0..2 {
            let connection = match outcome {
                Ok(connection) => connection,
                Err(fault) => return Err(said(fault)),
            };
            match connection.write(stores, &work).await {
                Ok(()) => return Ok(()),
                Err(Fault::Lost) if attempt == 0 => {
                    self.close();
                    outcome = self.connection().await;
                }
                Err(fault) => return Err(said(fault)),
            }
        }
        Err(StoreError::ConnectionLost)
    }

    /// Reads; after a lost connection once more on a fresh one.
    async fn read(
        &self,
        store: &str,
        ask: impl Fn(&IdbObjectStore) -> Result<Vec<IdbRequest>, JsValue>,
    ) -> Result<Vec<JsValue>, StoreError> {
        let connection = self.connection().await.map_err(said)?;
        match connection.read(store, &ask).await {
            Err(Fault::Lost) => {
                self.close();
                let fresh = self.connection().await.map_err(said)?;
                fresh.read(store, &ask).await.map_err(said)
            }
            answer => answer.map_err(said),
        }
    }
}

/// What is there stays as it is; what an earlier version did not have is added.
fn upgrade(database: &IdbDatabase, _old_version: u32) -> Result<(), JsValue> {
    let there = database.object_store_names();
    let names = Table::ALL.iter().map(|table| table.name()).chain([FENCE]);
    for name in names.filter(|name| !there.contains(name)) {
        database.create_object_store(name)?;
    }
    Ok(())
}

pub(super) fn said(fault: Fault) -> StoreError {
    match fault {
        Fault::Quota => StoreError::Quota,
        Fault::Lost | Fault::Stopped => StoreError::ConnectionLost,
        Fault::Blocked | Fault::Unavailable => StoreError::Blocked,
        Fault::Newer => StoreError::Newer,
        Fault::Conflict(key) => StoreError::Conflict { key },
        Fault::Other(name) => StoreError::Other(name),
    }
}

/// All stores that a batch touches, and the fence.
fn touched(batch: &[Op]) -> Vec<&'static str> {
    let mut names: Vec<_> = batch.iter().map(|op| steps::table_of(op).name()).collect();
    names.push(FENCE);
    names.sort_unstable();
    names.dedup();
    names
}

impl Fence {
    /// Whether the row found in the database lets us write.
    fn lets_through(&self, row: &JsValue) -> Result<(), Fenced> {
        match (row.as_string(), self.written.get()) {
            (Some(token), _) if token == self.token => Ok(()),
            (Some(_), _) => Err(Fenced::TakenOver),
            (None, true) => Err(Fenced::Cleared),
            (None, false) => Ok(()),
        }
    }
}

/// Asks for the fence first, and does `then` in the same transaction when it lets us through.
fn behind_fence(
    fence: &Rc<Fence>,
    transaction: &IdbTransaction,
    stop: &Stop,
    then: impl FnOnce(&IdbTransaction, &Stop) -> Result<(), JsValue> + 'static,
) -> Result<(), JsValue> {
    let asked = transaction.object_store(FENCE)?.get(&WRITER.into())?;
    let (own, request, stop, fence) =
        (transaction.clone(), asked.clone(), stop.clone(), fence.clone());
    let found = Closure::once_into_js(move || {
        let row = request.result().unwrap_or_default();
        let went = match fence.lets_through(&row) {
            Err(found) => {
                fence.found.set(Some(found));
                Err(JsValue::NULL)
            }
            Ok(()) => write_token(&fence, &own, &row).and_then(|()| then(&own, &stop)),
        };
        if let Err(error) = went {
            let fault = if error.is_null() { Fault::Stopped } else { Fault::of(&error) };
            stop.borrow_mut().get_or_insert(fault);
            let _ = own.abort();
        }
    });
    asked.set_onsuccess(Some(found.unchecked_ref()));
    Ok(())
}

fn write_token(fence: &Fence, transaction: &IdbTransaction, row: &JsValue) -> Result<(), JsValue> {
    if row.as_string().is_some() {
        return Ok(());
    }
    let store = transaction.object_store(FENCE)?;
    store.put_with_key(&fence.token.as_str().into(), &WRITER.into()).map(drop)
}

fn bytes(value: &JsValue, key: &str) -> Result<Vec<u8>, StoreError> {
    let array = value.dyn_ref::<Uint8Array>();
    array.map(Uint8Array::to_vec).ok_or_else(|| StoreError::Corrupt { key: key.to_owned() })
}

/// The keys under a prefix and after a mark. Nothing when no key can be.
fn range(prefix: &str, after: Option<&str>) -> Option<IdbKeyRange> {
    // Keys are printable ASCII, so this character comes after every one of them.
    let end = format!("{prefix}\u{7f}");
    let start = after.filter(|mark| *mark >= prefix);
    let lower = start.unwrap_or(prefix);
    let open = start.is_some();
    IdbKeyRange::bound_with_lower_open_and_upper_open(&lower.into(), &end.into(), open, true).ok()
}

impl Store for IdbStore {
    async fn commit(&self, batch: &[Op]) -> Result<(), StoreError> {
        if batch.is_empty() {
            return Ok(());
        }
        let steps = Rc::new(steps::encode(batch)?);
        let fence = self.0.fence.clone();
        self.write(&touched(batch), |transaction, stop| {
            let steps = steps.clone();
            behind_fence(&fence, transaction, stop, move |transaction, stop| {
                steps.iter().try_for_each(|step| step.run(transaction, stop))
            })
        })
        .await?;
        self.0.fence.written.set(true);
        Ok(())
    }

    async fn get(&self, table: Table, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let found = self.read(table.name(), |store| Ok(vec![store.get(&key.into())?])).await?;
        match found.first() {
            Some(value) if !value.is_undefined() => bytes(value, key).map(Some),
            _ => Ok(None),
        }
    }

    async fn scan(
        &self,
        table: Table,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Row>, StoreError> {
        let (Some(range), true) = (range(prefix, after), limit > 0) else { return Ok(Vec::new()) };
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        let found = self
            .read(table.name(), |store| {
                Ok(vec![
                    store.get_all_keys_with_key_and_limit(&range, limit)?,
                    store.get_all_with_key_and_limit(&range, limit)?,
                ])
            })
            .await?;
        let [keys, values] = found.as_slice() else { return Err(StoreError::ConnectionLost) };
        let (keys, values) = (js_sys::Array::from(keys), js_sys::Array::from(values));
        keys.iter()
            .zip(values.iter())
            .map(|(key, value)| {
                let key = key.as_string().unwrap_or_default();
                Ok(Row { value: bytes(&value, &key)?, key })
            })
            .collect()
    }

    async fn wipe(&self) -> Result<(), StoreError> {
        let names = Table::ALL.map(Table::name);
        let fence = self.0.fence.clone();
        self.write(&[&names[..], &[FENCE]].concat(), |transaction, stop| {
            behind_fence(&fence, transaction, stop, move |transaction, _| {
                names.iter().try_for_each(|name| transaction.object_store(name)?.clear().map(drop))
            })
        })
        .await
    }
}

/// Removes a whole database.
///
/// # Errors
/// `Blocked` when another tab holds it open.
pub async fn delete(name: &str) -> Result<(), StoreError> {
    let factory = js::window().and_then(|w| w.indexed_db().ok().flatten());
    let request = factory.and_then(|f| f.delete_database(name).ok()).ok_or(StoreError::Blocked)?;
    idb::finish(&request).await.map_err(said)
}
