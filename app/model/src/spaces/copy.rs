//! A copy of everything: out as one file, and in. A copy holds what is in the spaces, not who is in them: brought in where
//! the space is, it adds what is new; elsewhere it becomes a space of one's own.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use replica::bundle::{self, About as AboutFile, Bundle, BundleError};
use replica::document::{Document, DocumentError};
use replica::envelope::OpenSealer;
use replica::id::{PartId, SpaceId};
use replica::journal::{self, Retain};
use replica::keys::CryptoRng;
use replica::space::ROOM;
use replica::store::{Ahead, SaveState, Store, StoreError};

use super::files::DeviceCopy;
use super::{FoundError, OpenSpace, Part, Spaces};
use crate::about::{self, About};

/// What a copy brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// Documents in which something was new.
    pub documents: usize,
    /// Spaces that were not here.
    pub spaces: Vec<SpaceId>,
    /// Files that were not here.
    pub files: usize,
    /// Documents in the copy that could not be read, or that this person may not change here.
    pub left_out: usize,
}

/// Why a copy was not made or not brought in.
#[derive(Clone, Debug, PartialEq)]
pub enum CopyError {
    Bundle(BundleError),
    Document(DocumentError),
    /// A single change is larger than can be sealed.
    TooLarge,
    Found(FoundError),
}

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// Everything that is open as the bytes of one file, from what is in memory: also when the storage fails. Files go along as
    /// far as `room` bytes allow.
    ///
    /// # Errors
    /// A document that cannot be written down.
    pub async fn copy(&self, about: &AboutFile, room: u64) -> Result<DeviceCopy, StoreError> {
        let beside = Ahead::<S>::beside();
        for open in self.all() {
            if !open.is_draft() {
                write_down(&beside, &open).await?;
            }
        }
        let mut copy = DeviceCopy::default();
        let rows = self.copy_files(&mut copy, room).await;
        let file = &mut copy.file;
        bundle::export(&beside, about, &rows, |piece| file.extend_from_slice(piece)).await?;
        Ok(copy)
    }

    /// Takes in a copy. Save afterwards. A second time nothing is new.
    ///
    /// # Errors
    /// What is wrong with the copy.
    pub async fn bring_in(
        &self,
        copy: &Bundle,
        title: &str,
        now: u64,
    ) -> Result<Brought, CopyError> {
        let beside = Ahead::<S>::beside();
        let session = self.me.session();
        let merged = bundle::merge(&beside, copy, session, &OpenSealer).await;
        merged.map_err(CopyError::Bundle)?;
        let mut brought = Brought::default();
        let store_failed = |error| CopyError::Bundle(BundleError::Store(error));
        for id in journal::spaces(&beside).await.map_err(store_failed)? {
            let opened = journal::open(&beside, id, session, OpenSealer).await;
            let opened = opened.map_err(store_failed)?;
            brought.left_out += opened.report.blocked.len();
            let from = opened.parts.get(&about::part()).and_then(about::from);
            let here = [Some(id), from].into_iter().flatten();
            let here = here.filter_map(|id| self.get(id).or_else(|| self.made_of(id))).next();
            let open = match here {
                Some(open) => {
                    self.add_to(&open, opened.parts, &mut brought, now)?;
                    Some(open)
                }
                None => self.begin_with(id, opened.parts, title, &mut brought, now)?,
            };
            if let Some(open) = open {
                let came = self.bring_files(&beside, id, &open).await;
                brought.files += came.map_err(store_failed)?;
            }
        }
        Ok(brought)
    }

    /// The space that was made of a copy of this one.
    fn made_of(&self, id: SpaceId) -> Option<Rc<OpenSpace>> {
        self.all().into_iter().find(|open| open.about_document(|about| about.from()) == Some(id))
    }

    fn add_to(
        &self,
        open: &OpenSpace,
        parts: BTreeMap<PartId, Document>,
        brought: &mut Brought,
        now: u64,
    ) -> Result<(), CopyError> {
        for (part, document) in parts {
            // What a space is, is said where it is.
            if part == about::part() {
                continue;
            }
            let mut lacking = None;
            with_document(open, part, |here| {
                if !here.version().includes(&document.version()) {
                    lacking = Some(document.updates_since(&here.version()));
                }
            });
            let Some(update) = lacking else { continue };
            let update = update.map_err(CopyError::Document)?;
            if !open.may_write(part) {
                brought.left_out += 1;
                continue;
            }
            open.take_change(part, &update);
            for piece in pieces(&document, &update)? {
                self.record(open, part, piece, now);
            }
            brought.documents += 1;
        }
        Ok(())
    }

    fn begin_with(
        &self,
        id: SpaceId,
        mut parts: BTreeMap<PartId, Document>,
        title: &str,
        brought: &mut Brought,
        now: u64,
    ) -> Result<Option<Rc<OpenSpace>>, CopyError> {
        let said = parts.remove(&about::part()).map(About::open);
        if parts.is_empty() {
            return Ok(None);
        }
        let holds = |part| parts.contains_key(&part);
        let session = self.me.session();
        let said = match said {
            Some(about) => about,
            None => About::new(session).map_err(CopyError::Document)?,
        };
        let view = said.view(&holds);
        let title = if view.title.is_empty() { title } else { &view.title };
        // A space that lies open and in which nothing was written gives way.
        let draft = self.current(&view.kind).filter(|open| open.is_draft());
        let open = self.found_from(&view.kind, title, Some(id), now).map_err(CopyError::Found)?;
        if let Some(draft) = draft {
            self.open.borrow_mut().remove(&draft.id());
        }
        for (part, document) in parts {
            for piece in
                document.pieces(ROOM).map_err(CopyError::Document)?.ok_or(CopyError::TooLarge)?
            {
                self.record(&open, part, piece, now);
            }
            open.put_free(part, document);
            brought.documents += 1;
        }
        brought.spaces.push(open.id());
        Ok(Some(open))
    }

    /// Writes everything that is in memory to a storage that was emptied under us, as spaces of one's own. Who shared one
    /// has to be invited again; nothing that was on the screen is lost. Files were in that storage: those that the server has are
    /// fetched again, the others come back out of a copy.
    /// Open everything anew afterwards.
    ///
    /// # Errors
    /// What could not be written; then everything is still in memory.
    pub async fn write_anew(&self, now: u64) -> Result<SaveState, CopyError> {
        let old = self.all();
        for open in old.iter().filter(|open| !open.is_draft()) {
            let mut parts = BTreeMap::new();
            let mut failed = None;
            open.each_document(&mut |part, document| {
                let again =
                    document.snapshot().and_then(|bytes| Document::open(open.session(), &bytes));
                match again {
                    Ok(document) => drop(parts.insert(part, document)),
                    Err(error) => failed = Some(error),
                }
            });
            if let Some(error) = failed {
                return Err(CopyError::Document(error));
            }
            self.open.borrow_mut().remove(&open.id());
            // Who was just let in has perhaps no title yet: then it is named after what it is.
            let title = open.about().kind.name().nl;
            let begun = self.begin_with(open.id(), parts, title, &mut Brought::default(), now);
            match begun {
                Ok(Some(again)) => self.was_before(open, &again),
                Ok(None) => {}
                Err(error) => {
                    self.open.borrow_mut().extend(old.iter().map(|open| (open.id(), open.clone())));
                    return Err(error);
                }
            }
        }
        let state = self.save(now).await;
        if state != SaveState::SavedHere {
            return Ok(state);
        }
        match self.keep_before().await {
            Ok(()) => Ok(state),
            Err(error) => Ok(SaveState::NotSaved(error)),
        }
    }
}

