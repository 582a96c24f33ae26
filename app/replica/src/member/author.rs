//! Making entries: a new space, a member, a rotation. What they make the log accepts, as long as the
//! author may do it.

use std::collections::BTreeMap;

use thiserror::Error;

use super::change::{Change, Given, Joined, Label, NewEpoch};
use super::entry::{Entry, MAX_LABEL};
use super::log::Log;
use super::names::{PersonId, SideId, epoch_of};
use super::rules::LogError;
use super::state::Members;
use crate::id::{DeviceId, Epoch, SpaceId};
use crate::keys::{CryptoRng, DeviceKeys, DevicePublic, KeyError, Keyring, Purpose, SpaceKey};
use crate::keys::{lock, random, unlock};
use crate::role::Role;
use crate::seal::ChainHead;

/// Why a change could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AuthorError {
    #[error(transparent)]
    Log(#[from] LogError),
    #[error(transparent)]
    Key(#[from] KeyError),
    /// We lack the key, or a rotation is due first.
    #[error("no key to hand out")]
    NoKey,
    #[error("name is too long")]
    LabelTooLong,
}

impl Log {
    /// Begins a space: the founder has beheer and the first key.
    pub fn create(
        space: SpaceId,
        (person, side, name): (PersonId, SideId, &str),
        keys: &DeviceKeys,
        at: u64,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, AuthorError> {
        let key = SpaceKey::generate(rng);
        let epoch = epoch_of(1, tag(rng));
        let new = announce(&key, space, epoch, [keys.public()].into_iter(), rng)?;
        let label = label(name, &key, space, epoch, person, rng)?;
        let founder = Joined { public: *keys.public(), person, side, role: Role::Beheer, label };
        let change = Change::Create { founder, epoch: new };
        let entry = Entry { space, parents: Vec::new(), author: keys.id(), at, change };
        let signed = entry.sign(keys)?;
        Ok(Self::open(signed.id(), &signed.encode())?)
    }
}

impl Members {
    /// The change that lets a device in.
    pub fn add(
        &self,
        public: DevicePublic,
        (person, side, name): (PersonId, SideId, &str),
        role: Role,
        ring: &Keyring,
        rng: &mut impl CryptoRng,
    ) -> Result<Change, AuthorError> {
        let (epoch, key) = self.key_to_hand_out(ring)?;
        let label = label(name, key, self.space(), epoch, person, rng)?;
        let given = give(key, self.space(), epoch, &public, rng)?;
        Ok(Change::Add { member: Joined { public, person, side, role, label }, key: given })
    }

    /// The change that lets a recovery kit open the space.
    pub fn recovery(
        &self,
        public: DevicePublic,
        ring: &Keyring,
        rng: &mut impl CryptoRng,
    ) -> Result<Change, AuthorError> {
        let (epoch, key) = self.key_to_hand_out(ring)?;
        Ok(Change::Recovery { public, key: give(key, self.space(), epoch, &public, rng)? })
    }

    /// The change that gives a member the key that it lacks ([`Members::without_key`]).
    pub fn give(
        &self,
        device: DeviceId,
        ring: &Keyring,
        rng: &mut impl CryptoRng,
    ) -> Result<Change, AuthorError> {
        let (epoch, key) = self.key_to_hand_out(ring)?;
        let public = self.public(device).ok_or(LogError::NotAMember)?;
        Ok(Change::Give { device, key: give(key, self.space(), epoch, public, rng)? })
    }

    /// The change that removes devices (or none) and begins a new key, in one record. `seen` is what
    /// we have of who leaves.
    pub fn rotate(
        &self,
        removed: &[DeviceId],
        mut seen: Vec<ChainHead>,
        ring: &Keyring,
        rng: &mut impl CryptoRng,
    ) -> Result<(Change, SpaceKey), AuthorError> {
        let mut removed = removed.to_vec();
        removed.sort_unstable();
        seen.sort_unstable();
        let mut stays = self.recipients();
        stays.retain(|device| !removed.contains(device));
        let stays = stays.iter().filter_map(|device| self.public(*device));
        let generation = self.next_generation().ok_or(LogError::WrongEpoch)?;
        let (key, epoch) = (SpaceKey::generate(rng), epoch_of(generation, tag(rng)));
        let new = announce(&key, self.space(), epoch, stays, rng)?;
        let mut older = Vec::new();
        for old in self.loose_epochs() {
            let old_key = ring.get(old).ok_or(AuthorError::NoKey)?;
            older.push((old, key.seal_older(self.space(), epoch, (old, old_key), rng)?));
        }
        Ok((Change::Rotate { removed, seen, epoch: new, older }, key))
    }

    /// The name of a member, for who has the key.
    pub fn name(&self, device: DeviceId, ring: &Keyring) -> Option<String> {
        let joined = &self.device(device)?.joined;
        let key = ring.sub(Purpose::Label, joined.label.epoch)?;
        let name = unlock(&key, joined.person.bytes(), &joined.label.sealed)?;
        String::from_utf8(name).ok()
    }

    fn key_to_hand_out<'a>(&self, ring: &'a Keyring) -> Result<(Epoch, &'a SpaceKey), AuthorError> {
        let epoch = self.writing_epoch().ok_or(AuthorError::NoKey)?;
        Ok((epoch, ring.get(epoch).ok_or(AuthorError::NoKey)?))
    }
}

fn tag(rng: &mut impl CryptoRng) -> u32 {
    u32::from_be_bytes(random(rng))
}

fn give(
    key: &SpaceKey,
    space: SpaceId,
    epoch: Epoch,
    to: &DevicePublic,
    rng: &mut impl CryptoRng,
) -> Result<Given, KeyError> {
    Ok(Given { epoch, wrapped: key.wrap(space, epoch, to, rng)? })
}

fn announce<'a>(
    key: &SpaceKey,
    space: SpaceId,
    epoch: Epoch,
    to: impl Iterator<Item = &'a DevicePublic>,
    rng: &mut impl CryptoRng,
) -> Result<NewEpoch, KeyError> {
    let mut wrapped = BTreeMap::new();
    for public in to {
        wrapped.insert(public.id(), key.wrap(space, epoch, public, rng)?);
    }
    let wrapped = wrapped.into_iter().collect();
    Ok(NewEpoch { epoch, check: key.check(space, epoch), wrapped })
}

fn label(
    name: &str,
    key: &SpaceKey,
    space: SpaceId,
    epoch: Epoch,
    person: PersonId,
    rng: &mut impl CryptoRng,
) -> Result<Label, AuthorError> {
    let key = key.sub(Purpose::Label, space, epoch);
    let sealed = lock(&key, person.bytes(), name.as_bytes(), rng);
    let sealed = sealed.filter(|sealed| sealed.len() <= MAX_LABEL);
    Ok(Label { epoch, sealed: sealed.ok_or(AuthorError::LabelTooLong)? })
}
