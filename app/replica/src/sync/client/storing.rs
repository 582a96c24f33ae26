//! What follows from a batch that is on the disk, and how envelopes move from shelf to shelf.

use super::{Client, Effect};
use crate::id::{Hash, PartId, Seq, SpaceId};
use crate::member::Grant;
use crate::store::{Op, Queue, StoreError, Table};
use crate::sync::inbox::{Held, Shelf};
use crate::sync::rows;

/// What is true once a batch is on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// An own envelope.
    Own(PartId, Seq),
    /// An own entry.
    Told(Hash),
    /// An envelope that the document does not have yet.
    Apply(Hash),
    Rebuild(PartId),
}

/// Batches, each with what is true after it.
pub(super) type Storing = Queue<Vec<After>>;

impl Client {
    pub(super) fn queue(&mut self, ops: Vec<Op>, after: Vec<After>) {
        if !ops.is_empty() || !after.is_empty() {
            self.storing.push(ops, after);
        }
    }

    /// A failed batch is offered again at the next event, unchanged.
    pub(super) fn committed(&mut self, outcome: Result<(), StoreError>) {
        for after in self.storing.end(outcome).into_iter().flatten() {
            match after {
                After::Own(part, seq) => {
                    self.saved.insert(part, seq);
                }
                After::Told(id) => {
                    if let Some(saved) = self.untold.get_mut(&id) {
                        *saved = true;
                    }
                }
                After::Apply(hash) => self.apply(&hash),
                After::Rebuild(part) => {
                    if !self.effects.contains(&Effect::Rebuild(part)) {
                        self.effects.push_back(Effect::Rebuild(part));
                    }
                }
            }
        }
    }

    fn apply(&mut self, hash: &Hash) {
        let Some(held) = self.inbox.held.get(hash) else { return };
        if let Shelf::Accepted(Grant::Snapshot | Grant::Receipt) = held.shelf {
            self.sharing.look = true;
            return;
        }
        // Who lacked something of a snapshot may have it now.
        self.sharing.look = true;
        if let (Shelf::Accepted(grant), Some(opened)) = (held.shelf, &held.opened) {
            let (part, payload) = (held.envelope.header.part, opened.payload.clone());
            self.effects.push_back(Effect::Apply { part, grant, payload });
        }
    }

    /// Queues the moves of envelopes from shelf to shelf.
    pub(super) fn shelve(&mut self) {
        let space = self.inbox.space();
        for hash in std::mem::take(&mut self.inbox.touched) {
            let Some(held) = self.inbox.held.get_mut(&hash) else { continue };
            if held.stored.is_some_and(|stored| stored.is_like(&held.shelf)) {
                continue;
            }
            let part = held.envelope.header.part;
            let mut ops: Vec<_> =
                held.stored.iter().map(|from| remove(space, &hash, held, from)).collect();
            ops.push(insert(space, &hash, held));
            let after = match (held.stored, held.shelf) {
                (_, Shelf::Accepted(_)) => vec![After::Apply(hash)],
                (Some(Shelf::Accepted(_)), _) => vec![After::Rebuild(part)],
                _ => Vec::new(),
            };
            held.stored = Some(held.shelf);
            self.queue(ops, after);
        }
    }
}

fn remove(space: SpaceId, hash: &Hash, held: &Held, from: &Shelf) -> Op {
    let (table, key) = match from {
        Shelf::Accepted(_) => (Table::Log, crate::journal::record::log_key(&held.envelope.header)),
        Shelf::Waiting(_) => (Table::Meta, rows::pending_key(space, hash)),
        Shelf::Refused(_) => (Table::Quarantine, rows::quarantine_key(space, hash)),
    };
    Op::Delete { table, key }
}

fn insert(space: SpaceId, hash: &Hash, held: &Held) -> Op {
    let bytes = held.envelope.encode();
    match held.shelf {
        Shelf::Accepted(_) => {
            let key = crate::journal::record::log_key(&held.envelope.header);
            Op::Insert { table: Table::Log, key, value: bytes }
        }
        Shelf::Waiting(_) => rows::put(rows::pending_key(space, hash), bytes),
        Shelf::Refused(reason) => rows::quarantine(space, hash, reason.name(), &bytes),
    }
}
