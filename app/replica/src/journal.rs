//! The device's log: changes become envelopes, envelopes become rows, and the status says what is true.
//!
//! Sans-IO: `record` queues, `begin` hands out one batch, `end` tells what became of it. `save` does the
//! round with a store. Nothing is dropped: an envelope is applied, pending, kept for later or in quarantine.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::document::{DocumentError, Version};
use crate::envelope::{self, Envelope, EnvelopeError, Header, Kind, Sealer};
use crate::id::{DeviceId, Epoch, Hash, NO_HASH, PartId, Seq, SpaceId};
use crate::store::{Op, Queue, Store, StoreError, Table};

mod compact;
mod open;
pub(crate) mod record;

pub use compact::{CompactError, Retain};
pub(crate) use compact::{EVERY, Snapshot, verified_snapshot};
pub use open::{Kept, Opened, Quarantined, Report, open, spaces};
pub use record::Reason;

pub use crate::store::SaveState;

/// Names one recorded change, to ask later whether it was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(u64);

/// What became of an envelope from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Received {
    /// Queued. Give the payload to the part's document once the ticket is saved.
    New { ticket: Ticket, part: PartId, kind: Kind, payload: Vec<u8> },
    /// It was here already.
    Known,
    /// Queued, to be read when the app is newer or a key is at hand.
    Kept(Ticket, Kept),
    /// Queued for quarantine.
    Quarantined(Ticket, Reason),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) seq: Seq,
    pub(crate) hash: Hash,
}

impl Head {
    const START: Self = Self { seq: 0, hash: NO_HASH };
}

/// A row of the log. `end` is what the document must hold before the row may go; `None` while it
/// cannot be read.
#[derive(Clone, Debug)]
struct LogRow {
    end: Option<Version>,
}

#[derive(Debug, Default)]
struct Part {
    rows: BTreeMap<(DeviceId, Seq), LogRow>,
    /// Up to where the snapshot has each device's envelopes.
    covers: BTreeMap<DeviceId, Head>,
    generation: u64,
    pieces: usize,
    /// The snapshot could not be read: never write over it.
    blocked: bool,
    acknowledged: Seq,
}

#[derive(Debug)]
enum After {
    Logged(PartId, DeviceId, Seq, LogRow),
    Compacted(PartId, compact::Compacted),
    Acknowledged(PartId, Seq),
    Nothing,
}

/// One space's log on this device. See the module's header.
#[derive(Debug)]
pub struct Journal<L> {
    space: SpaceId,
    device: DeviceId,
    epoch: Epoch,
    sealer: L,
    parts: BTreeMap<PartId, Part>,
    heads: BTreeMap<PartId, Head>,
    queue: Queue<After>,
    recorded: u64,
    saved: u64,
}

impl<L: Sealer> Journal<L> {
    fn new(space: SpaceId, device: DeviceId, sealer: L) -> Self {
        Self {
            space,
            device,
            epoch: 0,
            sealer,
            parts: BTreeMap::new(),
            heads: BTreeMap::new(),
            queue: Queue::default(),
            recorded: 0,
            saved: 0,
        }
    }

    /// The space that this journal belongs to.
    pub fn space(&self) -> SpaceId {
        self.space
    }

    /// Wraps a document's update in the next envelope of this device and queues it.
    pub fn record(&mut self, part: PartId, update: Vec<u8>) -> Result<Ticket, RecordError> {
        let end = Version::of_update(&update)?;
        let head = self.heads.get(&part).copied().unwrap_or(Head::START);
        let header = Header {
            space: self.space,
            part,
            epoch: self.epoch,
            device: self.device,
            seq: head.seq + 1,
            prev: head.hash,
            kind: Kind::Update,
        };
        let bytes = Envelope::wrap(header, update, &self.sealer)?.encode();
        let head = Head { seq: header.seq, hash: envelope::hash(&bytes) };
        let ops = vec![
            Op::Insert { table: Table::Log, key: record::log_key(&header), value: bytes },
            Op::Put {
                table: Table::Meta,
                key: record::head_key(self.space, part),
                value: record::encode_head(&head),
            },
        ];
        self.heads.insert(part, head);
        let row = LogRow { end: Some(end) };
        Ok(self.enqueue(ops, After::Logged(part, self.device, header.seq, row)))
    }

    /// Takes in an envelope from elsewhere: file, QR, server. Stored before it is applied.
    pub fn receive(&mut self, bytes: &[u8]) -> Received {
        let envelope = match Envelope::decode(bytes) {
            Ok(envelope) => envelope,
            Err(error) => return self.quarantine(bytes, Reason::of_envelope(error)),
        };
        let header = envelope.header;
        if header.space != self.space {
            return self.quarantine(bytes, Reason::WrongPlace);
        }
        if self.knows(&header) {
            return Received::Known;
        }
        match open::read(&envelope, &self.sealer) {
            Ok((payload, end)) => {
                let ticket = self.log(&header, bytes, Some(end));
                Received::New { ticket, part: header.part, kind: header.kind, payload }
            }
            Err(open::Unread::Kept(kept)) => Received::Kept(self.log(&header, bytes, None), kept),
            Err(open::Unread::Bad(reason)) => self.quarantine(bytes, reason),
        }
    }

