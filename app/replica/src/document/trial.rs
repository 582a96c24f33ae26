//! Changes of others are read by a library that a bent change can bring down, and with it the whole app (THREATS.md). Such a
//! change lies in the log and would do so again at every start. So whoever runs the app may watch: before changes are read it
//! is noted which, afterwards that it went well, and what never went well is not tried again.
//!
//! It notes through a port and decides nothing: how often is often enough is up to who watches.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::DocumentError;
use crate::id::{Hash, hex, sha256, unhex};

/// So often may changes bring the app down before they are left alone. Once may be a battery that went empty.
const TRIES: u32 = 2;

/// How many changes are remembered; who has more of them has another problem.
const MOST: usize = 64;

/// Notes what is being read, so that it is known after the app died at it. All methods are quick.
pub trait Trial {
    /// These changes are about to be read, all at once. False when they are to be left alone, or read one by one.
    fn begin(&self, changes: &[Hash]) -> bool;
    /// Of those, this one is being read now. Told so often that it may cost next to nothing: in memory, not on a disk.
    fn at(&self, change: &Hash);
    /// They were read, or refused in good order.
    fn end(&self, changes: &[Hash]);
}

thread_local! {
    static WATCH: RefCell<Option<Rc<dyn Trial>>> = const { RefCell::new(None) };
}

/// From here on `trial` is told what documents read; nobody is, with `None`.
pub fn watch(trial: Option<Rc<dyn Trial>>) {
    WATCH.set(trial);
}

/// Reads changes, unless they are left alone.
pub(super) fn attempt<T>(
    changes: &[&[u8]],
    read: impl FnOnce() -> Result<T, DocumentError>,
) -> Result<T, DocumentError> {
    let Some(trial) = WATCH.with_borrow(Option::clone) else { return read() };
    let names: Vec<_> = changes.iter().map(|bytes| sha256(bytes)).collect();
    if !trial.begin(&names) {
        return Err(DocumentError::Damaged("it brought the app down before".to_owned()));
    }
    let outcome = read();
    trial.end(&names);
    outcome
}

/// Reads many changes. When somebody watches: one after another, so that it is known which one it was. That is as quick as all
/// at once (2,000 changes: 64 ms and 52 ms), which nobody watching leaves to `all`.
pub(super) fn attempt_all<T>(
    changes: &[&[u8]],
    mut one: impl FnMut(&[u8]) -> Result<T, DocumentError>,
    all: impl FnOnce() -> Result<T, DocumentError>,
) -> Result<Vec<T>, DocumentError> {
    let Some(trial) = WATCH.with_borrow(Option::clone) else { return Ok(vec![all()?]) };
    let names: Vec<_> = changes.iter().map(|bytes| sha256(bytes)).collect();
    if !trial.begin(&names) {
        return Err(DocumentError::Damaged("one of them brought the app down before".to_owned()));
    }
    let read = names.iter().zip(changes).map(|(name, bytes)| {
        trial.at(name);
        one(bytes)
    });
    let outcome = read.collect();
    trial.end(&names);
    outcome
}

/// What a [`Trial`] remembers over starts. Pure; two texts are kept for it: what is being read, and what brought the app down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    fatal: BTreeMap<Hash, u32>,
    /// The app died while many were read: this time one by one.
    one_by_one: bool,
}

impl Notes {
    /// After a start: `busy` is what was being read when the app ended, `fatal` what [`text`](Self::text) gave. What makes no
    /// sense in them is passed over.
    pub fn after(busy: Option<&str>, fatal: Option<&str>) -> Self {
        let mut notes = Self::default();
        for (name, count) in fatal.iter().flat_map(|text| text.split(' ')).filter_map(pair) {
            notes.fatal.insert(name, count);
        }
        let busy: Vec<_> = busy.iter().flat_map(|text| text.split(' ')).filter_map(unhex).collect();
        match busy.as_slice() {
            [] => {}
            [one] if notes.fatal.len() < MOST || notes.fatal.contains_key(one) => {
                *notes.fatal.entry(*one).or_default() += 1;
            }
            _ => notes.one_by_one = true,
        }
        notes
    }

    /// Whether these may be read, all at once.
    pub fn allow(&self, changes: &[Hash]) -> bool {
        let count = |name: &Hash| self.fatal.get(name).copied().unwrap_or(0);
        match changes {
            [one] => count(one) < TRIES,
            many => !self.one_by_one && many.iter().all(|name| count(name) == 0),
        }
    }

    /// These went well: what happened before was not because of them. True when something of that was noted.
    pub fn forgive(&mut self, changes: &[Hash]) -> bool {
        changes.iter().filter(|name| self.fatal.remove(*name).is_some()).count() > 0
    }

    /// The app failed in sight while this was being read, so it was no battery: one change is left alone from now on. Of many
    /// nobody knows which, unless it is known how far it was.
    pub fn blame(&mut self, busy: &str) {
        let busy: Vec<_> = busy.split(' ').filter_map(unhex).collect();
        match busy.as_slice() {
            [one] if self.fatal.len() < MOST || self.fatal.contains_key(one) => {
                self.fatal.insert(*one, TRIES);
            }
            _ => {}
        }
    }

    /// What is to be kept of what brought the app down.
    pub fn text(&self) -> String {
        let pairs = self.fatal.iter().map(|(name, count)| format!("{}:{count}", hex(name)));
        pairs.collect::<Vec<_>>().join(" ")
    }

    /// What is to be kept while these are read.
    pub fn busy(changes: &[Hash]) -> String {
        // More than two say no more than two: that there were many.
        changes.iter().take(2).map(|name| hex(name)).collect::<Vec<_>>().join(" ")
    }
}

