//! What is held: where it lies, and taking it up or letting it go. What becomes of it is judged elsewhere.

use std::collections::BTreeSet;

use super::{Held, Inbox, Shelf, Waits, never_counts};
use crate::envelope::{self, Envelope, EnvelopeError, Kind};
use crate::gather::Gather;
use crate::id::{DeviceId, Hash, PartId, Seq};

impl Inbox {
    /// Where every envelope is that is held.
    pub(crate) fn shelves(&self) -> impl Iterator<Item = (&Hash, Shelf)> {
        self.held.iter().map(|(hash, held)| (hash, held.shelf))
    }

    /// Where an envelope is.
    pub fn shelf(&self, hash: &Hash) -> Option<Shelf> {
        self.held.get(hash).map(|held| held.shelf)
    }

    /// Whether an envelope is held, or lies below a snapshot that holds its chain up to there.
    pub fn holds(&self, part: PartId, device: DeviceId, seq: Seq, hash: &Hash) -> bool {
        let below = self
            .below
            .get(&(part, device))
            .is_some_and(|tip| seq < tip.seq || (seq == tip.seq && tip.hash == *hash));
        below || self.held.contains_key(hash)
    }

    /// An envelope that is held.
    pub fn envelope_of(&self, hash: &Hash) -> Option<&Envelope> {
        self.held.get(hash).map(|held| &held.envelope)
    }

    /// Holds an envelope that comes from the store, to be judged by [`rejudge`](Self::rejudge).
    pub(crate) fn load(&mut self, bytes: &[u8], stored: Shelf) -> Result<(), EnvelopeError> {
        let envelope = Envelope::decode(bytes)?;
        self.hold(envelope::hash(bytes), envelope, Some(stored));
        Ok(())
    }

    pub(super) fn hold(&mut self, hash: Hash, envelope: Envelope, stored: Option<Shelf>) {
        let header = &envelope.header;
        self.has_snapshots |= header.kind == Kind::Snapshot;
        let place = (header.part, header.device, header.seq);
        self.places.entry(place).or_default().insert(hash);
        let shelf = stored.unwrap_or(Shelf::Waiting(Waits::New));
        self.held.insert(hash, Held { envelope, shelf, stored, opened: None });
    }

    pub(crate) fn forget(&mut self, hash: &Hash) {
        let Some(held) = self.held.remove(hash) else { return };
        if held.shelf.is_of_nobody() {
            self.unknown.less(held.envelope.body.len());
        }
        let header = held.envelope.header;
        let place = (header.part, header.device, header.seq);
        if let Some(hashes) = self.places.get_mut(&place) {
            hashes.remove(hash);
            if hashes.is_empty() {
                self.places.remove(&place);
            }
        }
    }

    /// What is held of this device's chain in a part after `after`, whatever became of it: others
    /// may still need it.
    pub(crate) fn chain_after(
        &self,
        part: PartId,
        device: DeviceId,
        after: Seq,
    ) -> impl Iterator<Item = (Seq, &Hash, &Held)> {
        let range = (part, device, after.saturating_add(1))..=(part, device, Seq::MAX);
        self.places.range(range).filter_map(|((_, _, seq), hashes)| {
            // Of two in one place the accepted one is ours.
            let accepted = |hash: &&Hash| matches!(self.shelf(hash), Some(Shelf::Accepted(_)));
            let other = || hashes.iter().find(|hash| self.may_count(hash));
            let hash = hashes.iter().find(accepted).or_else(other)?;
            Some((*seq, hash, self.held.get(hash)?))
        })
    }

    /// Every chain of which something is held or lies below a snapshot.
    pub(crate) fn chains_held(&self) -> BTreeSet<(PartId, DeviceId)> {
        let held = self.places.keys().map(|(part, device, _)| (*part, *device));
        held.chain(self.below.keys().copied()).gather()
    }

    /// Whether this may be what it says it is: what is wrongly signed leaves its place open.
    pub(super) fn may_count(&self, hash: &Hash) -> bool {
        self.shelf(hash).is_some_and(|shelf| match shelf {
            Shelf::Refused(reason) => !never_counts(reason),
            Shelf::Accepted(_) | Shelf::Waiting(_) => true,
        })
    }
}
