//! The keys of one space that this device holds, by epoch.

use std::collections::BTreeMap;

use super::{Purpose, Secret, SpaceKey};
use crate::id::{Epoch, SpaceId};

/// The keys of one space that this device holds.
#[derive(Clone, Debug)]
pub struct Keyring {
    space: SpaceId,
    keys: BTreeMap<Epoch, SpaceKey>,
}

impl Keyring {
    /// An empty ring.
    pub const fn new(space: SpaceId) -> Self {
        Self { space, keys: BTreeMap::new() }
    }

    /// The space whose keys these are.
    pub const fn space(&self) -> SpaceId {
        self.space
    }

    /// Adds the key of an epoch.
    pub fn insert(&mut self, epoch: Epoch, key: SpaceKey) {
        self.keys.insert(epoch, key);
    }

    /// The key of an epoch.
    pub fn get(&self, epoch: Epoch) -> Option<&SpaceKey> {
        self.keys.get(&epoch)
    }

    /// The epochs that can be opened, oldest first.
    pub fn epochs(&self) -> impl Iterator<Item = Epoch> + '_ {
        self.keys.keys().copied()
    }

    /// The key for one purpose in one epoch.
    pub fn sub(&self, purpose: Purpose, epoch: Epoch) -> Option<Secret> {
        self.get(epoch).map(|key| key.sub(purpose, self.space, epoch))
    }

    /// Destroys every key, for an erased dossier.
    pub fn destroy(&mut self) {
        self.keys.clear();
    }
}
