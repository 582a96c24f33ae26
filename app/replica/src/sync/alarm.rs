//! What a person must know: nothing here is ever settled by the app alone.

use super::Refusal;
use crate::id::{DeviceId, Hash, PartId, Seq};

/// Something that is not as it should be. Each is told once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Alarm {
    /// Two envelopes have one place: a device was copied, or somebody shows different people
    /// different things (F21).
    Fork { part: PartId, device: DeviceId, seq: Seq },
    /// A member has these envelopes and the relay does not give them (F20).
    Withheld { part: PartId, device: DeviceId, from: Seq, to: Seq },
    /// A member has this entry of the membership log and the relay does not give it.
    EntryWithheld(Hash),
    /// The relay was put back to an earlier state; what it lost is sent again (F17).
    Restored,
    /// Something arrived damaged or wrongly signed and was set apart; it is asked for again (F14).
    Damaged,
    /// A member made a snapshot that does not say what the changes say. It is not used.
    WrongSnapshot { part: PartId, device: DeviceId },
    /// This device was away so long that what it lacks is nowhere any more, and no snapshot of it can be
    /// trusted: keep the own changes in a file and join anew.
    TooOld { part: PartId },
    /// Somebody with beheer erased the space. It is being destroyed here.
    Erased,
    /// The relay, or a file, gives more than this device keeps of what anybody can make: envelopes of devices
    /// that nobody named, or damaged things. The rest is left out; what counts is asked for again when its
    /// device is named.
    Flooded,
    /// The relay does not take something of ours.
    Refused(Refusal),
}