/// What a document lacks, in pieces that fit: the whole update when that fits.
fn pieces(document: &Document, update: &[u8]) -> Result<Vec<Vec<u8>>, CopyError> {
    if update.len() <= ROOM {
        return Ok(vec![update.to_vec()]);
    }
    document.pieces(ROOM).map_err(CopyError::Document)?.ok_or(CopyError::TooLarge)
}

async fn write_down<S: Store>(beside: &S, open: &OpenSpace) -> Result<(), StoreError> {
    let opened = journal::open(beside, open.id(), open.session(), OpenSealer).await?;
    let journal = RefCell::new(opened.journal);
    let mut documents = Vec::new();
    open.each_document(&mut |part, document| documents.push((part, document.snapshot())));
    for (part, snapshot) in documents {
        let other = |error: DocumentError| StoreError::Other(error.to_string());
        let document = Document::open(open.session(), &snapshot.map_err(other)?).map_err(other)?;
        let compacted = journal.borrow_mut().compact(part, &document, Retain::Nothing);
        compacted.map_err(|error| StoreError::Other(error.to_string()))?;
        // One at a time: a snapshot needs an empty line.
        if let SaveState::NotSaved(error) = journal::save(&journal, beside).await {
            return Err(error);
        }
    }
    Ok(())
}

fn with_document(open: &OpenSpace, part: PartId, then: impl FnOnce(&Document)) {
    match open.part(part) {
        Part::Shelved(book) => {
            let mut then = Some(then);
            book.with_document(&mut |document| {
                if let Some(then) = then.take() {
                    then(document);
                }
            });
        }
        Part::Free(document) => {
            then(&document);
            open.put_free(part, document);
        }
        Part::Blocked => {}
    }
}
