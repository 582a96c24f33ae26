//! Shared snapshots: made here, found among what was received, compared with what is here, and
//! acknowledged by a receipt.

use std::collections::BTreeMap;

use super::{Client, Effect, WriteError};
use crate::document::{Document, Session};
use crate::envelope::Kind;
use crate::gather::Gather;
use crate::id::{DeviceId, Hash, PartId, Seq};
use crate::journal::{EVERY, verified_snapshot};
use crate::keys::{CryptoRng, Signature};
use crate::member::Chains;
use crate::role::Action;
use crate::seal;
use crate::sync::Alarm;
use crate::sync::inbox::{Shelf, Tips, Waits};
use crate::sync::shared::{Joining, Receipt, Shared, has_receipt, sign_receipt};

/// A snapshot that arrived whole.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) author: DeviceId,
    /// The numbers of its envelopes in the chain beside the part.
    pub(super) first: Seq,
    pub(super) last: Seq,
    pub(super) shared: Shared,
    /// Compared with what is here: right or wrong.
    pub(super) right: Option<bool>,
}

/// What this device knows of shared snapshots. A snapshot is named by its last envelope.
#[derive(Clone, Debug, Default)]
pub(super) struct Sharing {
    pub(super) found: BTreeMap<Hash, Found>,
    pub(super) receipts: BTreeMap<Hash, BTreeMap<DeviceId, Signature>>,
    /// Something arrived that may change the above.
    pub(super) look: bool,
}

impl Client {
    /// Whether so much was written since the newest shared snapshot of this part that somebody who may
    /// should make one. Not everybody at once: who comes later in the list waits longer.
    pub fn share_is_due(&self, part: PartId) -> bool {
        let members = self.inbox.members();
        let may = |device: &DeviceId| members.may(*device, Action::Compact, part).is_ok();
        let mut able = members.devices().map(|(id, _)| id).filter(may);
        let Some(rank) = able.position(|id| id == self.inbox.keys().id()) else { return false };
        let newest = self.newest_usable(part).map(|found| &found.shared.covers);
        let tips = self.inbox.chains().tips().filter(|((of, _), _)| *of == part);
        let new: u64 = tips
            .map(|(chain, tip)| {
                let covered = newest.and_then(|covers| covers.get(&chain));
                tip.seq.saturating_sub(covered.map_or(0, |tip| tip.seq))
            })
            .sum();
        // Who comes in later needs a snapshot of somebody who is still in.
        let orphaned = self.floors.contains_key(&part) && newest.is_none();
        orphaned || new >= (EVERY + rank * EVERY / 5) as u64
    }

    fn newest_usable(&self, part: PartId) -> Option<&Found> {
        let total = |found: &&Found| found.shared.covers.values().map(|tip| tip.seq).sum::<u64>();
        let found = self.sharing.found.values();
        found.filter(|found| found.shared.part == part && self.may_share(found)).max_by_key(total)
    }

    pub(super) fn may_share(&self, found: &Found) -> bool {
        let members = self.inbox.members();
        members.may(found.author, Action::Compact, found.shared.part).is_ok()
    }

