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

    /// Notes what the author of an accepted envelope had built upon. Its own chain does not count:
    /// nobody vouches for oneself.
    pub fn vouch(&mut self, author: DeviceId, heads: &Heads) {
        for head in heads.chains.iter().filter(|head| head.device != author) {
            let known = self.vouched.entry((head.part, head.device)).or_default();
            *known = head.seq.max(*known);
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
