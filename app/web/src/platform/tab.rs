//! What a tablet of a class set keeps until an adult empties it, also when its tab or its app is closed: what is asked, and what
//! was said there, sealed. Nothing that can be read by whoever holds the tablet.

use super::js;
use model::ouder::unhex_all;
use replica::id::hex;
use web_sys::Storage;

const ASKED: &str = "thuisnabij-kring";
const GIFTS: &str = "thuisnabij-antwoorden";

fn storage() -> Option<Storage> {
    js::window()?.local_storage().ok().flatten()
}

/// Where versions of before kept it, until the tab was closed.
fn of_before() -> Option<Storage> {
    js::window()?.session_storage().ok().flatten()
}

fn kept(name: &str) -> Option<String> {
    let in_one = |storage: Option<Storage>| storage?.get_item(name).ok().flatten();
    in_one(storage()).or_else(|| in_one(of_before()))
}

/// Keeps what is asked.
#[must_use]
pub fn keep_asked(message: &[u8]) -> bool {
    storage().is_some_and(|tablet| tablet.set_item(ASKED, &hex(message)).is_ok())
}

/// What is asked, when it was kept.
#[must_use]
pub fn asked() -> Option<Vec<u8>> {
    unhex_all(&kept(ASKED)?)
}

/// Keeps what was said, sealed.
#[must_use]
pub fn keep_gifts(gifts: &[Vec<u8>]) -> bool {
    let lines: Vec<String> = gifts.iter().map(|gift| hex(gift)).collect();
    storage().is_some_and(|tablet| tablet.set_item(GIFTS, &lines.join("\n")).is_ok())
}

/// What was said, sealed.
#[must_use]
pub fn gifts() -> Vec<Vec<u8>> {
    kept(GIFTS).unwrap_or_default().lines().filter_map(unhex_all).collect()
}

/// Nothing of it stays.
pub fn forget() {
    for kept in [storage(), of_before()].into_iter().flatten() {
        let _ = kept.remove_item(ASKED);
        let _ = kept.remove_item(GIFTS);
    }
}
