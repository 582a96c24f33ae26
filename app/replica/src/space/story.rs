//! Who did what, as data for sentences: the membership log without keys.

use super::Space;
use crate::id::{DeviceId, Hash, PartId};
use crate::member::{Change, PartRule};
use crate::role::Role;

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub entry: Hash,
    pub author: DeviceId,
    /// By the author's clock, in milliseconds since 1970. Only to be shown.
    pub at: u64,
    pub deed: Deed,
    /// It does not hold: its author lost beheer at the same time.
    pub is_void: bool,
    /// The relay has not acknowledged it yet.
    pub waits: bool,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    Began,
    LetIn {
        device: DeviceId,
        role: Role,
    },
    GaveRole {
        device: DeviceId,
        role: Role,
    },
    /// With a new key.
    Removed {
        devices: Vec<DeviceId>,
    },
    NewKey,
    NamedKit {
        kit: DeviceId,
    },
    GaveKey {
        device: DeviceId,
    },
    Declared {
        part: PartId,
        rule: PartRule,
    },
    Noted,
    Erased,
}

impl Deed {
    fn of(change: &Change) -> Self {
        match change {
            Change::Create { .. } => Self::Began,
            Change::Add { member, .. } => {
                Self::LetIn { device: member.public.id(), role: member.role }
            }
            Change::SetRole { device, role, .. } => Self::GaveRole { device: *device, role: *role },
            Change::Rotate { removed, .. } if removed.is_empty() => Self::NewKey,
            Change::Rotate { removed, .. } => Self::Removed { devices: removed.clone() },
            Change::Recovery { public, .. } => Self::NamedKit { kit: public.id() },
            Change::Give { device, .. } => Self::GaveKey { device: *device },
            Change::Part { part, rule } => Self::Declared { part: *part, rule: *rule },
            Change::Checkpoint { .. } => Self::Noted,
            Change::Erase => Self::Erased,
        }
    }
}

impl Space {
    /// Everything that was decided, what is built upon first; the same order on every device.
    pub fn story(&self) -> Vec<Told> {
        let log = self.client.inbox().log();
        let told = log.judged().into_iter().map(|(is_void, signed)| Told {
            entry: *signed.id(),
            author: signed.entry().author,
            at: signed.entry().at,
            deed: Deed::of(&signed.entry().change),
            is_void,
            waits: self.client.waits_to_be_told(signed.id()),
        });
        told.collect()
    }
}