    /// Seals the document of a part as a snapshot for the others and queues it for the store.
    ///
    /// # Errors
    /// The role does not allow it, or the document does not hold exactly what counts now.
    pub fn share(
        &mut self,
        part: PartId,
        document: &Document,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<Effect>, WriteError> {
        let (me, beside) = (self.inbox.keys().id(), PartId::beside(part));
        self.inbox.members().may(me, Action::Compact, part)?;
        if !self.storing.is_empty() || self.inbox.stale {
            return Err(WriteError::NotYet);
        }
        let held = self.held_in(part, document).map_err(|_| WriteError::NotYet)?;
        let tips = || self.inbox.chains().tips();
        let all: Tips = tips().filter(|((of, _), _)| *of == part).gather();
        if held != all || all.is_empty() {
            return Err(WriteError::NotYet);
        }
        let mut covers = all;
        covers.extend(tips().filter(|((of, _), _)| *of == beside));
        let vouched = self.inbox.chains().all_vouched();
        let vouched = vouched.filter(|((of, _), _)| *of == part || *of == beside).collect();
        let bytes = verified_snapshot(document, me).map_err(|_| WriteError::NotYet)?;
        let state = document.state_hash();
        let shared = Shared { part, covers, vouched, state, document: bytes };
        let pieces = shared.split().ok_or(seal::SealError::TooLarge)?;
        let mut last = None;
        for piece in pieces {
            last = Some(self.append(beside, Kind::Snapshot, &piece, rng)?);
        }
        self.sharing.look = true;
        if let Some((_, snapshot)) = last {
            self.receipt(snapshot, &shared, rng)?;
        }
        Ok(self.go_on())
    }

    fn receipt(
        &mut self,
        snapshot: Hash,
        shared: &Shared,
        rng: &mut impl CryptoRng,
    ) -> Result<(), WriteError> {
        let space = self.inbox.space();
        let signature = sign_receipt(self.inbox.keys(), space, &shared.heads());
        let payload = Receipt { snapshot, signature }.encode();
        self.append(PartId::beside(shared.part), Kind::Receipt, &payload, rng)?;
        self.sharing.look = true;
        Ok(())
    }

    /// A snapshot that was found right and of which the others do not know yet that we have it all.
    pub(super) fn to_acknowledge(&self) -> Option<Hash> {
        let me = self.inbox.keys().id();
        let signed =
            |id: &Hash| self.sharing.receipts.get(id).is_some_and(|all| all.contains_key(&me));
        let mut right = self.sharing.found.iter().filter(|(_, found)| found.right == Some(true));
        right.find(|(id, found)| !signed(id) && self.may_share(found)).map(|(id, _)| *id)
    }

    /// Tells the others that everything below a snapshot is here, once it is on the disk.
    ///
    /// # Errors
    /// Nothing may be written now.
    pub fn acknowledge(&mut self, rng: &mut impl CryptoRng) -> Result<Vec<Effect>, WriteError> {
        if !self.storing.is_empty() {
            return Err(WriteError::NotYet);
        }
        if let Some(id) = self.to_acknowledge()
            && let Some(found) = self.sharing.found.get(&id).cloned()
        {
            self.receipt(id, &found.shared, rng)?;
        }
        Ok(self.go_on())
    }

    /// Finds what is new among the envelopes beside the parts, and compares it with what is here.
    pub(super) fn look_at_shared(&mut self) {
        if !std::mem::take(&mut self.sharing.look) || !self.inbox.has_snapshots {
            return;
        }
        for found in self.snapshots_held(false) {
            self.sharing.found.entry(found.0).or_insert(found.1);
        }
        self.read_receipts();
        let open = self.sharing.found.iter().filter(|(_, found)| found.right.is_none());
        let open: Vec<_> = open.map(|(id, _)| *id).collect();
        for id in open {
            let right = self.sharing.found.get(&id).and_then(|found| self.compare(&found.shared));
            if let Some(found) = self.sharing.found.get_mut(&id) {
                found.right = right;
                if right == Some(false) {
                    let (part, device) = (found.shared.part, found.author);
                    self.tell(Alarm::WrongSnapshot { part, device });
                }
            }
        }
    }

    /// Every snapshot of which all pieces are held: accepted, or also waiting for what is below it.
    pub(super) fn snapshots_held(&self, waiting: bool) -> Vec<(Hash, Found)> {
        let mut snapshots = Vec::new();
        for (part, device) in self.inbox.chains_held() {
            let (mut joining, mut first) = (Joining::default(), 0);
            for (seq, hash, held) in self.inbox.chain_after(part, device, 0) {
                let usable = match held.shelf {
                    Shelf::Accepted(_) => true,
                    Shelf::Waiting(Waits::For(crate::member::Pending::Missing { .. })) => waiting,
                    _ => false,
                };
                if held.envelope.header.kind != Kind::Snapshot || !usable {
                    joining = Joining::default();
                    continue;
                }
                let Some(payload) = self.inbox.payload(held) else { continue };
                if joining.starts(&payload) {
                    first = seq;
                }
                if let Some(shared) = joining.piece(&payload)
                    && PartId::beside(shared.part) == part
                {
                    let found = Found { author: device, first, last: seq, shared, right: None };
                    snapshots.push((*hash, found));
                }
            }
        }
        snapshots
    }

    fn read_receipts(&mut self) {
        let space = self.inbox.space();
        let mut receipts: BTreeMap<Hash, BTreeMap<DeviceId, Signature>> = BTreeMap::new();
        for (header, payload) in self.inbox.accepted_of(Kind::Receipt) {
            let Ok(receipt) = Receipt::decode(payload) else { continue };
            let Some(found) = self.sharing.found.get(&receipt.snapshot) else { continue };
            let Some(public) = self.inbox.members().public(header.device) else { continue };
            if has_receipt(public, space, &found.shared.heads(), &receipt.signature) {
                let all = receipts.entry(receipt.snapshot).or_default();
                all.insert(header.device, receipt.signature);
            }
        }
        self.sharing.receipts = receipts;
    }

    /// Whether a snapshot says what the envelopes say; `None` while some of them are not here.
    fn compare(&self, shared: &Shared) -> Option<bool> {
        let chains = self.inbox.chains();
        for ((part, device), tip) in &shared.covers {
            let ours = chains.tip(*part, *device).filter(|ours| ours.seq >= tip.seq)?;
            let hash = chains.hash(*part, *device, tip.seq).unwrap_or(tip.hash);
            if ours.seq >= tip.seq && hash != tip.hash {
                return Some(false);
            }
        }
        let session = Session { peer: 0, device: self.inbox.keys().id() };
        let ours = self.build(shared.part, session).ok()?.document;
        let Ok(mut theirs) = Document::open(session, &shared.document) else { return Some(false) };
        if theirs.state_hash() != shared.state {
            return Some(false);
        }
        let rest = ours.updates_since(&theirs.version()).ok()?;
        if theirs.import(&rest).is_err() {
            return Some(false);
        }
        let same = theirs.version() == ours.version() && theirs.state_hash() == ours.state_hash();
        Some(same)
    }
}
