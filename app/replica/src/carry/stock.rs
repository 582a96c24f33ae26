//! What one device can hand over of a space, whether it can read it or not.

use std::collections::{BTreeMap, BTreeSet};

use super::summary::{self, Known, Summary};
use super::{Bag, Package};
use crate::envelope::Envelope;
use crate::gather::Gather;
use crate::id::{DeviceId, Hash, PartId, Seq, SpaceId};
use crate::member::Signed;
use crate::sync::{Client, Item};

type Chain = (PartId, DeviceId);

/// Who cannot judge hands on all that claim one place.
type Envelopes<'a> = BTreeMap<Seq, Vec<(Hash, &'a Envelope)>>;

/// See the module's header. Cheap to make; it borrows from who holds the items.
#[derive(Clone, Debug)]
pub struct Stock<'a> {
    space: SpaceId,
    entries: Vec<&'a Signed>,
    chains: BTreeMap<Chain, Envelopes<'a>>,
    /// What only a later version can read: always handed on.
    opaque: Vec<&'a Item>,
}

/// The package with what these have, or what the other does not have yet by its summary. Of a space
/// that the summary does not name everything is given: leave it out when that is not wanted.
pub fn give(stocks: &[Stock<'_>], other: Option<&Summary>) -> Package {
    let bags = stocks.iter().map(|stock| {
        let known = other.and_then(|summary| summary.of(stock.space)).unwrap_or_default();
        Bag { space: stock.space, items: stock.lacking(&known) }
    });
    Package { bags: bags.filter(|bag| !bag.items.is_empty()).collect(), files: Vec::new() }
}

impl<'a> Stock<'a> {
    pub(super) fn new(space: SpaceId, entries: Vec<&'a Signed>, opaque: Vec<&'a Item>) -> Self {
        Self { space, entries, chains: BTreeMap::new(), opaque }
    }

    /// What a client has: everything that is on the disk, whatever became of it. Others may still
    /// need it.
    pub fn of(client: &'a Client) -> Self {
        let entries = client.entries_to_give().collect();
        let mut stock = Self::new(client.space(), entries, Vec::new());
        for (part, device) in client.inbox().chains_held() {
            let last = client.may_leave((part, device));
            for (seq, hash, held) in client.inbox().chain_after(part, device, 0) {
                if seq <= last {
                    stock.add(*hash, &held.envelope);
                }
            }
        }
        stock
    }

    pub(super) fn add(&mut self, hash: Hash, envelope: &'a Envelope) {
        let header = &envelope.header;
        let chain = self.chains.entry((header.part, header.device)).or_default();
        chain.entry(header.seq).or_default().push((hash, envelope));
    }

    /// The space.
    pub const fn space(&self) -> SpaceId {
        self.space
    }

    /// What a summary tells: the log as far as it hangs together, every chain up to its first gap.
    pub(super) fn known(&self) -> Known {
        let mut known = Known::default();
        let entries = self.parents_first();
        let whole = closed(&entries);
        let mut heads: BTreeSet<&Hash> = whole.iter().map(|signed| signed.id()).gather();
        for parent in whole.iter().flat_map(|signed| &signed.entry().parents) {
            heads.remove(parent);
        }
        known.log = heads.into_iter().map(summary::mark).collect();
        for (chain, envelopes) in &self.chains {
            let unbroken = (1..).map_while(|seq| Some((seq, only(envelopes, seq)?)));
            if let Some((seq, hash)) = unbroken.last() {
                known.chains.push(summary::Tip::new(*chain, seq, &hash));
            }
        }
        known
    }

    /// Whether the other has something of this space that is not here.
    pub(super) fn is_behind(&self, known: &Known) -> bool {
        let entries: BTreeSet<_> = self.entries.iter().map(|s| summary::mark(s.id())).gather();
        let ours: Vec<_> = self.known().chains;
        known.log.iter().any(|mark| !entries.contains(mark))
            || known
                .chains
                .iter()
                .any(|tip| ours.iter().all(|ours| ours.chain != tip.chain || ours.seq < tip.seq))
    }

    /// The items that the other does not have.
    pub(super) fn lacking(&self, known: &Known) -> Vec<Item> {
        let entries = self.parents_first();
        let mut has: BTreeSet<Hash> = BTreeSet::new();
        for signed in entries.iter().rev() {
            let id = signed.id();
            if has.contains(id) || known.log.contains(&summary::mark(id)) {
                has.insert(*id);
                has.extend(&signed.entry().parents);
            }
        }
        let new = entries.iter().filter(|signed| !has.contains(signed.id()));
        let mut items: Vec<_> = new.map(|signed| Item::Entry(signed.encode())).collect();
        for (chain, envelopes) in &self.chains {
            let after = known.up_to(*chain, |seq| only(envelopes, seq));
            let new = envelopes.range(after.saturating_add(1)..).flat_map(|(_, all)| all);
            items.extend(new.map(|(_, envelope)| Item::Envelope(envelope.encode())));
        }
        items.extend(self.opaque.iter().map(|item| (*item).clone()));
        items
    }

    /// The entries, what is built upon first.
    fn parents_first(&self) -> Vec<&'a Signed> {
        let mut waiting: BTreeMap<Hash, (usize, &Signed)> = BTreeMap::new();
        let mut children: BTreeMap<Hash, Vec<Hash>> = BTreeMap::new();
        let here: BTreeSet<Hash> = self.entries.iter().map(|signed| *signed.id()).gather();
        let mut ready = std::collections::VecDeque::new();
        for signed in &self.entries {
            let parents = &signed.entry().parents;
            let before: Vec<_> = parents.iter().filter(|id| here.contains(*id)).collect();
            if before.is_empty() {
                ready.push_back(*signed);
            } else {
                waiting.insert(*signed.id(), (before.len(), signed));
                before.iter().for_each(|id| children.entry(**id).or_default().push(*signed.id()));
            }
        }
        let mut order = Vec::with_capacity(self.entries.len());
        while let Some(signed) = ready.pop_front() {
            order.push(signed);
            for child in children.remove(signed.id()).unwrap_or_default() {
                let Some((before, child)) = waiting.get_mut(&child) else { continue };
                *before -= 1;
                if *before == 0 {
                    ready.push_back(*child);
                }
            }
        }
        order
    }
}

/// The envelope in this place, when there is one and no other.
fn only(envelopes: &Envelopes<'_>, seq: Seq) -> Option<Hash> {
    match envelopes.get(&seq)?.as_slice() {
        [(hash, _)] => Some(*hash),
        _ => None,
    }
}

/// Those of which everything that they build on is here.
fn closed<'a>(parents_first: &[&'a Signed]) -> Vec<&'a Signed> {
    let mut whole: BTreeSet<&Hash> = BTreeSet::new();
    let mut closed = Vec::new();
    for signed in parents_first {
        if signed.entry().parents.iter().all(|parent| whole.contains(parent)) {
            whole.insert(signed.id());
            closed.push(*signed);
        }
    }
    closed
}
