//! A number by which people see whether their devices hold the same of a space. It is for eyes across a table, not against
//! somebody who means harm: who wrote what is proven by the envelopes, never by this.

use std::collections::BTreeMap;
use std::fmt;

use replica::id::{Hash, PartId, sha256};

use super::OpenSpace;

/// What comes before the hashes, so that no other hash of ours can be taken for this one.
const DOMAIN: &[u8] = b"thuisnabij/controlegetal/1";

/// So many digits stand on the screen, in groups of four.
const DIGITS: u32 = 12;

/// The number that is the same on devices with the same content, and else, but for chance, another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Controlegetal(u64);

impl fmt::Display for Controlegetal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let group = |nth: u32| self.0 / 10_u64.pow(4 * nth) % 10_000;
        write!(f, "{:04} {:04} {:04}", group(2), group(1), group(0))
    }
}

impl Controlegetal {
    /// Over the visible state of each part. A part in which nothing stands does not count: looking makes those.
    pub fn of(parts: &BTreeMap<PartId, Hash>) -> Self {
        let empty = sha256(&[]);
        let mut bytes = DOMAIN.to_vec();
        for (part, hash) in parts.iter().filter(|(_, hash)| **hash != empty) {
            bytes.extend_from_slice(&sha256(part.to_string().as_bytes()));
            bytes.extend_from_slice(hash);
        }
        let first = sha256(&bytes).into_iter().take(8);
        let number = first.fold(0_u64, |number, byte| (number << 8) | u64::from(byte));
        Self(number % 10_u64.pow(DIGITS))
    }
}

impl OpenSpace {
    /// The number of everything that is here of the space now. Nothing when a part could not be read: then the devices
    /// cannot be compared.
    pub fn controlegetal(&self) -> Option<Controlegetal> {
        if self.is_blocked() {
            return None;
        }
        let mut parts = BTreeMap::new();
        self.each_document(&mut |part, document| {
            parts.insert(part, document.state_hash());
        });
        Some(Controlegetal::of(&parts))
    }
}
