//! A device on a store in memory, and a document as a page holds it: for the tests of spaces and for measurements.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng;
use model::spaces::{Me, OnShelf, OpenSpace, Spaces};
use replica::document::Document;
use replica::id::PartId;
use replica::keys::DeviceKeys;
use replica::member::Grant;
use replica::store::MemoryStore;
use replica::testing::block_on;

pub(crate) const NOW: u64 = 1_790_000_000_000;

pub(crate) type Room = Spaces<MemoryStore, ChaCha20Rng>;

pub(crate) fn rng(seed: u8) -> ChaCha20Rng {
    ChaCha20Rng::from_seed([seed; 32])
}

/// A device that was just opened.
pub(crate) fn enter(store: &MemoryStore, person: u8, peer: u64) -> Room {
    let me = Me {
        keys: DeviceKeys::generate(&mut rng(person)),
        name: format!("Persoon {person}"),
        peer,
    };
    let seed = person.wrapping_add(peer as u8).wrapping_add(100);
    block_on(Spaces::open(store.clone(), me, rng(seed), "Begroting", NOW)).unwrap().0
}

/// A document as a page holds it.
pub(crate) struct Page(pub(crate) RefCell<Document>);

impl Page {
    pub(crate) fn shelve(open: &OpenSpace, part: PartId, document: Document) -> Rc<Self> {
        let page = Rc::new(Self(RefCell::new(document)));
        open.put_on_shelf(part, page.clone());
        page
    }
}

impl OnShelf for Page {
    fn with_document(&self, then: &mut dyn FnMut(&Document)) {
        then(&self.0.borrow());
    }
    fn import(&self, grant: Grant, changes: &[u8]) -> bool {
        self.0.borrow_mut().take(grant, changes).is_ok()
    }
    fn replace(&self, document: Document) {
        self.0.replace(document);
    }
    fn gone(&self) {}
    fn as_any(self: Rc<Self>) -> Rc<dyn Any> {
        self
    }
}
