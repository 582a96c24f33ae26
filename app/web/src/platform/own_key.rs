//! A key that only this browser profile has: drawn by WebCrypto, never exportable, kept as an object in a database of
//! its own. Mixed into what opens a person's data, so that a copied slot alone cannot be guessed at. Format: KEYS.md.

use super::idb::{self, Connection, Fault};
use super::js;
use js_sys::{Array, Uint8Array};
use model::people::PersonId;
use replica::store::StoreError;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbDatabase;

/// The database of the keys.
pub const DATABASE: &str = "thuisnabij-sleutels";
const KEYS: &str = "keys";
const LABEL: &[u8] = b"thuisnabij/v1/platform";

thread_local! {
    /// The key that was used last, so that it can be kept again after the browser removed everything.
    static LAST: RefCell<Option<(PersonId, JsValue)>> = const { RefCell::new(None) };
}

/// Why there is no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// The browser has no WebCrypto here: not https, or too old.
    Impossible,
    /// There was no key for this person: the browser lost it, or it never was.
    Missing,
    /// The database.
    Store(StoreError),
}

impl From<Fault> for KeyFault {
    fn from(fault: Fault) -> Self {
        Self::Store(super::storage::said(fault))
    }
}

/// Draws a key for this person, unless there is one, and gives its 32 bytes.
///
/// # Errors
/// `Impossible`, or `Store`.
pub async fn make(person: PersonId) -> Result<[u8; 32], KeyFault> {
    match bytes(person).await {
        Err(KeyFault::Missing) => {}
        answer => return answer,
    }
    let algorithm = js::object(&[("name", "HMAC".into()), ("hash", "SHA-256".into())]);
    let uses = Array::of1(&"sign".into());
    let key = ask("generateKey", &[algorithm, JsValue::FALSE, uses.into()]).await?;
    keep(person, key.clone()).await?;
    sign(&key, person).await
}

/// Keeps the key of the person who is in once more, after the browser removed everything under us.
///
/// # Errors
/// `Missing` when it is not in memory, or `Store`.
pub async fn keep_again(person: PersonId) -> Result<(), KeyFault> {
    let held = LAST.with_borrow(|last| last.clone().filter(|(id, _)| *id == person));
    keep(person, held.ok_or(KeyFault::Missing)?.1).await
}

async fn keep(person: PersonId, key: JsValue) -> Result<(), KeyFault> {
    let connection = open().await?;
    let kept = connection.write(&[KEYS], move |transaction, _| {
        transaction.object_store(KEYS)?.put_with_key(&key, &name(person)).map(drop)
    });
    Ok(kept.await?)
}

/// The 32 bytes of this person's key.
///
/// # Errors
/// See [`KeyFault`].
pub async fn bytes(person: PersonId) -> Result<[u8; 32], KeyFault> {
    let connection = open().await?;
    let found = connection.read(KEYS, |keys| Ok(vec![keys.get(&name(person))?])).await?;
    let key = found.into_iter().next().filter(|key| !key.is_undefined());
    sign(&key.ok_or(KeyFault::Missing)?, person).await
}

/// Destroys this person's key.
///
/// # Errors
/// `Store`; then the key is still there.
pub async fn destroy(person: PersonId) -> Result<(), KeyFault> {
    let connection = open().await?;
    let gone = connection.write(&[KEYS], move |transaction, _| {
        transaction.object_store(KEYS)?.delete(&name(person)).map(drop)
    });
    Ok(gone.await?)
}

async fn open() -> Result<Connection, KeyFault> {
    let upgrade = |database: &IdbDatabase, _| database.create_object_store(KEYS).map(drop);
    Ok(idb::open(DATABASE, 1, upgrade).await?)
}

fn name(person: PersonId) -> JsValue {
    person.to_string().into()
}

async fn sign(key: &JsValue, person: PersonId) -> Result<[u8; 32], KeyFault> {
    let message = Uint8Array::from([LABEL, person.bytes()].concat().as_slice());
    let answer = ask("sign", &["HMAC".into(), key.clone(), message.into()]).await?;
    LAST.with_borrow_mut(|last| *last = Some((person, key.clone())));
    let answer = answer.is_object().then(|| Uint8Array::new(&answer).to_vec());
    answer.and_then(|bytes| bytes.try_into().ok()).ok_or(KeyFault::Impossible)
}

async fn ask(method: &str, arguments: &[JsValue]) -> Result<JsValue, KeyFault> {
    let subtle = js::window()
        .and_then(|window| js::get(window.unchecked_ref(), "crypto"))
        .and_then(|crypto| js::get(&crypto, "subtle"))
        .ok_or(KeyFault::Impossible)?;
    let promise = js::call(&subtle, method, arguments).map_err(|_| KeyFault::Impossible)?;
    js::settle(promise).await.map_err(|_| KeyFault::Impossible)
}
