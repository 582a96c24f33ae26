//! Two marks beside the data. "This device has held data" tells an emptied database from a first visit; it is in local
//! storage and in a cookie, because browsers do not always tidy both. "Keeping was answered" stops a second question.

use super::js;
use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::JsCast;
use web_sys::HtmlDocument;

const NAME: &str = "thuisnabij-was-here";
const ANSWERED: &str = "thuisnabij-keep-answered";
const ONE_YEAR_SECONDS: u32 = 60 * 60 * 24 * 365;

/// Whether this device held data before.
#[must_use]
pub fn is_set() -> bool {
    let stored = super::settings::storage_works() && LocalStorage::get::<bool>(NAME).is_ok();
    stored || cookie_is_set()
}

/// Leaves the marker; called after each first completed save of a session, which also renews the cookie.
pub fn set() {
    if super::settings::storage_works() {
        let _ = LocalStorage::set(NAME, true);
    }
    write_cookie(ONE_YEAR_SECONDS);
}

/// Takes the marker away, when a person chose to begin anew.
pub fn clear() {
    if super::settings::storage_works() {
        LocalStorage::delete(NAME);
    }
    write_cookie(0);
}

/// Whether the person answered the explanation about keeping the data before.
#[must_use]
pub fn keep_was_answered() -> bool {
    super::settings::storage_works() && LocalStorage::get::<bool>(ANSWERED).is_ok()
}

/// Remembers that the explanation was answered.
pub fn set_keep_answered() {
    if super::settings::storage_works() {
        let _ = LocalStorage::set(ANSWERED, true);
    }
}

fn html_document() -> Option<HtmlDocument> {
    js::document()?.dyn_into().ok()
}

fn cookie_is_set() -> bool {
    let all = html_document().and_then(|d| d.cookie().ok()).unwrap_or_default();
    all.split("; ").any(|pair| pair.split('=').next() == Some(NAME))
}

fn write_cookie(max_age: u32) {
    if let Some(document) = html_document() {
        let cookie = format!("{NAME}=1; Path=/; Max-Age={max_age}; SameSite=Strict");
        let _ = document.set_cookie(&cookie);
    }
}
