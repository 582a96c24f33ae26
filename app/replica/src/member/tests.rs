//! A small world to test the membership log in: devices by number, a founder, helpers.

mod attacks;
mod checks;
mod epochs;
mod merging;
mod roles;

use chacha20::ChaCha20Rng;

use super::*;
use crate::id::{DeviceId, PartId, SpaceId};
use crate::keys::tests::{device, rng};
use crate::keys::{DeviceKeys, Keyring};
use crate::role::Role;
use crate::seal::ChainHead;

pub(crate) const SPACE: SpaceId = SpaceId::from_bytes(*b"dossier van Noor");

/// Who is who: device 1 founded the space.
pub(crate) const ANNA: u8 = 1;
pub(crate) const BRAM: u8 = 2;
pub(crate) const CARLA: u8 = 3;
pub(crate) const DIRK: u8 = 4;
pub(crate) const EEFJE: u8 = 5;

pub(crate) fn id(who: u8) -> DeviceId {
    device(who).id()
}

pub(crate) fn person(who: u8) -> (PersonId, SideId, &'static str) {
    (PersonId::from_bytes([who; 16]), SideId::named("school"), "Naam")
}

/// The log as one device has it.
pub(crate) struct Copy {
    pub(crate) log: Log,
    pub(crate) keys: DeviceKeys,
    rng: ChaCha20Rng,
}

impl Clone for Copy {
    /// Draws other random numbers than the original.
    fn clone(&self) -> Self {
        let seed = 200 + self.log.entries().count() as u8;
        Self { log: self.log.clone(), keys: self.keys.clone(), rng: rng(seed) }
    }
}

impl Copy {
    pub(crate) fn founded() -> Self {
        let (keys, mut rng) = (device(ANNA), rng(100));
        let log = Log::create(SPACE, person(ANNA), &keys, 1, &mut rng).unwrap();
        Self { log, keys, rng }
    }

    /// A space with beheer for Anna and Bram, bewerken for Carla, lezen for Dirk.
    pub(crate) fn of_four() -> Self {
        let mut copy = Self::founded();
        copy.add(BRAM, Role::Beheer).unwrap();
        copy.add(CARLA, Role::Bewerken).unwrap();
        copy.add(DIRK, Role::Lezen).unwrap();
        copy
    }

    /// The same log on the device of somebody else, offline from here on.
    pub(crate) fn taken_by(&self, who: u8) -> Self {
        Self { log: self.log.clone(), keys: device(who), rng: rng(who + 100) }
    }

    pub(crate) fn ring(&self) -> Keyring {
        let (ring, wrong) = self.log.members().keyring(&self.keys);
        assert_eq!(wrong, []);
        ring
    }

    pub(crate) fn write(&mut self, change: Change) -> Result<Signed, LogError> {
        self.log.write(change, &self.keys, 2)
    }

    pub(crate) fn add(&mut self, who: u8, role: Role) -> Result<Signed, LogError> {
        let (members, ring) = (self.log.members(), self.ring());
        let public = *device(who).public();
        let change = members.add(public, person(who), role, &ring, &mut self.rng).unwrap();
        self.write(change)
    }

    pub(crate) fn set_role(&mut self, who: u8, role: Role) -> Result<Signed, LogError> {
        self.write(Change::SetRole { device: id(who), role, seen: Vec::new() })
    }

    pub(crate) fn rotation(&mut self, removed: &[u8], seen: Vec<ChainHead>) -> Change {
        let removed: Vec<_> = removed.iter().map(|who| id(*who)).collect();
        let (members, ring) = (self.log.members(), self.ring());
        members.rotate(&removed, seen, &ring, &mut self.rng).unwrap().0
    }

    pub(crate) fn remove(&mut self, removed: &[u8]) -> Result<Signed, LogError> {
        let change = self.rotation(removed, Vec::new());
        self.write(change)
    }

    pub(crate) fn role(&self, who: u8) -> Option<Role> {
        self.log.members().role(id(who))
    }

    /// Takes everything that the other has.
    pub(crate) fn merge(&mut self, other: &Self) {
        for entry in other.log.entries() {
            self.log.add(&entry.encode()).unwrap();
        }
    }

    /// Both take what the other has, and must agree.
    pub(crate) fn meet(&mut self, other: &mut Self) {
        self.merge(other);
        other.merge(self);
        assert_eq!(self.log.members(), other.log.members());
    }
}

pub(crate) fn head(who: u8, part: &str, seq: u64) -> ChainHead {
    ChainHead { part: PartId::named(part), device: id(who), seq, hash: [seq as u8; 32] }
}
