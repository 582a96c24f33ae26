//! The space that lives on this device: its journal on its store, and who writes. No signals, no browser: it runs as
//! well on a store in memory, and there it is tested.

use super::first::WithFirst;
use replica::bundle::{self, About, Bundle, BundleError, Merged};
use replica::document::{Document, Session};
use replica::envelope::OpenSealer;
use replica::id::{DeviceId, PartId, SpaceId};
use replica::journal::{self, Journal, RecordError, Report, Retain, SaveState};
use replica::store::{MemoryStore, Op, Store, StoreError, Table};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Where the device keeps its own id. Rows below `local/` never leave the device.
const DEVICE_KEY: &str = "local/device";
/// Where the device keeps which of its spaces is open, once there can be a choice.
const SPACE_KEY: &str = "local/space";

/// Random material for a device that begins, drawn by the caller.
#[derive(Clone, Copy, Debug)]
pub struct Fresh {
    /// Id of the device, if it has none yet.
    pub device: [u8; 16],
    /// Id of the space, if there is none yet.
    pub space: [u8; 16],
    /// One number for this session of this tab.
    pub peer: u64,
}

/// An open space with what was found in it.
pub struct Opened<S> {
    /// Where changes go.
    pub space: Space<S>,
    /// The documents by part.
    pub parts: BTreeMap<PartId, Document>,
    /// What could and could not be read.
    pub report: Report,
    /// All spaces on this device that hold something.
    pub spaces: Vec<SpaceId>,
}

/// See the module's header.
pub struct Space<S> {
    store: WithFirst<S>,
    journal: RefCell<Journal<OpenSealer>>,
    session: Session,
}

impl<S: Store> Space<S> {
    /// Opens what is on the device. Nothing is written by it.
    ///
    /// # Errors
    /// Those of the store, and a device id that cannot be read.
    pub async fn open(store: S, fresh: Fresh) -> Result<Opened<S>, StoreError> {
        let known = store.get(Table::Meta, DEVICE_KEY).await?;
        let device = match &known {
            Some(bytes) => DeviceId::from_bytes(sixteen(bytes)?),
            None => DeviceId::from_bytes(fresh.device),
        };
        let spaces = journal::spaces(&store).await?;
        let chosen = store.get(Table::Meta, SPACE_KEY).await?;
        let chosen = chosen.and_then(|bytes| sixteen(&bytes).ok()).map(SpaceId::from_bytes);
        let id = chosen.filter(|id| spaces.contains(id)).or(spaces.first().copied());
        let id = id.unwrap_or_else(|| SpaceId::from_bytes(fresh.space));
        let session = Session { peer: fresh.peer, device };
        let opened = journal::open(&store, id, session, OpenSealer).await?;
        let first = known.is_none().then(|| device_row(device));
        let store = WithFirst::new(store, first);
        let space = Self { store, journal: RefCell::new(opened.journal), session };
        Ok(Opened { space, parts: opened.parts, report: opened.report, spaces })
    }

    /// The space that is open.
    pub fn id(&self) -> SpaceId {
        self.journal.borrow().space()
    }

    /// Makes this the space that opens from now on.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn choose(&self, id: SpaceId) -> Result<(), StoreError> {
        let (table, key) = (Table::Meta, SPACE_KEY.to_owned());
        self.store.commit(&[Op::Put { table, key, value: id.bytes().to_vec() }]).await
    }

    /// Takes a copy over, whole or not at all. Save first, and open anew afterwards. A copy of another space stands
    /// beside this one; this one stays the one that opens, if it holds anything.
    ///
    /// # Errors
    /// Those of the copy and of the store; then nothing was changed.
    pub async fn merge(&self, copy: &Bundle) -> Result<Merged, BundleError> {
        if journal::spaces(&self.store).await?.contains(&self.id()) {
            self.choose(self.id()).await?;
        }
        bundle::merge(&self.store, copy, self.session, &OpenSealer).await
    }

    /// The whole device as one file, with what could not be saved.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn export(&self, about: &About) -> Result<Vec<u8>, StoreError> {
        let mut file = Vec::new();
        let unsaved = self.rescue();
        bundle::export(self.store.inner(), about, &unsaved, |part| file.extend_from_slice(part))
            .await?;
        Ok(file)
    }

    /// The same for documents in memory only, when the storage cannot be read any more.
    ///
    /// # Errors
    /// A document that cannot be written down.
    pub async fn export_from_memory(
        &self,
        about: &About,
        documents: &[(PartId, Vec<u8>)],
    ) -> Result<Vec<u8>, StoreError> {
        let Session { device, peer } = self.session;
        let fresh = Fresh { device: *device.bytes(), space: *self.id().bytes(), peer };
        let beside = Box::pin(Space::open(MemoryStore::default(), fresh)).await?.space;
        for (part, snapshot) in documents {
            let document = Document::open(self.session, snapshot)
                .map_err(|error| StoreError::Other(error.to_string()))?;
            beside.snapshot(*part, &document);
            beside.save().await;
        }
        beside.export(about).await
    }

    /// Who writes in this session.
    pub fn session(&self) -> Session {
        self.session
    }

    /// The store below.
    pub fn store(&self) -> &S {
        self.store.inner()
    }

    /// Puts a change that is already in its document in line for the disk.
    ///
    /// # Errors
    /// A change that does not fit in an envelope.
    pub fn record(&self, part: PartId, update: Vec<u8>) -> Result<(), RecordError> {
        self.journal.borrow_mut().record(part, update).map(drop)
    }

    /// Writes what waits; ends when nothing waits or the store refuses. After a refusal this is the retry.
    pub async fn save(&self) -> SaveState {
        journal::save(&self.journal, &self.store).await
    }

    /// What is true about saving now.
    pub fn state(&self) -> SaveState {
        self.journal.borrow().state()
    }

    /// Whether edits may be made; not after a refusal, until it is solved.
    pub fn accepts_edits(&self) -> bool {
        self.journal.borrow().accepts_edits()
    }

    /// Changes that nobody else has: what waits for sending, one day.
    pub fn waiting(&self) -> u64 {
        self.journal.borrow().waiting()
    }

    /// Rows that are on the screen and not on the disk, for a copy in need.
    pub fn rescue(&self) -> Vec<(Table, String, Vec<u8>)> {
        self.journal.borrow().rescue()
    }

    /// Begins to write everything anew, after the browser cleared the storage under us: this device and what waits.
    /// Then `snapshot` and `save` for each document that is still in memory.
    pub async fn begin_rewrite(&self) -> SaveState {
        self.store.expect(device_row(self.session.device));
        self.save().await
    }

    /// Queues a snapshot of a document. False when that cannot be done now.
    pub fn snapshot(&self, part: PartId, document: &Document) -> bool {
        // Not shared yet, so nobody needs single envelopes that the snapshot holds.
        self.journal.borrow_mut().compact(part, document, Retain::Nothing).is_ok()
    }

    /// Replaces a long log by a snapshot, when it is time. When it cannot be done the log stays, and it is tried later.
    pub fn compact_when_due(&self, part: PartId, document: &Document) {
        let is_due = self.journal.borrow().is_due(part);
        if is_due && self.state() == SaveState::SavedHere {
            self.snapshot(part, document);
        }
    }
}

fn device_row(device: DeviceId) -> Op {
    Op::Put { table: Table::Meta, key: DEVICE_KEY.to_owned(), value: device.bytes().to_vec() }
}

fn sixteen(bytes: &[u8]) -> Result<[u8; 16], StoreError> {
    bytes.try_into().map_err(|_| StoreError::Corrupt { key: DEVICE_KEY.to_owned() })
}
