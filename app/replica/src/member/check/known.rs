//! What this device has of every chain. The journal answers these questions; [`KnownChains`] does so
//! from memory.

use std::collections::BTreeMap;

use crate::envelope::Header;
use crate::id::{DeviceId, Epoch, Hash, PartId, Seq};
use crate::seal::{ChainHead, Heads};

/// The newest accepted envelope of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tip {
    pub seq: Seq,
    pub hash: Hash,
    pub epoch: Epoch,
}

/// What this device has accepted.
pub trait Chains {
    /// The newest accepted envelope of a device in a part.
    fn tip(&self, part: PartId, device: DeviceId) -> Option<Tip>;

    /// The hash of one accepted envelope; `None` when we do not have it (any more).
    fn hash(&self, part: PartId, device: DeviceId, seq: Seq) -> Option<Hash>;

    /// The last envelope of this chain that an accepted envelope of somebody else named in its
    /// heads; 0 for none.
    fn vouched(&self, part: PartId, device: DeviceId) -> Seq;
}

/// Chains in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownChains {
    hashes: BTreeMap<(PartId, DeviceId), BTreeMap<Seq, (Hash, Epoch)>>,
    vouched: BTreeMap<(PartId, DeviceId), Seq>,
}

impl KnownChains {
    /// Notes an accepted envelope.
    pub fn accept(&mut self, header: &Header, hash: Hash) {
        let chain = self.hashes.entry((header.part, header.device)).or_default();
        chain.insert(header.seq, (hash, header.epoch));
    }

    /// Notes the last that was accepted of a chain of which the rest is not held.
    pub(crate) fn start(&mut self, chain: (PartId, DeviceId), tip: &Tip) {
        self.hashes.entry(chain).or_default().insert(tip.seq, (tip.hash, tip.epoch));
    }

    /// Notes up to where a chain was built upon.
    pub(crate) fn vouch_for(&mut self, chain: (PartId, DeviceId), seq: Seq) {
        let known = self.vouched.entry(chain).or_default();
        *known = seq.max(*known);
    }

    /// Up to where others built upon each chain.
    pub(crate) fn all_vouched(&self) -> impl Iterator<Item = ((PartId, DeviceId), Seq)> + '_ {
        self.vouched.iter().map(|(chain, seq)| (*chain, *seq))
    }

    /// What is known of one place of a chain.
    pub(crate) fn at(&self, chain: (PartId, DeviceId), seq: Seq) -> Option<Tip> {
        let (hash, epoch) = self.hashes.get(&chain)?.get(&seq)?;
        Some(Tip { seq, hash: *hash, epoch: *epoch })
    }

    /// The newest of every chain.
    pub(crate) fn tips(&self) -> impl Iterator<Item = ((PartId, DeviceId), Tip)> + '_ {
        self.hashes.keys().filter_map(|chain| Some((*chain, self.tip(chain.0, chain.1)?)))
    }

    /// Notes what the author of an accepted envelope had built upon. Its own chain does not count:
    /// nobody vouches for oneself.
    pub fn vouch(&mut self, author: DeviceId, heads: &Heads) {
        for head in heads.chains.iter().filter(|head| head.device != author) {
            self.vouch_for((head.part, head.device), head.seq);
        }
    }

    /// The newest of every chain, sorted: to tell about, and to put in a rotation as `seen`.
    pub fn heads(&self) -> Vec<ChainHead> {
        let chains = self.hashes.iter().filter_map(|((part, device), chain)| {
            let (seq, (hash, _)) = chain.last_key_value()?;
            Some(ChainHead { part: *part, device: *device, seq: *seq, hash: *hash })
        });
        chains.collect()
    }

    /// The newest of the chains of these devices.
    pub fn heads_of(&self, devices: &[DeviceId]) -> Vec<ChainHead> {
        self.heads().into_iter().filter(|head| devices.contains(&head.device)).collect()
    }
}

impl Chains for KnownChains {
    fn tip(&self, part: PartId, device: DeviceId) -> Option<Tip> {
        let (seq, (hash, epoch)) = self.hashes.get(&(part, device))?.last_key_value()?;
        Some(Tip { seq: *seq, hash: *hash, epoch: *epoch })
    }

    fn hash(&self, part: PartId, device: DeviceId, seq: Seq) -> Option<Hash> {
        self.hashes.get(&(part, device))?.get(&seq).map(|(hash, _)| *hash)
    }

    fn vouched(&self, part: PartId, device: DeviceId) -> Seq {
        self.vouched.get(&(part, device)).copied().unwrap_or(0)
    }
}
