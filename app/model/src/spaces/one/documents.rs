//! The documents of an open space: which were not read yet, which lie free and which a page holds.

use std::rc::Rc;

use replica::document::Document;
use replica::id::PartId;
use replica::member::Grant;
use replica::space::Report;

use super::OpenSpace;
use crate::about::{self, About};
use crate::spaces::shelf::{OnShelf, Part};

impl OpenSpace {
    /// Notes what was found.
    pub(in crate::spaces) fn note(&self, report: Report) {
        self.blocked.borrow_mut().extend(&report.blocked);
        self.report.borrow_mut().add(report);
    }

    /// What was found until now.
    pub(in crate::spaces) fn report(&self) -> Report {
        self.report.borrow().clone()
    }

    /// Reads a document that was only in the log until now. Everybody who asks for a document comes along here, so nothing is
    /// shown as empty because it was not read yet.
    pub(in crate::spaces) fn fetch(&self, part: PartId) {
        if !self.unread.borrow_mut().remove(&part) {
            return;
        }
        let mut report = Report::default();
        let document = self.space.borrow().read(part, &mut report);
        if let Some(document) = document {
            self.put_free(part, document);
        }
        self.note(report);
    }

    fn fetch_all(&self) {
        while let Some(part) = self.next_unread() {
            self.fetch(part);
        }
    }

    /// A part of which the document was not read yet.
    pub(in crate::spaces) fn next_unread(&self) -> Option<PartId> {
        self.unread.borrow().first().copied()
    }

    /// The first of these parts of which the document was not read yet.
    pub(in crate::spaces) fn first_unread(&self, of: &[PartId]) -> Option<PartId> {
        of.iter().copied().find(|part| self.is_unread(*part))
    }

    pub(super) fn is_unread(&self, part: PartId) -> bool {
        self.unread.borrow().contains(&part)
    }

    /// A part, for a page. A free document is the page's from now on; it must come on the shelf at once.
    pub fn part(&self, part: PartId) -> Part {
        if let Some(book) = self.shelf.borrow().get(&part) {
            return Part::Shelved(book.clone());
        }
        self.fetch(part);
        if self.blocked.borrow().contains(&part) {
            return Part::Blocked;
        }
        let free = self.free.borrow_mut().remove(&part);
        match free.map_or_else(|| Document::new(self.session()), Ok) {
            Ok(document) => Part::Free(document),
            Err(_) => Part::Blocked,
        }
    }

    /// Looks into a document where it lies, without opening it for a page. Nothing when it was never begun or cannot be read.
    pub fn look_into<T>(&self, part: PartId, read: impl FnOnce(&Document) -> T) -> Option<T> {
        if let Some(book) = self.shelf.borrow().get(&part) {
            let (mut read, mut seen) = (Some(read), None);
            book.with_document(&mut |document| seen = read.take().map(|read| read(document)));
            return seen;
        }
        self.fetch(part);
        self.free.borrow().get(&part).map(read)
    }

    /// Whether every document of it could be read, and none waits for changes that did not arrive.
    pub(in crate::spaces) fn is_read_whole(&self) -> bool {
        let mut whole = true;
        self.each_document(&mut |_, document| {
            whole &= document.pending().is_ok_and(|waits| waits.is_none());
        });
        whole && !self.is_blocked()
    }

    /// Whether a document could not be read. To know that, all are read.
    pub(in crate::spaces) fn is_blocked(&self) -> bool {
        self.fetch_all();
        !self.blocked.borrow().is_empty()
    }

    /// Makes a document in use known.
    pub fn put_on_shelf(&self, part: PartId, book: Rc<dyn OnShelf>) {
        self.shelf.borrow_mut().insert(part, book);
    }

    /// A document that no page holds.
    pub(in crate::spaces) fn put_free(&self, part: PartId, document: Document) {
        self.free.borrow_mut().insert(part, document);
    }

    /// Reads or writes a document that no page ever holds. It is begun when it is not there.
    pub(in crate::spaces) fn with_free<T: Default>(
        &self,
        part: PartId,
        then: impl FnOnce(&mut Document) -> T,
    ) -> T {
        self.fetch(part);
        let session = self.session();
        let mut free = self.free.borrow_mut();
        if !free.contains_key(&part)
            && let Ok(document) = Document::new(session)
        {
            free.insert(part, document);
        }
        free.get_mut(&part).map(then).unwrap_or_default()
    }

    /// Hands every document to `then`, also that which says what the space is.
    pub fn each_document(&self, then: &mut dyn FnMut(PartId, &Document)) {
        self.fetch_all();
        self.each_read(then);
    }

    /// The same for the documents that were read until now.
    pub(super) fn each_read(&self, then: &mut dyn FnMut(PartId, &Document)) {
        then(about::part(), self.about.borrow().document());
        self.free.borrow().iter().for_each(|(part, document)| then(*part, document));
        for (part, book) in self.shelf.borrow().iter() {
            book.with_document(&mut |document| then(*part, document));
        }
    }

    pub(super) fn apply(&self, part: PartId, grant: Grant, payload: &[u8]) {
        if part == about::part() {
            // What it could not read is in the log, and is tried again at the next start.
            let _ = self.about.borrow_mut().import(payload);
            return;
        }
        let book = self.shelf.borrow().get(&part).cloned();
        if let Some(book) = book {
            book.import(grant, payload);
            return;
        }
        if self.is_unread(part) {
            // It is in the log, and comes along when the document is read.
            return;
        }
        self.with_free(part, |document| drop(document.take(grant, payload)));
    }

    pub(super) fn rebuild(&self, part: PartId) {
        if self.is_unread(part) {
            return;
        }
        let Ok(built) = self.space.borrow().build(part) else { return };
        if part == about::part() {
            self.about.replace(About::open(built.document));
            return;
        }
        let book = self.shelf.borrow().get(&part).cloned();
        match book {
            Some(book) => book.replace(built.document),
            None => drop(self.free.borrow_mut().insert(part, built.document)),
        }
    }
}
