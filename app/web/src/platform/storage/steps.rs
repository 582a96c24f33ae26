//! The steps of a batch, made ready before the transaction opens and queued in order inside it.

use super::super::idb::{Fault, Stop};
use super::super::js;
use js_sys::Uint8Array;
use replica::store::{Op, StoreError, Table, key_is_valid};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, IdbTransaction};

/// A step whose values are already the browser's.
pub(super) enum Step {
    /// Adds a row, unless the same row is there.
    Insert(Table, String, Uint8Array),
    /// Adds or replaces a row.
    Put(Table, String, Uint8Array),
    /// Removes a row.
    Delete(Table, String),
}

pub(super) fn table_of(op: &Op) -> Table {
    match op {
        Op::Insert { table, .. } | Op::Put { table, .. } | Op::Delete { table, .. } => *table,
    }
}

/// Makes a batch ready.
///
/// # Errors
/// A key that the port does not allow.
pub(super) fn encode(batch: &[Op]) -> Result<Vec<Step>, StoreError> {
    batch.iter().map(encode_one).collect()
}

fn encode_one(op: &Op) -> Result<Step, StoreError> {
    let (Op::Insert { key, .. } | Op::Put { key, .. } | Op::Delete { key, .. }) = op;
    if !key_is_valid(key) {
        return Err(StoreError::Other("key is not printable ASCII".to_owned()));
    }
    let key = key.clone();
    Ok(match op {
        Op::Insert { table, value, .. } => Step::Insert(*table, key, value.as_slice().into()),
        Op::Put { table, value, .. } => Step::Put(*table, key, value.as_slice().into()),
        Op::Delete { table, .. } => Step::Delete(*table, key),
    })
}

impl Step {
    /// Queues the step.
    pub(super) fn run(&self, transaction: &IdbTransaction, stop: &Stop) -> Result<(), JsValue> {
        match self {
            Self::Insert(table, key, value) => insert(transaction, stop, *table, key, value),
            Self::Put(table, key, value) => {
                let store = transaction.object_store(table.name())?;
                store.put_with_key(value, &key.as_str().into()).map(drop)
            }
            Self::Delete(table, key) => {
                transaction.object_store(table.name())?.delete(&key.as_str().into()).map(drop)
            }
        }
    }
}

/// Looks what is there and adds in one go: requests run in order, so the look sees the earlier steps and not the
/// later ones. Something else under the key stops the whole transaction; the same row does no harm.
fn insert(
    transaction: &IdbTransaction,
    stop: &Stop,
    table: Table,
    key: &str,
    value: &Uint8Array,
) -> Result<(), JsValue> {
    let store = transaction.object_store(table.name())?;
    let look = store.get(&key.into())?;
    let add = store.add_with_key(value, &key.into())?;
    let (own, request, stop, wanted) =
        (transaction.clone(), look.clone(), stop.clone(), value.clone());
    let name = key.to_owned();
    let compare = Closure::once_into_js(move || {
        let held = request.result().unwrap_or_default();
        if held.is_undefined() || same(&held, &wanted) {
            return;
        }
        stop.borrow_mut().get_or_insert(Fault::Conflict(name));
        let _ = own.abort();
    });
    look.set_onsuccess(Some(compare.unchecked_ref()));
    let forgive = Closure::once_into_js(move |event: Event| {
        let error = event.target().and_then(|request| js::get(&request, "error"));
        if error.is_some_and(|e| js::error_name(&e) == "ConstraintError") {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    add.set_onerror(Some(forgive.unchecked_ref()));
    Ok(())
}

fn same(held: &JsValue, wanted: &Uint8Array) -> bool {
    held.dyn_ref::<Uint8Array>().is_some_and(|held| held.to_vec() == wanted.to_vec())
}
