//! What one tab keeps over a reload and no longer: on a tablet of a class set, what is asked and what was said there, sealed.
//! Nothing that can be read by whoever holds the tablet.

use super::js;
use model::ouder::unhex_all;
use replica::id::hex;
use web_sys::Storage;

const ASKED: &str = "thuisnabij-kring";
const GIFTS: &str = "thuisnabij-antwoorden";

fn storage() -> Option<Storage> {
    js::window()?.session_storage().ok().flatten()
}

/// Keeps what is asked.
#[must_use]
pub fn keep_asked(message: &[u8]) -> bool {
    storage().is_some_and(|tab| tab.set_item(ASKED, &hex(message)).is_ok())
}

/// What is asked, when it was kept.
#[must_use]
pub fn asked() -> Option<Vec<u8>> {
    unhex_all(&storage()?.get_item(ASKED).ok()??)
}

/// Keeps what was said, sealed.
#[must_use]
pub fn keep_gifts(gifts: &[Vec<u8>]) -> bool {
    let lines: Vec<String> = gifts.iter().map(|gift| hex(gift)).collect();
    storage().is_some_and(|tab| tab.set_item(GIFTS, &lines.join("\n")).is_ok())
}

/// What was said, sealed.
#[must_use]
pub fn gifts() -> Vec<Vec<u8>> {
    let kept = storage().and_then(|tab| tab.get_item(GIFTS).ok().flatten()).unwrap_or_default();
    kept.lines().filter_map(unhex_all).collect()
}

/// Nothing of it stays.
pub fn forget() {
    if let Some(tab) = storage() {
        let _ = tab.remove_item(ASKED);
        let _ = tab.remove_item(GIFTS);
    }
}
