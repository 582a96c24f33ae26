//! One snapshot instead of many envelopes, in one atomic write that was read back before.

use std::collections::BTreeMap;

use minicbor::{Decoder, Encoder};
use thiserror::Error;

use super::{After, Head, Journal, LogRow, Part, Ticket, record};
use crate::document::{Document, DocumentError, Session};
use crate::envelope::{self, Envelope, EnvelopeError, Header, Kind, MAX_PAYLOAD, Sealer};
use crate::id::{DeviceId, NO_HASH, PartId, Seq, SpaceId};
use crate::store::{Op, Table};

/// A snapshot is made when a part has this many envelopes in the log.
pub(crate) const EVERY: usize = 500;

/// Bytes of a snapshot in one envelope.
const PIECE: usize = MAX_PAYLOAD - 64;

/// Which envelopes stay in the log although the snapshot has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retain {
    /// None: the space is not shared, or a first exchange sends the snapshot.
    Nothing,
    /// The own ones that nobody has acknowledged.
    Unacknowledged,
}

/// Why there is no new snapshot. The log stays as it is, so nothing is lost.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CompactError {
    #[error("changes are still being saved")]
    Busy,
    #[error("the earlier snapshot cannot be read and is not written over")]
    Blocked,
    #[error("the document does not hold everything that is in the log")]
    Behind,
    #[error("the document holds something that is not in the log")]
    Ahead,
    #[error("the new snapshot reads back differently")]
    Different,
    #[error("the snapshot could not be made")]
    Document(#[from] DocumentError),
    #[error("the snapshot could not be wrapped")]
    Envelope(#[from] EnvelopeError),
}

/// A document with up to where it has each device's envelopes.
pub(crate) struct Snapshot {
    pub(crate) generation: u64,
    pub(crate) covers: BTreeMap<DeviceId, Head>,
    pub(crate) bytes: Vec<u8>,
}

#[derive(Debug)]
pub(super) struct Compacted {
    removed: Vec<(DeviceId, Seq)>,
    covers: BTreeMap<DeviceId, Head>,
    generation: u64,
    pieces: usize,
}

impl Compacted {
    pub(super) fn settle(self, part: &mut Part) {
        self.removed.iter().for_each(|row| {
            part.rows.remove(row);
        });
        part.covers = self.covers;
        part.generation = self.generation;
        part.pieces = self.pieces;
    }
}

impl<L: Sealer> Journal<L> {
    /// Whether a part's log is long enough for a snapshot.
    pub fn is_due(&self, part: PartId) -> bool {
        self.parts.get(&part).is_some_and(|part| part.rows.len() >= EVERY && !part.blocked)
    }

    /// Queues a snapshot that replaces the envelopes which it holds. Pending and unread ones stay.
    pub fn compact(
        &mut self,
        id: PartId,
        document: &Document,
        retain: Retain,
    ) -> Result<Ticket, CompactError> {
        if !self.queue.is_empty() {
            return Err(CompactError::Busy);
        }
        let empty = Part::default();
        let part = self.parts.get(&id).unwrap_or(&empty);
        if part.blocked {
            return Err(CompactError::Blocked);
        }
        let bytes = verified_snapshot(document, self.device)?;
        let version = document.version();
        let held = |row: &LogRow| row.end.as_ref().is_some_and(|end| version.includes(end));
        let own_missing = |row: (&(DeviceId, Seq), &LogRow)| row.0.0 == self.device && !held(row.1);
        if part.rows.iter().any(own_missing) {
            return Err(CompactError::Behind);
        }
        let stays = |(device, seq): &(DeviceId, Seq)| {
            retain == Retain::Unacknowledged && *device == self.device && *seq > part.acknowledged
        };
        let held_rows = part.rows.iter().filter(|(_, row)| held(row)).map(|(key, _)| *key);
        let removed: Vec<_> = held_rows.filter(|key| !stays(key)).collect();
        let generation = part.generation + 1;
        let covers = self.covers(id, part);
        let snapshot = Snapshot { generation, covers: covers.clone(), bytes };
        let pieces = snapshot.split(self.space, id, self.device, self.epoch, &self.sealer)?;
        let mut ops = Vec::new();
        for index in pieces.len()..part.pieces {
            ops.push(Op::Delete {
                table: Table::Snapshot,
                key: record::piece_key(self.space, id, index),
            });
        }
        let count = pieces.len();
        for (index, value) in pieces.into_iter().enumerate() {
            let key = record::piece_key(self.space, id, index);
            ops.push(Op::Put { table: Table::Snapshot, key, value });
        }
        for (device, seq) in &removed {
            let key = format!("{}/{id}/{device}/{seq:016x}", self.space);
            ops.push(Op::Delete { table: Table::Log, key });
        }
        let compacted = Compacted { removed, covers, generation, pieces: count };
        Ok(self.enqueue(ops, After::Compacted(id, compacted)))
    }

    /// The own head; other devices stay where an earlier snapshot had them, as only the sync of
    /// issue 3 knows that no envelope of theirs is missing below a number.
    fn covers(&self, id: PartId, part: &Part) -> BTreeMap<DeviceId, Head> {
        let mut covers = part.covers.clone();
        if let Some(head) = self.heads.get(&id) {
            covers.insert(self.device, *head);
        }
        covers
    }
}

/// The document as bytes that read back to the same.
pub(crate) fn verified_snapshot(
    document: &Document,
    device: DeviceId,
) -> Result<Vec<u8>, CompactError> {
    let bytes = document.snapshot()?;
    let read = Document::open(Session { peer: 0, device }, &bytes)?;
    let same = read.version() == document.version() && read.state_hash() == document.state_hash();
    if same { Ok(bytes) } else { Err(CompactError::Different) }
}

impl Snapshot {
    pub(crate) fn split(
        &self,
        space: SpaceId,
        part: PartId,
        device: DeviceId,
        epoch: u64,
        sealer: &impl Sealer,
    ) -> Result<Vec<Vec<u8>>, EnvelopeError> {
        let content = self.encode();
        let count = content.chunks(PIECE).count();
        let mut prev = NO_HASH;
        let mut pieces = Vec::with_capacity(count);
        for (index, piece) in content.chunks(PIECE).enumerate() {
            let mut to = Encoder::new(Vec::with_capacity(piece.len() + 32));
            // ok: writing to a Vec cannot fail, so the result carries nothing
            let _ = to
                .array(3)
                .and_then(|to| to.u64(index as u64))
                .and_then(|to| to.u64(count as u64))
                .and_then(|to| to.bytes(piece));
            let seq = self.generation.max(1);
            let header = Header { space, part, epoch, device, seq, prev, kind: Kind::Snapshot };
            let bytes = Envelope::wrap(header, to.into_writer(), sealer)?.encode();
            prev = envelope::hash(&bytes);
            pieces.push(bytes);
        }
        Ok(pieces)
    }

    /// The snapshot of these pieces, if they are whole, in order and belong together.
    pub(crate) fn join(pieces: &[Vec<u8>], sealer: &impl Sealer) -> Option<Self> {
        let mut content = Vec::new();
        let mut prev = NO_HASH;
        let mut generation = None;
        for (index, bytes) in pieces.iter().enumerate() {
            let envelope = Envelope::decode(bytes).ok()?;
            let header = envelope.header;
            let fits = header.kind == Kind::Snapshot && header.prev == prev;
            (fits && generation.is_none_or(|seen| seen == header.seq)).then_some(())?;
            let payload = envelope.payload(sealer).ok()?;
            let mut from = Decoder::new(&payload);
            let shape = (from.array().ok()?, from.u64().ok()?, from.u64().ok()?);
            (shape == (Some(3), index as u64, pieces.len() as u64)).then_some(())?;
            content.extend_from_slice(from.bytes().ok()?);
            prev = envelope::hash(bytes);
            generation = Some(header.seq);
        }
        Self::decode(generation?, &content)
    }

    fn encode(&self) -> Vec<u8> {
        let mut to = Encoder::new(Vec::with_capacity(self.bytes.len() + 64));
        // ok: writing to a Vec cannot fail, so the results carry nothing
        let _ = to.array(2).and_then(|to| to.array(self.covers.len() as u64));
        for (device, head) in &self.covers {
            let _ = to
                .array(3)
                .and_then(|to| to.bytes(device.bytes()))
                .and_then(|to| to.u64(head.seq))
                .and_then(|to| to.bytes(&head.hash));
        }
        let _ = to.bytes(&self.bytes);
        to.into_writer()
    }

    fn decode(generation: u64, content: &[u8]) -> Option<Self> {
        let mut from = Decoder::new(content);
        (from.array().ok()? == Some(2)).then_some(())?;
        let mut covers = BTreeMap::new();
        for _ in 0..from.array().ok()?? {
            (from.array().ok()? == Some(3)).then_some(())?;
            let device = DeviceId::from_bytes(from.bytes().ok()?.try_into().ok()?);
            let seq = from.u64().ok()?;
            covers.insert(device, Head { seq, hash: from.bytes().ok()?.try_into().ok()? });
        }
        Some(Self { generation, covers, bytes: from.bytes().ok()?.to_vec() })
    }
}
