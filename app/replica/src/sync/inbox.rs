//! Everything received of a space, and what became of it: accepted, waiting or refused. Nothing
//! vanishes (I5), and the same set gives the same answer in whatever order it came (I4).

mod held;
mod judging;
mod room;
mod shelf;
mod wanted;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use self::room::Apart;
pub use self::room::{MAX_APART, MAX_APART_BYTES, MAX_UNKNOWN, MAX_UNKNOWN_BYTES};
pub(crate) use self::shelf::Taken;
pub use self::shelf::{Counts, Reason, Shelf, Waits};

use self::room::Room;
use self::shelf::never_counts;
use crate::envelope::{self, Envelope, Header, Kind};
use crate::id::{DeviceId, Hash, PartId, Seq, SpaceId};
use crate::keys::{DeviceKeys, Keyring};
use crate::member::{
    Added, Chains, Change, KnownChains, Log, LogError, Members, Signed, Tip, Verdict,
};
use crate::seal::{self, ChainHead, Opened};
use crate::sync::Alarm;
use crate::sync::judged::Judged;
use crate::sync::shared::Shared;

/// Judges an envelope: [`member::check`](crate::member::check), unless a test plants a bug.
pub type Judge = fn(&Envelope, &Hash, &Members, &KnownChains) -> Verdict;

pub(crate) type Place = (PartId, DeviceId, Seq);

#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) envelope: Envelope,
    pub(crate) shelf: Shelf,
    /// Where the store has it, or will have it when what is queued is written.
    pub(crate) stored: Option<Shelf>,
    pub(crate) opened: Option<Opened>,
}

/// Up to where chains were judged before, while what lies below is not held in memory.
pub(crate) type Tips = BTreeMap<(PartId, DeviceId), Tip>;

/// See the module's header. It holds what is in the log of the store and not below a snapshot.
#[derive(Clone, Debug)]
pub struct Inbox {
    keys: DeviceKeys,
    log: Log,
    members: Members,
    ring: Keyring,
    chains: KnownChains,
    pub(crate) held: BTreeMap<Hash, Held>,
    places: BTreeMap<Place, BTreeSet<Hash>>,
    judge: Judge,
    /// What may have another shelf than the store knows, in the order in which it was judged.
    pub(crate) touched: Vec<Hash>,
    pub(crate) alarms: BTreeSet<Alarm>,
    /// Heads that members told about.
    goals: BTreeMap<(PartId, DeviceId), Seq>,
    log_goals: BTreeSet<Hash>,
    /// What the relay said to have when it was last greeted: no more than it says at once.
    promised: BTreeMap<(PartId, DeviceId), Seq>,
    log_promised: BTreeSet<Hash>,
    /// What members had in places of which nothing has come here yet: it must be that (F21).
    expected: BTreeMap<Place, Hash>,
    /// What was built upon before, as far as it is not held.
    pub(super) vouched: Vec<((PartId, DeviceId), Seq)>,
    /// Up to where shared snapshots hold each chain: what is below may be nowhere.
    pub(crate) floor: Tips,
    floor_vouched: Vec<((PartId, DeviceId), Seq)>,
    /// Below these the local snapshot spared us the reading: the rows are in the store.
    pub(crate) below: Tips,
    /// The membership changed what counts below: nothing is final until the rows are read.
    pub(crate) stale: bool,
    /// The space is erased here, whatever the log says later.
    pub(crate) erased: bool,
    /// A piece of a shared snapshot was held.
    pub(crate) has_snapshots: bool,
    /// Everything was judged again.
    pub(crate) rejudged: bool,
    /// What waits of devices that the log does not name.
    unknown: Room,
    /// Something of an unknown device was not kept: when the log names more devices, ask what there is.
    pub(crate) left_out: bool,
    /// More devices were named since then.
    pub(crate) look_for_left_out: bool,
}

impl Inbox {
    /// An inbox that knows the membership log and no envelope.
    pub(crate) fn new(keys: DeviceKeys, log: Log, judge: Judge) -> Self {
        let members = log.members();
        let (ring, _) = members.keyring(&keys);
        Self {
            keys,
            log,
            members,
            ring,
            chains: KnownChains::default(),
            held: BTreeMap::new(),
            places: BTreeMap::new(),
            judge,
            touched: Vec::new(),
            alarms: BTreeSet::new(),
            goals: BTreeMap::new(),
            log_goals: BTreeSet::new(),
            promised: BTreeMap::new(),
            log_promised: BTreeSet::new(),
            expected: BTreeMap::new(),
            vouched: Vec::new(),
            floor: Tips::new(),
            floor_vouched: Vec::new(),
            below: Tips::new(),
            stale: false,
            has_snapshots: false,
            erased: false,
            rejudged: false,
            unknown: Room::default(),
            left_out: false,
            look_for_left_out: false,
        }
    }

