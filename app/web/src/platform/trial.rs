//! Remembers over starts which change of somebody else is being read, in local storage because that is written at once, also
//! when the program dies the next moment. Where there is no local storage nothing is remembered.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_storage::{LocalStorage, Storage};
use replica::document::trial::{self, Notes, Trial};
use replica::id::{Hash, hex};

const BUSY: &str = "thuisnabij-reading";
const FATAL: &str = "thuisnabij-fatal";

struct Kept {
    notes: RefCell<Notes>,
    /// The one of many that is being read.
    at: Cell<Option<Hash>>,
}

impl Trial for Kept {
    fn begin(&self, changes: &[Hash]) -> bool {
        if !self.notes.borrow().allow(changes) {
            return false;
        }
        self.at.set(None);
        let _ = LocalStorage::set(BUSY, Notes::busy(changes));
        true
    }

    fn at(&self, change: &Hash) {
        self.at.set(Some(*change));
    }

    fn end(&self, changes: &[Hash]) {
        LocalStorage::delete(BUSY);
        self.at.set(None);
        if self.notes.borrow_mut().forgive(changes) {
            let _ = LocalStorage::set(FATAL, self.notes.borrow().text());
        }
    }
}

thread_local! {
    static WATCHING: RefCell<Option<Rc<Kept>>> = const { RefCell::new(None) };
}

/// The program failed: when that was while something was being read, that is what it was. Touches nothing else of the program,
/// because nothing else can be trusted any more.
pub fn failed() {
    let Some(kept) = WATCHING.with(|one| one.try_borrow().ok()?.clone()) else { return };
    let Ok(busy) = LocalStorage::get::<String>(BUSY) else { return };
    let busy = kept.at.get().map_or(busy, |one| hex(&one));
    if let Ok(mut notes) = kept.notes.try_borrow_mut() {
        notes.blame(&busy);
        let _ = LocalStorage::set(FATAL, notes.text());
        // Of many it is not known which: the next start reads them one by one.
        if !busy.contains(' ') {
            LocalStorage::delete(BUSY);
        }
    }
}

/// Begins to watch. Call before anything is read.
pub fn install() {
    if !super::settings::storage_works() {
        return;
    }
    let text = |name| LocalStorage::get::<String>(name).ok();
    let busy = text(BUSY);
    let notes = Notes::after(busy.as_deref(), text(FATAL).as_deref());
    if busy.is_some() {
        let _ = LocalStorage::set(FATAL, notes.text());
        LocalStorage::delete(BUSY);
    }
    let kept = Rc::new(Kept { notes: RefCell::new(notes), at: Cell::new(None) });
    WATCHING.set(Some(kept.clone()));
    trial::watch(Some(kept));
}
