//! What lies below a shared snapshot goes when every device has it, and comes back as that snapshot
//! for who lacks it. A chain is never lowered by it.

use std::collections::BTreeSet;

use super::share::Found;
use super::storing::After;
use super::{Client, Effect};
use crate::document::{Document, Session};
use crate::gather::Gather;
use crate::id::{DeviceId, Hash, PartId, Seq, SpaceId};
use crate::keys::Signature;
use crate::keys::wire::{Reader, Writer};
use crate::member::{Chains, Tip};
use crate::role::Action;
use crate::seal::ChainHead;
use crate::store::{Op, Table};
use crate::sync::shared::Shared;
use crate::sync::{Alarm, Body, Range, rows};

/// The snapshot below which envelopes of a part may be gone.
#[derive(Clone, Debug)]
pub(crate) struct Floor {
    pub(crate) snapshot: Hash,
    pub(crate) shared: Shared,
}

impl Client {
    /// Devices that were away for longer than the offline window: nothing waits for them any more. The
    /// caller knows the window and when each was last seen.
    pub fn set_absent(&mut self, absent: BTreeSet<DeviceId>) -> Vec<Effect> {
        if absent != self.absent {
            self.absent = absent;
            self.sharing.look = true;
        }
        self.go_on()
    }

    /// Prunes what everybody has, on this disk.
    pub(super) fn prune(&mut self) {
        let ready = self.sharing.found.iter().filter(|(id, found)| {
            let floor = self.floors.get(&found.shared.part);
            found.right == Some(true)
                && floor.is_none_or(|floor| above(&found.shared, &floor.shared))
                && self.may_share(found)
                && self.relay_has(&found.shared)
                && self.everybody_has(id)
        });
        let ready: Vec<_> = ready.map(|(id, found)| (*id, found.clone())).collect();
        for (id, found) in ready {
            let known = self.floors.get(&found.shared.part);
            if known.is_none_or(|floor| above(&found.shared, &floor.shared)) {
                let ops = self.below(&found);
                self.stand_on(id, found, ops, Vec::new());
            }
        }
    }

    /// A relay that was ever known has what is deleted here: a newcomer begins with it.
    fn relay_has(&self, shared: &Shared) -> bool {
        let has = |chain| self.theirs.get(chain).copied().unwrap_or(0);
        self.server.is_none() || shared.covers.iter().all(|(chain, tip)| has(chain) >= tip.seq)
    }

    fn everybody_has(&self, id: &Hash) -> bool {
        let receipts = self.sharing.receipts.get(id);
        self.living().all(|device| receipts.is_some_and(|all| all.contains_key(&device)))
    }