    fn log(&mut self, header: &Header, bytes: &[u8], end: Option<Version>) -> Ticket {
        let key = record::log_key(header);
        let op = Op::Insert { table: Table::Log, key, value: bytes.to_vec() };
        self.enqueue(
            vec![op],
            After::Logged(header.part, header.device, header.seq, LogRow { end }),
        )
    }

    fn quarantine(&mut self, bytes: &[u8], reason: Reason) -> Received {
        let op = record::quarantine(self.space, "", bytes, reason);
        Received::Quarantined(self.enqueue(vec![op], After::Nothing), reason)
    }

    fn knows(&self, header: &Header) -> bool {
        let queued = self.queue.after().any(|after| {
            matches!(after, After::Logged(part, device, seq, _)
                if (part, device, seq) == (&header.part, &header.device, &header.seq))
        });
        queued
            || self.parts.get(&header.part).is_some_and(|part| {
                part.rows.contains_key(&(header.device, header.seq))
                    || part.covers.get(&header.device).is_some_and(|head| head.seq >= header.seq)
            })
    }

    /// The server (or another device) has kept this device's envelopes of a part up to `seq`.
    pub fn acknowledge(&mut self, part: PartId, seq: Seq) -> Ticket {
        let op = Op::Put {
            table: Table::Meta,
            key: record::acknowledged_key(self.space, part),
            value: record::encode_seq(seq),
        };
        self.enqueue(vec![op], After::Acknowledged(part, seq))
    }

    /// How many own changes nobody else has acknowledged: "3 wijzigingen wachten".
    pub fn waiting(&self) -> u64 {
        let acknowledged = |part| self.parts.get(part).map_or(0, |part| part.acknowledged);
        self.heads.iter().map(|(part, head)| head.seq.saturating_sub(acknowledged(part))).sum()
    }

    /// See [`SaveState`].
    pub fn state(&self) -> SaveState {
        self.queue.state()
    }

    /// Whether this recorded change is on the disk.
    pub fn is_saved(&self, ticket: Ticket) -> bool {
        ticket.0 <= self.saved
    }

    /// False after a refusal, until a retry succeeds: further edits would only pile up in memory.
    pub fn accepts_edits(&self) -> bool {
        self.queue.failed().is_none()
    }

    /// The rows that are not on the disk, for a rescue file.
    pub fn rescue(&self) -> Vec<(Table, String, Vec<u8>)> {
        self.queue.rescue()
    }

    /// Everything that waits, as one batch; nothing while a batch is under way or nothing waits.
    /// Calling it after a failure is the retry.
    pub fn begin(&mut self) -> Option<Vec<Op>> {
        self.queue.begin()
    }

    /// What became of the batch that `begin` handed out.
    pub fn end(&mut self, outcome: Result<(), StoreError>) {
        for after in self.queue.end(outcome) {
            self.saved += 1;
            self.settle(after);
        }
    }

    fn settle(&mut self, after: After) {
        match after {
            After::Logged(part, device, seq, row) => {
                self.parts.entry(part).or_default().rows.insert((device, seq), row);
            }
            After::Compacted(part, compacted) => {
                compacted.settle(self.parts.entry(part).or_default());
            }
            After::Acknowledged(part, seq) => {
                let part = self.parts.entry(part).or_default();
                part.acknowledged = part.acknowledged.max(seq);
            }
            After::Nothing => {}
        }
    }

    fn enqueue(&mut self, ops: Vec<Op>, after: After) -> Ticket {
        self.queue.push(ops, after);
        self.recorded += 1;
        Ticket(self.recorded)
    }
}

/// Why a change could not become an envelope.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    #[error("the change does not fit in an envelope")]
    Envelope(#[from] EnvelopeError),
    #[error("the change cannot be read back")]
    Document(#[from] DocumentError),
}

/// Writes what waits until nothing waits or the store refuses. Safe to call at any time and from
/// several tasks: no borrow is held while the store works, and one caller does the round.
pub async fn save<S: Store, L: Sealer>(journal: &RefCell<Journal<L>>, store: &S) -> SaveState {
    loop {
        let batch = journal.borrow_mut().begin();
        let Some(batch) = batch else { return journal.borrow().state() };
        let outcome = store.commit(&batch).await;
        journal.borrow_mut().end(outcome);
        if !journal.borrow().accepts_edits() {
            return journal.borrow().state();
        }
    }
}
