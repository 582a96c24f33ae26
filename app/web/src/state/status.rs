//! What the screen may say about saving: never stronger than the truth (I3).

use crate::platform::storage::Fenced;
use replica::store::StoreError;

/// The state of the last change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaveStatus {
    /// Nothing was changed in this session.
    #[default]
    Nothing,
    /// On its way to the disk.
    Saving,
    /// All changes are on this device: the transaction completed.
    SavedHere {
        /// When, in milliseconds since 1970.
        at_ms: i64,
    },
    /// The last changes are only on the screen. Loud, with what to do.
    NotSaved {
        /// Why.
        reason: Reason,
    },
}

/// Why something did not work, as far as a person can do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The device is full. Keep a copy, make room, try again.
    Full,
    /// The browser lost its storage. Try again, or start the app anew.
    ConnectionLost,
    /// Another tab or window goes on.
    TakenOver,
    /// The browser or a person cleared the data while the app was open. What is on the screen can be written anew.
    Cleared,
    /// The browser does not allow storage here, or an old window holds it.
    Blocked,
    /// The data belongs to a newer version: update first.
    Newer,
    /// Part of the data cannot be read. It is set apart, not thrown away.
    Damaged,
    /// Something else; the details are in the browser's log.
    Other,
}

impl Reason {
    /// The reason behind an error of the store; the fence knows more than the port can say.
    #[must_use]
    pub fn of(error: &StoreError, fenced: Option<Fenced>) -> Self {
        match (fenced, error) {
            (Some(Fenced::TakenOver), _) => Self::TakenOver,
            (Some(Fenced::Cleared), _) => Self::Cleared,
            (None, StoreError::Quota) => Self::Full,
            (None, StoreError::ConnectionLost) => Self::ConnectionLost,
            (None, StoreError::Newer) => Self::Newer,
            (None, StoreError::Blocked) => Self::Blocked,
            (None, StoreError::Conflict { .. } | StoreError::Corrupt { .. }) => Self::Damaged,
            (None, StoreError::Other(_)) => Self::Other,
        }
    }
}

/// How far the app has come with opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boot {
    /// Reading what is on this device.
    Opening,
    /// "Thuisnabij is al open in een ander tabblad": offer to go on here.
    Elsewhere,
    /// Nobody is on this device yet: ask a name and a PIN.
    First,
    /// Ask who it is, and the PIN. Nothing of anybody is in memory.
    Locked,
    /// Everything works.
    Ready,
    /// The storage does not open. Offer to try again.
    Failed {
        /// Why.
        reason: Reason,
    },
    /// There was data on this device and the browser removed it. Say so; offer a copy or to begin anew.
    Evicted,
}

/// Whether the browser was asked to keep the data (PWA-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Nothing is at stake yet, or the browser cannot be asked.
    NotAsked,
    /// The first real save was made: explain, then ask.
    Explain,
    /// The browser promised.
    Kept,
    /// The browser did not promise: advise to install and to keep a copy.
    NotKept,
}
