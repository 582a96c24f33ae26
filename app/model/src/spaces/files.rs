//! The files of all spaces on this device: adding, opening, what is here of each, and what may go. How they
//! reach the server is in `exchange`, how they go along in a package or a copy in `along`.

mod along;
mod before;
mod exchange;

#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use replica::blob::{self, Blob, BlobError, Elsewhere, Held, Put};
use replica::document::Version;
use replica::gather::Gather;
use replica::id::{BlobId, PartId, SpaceId};
use replica::keys::CryptoRng;
use replica::role::{Errand, Role, may_ask};
use replica::store::{Store, StoreError};
use rules::order::Order;

pub use along::DeviceCopy;
pub use exchange::Moved;

use super::{OpenSpace, Spaces};
use crate::attachment::{self, Attachment, NotAdded, State};
use crate::sharing::status::FilesWait;

type Name = (SpaceId, BlobId);

/// What is known of the files.
#[derive(Default)]
pub(super) struct Files {
    held: BTreeMap<Name, Held>,
    /// What the documents hold, as they were when they were last looked through.
    found: BTreeMap<(SpaceId, PartId), (Version, Vec<Attachment>)>,
    /// What came whole and was not what was added: once, it is fetched anew; twice, it counts as damaged until the next start
    /// or until somebody hands it over.
    spoiled: BTreeSet<Name>,
    damaged: BTreeSet<Name>,
    /// What was here when the spaces were opened.
    from_before: BTreeSet<Name>,
    /// What has to go from the server.
    to_drop: BTreeSet<Name>,
    server: exchange::Known,
    /// Where spaces were that had to be written anew, by the id that they have now.
    before: BTreeMap<SpaceId, SpaceId>,
    /// What is not there either.
    nowhere: BTreeSet<Name>,
}

impl Files {
    pub(super) async fn open<S: Store>(store: &S) -> Result<Self, StoreError> {
        let held: BTreeMap<_, _> = blob::held(store).await?.into_iter().gather();
        let from_before = held.keys().copied().gather();
        let to_drop = blob::to_drop(store).await?.into_iter().gather();
        let before = before::known(store).await?;
        Ok(Self { held, from_before, to_drop, before, ..Self::default() })
    }
}

/// Why a file does not open here.
#[derive(Clone, Debug, PartialEq)]
pub enum NotOpened {
    /// It is not (wholly) here.
    NotHere,
    Damaged,
    Store(StoreError),
}

/// How many files, and how large they are together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    pub files: usize,
    pub bytes: u64,
}