    /// Begins above what was judged before.
    pub(crate) fn start(&mut self, judged: &Judged) {
        judged.tips.iter().for_each(|(chain, tip)| raise(&mut self.below, *chain, *tip));
        self.vouched.extend(&judged.vouched);
    }

    /// Stands on these shared snapshots from now on.
    pub(crate) fn stand<'a>(&mut self, on: impl Iterator<Item = &'a Shared>) {
        (self.floor, self.floor_vouched) = Default::default();
        for shared in on {
            self.floor.extend(&shared.covers);
            self.floor_vouched.extend(&shared.vouched);
        }
    }

    /// Knows nothing but the snapshots that it stands on.
    pub(crate) fn stand_only(&mut self) {
        self.below = self.floor.clone();
        self.vouched = self.floor_vouched.clone();
    }

    /// Takes the snapshots that it stands on for what is missing below them.
    pub(crate) fn rise(&mut self) {
        for (chain, tip) in &self.floor {
            raise(&mut self.below, *chain, *tip);
            let ours = self.chains.tip(chain.0, chain.1).map_or(0, |ours| ours.seq);
            if ours < tip.seq {
                self.chains.start(*chain, tip);
            }
        }
        self.vouched.extend(&self.floor_vouched);
        self.vouched.iter().for_each(|(chain, seq)| self.chains.vouch_for(*chain, *seq));
        self.retry_all();
    }

    /// Whether something that was judged before and still is in the store was not read.
    fn has_unread(&self) -> bool {
        self.below
            .iter()
            .any(|(chain, tip)| self.floor.get(chain).is_none_or(|floor| floor.seq < tip.seq))
    }

    /// What an envelope says, if it can be opened; also of one that waits for what is below it.
    pub(crate) fn payload<'a>(&self, held: &'a Held) -> Option<Cow<'a, [u8]>> {
        if let Some(opened) = &held.opened {
            return Some(Cow::Borrowed(&opened.payload));
        }
        let public = self.members.public(held.envelope.header.device)?;
        seal::open(&held.envelope, public, &self.ring).ok().map(|opened| opened.payload.into())
    }

    /// Everything is held again: judges it by what the membership says now.
    pub(crate) fn judge_from_nothing(&mut self) {
        self.stand_only();
        (self.stale, self.rejudged) = (false, true);
        self.rejudge();
    }

    /// Whether this device is in and has the key that is written under.
    pub(crate) fn keys_to_write(&self) -> bool {
        let epoch = self.members.writing_epoch();
        self.members.role(self.keys.id()).is_some()
            && epoch.is_some_and(|epoch| self.ring.get(epoch).is_some())
    }

    /// The membership log.
    pub const fn log(&self) -> &Log {
        &self.log
    }

    /// Who is in.
    pub const fn members(&self) -> &Members {
        &self.members
    }

    /// The keys of the space that this device can open.
    pub const fn ring(&self) -> &Keyring {
        &self.ring
    }

    /// What was accepted.
    pub const fn chains(&self) -> &KnownChains {
        &self.chains
    }

    pub(crate) const fn keys(&self) -> &DeviceKeys {
        &self.keys
    }

    pub(crate) const fn space(&self) -> SpaceId {
        self.log.space()
    }

    /// How many envelopes are where.
    pub fn counts(&self) -> Counts {
        // Accepted chains have no gaps.
        let accepted: Seq = self.chains.tips().map(|(_, tip)| tip.seq).sum();
        let mut counts = Counts { accepted: accepted as usize, ..Counts::default() };
        for held in self.held.values() {
            match held.shelf {
                Shelf::Accepted(_) => {}
                Shelf::Waiting(_) => counts.waiting += 1,
                Shelf::Refused(_) => counts.refused += 1,
            }
        }
        counts
    }

    /// The headers of the changes that are accepted, with the payloads, by part, device and number.
    pub fn accepted(&self) -> impl Iterator<Item = (&Header, &[u8])> {
        self.accepted_of(Kind::Update)
    }

    /// The same of another kind.
    pub(crate) fn accepted_of(&self, kind: Kind) -> impl Iterator<Item = (&Header, &[u8])> {
        let hashes = self.places.values().flatten();
        hashes.filter_map(|hash| self.held.get(hash)).filter_map(move |held| {
            let opened = held.opened.as_ref()?;
            (held.envelope.header.kind == kind && matches!(held.shelf, Shelf::Accepted(_)))
                .then_some((&held.envelope.header, opened.payload.as_slice()))
        })
    }

    /// Takes an entry of the membership log.
    pub(crate) fn entry(&mut self, bytes: &[u8]) -> Taken {
        let added = match self.log.add(bytes) {
            Ok(added) => added,
            Err(error) => return Taken::Bad(error.into()),
        };
        match added {
            Added::Known => Taken::Known,
            Added::Waiting { .. } => Taken::New,
            Added::New { .. } => {
                self.membership_changed();
                Taken::New
            }
        }
    }

    /// Signs and takes an own entry.
    pub(crate) fn decide(&mut self, change: Change, at: u64) -> Result<Signed, LogError> {
        let signed = self.log.write(change, &self.keys, at)?;
        self.membership_changed();
        Ok(signed)
    }

    /// Nothing is held any more: the space is erased.
    pub(crate) fn erase(&mut self) {
        self.erased = true;
        self.ring.destroy();
        self.chains = KnownChains::default();
        self.held.clear();
        self.places.clear();
        self.touched.clear();
        self.goals.clear();
        self.log_goals.clear();
        self.promised.clear();
        self.log_promised.clear();
        self.expected.clear();
        self.stand(std::iter::empty());
        self.stand_only();
        (self.stale, self.rejudged) = (false, false);
        (self.unknown, self.left_out) = (Room::default(), false);
    }

    fn membership_changed(&mut self) {
        let before = std::mem::replace(&mut self.members, self.log.members());
        if self.erased || self.members.is_erased() {
            return self.erase();
        }
        self.ring = self.members.keyring(&self.keys).0;
        self.log_goals.retain(|id| self.log.entry(id).is_none());
        if self.left_out && self.members.devices().count() > before.devices().count() {
            (self.left_out, self.look_for_left_out) = (false, true);
        }
        if before.standing().holds_in(&self.members.standing()) {
            self.retry();
        } else if !self.has_unread() {
            self.judge_from_nothing();
        } else {
            self.stale = true;
        }
    }

    /// Takes an envelope.
    pub(crate) fn envelope(&mut self, bytes: &[u8]) -> Taken {
        let hash = envelope::hash(bytes);
        if self.held.contains_key(&hash) {
            return Taken::Known;
        }
        let envelope = match Envelope::decode(bytes) {
            Ok(envelope) => envelope,
            Err(error) => return Taken::Bad(error.into()),
        };
        self.hold(hash, envelope, None);
        self.consider(hash);
        let refused = match self.shelf(&hash) {
            Some(Shelf::Refused(reason)) if never_counts(reason) => reason,
            Some(shelf) if shelf.is_of_nobody() && self.unknown.is_over() => {
                self.forget(&hash);
                self.left_out = true;
                return Taken::NoRoom;
            }
            Some(_) => return Taken::New,
            None => return Taken::Known,
        };
        self.forget(&hash);
        Taken::Bad(refused)
    }

    /// The heads to tell about in the next envelope of `part`: of that part first.
    pub(crate) fn heads_to_tell(
        &self,
        part: PartId,
        told: &BTreeMap<(PartId, DeviceId), Seq>,
    ) -> Vec<ChainHead> {
        let new = |head: &ChainHead| {
            head.device != self.keys.id()
                && told.get(&(head.part, head.device)).is_none_or(|seq| *seq < head.seq)
        };
        let mut heads: Vec<_> = self.chains.heads().into_iter().filter(new).collect();
        heads.sort_by_key(|head| (head.part != part, *head));
        heads.truncate(crate::seal::MAX_HEADS);
        heads.sort_unstable();
        heads
    }
}

fn raise(tips: &mut Tips, chain: (PartId, DeviceId), tip: Tip) {
    let known = tips.entry(chain).or_insert(tip);
    if known.seq < tip.seq {
        *known = tip;
    }
}