    fn living(&self) -> impl Iterator<Item = DeviceId> + '_ {
        let devices = self.inbox.members().devices();
        let living =
            devices.filter(|(id, member)| member.role().is_some() && !self.absent.contains(id));
        living.map(|(id, _)| id)
    }

    /// Deletes the rows that a snapshot holds.
    fn below(&self, found: &Found) -> Vec<Op> {
        let space = self.inbox.space();
        let mut ops = Vec::new();
        for ((part, device), tip) in &found.shared.covers {
            let from = self.floors.get(&found.shared.part);
            let from = from.and_then(|floor| floor.shared.covers.get(&(*part, *device)));
            let chain = format!("{space}/{part}/{device}/");
            for seq in from.map_or(0, |tip| tip.seq) + 1..=tip.seq {
                let key = crate::journal::record::seq_key(&chain, seq);
                ops.push(Op::Delete { table: Table::Log, key });
            }
        }
        ops
    }

    fn stand_on(&mut self, snapshot: Hash, found: Found, mut ops: Vec<Op>, after: Vec<After>) {
        let Found { author, first, last, shared, .. } = found;
        let (space, part) = (self.inbox.space(), shared.part);
        ops.push(row(space, part, author, (first, last)));
        self.floors.insert(part, Floor { snapshot, shared });
        self.inbox.stand(self.floors.values().map(|floor| &floor.shared));
        self.proven.remove(&part);
        self.queue(ops, after);
    }

    /// Asks the relay to prune, with the proof that everybody has it; or to begin there, when it lacks
    /// what nobody keeps any more.
    pub(super) fn proof(&mut self) -> Option<Body> {
        let me = self.inbox.keys().id();
        let floors: Vec<_> = self.floors.keys().copied().collect();
        for part in floors {
            let floor = self.floors.get(&part)?;
            let may = self.inbox.members().may(me, Action::Compact, part).is_ok();
            let heads = floor.shared.heads();
            let lacks = |head: &ChainHead| {
                self.theirs.get(&(head.part, head.device)).is_none_or(|seq| *seq < head.seq)
            };
            let receipts = self.sharing.receipts.get(&floor.snapshot);
            let receipts: Vec<(DeviceId, Signature)> =
                receipts.into_iter().flatten().map(|(device, by)| (*device, *by)).collect();
            let told = self.proven.get(&part).is_some_and(|known| *known >= receipts.len());
            let known = told && !heads.iter().any(lacks);
            if !may || known || self.refused_proof.contains(&part) {
                continue;
            }
            self.asked_proof = Some(part);
            return Some(Body::Prune { part, heads, receipts });
        }
        None
    }

    pub(super) fn took_proof(&mut self) {
        let Some(part) = self.asked_proof.take() else { return };
        let Some(floor) = self.floors.get(&part) else { return };
        let (heads, receipts) = (floor.shared.heads(), self.sharing.receipts.get(&floor.snapshot));
        self.proven.insert(part, receipts.map_or(0, |receipts| receipts.len()));
        if heads.iter().any(|head| self.theirs.get(&(head.part, head.device)) < Some(&head.seq)) {
            self.refused_proof.insert(part);
        }
    }

    /// What is missing here and lies below a snapshot of somebody who may: take the snapshot.
    pub(super) fn adopt(&mut self) {
        let wanted = self.inbox.wanted_ranges();
        if wanted.is_empty() {
            return;
        }
        let mut able: Vec<_> = self.snapshots_held(true);
        able.retain(|(_, found)| wanted.iter().any(|range| holds(&found.shared, range)));
        let lost: BTreeSet<PartId> = able.iter().map(|(_, found)| found.shared.part).gather();
        able.retain(|(_, found)| self.may_share(found) && self.agrees(&found.shared));
        able.sort_by_key(|(_, found)| found.shared.covers.values().map(|tip| tip.seq).sum::<u64>());
        let taken: BTreeSet<PartId> = able.iter().map(|(_, found)| found.shared.part).gather();
        for part in &taken {
            let newest = able.iter().rfind(|(_, found)| found.shared.part == *part).cloned();
            if let Some((id, found)) = newest {
                self.start_with(&found.shared);
                self.taken += 1;
                self.stand_on(id, found, Vec::new(), vec![After::Rebuild(*part)]);
            }
        }
        if !taken.is_empty() {
            self.sharing.look = true;
            self.inbox.rise();
        }
        for part in lost.difference(&taken) {
            self.tell(Alarm::TooOld { part: *part });
        }
    }

    /// The document begins with what the snapshot has, beside what it began with.
    fn start_with(&mut self, shared: &Shared) {
        let session = Session { peer: 0, device: self.inbox.keys().id() };
        let Ok(mut document) = Document::open(session, &shared.document) else { return };
        if let Some(start) = self.starts.get(&shared.part)
            && document.import(start).is_ok()
            && let Ok(both) = document.snapshot()
        {
            self.starts.insert(shared.part, both);
            return;
        }
        self.starts.insert(shared.part, shared.document.clone());
    }

    /// Whether a snapshot contradicts nothing that is known here: not what we stand on, no hash of ours,
    /// and no chain is longer than the relay, when we have one, says.
    fn agrees(&self, shared: &Shared) -> bool {
        let chains = self.inbox.chains();
        let lower = |floor: &Floor| !covers(shared, &floor.shared);
        let longer = |(chain, tip): (&(PartId, DeviceId), &Tip)| {
            self.theirs.get(chain).is_none_or(|seq| *seq < tip.seq)
        };
        if self.floors.get(&shared.part).is_some_and(lower)
            || (self.link.greeted && shared.covers.iter().any(longer))
        {
            return false;
        }
        let session = Session { peer: 0, device: self.inbox.keys().id() };
        let document = Document::open(session, &shared.document);
        let whole = document.is_ok_and(|document| document.state_hash() == shared.state);
        whole
            && shared.covers.iter().all(|((part, device), tip)| {
                chains.hash(*part, *device, tip.seq).is_none_or(|hash| hash == tip.hash)
            })
    }
}

/// Whether a snapshot holds all that the other holds.
fn covers(higher: &Shared, lower: &Shared) -> bool {
    let holds = |(chain, tip): (&(PartId, DeviceId), &Tip)| {
        higher.covers.get(chain).is_some_and(|higher| higher.seq >= tip.seq)
    };
    lower.covers.iter().all(holds)
}

/// Whether it holds more.
fn above(higher: &Shared, lower: &Shared) -> bool {
    covers(higher, lower) && !covers(lower, higher)
}

fn holds(shared: &Shared, range: &Range) -> bool {
    let tip = shared.covers.get(&(range.part, range.device));
    tip.is_some_and(|tip| tip.seq >= range.from)
}

fn row(space: SpaceId, part: PartId, author: DeviceId, (first, last): (Seq, Seq)) -> Op {
    let mut to = Writer::array(3);
    to.bytes(author.bytes()).number(first).number(last);
    rows::put(rows::floor_key(space, part), to.finish())
}

/// Where the pieces of a floor are.
pub(super) fn read_row(value: &[u8]) -> Option<(DeviceId, Seq, Seq)> {
    let mut from = Reader::new(value);
    from.exactly(3).ok()?;
    let author = DeviceId::from_bytes(from.fixed().ok()?);
    Some((author, from.number().ok()?, from.number().ok()?))
}
