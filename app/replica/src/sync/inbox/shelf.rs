//! Where an envelope can be, what it waits for, and why it may not count.

use thiserror::Error;

use crate::envelope::EnvelopeError;
use crate::id::Epoch;
use crate::member::{Grant, LogError, Pending, Refused};

/// Why something is kept apart from the documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Reason {
    #[error(transparent)]
    Bytes(#[from] EnvelopeError),
    #[error(transparent)]
    Entry(#[from] LogError),
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Rightly signed and not readable with the key that it names.
    #[error("does not open with the key of its epoch")]
    Unreadable,
}

impl Reason {
    /// The name in the quarantine.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bytes(EnvelopeError::Newer(_)) => "newer",
            Self::Bytes(_) => "damaged",
            Self::Entry(_) => "entry",
            Self::Unreadable => "unreadable",
            Self::Refused(Refused::OtherSpace) => "wrong-place",
            Self::Refused(Refused::Erased) => "erased",
            Self::Refused(Refused::NotSealed | Refused::BadSignature) => "not-signed",
            Self::Refused(Refused::Denied(_)) => "not-allowed",
            Self::Refused(Refused::EpochLower { .. } | Refused::NotInEpoch(_)) => "wrong-epoch",
            Self::Refused(Refused::Fork { .. }) => "fork",
        }
    }
}

/// What an envelope waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// It was not judged yet.
    New,
    For(Pending),
    /// Its key was not handed to this device (yet).
    Key(Epoch),
}

/// Where an envelope is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    Accepted(Grant),
    Waiting(Waits),
    Refused(Reason),
}

impl Shelf {
    /// Whether the signature was found right.
    pub(crate) const fn is_verified(&self) -> bool {
        !matches!(
            self,
            Self::Waiting(Waits::New | Waits::For(Pending::UnknownDevice(_)))
                | Self::Refused(Reason::Bytes(_))
        )
    }

    /// Whether anybody can have made it: nobody vouches for the device that it names.
    pub(super) const fn is_of_nobody(&self) -> bool {
        matches!(self, Self::Waiting(Waits::For(Pending::UnknownDevice(_))))
    }

    /// Whether two shelves are kept in one table.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// How many envelopes are where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub accepted: usize,
    pub waiting: usize,
    pub refused: usize,
}

/// What became of something received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    New,
    Known,
    /// Not usable: set apart with the reason.
    Bad(Reason),
    /// Of a device that nobody named, and there is no room for more of those. It was not kept.
    NoRoom,
}

/// Whether nothing that may still arrive can make this count.
pub(super) const fn never_counts(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::Bytes(_)
            | Reason::Refused(Refused::OtherSpace | Refused::NotSealed | Refused::BadSignature)
    )
}
