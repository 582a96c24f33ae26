//! The space that lives on this device: its journal on its store, and who writes. No signals, no browser: it runs as
//! well on a store in memory, and there it is tested.

use super::first::WithFirst;
use replica::document::{Document, Session};
use replica::envelope::OpenSealer;
use replica::id::{DeviceId, PartId, SpaceId};
use replica::journal::{self, Journal, RecordError, Report, Retain, SaveState};
use replica::store::{Op, Store, StoreError, Table};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Where the device keeps its own id. Rows below `local/` never leave the device.
const DEVICE_KEY: &str = "local/device";

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
        let found = journal::spaces(&store).await?.first().copied();
        let id = found.unwrap_or_else(|| SpaceId::from_bytes(fresh.space));
        let session = Session { peer: fresh.peer, device };
        let opened = journal::open(&store, id, session, OpenSealer).await?;
        let first = known.is_none().then(|| device_row(device));
        let store = WithFirst::new(store, first);
        let space = Self { store, journal: RefCell::new(opened.journal), session };
        Ok(Opened { space, parts: opened.parts, report: opened.report })
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
