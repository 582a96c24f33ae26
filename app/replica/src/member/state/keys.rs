//! Who may have a space's keys, who has them, and which key may be written under.

use std::collections::BTreeSet;

use super::Members;
use crate::gather::Gather;
use crate::id::{DeviceId, Epoch};
use crate::keys::{DeviceKeys, KeyError, Keyring, SpaceKey};

impl Members {
    /// Everybody who may have the key: members and recovery kits.
    pub fn recipients(&self) -> BTreeSet<DeviceId> {
        let members = self.devices.iter().filter(|(_, member)| member.role().is_some());
        members.map(|(id, _)| *id).chain(self.recovery.iter().copied()).gather()
    }

    /// Whether only members can open this key. A key that somebody has who left, or who was let in
    /// by an entry that turned out void, is not safe to write under.
    pub fn is_safe(&self, epoch: Epoch) -> bool {
        self.has_epoch(epoch) && self.epochs.readers(epoch).is_subset(&self.recipients())
    }

    /// The epoch to write under; `None` while a rotation is due. Keep what is written on the device
    /// until then.
    pub fn writing_epoch(&self) -> Option<Epoch> {
        if self.is_erased() {
            return None;
        }
        self.epochs.0.keys().rev().find(|epoch| self.is_safe(**epoch)).copied()
    }

    /// Whether somebody with beheer must make a new key, because rotations at the same time left
    /// none that only members can open.
    pub fn rotation_is_due(&self) -> bool {
        self.writing_epoch().is_none()
    }

    /// Who lacks the key that is written under, and must be given it.
    pub fn without_key(&self) -> Vec<(DeviceId, Epoch)> {
        let Some(epoch) = self.writing_epoch() else { return Vec::new() };
        let readers = self.epochs.readers(epoch);
        let lacks = |device: &DeviceId| !readers.contains(device);
        self.recipients().into_iter().filter(lacks).map(|device| (device, epoch)).collect()
    }

    /// Whether a device was given the key of an epoch, or of a newer one that opens it.
    pub fn could_open(&self, device: DeviceId, epoch: Epoch) -> bool {
        self.epochs.readers(epoch).contains(&device)
    }

    /// Every key that this device can open, newest first and through them the older ones. Keys that
    /// are not what the log announced are left out and named.
    pub fn keyring(&self, keys: &DeviceKeys) -> (Keyring, Vec<(Epoch, KeyError)>) {
        let mut ring = Keyring::new(self.space);
        let mut wrong = Vec::new();
        if self.is_erased() {
            return (ring, wrong);
        }
        for (epoch, state) in self.epochs.0.iter().rev() {
            for wrapped in state.wrapped.get(&keys.id()).into_iter().flatten() {
                let opened = SpaceKey::unwrap(wrapped, self.space, *epoch, keys);
                self.keep(&mut ring, &mut wrong, *epoch, opened);
            }
            let Some(key) = ring.get(*epoch).cloned() else { continue };
            for (older, sealed) in &state.older {
                let opened = key.open_older(self.space, *epoch, *older, sealed);
                self.keep(&mut ring, &mut wrong, *older, opened);
            }
        }
        (ring, wrong)
    }

    fn keep(
        &self,
        ring: &mut Keyring,
        wrong: &mut Vec<(Epoch, KeyError)>,
        epoch: Epoch,
        opened: Result<SpaceKey, KeyError>,
    ) {
        let announced = self.epochs.0.get(&epoch).map(|state| state.check);
        match opened {
            Ok(key) if Some(key.check(self.space, epoch)) == announced => ring.insert(epoch, key),
            Ok(_) => wrong.push((epoch, KeyError::OtherKey)),
            Err(error) => wrong.push((epoch, error)),
        }
    }
}