impl Amount {
    fn add(&mut self, bytes: u64) {
        self.files += 1;
        self.bytes += bytes;
    }
}

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// Seals a file and keeps it on the device. What is answered goes into a document by a command; until it is there,
    /// nobody else can open the file, and at the next start it is gone.
    ///
    /// # Errors
    /// Why not; then nothing was kept.
    pub async fn attach(
        &self,
        space: SpaceId,
        name: &str,
        media: &str,
        content: &[u8],
    ) -> Result<Attachment, NotAdded> {
        if content.is_empty() {
            return Err(NotAdded::Empty);
        }
        let sealed = blob::seal(content, &mut *self.rng.borrow_mut());
        let (blob, sealed) = sealed.map_err(|_| NotAdded::TooLarge)?;
        let pieces = (0..).zip(sealed).map(|(number, sealed)| Put { number, sealed }).collect();
        let none = Held::nothing_of(blob.pieces().unwrap_or(0));
        match self.keep_pieces(space, blob.id, none, pieces).await {
            Ok(()) => Ok(Attachment::new(&blob, name, media)),
            Err(StoreError::Quota) => Err(NotAdded::Full),
            Err(_) => Err(NotAdded::NotSaved),
        }
    }

    async fn keep_pieces(
        &self,
        space: SpaceId,
        blob: BlobId,
        known: Held,
        pieces: Vec<Put>,
    ) -> Result<(), StoreError> {
        let held = blob::keep(&self.store, space, blob, known, pieces).await?;
        self.files.borrow_mut().held.insert((space, blob), held);
        self.count_files();
        Ok(())
    }

    /// Counts anew what waits to be sent of the files of shared spaces.
    pub(super) fn count_files(&self) {
        for open in self.all().into_iter().filter(|open| open.is_shared()) {
            let needed = self.needed(&open);
            let (may_send, space) = (may_send(&open), open.id());
            let files = self.files.borrow();
            let waits = |((of, blob), held): &(&Name, &Held)| {
                *of == space
                    && held.is_whole()
                    && !held.sent
                    && needed.as_ref().is_none_or(|needed| needed.contains(blob))
            };
            let count = files.held.iter().filter(waits).count() as u64 * u64::from(may_send);
            let refused = files.server.refused(space).filter(|_| count > 0);
            let since = open.files.get().since.filter(|_| count > 0);
            let waits = FilesWait { count, refused, since };
            if open.files.replace(waits) != waits {
                open.look();
            }
        }
    }

    /// The files that the documents of a space hold; nothing while some were not read yet.
    fn needed(&self, open: &OpenSpace) -> Option<BTreeSet<BlobId>> {
        let is_read = open.next_unread().is_none();
        is_read.then(|| self.attachments(open).into_iter().map(|one| one.blob).gather())
    }

    /// The content of a file.
    ///
    /// # Errors
    /// Why it does not open here.
    pub async fn content(
        &self,
        space: SpaceId,
        attachment: &Attachment,
    ) -> Result<Vec<u8>, NotOpened> {
        let blob = attachment.to_blob();
        let pieces = blob::pieces(&self.store, space, blob.id).await.map_err(NotOpened::Store)?;
        let in_order = (0..).zip(&pieces).all(|(number, piece)| piece.number == number);
        if !in_order {
            return Err(NotOpened::NotHere);
        }
        let sealed: Vec<_> = pieces.into_iter().map(|piece| piece.sealed).collect();
        blob.open(&sealed).map_err(|error| match error {
            BlobError::Missing => NotOpened::NotHere,
            BlobError::Damaged | BlobError::TooLarge => NotOpened::Damaged,
        })
    }

    /// How it stands with a file. Track the revision.
    pub fn file_state(&self, space: SpaceId, attachment: &Attachment) -> State {
        let files = self.files.borrow();
        let name = (space, attachment.blob);
        if files.damaged.contains(&name) {
            return State::Damaged;
        }
        match files.held.get(&name) {
            Some(held) if held.is_whole() => match self.get(space) {
                Some(open) if !open.is_shared() => State::Here,
                _ if held.sent => State::Sent,
                _ => State::Waits,
            },
            Some(held) if held.pieces() > 0 => {
                State::Partly { here: held.pieces(), count: held.count }
            }
            _ => State::Elsewhere,
        }
    }

    /// The files of a space that are wholly here.
    pub fn files_here(&self, space: SpaceId) -> BTreeSet<BlobId> {
        let files = self.files.borrow();
        let of_space = files.held.iter().filter(|((of, _), held)| *of == space && held.is_whole());
        of_space.map(|((_, blob), _)| *blob).gather()
    }

    /// Every file that the documents of a space hold. A document that did not change is not looked through again.
    pub fn attachments(&self, open: &OpenSpace) -> Vec<Attachment> {
        let space = open.id();
        let mut found = std::mem::take(&mut self.files.borrow_mut().found);
        let mut all = BTreeMap::new();
        open.each_document(&mut |part, document| {
            let version = document.version();
            let known = found.entry((space, part)).or_default();
            if known.0 != version {
                *known = (version, attachment::all(document));
            }
            all.extend(known.1.iter().map(|one| (one.blob, one.clone())));
        });
        self.files.borrow_mut().found = found;
        all.into_values().collect()
    }

    /// A file that came whole and is what was added wins from loose pieces that came before it. True when it became whole by it.
    async fn take_package(
        &self,
        space: SpaceId,
        blob: &Blob,
        mut pieces: Vec<(u64, Vec<u8>)>,
    ) -> Result<bool, StoreError> {
        let name = (space, blob.id);
        if self.files.borrow().held.get(&name).is_some_and(Held::is_whole) {
            return Ok(false);
        }
        pieces.order_by_key(|(number, _)| *number);
        let sealed: Vec<_> = pieces.iter().map(|(_, sealed)| sealed.clone()).collect();
        if blob.open(&sealed).is_err() {
            return self.take_pieces(space, blob, pieces).await;
        }
        let none = Held::nothing_of(blob.pieces().unwrap_or(0));
        let puts = (0..).zip(sealed).map(|(number, sealed)| Put { number, sealed }).collect();
        self.keep_pieces(space, blob.id, none, puts).await?;
        self.is_good(name);
        Ok(true)
    }

    fn is_good(&self, name: Name) {
        let mut files = self.files.borrow_mut();
        files.spoiled.remove(&name);
        files.damaged.remove(&name);
    }

    /// Keeps what is new of these pieces and what it claims to be. True when the file became whole by it.
    async fn take_pieces(
        &self,
        space: SpaceId,
        blob: &Blob,
        pieces: Vec<(u64, Vec<u8>)>,
    ) -> Result<bool, StoreError> {
        let Some(count) = blob.pieces() else { return Ok(false) };
        let name = (space, blob.id);
        let known = self.files.borrow().held.get(&name).copied();
        let known = known.unwrap_or(Held::nothing_of(count));
        let new = pieces.into_iter().filter(|(number, sealed)| {
            !known.has(*number) && blob.open_piece(*number, sealed).is_ok()
        });
        let new: Vec<_> = new.map(|(number, sealed)| Put { number, sealed }).collect();
        if known.is_whole() || new.is_empty() {
            return Ok(false);
        }
        self.keep_pieces(space, blob.id, known, new).await?;
        let is_whole = self.files.borrow().held.get(&name).is_some_and(Held::is_whole);
        if !is_whole {
            return Ok(false);
        }
        if self.is_as_added(space, blob).await? {
            self.is_good(name);
            return Ok(true);
        }
        // A member made pieces of their own under the key: the whole is not what was added.
        self.forget_file(space, blob.id, Elsewhere::Stays).await?;
        let mut files = self.files.borrow_mut();
        if !files.spoiled.insert(name) {
            files.damaged.insert(name);
        }
        Ok(false)
    }

    async fn is_as_added(&self, space: SpaceId, blob: &Blob) -> Result<bool, StoreError> {
        let pieces = blob::pieces(&self.store, space, blob.id).await?;
        let sealed: Vec<_> = pieces.into_iter().map(|piece| piece.sealed).collect();
        Ok(blob.open(&sealed).is_ok())
    }

    async fn forget_file(
        &self,
        space: SpaceId,
        blob: BlobId,
        elsewhere: Elsewhere,
    ) -> Result<(), StoreError> {
        blob::forget(&self.store, space, blob, elsewhere).await?;
        let mut files = self.files.borrow_mut();
        files.held.remove(&(space, blob));
        if elsewhere == Elsewhere::Goes {
            files.to_drop.insert((space, blob));
        }
        drop(files);
        self.count_files();
        Ok(())
    }

    /// Removes files to which no document refers any more, here and then from the server. Only what was here at the start,
    /// and only where nothing was written since: a removal can be taken back. Where a document could not be read, everything stays.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn sweep_files(&self) -> Result<usize, StoreError> {
        self.count_files();
        let held = std::mem::take(&mut self.files.borrow_mut().from_before);
        let mut gone = 0;
        let mut of_space: BTreeMap<SpaceId, Option<BTreeSet<BlobId>>> = BTreeMap::new();
        for (space, blob) in held {
            let needed = of_space.entry(space).or_insert_with(|| {
                let open = self.get(space).filter(|open| !open.is_touched())?;
                let open = open.is_read_whole().then_some(open)?;
                Some(self.attachments(&open).into_iter().map(|one| one.blob).gather())
            });
            if needed.as_ref().is_some_and(|needed| !needed.contains(&blob)) {
                // Whoever only reads cannot have it taken from the server; another member does.
                let open = self.get(space).filter(|open| open.is_shared());
                let goes = open.and_then(|open| open.role()).is_some_and(may_drop);
                let elsewhere = if goes { Elsewhere::Goes } else { Elsewhere::Stays };
                self.forget_file(space, blob, elsewhere).await?;
                gone += 1;
            }
        }
        Ok(gone)
    }
}

/// Who may add a file has its files sent.
fn may_send(open: &OpenSpace) -> bool {
    open.role().is_some_and(|role| may_ask(role, Errand::AddFile))
}

/// Who the server lets take a file away.
fn may_drop(role: Role) -> bool {
    may_ask(role, Errand::DropFile)
}

/// What is known of the files of one device, for [`Spaces`].
pub(super) type Cell = RefCell<Files>;
