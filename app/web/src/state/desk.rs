//! What lies open: the space, its documents, and the right to write, until another tab goes on.

use super::book::OnShelf;
use super::people::Vault;
use super::space::Space;
use crate::platform::locks::{HandOver, Right};
use replica::bundle::About;
use replica::document::Document;
use replica::id::PartId;
use replica::journal::SaveState;
use replica::store::StoreError;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Documents by part.
pub(super) type Documents = BTreeMap<PartId, Document>;

/// What is open on this device. Lives until another tab goes on.
pub(super) struct Desk {
    pub(super) space: Space<Vault>,
    /// Documents that no page asked for yet.
    closed: RefCell<Documents>,
    /// Documents in use.
    shelf: RefCell<BTreeMap<PartId, Rc<dyn OnShelf>>>,
    /// Whether the marks beside the data were set in this session.
    marked: Cell<bool>,
    /// Whether a change fits in no envelope: it is on the screen and can only leave in a copy.
    stuck: Cell<bool>,
    right: Right,
    hand_over: RefCell<Option<HandOver>>,
}

impl Desk {
    /// A device that was just opened.
    pub(super) fn new(
        space: Space<Vault>,
        parts: Documents,
        right: Right,
        hand_over: Option<HandOver>,
    ) -> Self {
        let (closed, shelf) = (RefCell::new(parts), RefCell::default());
        let hand_over = RefCell::new(hand_over);
        let (marked, stuck) = Default::default();
        Self { space, closed, shelf, marked, stuck, right, hand_over }
    }

    /// The same desk with its space opened anew, after something was brought in. The right to write stays.
    pub(super) fn with(self: &Rc<Self>, space: Space<Vault>, parts: Documents) -> Self {
        let right = self.right.clone();
        let hand_over = self.hand_over.borrow_mut().take();
        let desk = Self::new(space, parts, right, hand_over);
        desk.marked.set(self.marked.get());
        desk
    }

    /// Lets the next tab go on.
    pub(super) fn close(&self) {
        self.space.store().close();
        self.right.release();
    }

    /// Remembers that a change cannot be written; from now on nothing counts as saved.
    pub(super) fn get_stuck(&self) {
        self.stuck.set(true);
    }

    /// What is true about saving now.
    pub(super) fn state(&self) -> SaveState {
        self.judged(self.space.state())
    }

    /// What the journal says, unless it does not know of a change that cannot be written.
    pub(super) fn judged(&self, state: SaveState) -> SaveState {
        match state {
            SaveState::SavedHere if self.stuck.get() => {
                SaveState::NotSaved(StoreError::Other("a change fits in no envelope".to_owned()))
            }
            state => state,
        }
    }

    /// True once in a session: at the first save that completed.
    pub(super) fn is_first_save(&self) -> bool {
        !self.marked.replace(true)
    }

    /// A document that was found on the device and is not in use yet.
    pub(super) fn take_document(&self, part: PartId) -> Option<Document> {
        self.closed.borrow_mut().remove(&part)
    }

    /// Makes a document in use known to the storage.
    pub(super) fn put_on_shelf(&self, part: PartId, book: Rc<dyn OnShelf>) {
        self.shelf.borrow_mut().insert(part, book);
    }

    /// Saves what waits, and shortens a long log. What cannot be shortened stays long; that is no failure to save.
    pub(super) async fn save(&self) -> SaveState {
        let state = self.space.save().await;
        if state != SaveState::SavedHere {
            return state;
        }
        for (part, book) in self.books() {
            book.with_document(&mut |document| self.space.compact_when_due(part, document));
        }
        self.space.save().await
    }

    /// Writes everything in memory to a storage that was cleared.
    pub(super) async fn rewrite(&self) -> SaveState {
        self.space.store().begin_anew();
        if let state @ SaveState::NotSaved(_) = self.space.begin_rewrite().await {
            return state;
        }
        let mut complete = true;
        let closed = self.closed.take();
        for (part, document) in &closed {
            complete &= self.space.snapshot(*part, document);
            self.space.save().await;
        }
        self.closed.replace(closed);
        for (part, book) in self.books() {
            book.with_document(&mut |document| complete &= self.space.snapshot(part, document));
            // One at a time: a snapshot needs an empty line.
            self.space.save().await;
        }
        match self.space.save().await {
            SaveState::SavedHere if !complete => {
                SaveState::NotSaved(StoreError::Other("a document was not written".to_owned()))
            }
            state => state,
        }
    }

    /// The device as one file. When the storage cannot be read any more, from what is on the screen.
    pub(super) async fn export(&self, about: &About) -> Result<Vec<u8>, StoreError> {
        if self.space.store().fenced().is_none()
            && let Ok(file) = self.space.export(about).await
        {
            return Ok(file);
        }
        self.space.export_from_memory(about, &self.snapshots()).await
    }

    fn snapshots(&self) -> Vec<(PartId, Vec<u8>)> {
        let mut all = Vec::new();
        let mut add = |part: PartId, document: &Document| {
            all.extend(document.snapshot().ok().map(|snapshot| (part, snapshot)));
        };
        self.closed.borrow().iter().for_each(|(part, document)| add(*part, document));
        for (part, book) in self.books() {
            book.with_document(&mut |document| add(part, document));
        }
        all
    }

    fn books(&self) -> Vec<(PartId, Rc<dyn OnShelf>)> {
        self.shelf.borrow().iter().map(|(part, book)| (*part, book.clone())).collect()
    }
}
