//! A slot: the secrets of one person on this device, wrapped under what that person knows or has.
//! Several people on one tablet have several slots, and cannot open each other's.

use std::fmt;

use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{Cost, UnlockError};
use crate::keys::wire::{Damaged, Reader, Writer};
use crate::keys::{DeviceKeys, Secret, derive, lock, random, unlock};
use crate::recovery::Kit;

/// What opens a slot. `platform` are the 32 bytes that only this browser profile can make.
#[derive(Clone, Copy)]
pub enum Lock<'a> {
    /// A PIN or passphrase.
    Secret { text: &'a str, platform: &'a [u8; 32] },
    /// The PRF output of a passkey.
    Passkey { prf: &'a [u8; 32], platform: &'a [u8; 32] },
    /// A recovery kit on paper. It works without the browser's own key.
    Kit(&'a Kit),
}

/// What a slot holds.
#[derive(Clone, Debug)]
pub struct Unlocked {
    /// The keys of this person on this device.
    pub keys: DeviceKeys,
    /// The key under which this person's local store is encrypted.
    pub store: Secret,
}

/// A wrapped slot, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    way: Way,
    salt: [u8; 16],
    sealed: Vec<u8>,
}

/// What a slot asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// A PIN or passphrase.
    Secret,
    /// A passkey.
    Passkey,
    /// A recovery kit.
    Kit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Secret(Cost),
    Passkey,
    Kit,
}

const VERSION: u64 = 1;
const MAX_SLOT: usize = 512;
const SEALED: usize = 24 + 96 + 16;

impl Unlocked {
    /// New keys and a new store for a person who starts here.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        Self { keys: DeviceKeys::generate(rng), store: Secret::random(rng) }
    }

    /// Wraps the secrets. For a PIN the cost counts; a passkey and a kit need none.
    pub fn lock(
        &self,
        way: Lock<'_>,
        cost: Cost,
        rng: &mut impl CryptoRng,
    ) -> Result<Slot, UnlockError> {
        let salt = random(rng);
        let way_kept = match way {
            Lock::Secret { text, .. } => super::judge_secret(text).map(|()| Way::Secret(cost))?,
            Lock::Passkey { .. } => Way::Passkey,
            Lock::Kit(_) => Way::Kit,
        };
        let mut slot = Slot { way: way_kept, salt, sealed: Vec::new() };
        let mut secrets = Zeroizing::new([0; 96]);
        secrets[..64].copy_from_slice(self.keys.to_bytes().as_slice());
        secrets[64..].copy_from_slice(self.store.bytes());
        let key = slot.key(way)?;
        let sealed = lock(&key, &slot.header(), secrets.as_slice(), rng);
        slot.sealed = sealed.ok_or(UnlockError::Memory)?;
        Ok(slot)
    }
}

impl Slot {
    /// Opens the slot. Ask [`Attempts`](super::Attempts) first.
    pub fn open(&self, way: Lock<'_>) -> Result<Unlocked, UnlockError> {
        let key = self.key(way)?;
        let secrets = unlock(&key, &self.header(), &self.sealed).ok_or(UnlockError::Wrong)?;
        let secrets = Zeroizing::new(secrets);
        let (keys, store) = secrets.split_first_chunk::<64>().ok_or(UnlockError::Damaged)?;
        let store = Secret::from_slice(store).ok_or(UnlockError::Damaged)?;
        Ok(Unlocked { keys: DeviceKeys::from_bytes(keys), store })
    }

    /// What opens it.
    pub const fn asks(&self) -> Asks {
        match self.way {
            Way::Secret(_) => Asks::Secret,
            Way::Passkey => Asks::Passkey,
            Way::Kit => Asks::Kit,
        }
    }

    /// The bytes to store, with a check that tells a damaged slot from a wrong PIN.
    pub fn encode(&self) -> Vec<u8> {
        let (header, check) = (self.header(), self.check());
        let mut to = Writer::array(4);
        to.number(VERSION).bytes(&header).bytes(&self.sealed).bytes(&check);
        to.finish()
    }

    /// Reads a stored slot.
    pub fn decode(bytes: &[u8]) -> Result<Self, UnlockError> {
        if bytes.len() > MAX_SLOT {
            return Err(UnlockError::Damaged);
        }
        let mut from = Reader::new(bytes);
        let length = from.list(16)?;
        if from.number()? > VERSION {
            return Err(UnlockError::Newer);
        }
        if length != 4 {
            return Err(UnlockError::Damaged);
        }
        let (way, salt) = header(from.bytes(MAX_SLOT)?)?;
        let slot = Self { way, salt, sealed: from.bytes(SEALED)?.to_vec() };
        let sane = match slot.way {
            Way::Secret(cost) => cost.is_sane(),
            Way::Passkey | Way::Kit => true,
        };
        if sane && slot.encode() == bytes { Ok(slot) } else { Err(UnlockError::Damaged) }
    }

    fn key(&self, way: Lock<'_>) -> Result<Secret, UnlockError> {
        if let (Lock::Kit(kit), Way::Kit) = (way, self.way) {
            return Ok(derive(kit.secret().bytes(), "unlock kit", &[&self.salt]));
        }
        let (first, platform, label) = match (way, self.way) {
            (Lock::Secret { text, platform }, Way::Secret(cost)) => {
                (cost.stretch(text.as_bytes(), &self.salt)?, platform, "unlock secret")
            }
            (Lock::Passkey { prf, platform }, Way::Passkey) => {
                (Secret::from_bytes(*prf), platform, "unlock passkey")
            }
            _ => return Err(UnlockError::OtherWay),
        };
        let mut both = Zeroizing::new([0; 64]);
        both[..32].copy_from_slice(first.bytes());
        both[32..].copy_from_slice(platform);
        Ok(derive(both.as_slice(), label, &[&self.salt]))
    }

    fn header(&self) -> Vec<u8> {
        let mut to = Writer::array(4);
        match self.way {
            Way::Secret(cost) => to.number(1).number(cost.memory.into()).number(cost.passes.into()),
            Way::Passkey => to.number(2).number(0).number(0),
            Way::Kit => to.number(3).number(0).number(0),
        };
        to.bytes(&self.salt);
        to.finish()
    }

    fn check(&self) -> [u8; 8] {
        let digest = Sha256::new().chain_update(self.header()).chain_update(&self.sealed);
        let mut check = [0; 8];
        check.iter_mut().zip(digest.finalize()).for_each(|(to, from)| *to = from);
        check
    }
}

fn header(bytes: &[u8]) -> Result<(Way, [u8; 16]), UnlockError> {
    let mut from = Reader::new(bytes);
    from.exactly(4)?;
    let (kind, memory, passes) = (from.number()?, from.number()?, from.number()?);
    let small = |number: u64| u32::try_from(number).map_err(|_| UnlockError::Damaged);
    let way = match kind {
        1 => Way::Secret(Cost { memory: small(memory)?, passes: small(passes)? }),
        2 => Way::Passkey,
        3 => Way::Kit,
        _ => return Err(UnlockError::Newer),
    };
    Ok((way, from.fixed()?))
}

impl From<Damaged> for UnlockError {
    fn from(_: Damaged) -> Self {
        Self::Damaged
    }
}

impl fmt::Debug for Lock<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lock(…)")
    }
}