fn pair(text: &str) -> Option<(Hash, u32)> {
    let (name, count) = text.split_once(':')?;
    Some((unhex(name)?, count.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::document::{Document, Place, Session};
    use crate::id::DeviceId;

    /// The app over several starts: it dies at one change, as a bent one makes it.
    #[derive(Default)]
    struct Device {
        busy: RefCell<Option<String>>,
        fatal: RefCell<Option<String>>,
        notes: RefCell<Notes>,
        deadly: Cell<Hash>,
        /// It sees its own end, as at a panic or a trap; otherwise the browser ends it.
        in_sight: Cell<bool>,
        died: Cell<bool>,
    }

    impl Device {
        fn start(&self) {
            self.died.set(false);
            let notes = Notes::after(self.busy.take().as_deref(), self.fatal.borrow().as_deref());
            self.fatal.replace(Some(notes.text()));
            self.notes.replace(notes);
        }
    }

    impl Trial for Device {
        fn begin(&self, changes: &[Hash]) -> bool {
            if self.died.get() || !self.notes.borrow().allow(changes) {
                return false;
            }
            self.busy.replace(Some(Notes::busy(changes)));
            if let [one] = changes {
                self.at(one);
            }
            true
        }

        fn at(&self, change: &Hash) {
            // What comes after its end is not read.
            if self.died.get() || *change != self.deadly.get() {
                return;
            }
            self.died.set(true);
            if self.in_sight.get() {
                self.busy.take();
                self.notes.borrow_mut().blame(&hex(change));
                self.fatal.replace(Some(self.notes.borrow().text()));
            }
        }

        fn end(&self, changes: &[Hash]) {
            if self.died.get() {
                return;
            }
            self.busy.replace(None);
            if self.notes.borrow_mut().forgive(changes) {
                self.fatal.replace(Some(self.notes.borrow().text()));
            }
        }
    }

    fn updates() -> Vec<Vec<u8>> {
        let session = Session { peer: 1, device: DeviceId::from_bytes([1; 16]) };
        let mut document = Document::new(session).unwrap();
        let mut write = |field: &str| {
            let edit = document.edit(|to| to.set(&Place::root("x"), field, 1));
            edit.map_err(|error: DocumentError| error).unwrap().update.unwrap()
        };
        ["a", "b", "c"].map(&mut write).to_vec()
    }

    /// Reads everything, at once or else one by one, as a space does when it opens. How many were read.
    fn open(device: &Device, updates: &[Vec<u8>]) -> Option<usize> {
        device.start();
        let session = Session { peer: 2, device: DeviceId::from_bytes([2; 16]) };
        let mut document = Document::new(session).unwrap();
        let read = if document.import_batch(updates).is_ok() {
            updates.len()
        } else {
            updates.iter().filter(|update| document.import(update).is_ok()).count()
        };
        (!device.died.get()).then_some(read)
    }

    #[test]
    fn a_change_that_brings_the_app_down_twice_is_left_alone_and_all_others_stay() {
        let (device, updates) = (Rc::new(Device::default()), updates());
        watch(Some(device.clone()));
        assert_eq!(open(&device, &updates), Some(3));
        device.deadly.set(sha256(&updates[1]));
        // At once, one by one, once more: then it is known which one it is.
        let starts: Vec<_> = (0..5).map(|_| open(&device, &updates)).collect();
        watch(None);
        assert_eq!(starts, [None, None, None, Some(2), Some(2)]);
    }

    #[test]
    fn a_change_at_which_the_app_saw_itself_fail_is_left_alone_at_once() {
        let (device, updates) = (Rc::new(Device::default()), updates());
        watch(Some(device.clone()));
        device.in_sight.set(true);
        device.deadly.set(sha256(&updates[1]));
        // It arrives as one change: one crash, and at the next start everything else is there.
        device.start();
        let session = Session { peer: 2, device: DeviceId::from_bytes([2; 16]) };
        let _ = Document::new(session).unwrap().import(&updates[1]);
        assert!(device.died.get());
        let starts: Vec<_> = (0..2).map(|_| open(&device, &updates)).collect();
        watch(None);
        assert_eq!(starts, [Some(2), Some(2)]);
    }

    #[test]
    fn among_many_one_crash_in_sight_is_enough_as_well() {
        let (device, updates) = (Rc::new(Device::default()), updates());
        watch(Some(device.clone()));
        device.in_sight.set(true);
        for (deadly, update) in updates.iter().enumerate() {
            device.deadly.set(sha256(update));
            let starts: Vec<_> = (0..3).map(|_| open(&device, &updates)).collect();
            assert_eq!(starts, [None, Some(2), Some(2)], "change {deadly}");
            device.deadly.set([0; 32]);
            device.fatal.replace(None);
        }
        watch(None);
    }

    #[test]
    fn a_battery_that_goes_empty_while_a_change_is_read_costs_no_change() {
        let (device, updates) = (Rc::new(Device::default()), updates());
        watch(Some(device.clone()));
        device.deadly.set(sha256(&updates[2]));
        device.start();
        let session = Session { peer: 2, device: DeviceId::from_bytes([2; 16]) };
        let _ = Document::new(session).unwrap().import(&updates[2]);
        device.deadly.set([0; 32]);
        let starts: Vec<_> = (0..2).map(|_| open(&device, &updates)).collect();
        watch(None);
        assert_eq!(starts, [Some(3), Some(3)]);
        assert_eq!(device.notes.borrow().text(), "", "and is forgotten");
    }

    #[test]
    fn notes_that_make_no_sense_are_passed_over() {
        assert_eq!(Notes::after(Some("x yy"), Some("z:1 é 9")), Notes::default());
    }
}
