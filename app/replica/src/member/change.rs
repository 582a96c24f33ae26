//! What an entry of the membership log changes.

use super::names::{PersonId, SideId};
use crate::id::{DeviceId, Epoch, PartId};
use crate::keys::{DevicePublic, KeyCheck, SealedKey, Wrapped};
use crate::role::Role;
use crate::seal::ChainHead;

/// One change. A change that takes something away always holds; one that gives is void when its
/// author lost beheer at the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The first entry: the founder, who has beheer, and the first key.
    Create { founder: Joined, epoch: NewEpoch },
    /// A device comes in.
    Add { member: Joined, key: Given },
    /// A device gets another role. `seen` is what it had written under the old one.
    SetRole { device: DeviceId, role: Role, seen: Vec<ChainHead> },
    /// Devices or recovery keys leave (or none do) and a new key begins, in one record. `seen` is
    /// the last that counts of who leaves; `older` opens the past for who stays.
    Rotate {
        removed: Vec<DeviceId>,
        seen: Vec<ChainHead>,
        epoch: NewEpoch,
        older: Vec<(Epoch, SealedKey)>,
    },
    /// A recovery kit may open the space and bring in a device.
    Recovery { public: DevicePublic, key: Given },
    /// A member gets a key that it missed because of a rotation at the same time.
    Give { device: DeviceId, key: Given },
    /// Who may write in a part. Said once; it cannot be changed after.
    Part { part: PartId, rule: PartRule },
    /// What beheer had seen: from here on nobody can hide an older state (F20).
    Checkpoint { seen: Vec<ChainHead> },
    /// The space is erased: keys and contents are destroyed wherever this arrives. Nothing comes after.
    Erase,
}

/// Who comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    pub public: DevicePublic,
    pub person: PersonId,
    pub side: SideId,
    pub role: Role,
    pub label: Label,
}

/// A person's name, readable for members only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub epoch: Epoch,
    pub sealed: Vec<u8>,
}

/// The key of an epoch for one device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub epoch: Epoch,
    pub wrapped: Wrapped,
}

/// A new key, for everybody who may have it, sorted by device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEpoch {
    pub epoch: Epoch,
    pub check: KeyCheck,
    pub wrapped: Vec<(DeviceId, Wrapped)>,
}

/// Whose a part is. A part of which nothing was said is what was said of [`PartId::rest`], else [`PartRule::Common`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartRule {
    /// Everybody's.
    Common,
    /// Of one side: nobody else writes in it.
    Of(SideId),
    /// Contributions are laid down here and not changed.
    Inbreng,
}

impl Change {
    /// The new key that this change begins.
    pub(super) const fn new_epoch(&self) -> Option<&NewEpoch> {
        match self {
            Self::Create { epoch, .. } | Self::Rotate { epoch, .. } => Some(epoch),
            _ => None,
        }
    }

    /// The single key that this change hands out, and to whom.
    pub(super) fn given(&self) -> Option<(DeviceId, &Given)> {
        match self {
            Self::Add { member, key } => Some((member.public.id(), key)),
            Self::Recovery { public, key } => Some((public.id(), key)),
            Self::Give { device, key } => Some((*device, key)),
            _ => None,
        }
    }

    /// The public keys that this change makes known.
    pub(super) const fn introduces(&self) -> Option<&DevicePublic> {
        match self {
            Self::Create { founder: member, .. } | Self::Add { member, .. } => Some(&member.public),
            Self::Recovery { public, .. } => Some(public),
            _ => None,
        }
    }

    /// Whether this change takes beheer (and perhaps more) from the device.
    pub(super) fn takes_from(&self, device: DeviceId) -> bool {
        match self {
            Self::Rotate { removed, .. } => removed.contains(&device),
            Self::SetRole { device: target, role, .. } => {
                *target == device && *role != Role::Beheer
            }
            _ => false,
        }
    }

    /// The devices that this change is about.
    pub(super) fn devices(&self) -> Vec<DeviceId> {
        match self {
            Self::Create { founder: member, .. } | Self::Add { member, .. } => {
                vec![member.public.id()]
            }
            Self::SetRole { device, .. } => vec![*device],
            Self::Rotate { removed, .. } => removed.clone(),
            Self::Recovery { public, .. } => vec![public.id()],
            Self::Give { .. } | Self::Part { .. } | Self::Checkpoint { .. } | Self::Erase => {
                Vec::new()
            }
        }
    }
}
