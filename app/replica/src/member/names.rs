//! Names within a space: a person, a side, and how epochs are numbered.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::id::{Epoch, hex};

/// A person within one space: several devices may be of the same person. Drawn anew for every
/// space, so that two spaces do not tell that they share somebody.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId([u8; 16]);

/// A side in a space: the parents, the school, the child. A part may belong to a side.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SideId([u8; 16]);

impl PersonId {
    /// The person with these bytes, drawn from a good random source.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes as they stand in an entry.
    pub const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl SideId {
    /// The side with these bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The side with a fixed name, the same in every space: `SideId::named("ouders")`.
    pub fn named(name: &str) -> Self {
        let digest = Sha256::new().chain_update(b"thuisnabij/side/").chain_update(name).finalize();
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        Self(bytes)
    }

    /// The bytes as they stand in an entry.
    pub const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Debug for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonId({})", hex(&self.0))
    }
}

impl fmt::Debug for SideId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SideId({})", hex(&self.0))
    }
}

/// The epoch with this generation and tag. Two rotations at the same time have the same generation
/// and, by their random tags, different epochs.
pub const fn epoch_of(generation: u32, tag: u32) -> Epoch {
    (generation as Epoch) << 32 | tag as Epoch
}

/// How many keys came before, counted along one line: 1 for the first.
pub const fn generation(epoch: Epoch) -> u32 {
    (epoch >> 32) as u32
}
