//! Which entries a log takes. An entry is judged by what its author could know: the entries that it
//! builds on. So every device judges it alike, whatever else it has.

use std::collections::BTreeSet;

use thiserror::Error;

use super::change::{Change, Joined, NewEpoch};
use super::entry::{Entry, MAX_MEMBERS};
use super::names::generation;
use super::state::Members;
use crate::gather::Gather;
use crate::id::{DeviceId, Epoch};
use crate::role::Role;
use crate::seal::ChainHead;

/// Why a log does not take an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LogError {
    #[error("entry is too large")]
    TooLarge,
    #[error("entry is damaged")]
    Damaged,
    /// A later version made it: keep the bytes, change nothing, ask for an update.
    #[error("entry is of a later version ({0})")]
    Newer(u64),
    #[error("entry is of another space")]
    OtherSpace,
    /// There is one first entry, and it was told to us by who invited us.
    #[error("entry begins another log")]
    OtherRoot,
    #[error("entry builds on a list that is not in order")]
    BadParents,
    #[error("log is full")]
    Full,
    #[error("author is not known here")]
    UnknownAuthor,
    #[error("entry is not signed by its author")]
    BadSignature,
    /// The author had no beheer when it wrote this.
    #[error("author may not do this")]
    NotAllowed,
    /// A device comes in once. Who comes back comes with new keys.
    #[error("device has been here before")]
    KnownDevice,
    #[error("device is not a member")]
    NotAMember,
    #[error("space has too many members")]
    TooManyMembers,
    /// Nobody would be left to decide anything.
    #[error("nobody would have beheer")]
    LastManager,
    /// A new key must reach exactly who stays.
    #[error("key is not for exactly the members who stay")]
    WrongRecipients,
    /// Not the next generation, not all older keys, or an epoch that does not exist.
    #[error("epoch is not right")]
    WrongEpoch,
    #[error("a rule for this part was set before")]
    PartIsSet,
    #[error("space is erased")]
    Erased,
}

/// Whether the author could do this, and whether the change holds whatever happens at the same time.
pub(super) fn authorise(before: &Members, entry: &Entry) -> Result<bool, LogError> {
    if before.is_erased() {
        return Err(LogError::Erased);
    }
    let recovering = before.is_recovery(entry.author);
    if !recovering && !before.manages(entry.author) {
        return Err(LogError::NotAllowed);
    }
    match &entry.change {
        Change::Create { .. } => Err(LogError::OtherRoot),
        Change::Add { member, key } => add(before, member, key.epoch).map(|()| false),
        Change::Recovery { public, key } => recovery(before, public.id(), key.epoch),
        Change::Give { device, key } => give(before, *device, key.epoch),
        Change::Rotate { removed, seen, epoch, older } => {
            rotate(before, removed, epoch, older.iter().map(|(epoch, _)| *epoch))?;
            in_order(seen).map(|()| true)
        }
        // A kit brings people back in; it does not decide anything else.
        _ if recovering => Err(LogError::NotAllowed),
        Change::SetRole { device, role, seen } => {
            in_order(seen)?;
            set_role(before, *device, *role)
        }
        Change::Part { part, .. } => {
            if before.part_is_set(*part) {
                Err(LogError::PartIsSet)
            } else {
                Ok(false)
            }
        }
        Change::Checkpoint { seen } => in_order(seen).map(|()| false),
        // Who is removed at the same time takes nothing along: a stolen device erases nobody's work.
        Change::Erase => Ok(false),
    }
}

/// The first entry: the founder signs its own entry, has beheer, and is the only one with the key.
pub(super) fn begins(entry: &Entry) -> Result<(), LogError> {
    let Change::Create { founder, epoch } = &entry.change else {
        return Err(LogError::BadParents);
    };
    if founder.public.id() != entry.author {
        return Err(LogError::UnknownAuthor);
    }
    if founder.role != Role::Beheer {
        return Err(LogError::LastManager);
    }
    if generation(epoch.epoch) != 1 || founder.label.epoch != epoch.epoch {
        return Err(LogError::WrongEpoch);
    }
    reaches(epoch, &BTreeSet::from([entry.author]))
}

fn add(before: &Members, member: &Joined, epoch: Epoch) -> Result<(), LogError> {
    newcomer(before, member.public.id())?;
    if before.has_epoch(epoch) && before.has_epoch(member.label.epoch) {
        Ok(())
    } else {
        Err(LogError::WrongEpoch)
    }
}

fn recovery(before: &Members, device: DeviceId, epoch: Epoch) -> Result<bool, LogError> {
    newcomer(before, device)?;
    if before.has_epoch(epoch) { Ok(false) } else { Err(LogError::WrongEpoch) }
}

fn newcomer(before: &Members, device: DeviceId) -> Result<(), LogError> {
    if before.public(device).is_some() {
        return Err(LogError::KnownDevice);
    }
    if before.recipients().len() >= MAX_MEMBERS {
        return Err(LogError::TooManyMembers);
    }
    Ok(())
}

fn give(before: &Members, device: DeviceId, epoch: Epoch) -> Result<bool, LogError> {
    if !before.recipients().contains(&device) {
        return Err(LogError::NotAMember);
    }
    if before.has_epoch(epoch) { Ok(false) } else { Err(LogError::WrongEpoch) }
}

fn set_role(before: &Members, device: DeviceId, role: Role) -> Result<bool, LogError> {
    let old = before.role(device).ok_or(LogError::NotAMember)?;
    let others = before.managers().filter(|manager| *manager != device).count();
    if role != Role::Beheer && others == 0 && !before.has_recovery() {
        return Err(LogError::LastManager);
    }
    Ok(role <= old)
}

fn rotate(
    before: &Members,
    removed: &[DeviceId],
    epoch: &NewEpoch,
    older: impl Iterator<Item = Epoch>,
) -> Result<(), LogError> {
    let mut stays = before.recipients();
    if !removed.is_sorted_by(|a, b| a < b) {
        return Err(LogError::Damaged);
    }
    if !removed.iter().all(|device| stays.remove(device)) {
        return Err(LogError::NotAMember);
    }
    let stays_in_charge =
        |device: &DeviceId| before.manages(*device) || before.is_recovery(*device);
    if !stays.iter().any(stays_in_charge) {
        return Err(LogError::LastManager);
    }
    let older: BTreeSet<_> = older.gather();
    if before.next_generation() != Some(generation(epoch.epoch)) || older != before.loose_epochs() {
        return Err(LogError::WrongEpoch);
    }
    reaches(epoch, &stays)
}

fn reaches(epoch: &NewEpoch, devices: &BTreeSet<DeviceId>) -> Result<(), LogError> {
    if epoch.wrapped.iter().map(|(device, _)| device).eq(devices) {
        Ok(())
    } else {
        Err(LogError::WrongRecipients)
    }
}

fn in_order(seen: &[ChainHead]) -> Result<(), LogError> {
    let order = |head: &ChainHead| (head.part, head.device);
    if seen.is_sorted_by(|a, b| order(a) < order(b)) { Ok(()) } else { Err(LogError::Damaged) }
}
