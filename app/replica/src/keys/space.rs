//! The key of a space in one epoch, and what is derived from it.

use rand_core::CryptoRng;

use super::{Secret, derive};
use crate::envelope::Kind;
use crate::id::{Epoch, SpaceId};

/// What a sub-key is for. A key for one purpose opens nothing made for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Envelopes with changes.
    Update,
    /// Envelopes with a whole document.
    Snapshot,
    /// Attachments.
    Blob,
    /// Names of people in the membership log.
    Label,
    /// The key of an older epoch.
    Older,
}

impl Purpose {
    const fn label(self) -> &'static str {
        match self {
            Self::Update => "op",
            Self::Snapshot => "snap",
            Self::Blob => "blob",
            Self::Label => "label",
            Self::Older => "older",
        }
    }

    /// The purpose of an envelope's body; `None` for a kind of a later version.
    pub const fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Update | Kind::Receipt => Some(Self::Update),
            Kind::Snapshot => Some(Self::Snapshot),
            Kind::Unknown(_) => None,
        }
    }
}

/// Announces a space key without telling it: everybody can check that they got the same one.
pub type KeyCheck = [u8; 32];

/// The key of a space in one epoch.
#[derive(Clone, Debug)]
pub struct SpaceKey(pub(super) Secret);

impl SpaceKey {
    /// A new key.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        Self(Secret::random(rng))
    }

    /// The key for one purpose, bound to space and epoch.
    pub fn sub(&self, purpose: Purpose, space: SpaceId, epoch: Epoch) -> Secret {
        let context: [&[u8]; 2] = [space.bytes(), &epoch.to_be_bytes()];
        derive(self.0.bytes(), purpose.label(), &context)
    }

    /// The announcement of this key in the membership log.
    pub fn check(&self, space: SpaceId, epoch: Epoch) -> KeyCheck {
        let context: [&[u8]; 2] = [space.bytes(), &epoch.to_be_bytes()];
        *derive(self.0.bytes(), "check", &context).bytes()
    }
}
