//! The bytes of a change.

use super::change::{Change, Given, Joined, Label, NewEpoch, PartRule};
use super::entry::{MAX_LABEL, MAX_MEMBERS, MAX_SEEN};
use super::names::{PersonId, SideId};
use crate::id::{DeviceId, PartId};
use crate::keys::DevicePublic;
use crate::keys::wire::{Damaged, Reader, Writer};
use crate::role::Role;
use crate::seal::{self, ChainHead};

/// The highest kind that this version knows.
pub(super) const LAST_KIND: u64 = 9;

/// How many older keys a rotation may carry.
const MAX_OLDER: usize = 16;

pub(super) const fn kind(change: &Change) -> u64 {
    match change {
        Change::Create { .. } => 1,
        Change::Add { .. } => 2,
        Change::SetRole { .. } => 3,
        Change::Rotate { .. } => 4,
        Change::Recovery { .. } => 5,
        Change::Give { .. } => 6,
        Change::Part { .. } => 7,
        Change::Checkpoint { .. } => 8,
        Change::Erase => 9,
    }
}

pub(super) fn write(to: &mut Writer, change: &Change) {
    match change {
        Change::Create { founder, epoch } => {
            to.list(2);
            write_joined(to, founder);
            write_epoch(to, epoch);
        }
        Change::Add { member, key } => {
            to.list(2);
            write_joined(to, member);
            write_given(to, key);
        }
        Change::SetRole { device, role, seen } => {
            to.list(3).bytes(device.bytes()).number(role.number());
            write_seen(to, seen);
        }
        Change::Rotate { removed, seen, epoch, older } => {
            to.list(4).list(removed.len());
            removed.iter().for_each(|device| {
                to.bytes(device.bytes());
            });
            write_seen(to, seen);
            write_epoch(to, epoch);
            to.list(older.len());
            older.iter().for_each(|(epoch, sealed)| {
                to.list(2).number(*epoch).bytes(sealed);
            });
        }
        Change::Recovery { public, key } => {
            to.list(2).bytes(&public.bytes());
            write_given(to, key);
        }
        Change::Give { device, key } => {
            to.list(2).bytes(device.bytes());
            write_given(to, key);
        }
        Change::Part { part, rule } => {
            to.list(2).bytes(part.bytes());
            write_rule(to, rule);
        }
        Change::Checkpoint { seen } => {
            to.list(1);
            write_seen(to, seen);
        }
        Change::Erase => {
            to.list(0);
        }
    }
}

pub(super) fn read(kind: u64, from: &mut Reader<'_>) -> Result<Change, Damaged> {
    let fields = from.list(4)?;
    Ok(match (kind, fields) {
        (1, 2) => Change::Create { founder: read_joined(from)?, epoch: read_epoch(from)? },
        (2, 2) => Change::Add { member: read_joined(from)?, key: read_given(from)? },
        (3, 3) => Change::SetRole {
            device: read_device(from)?,
            role: read_role(from)?,
            seen: read_seen(from)?,
        },
        (4, 4) => Change::Rotate {
            removed: from.many(MAX_MEMBERS, read_device)?,
            seen: read_seen(from)?,
            epoch: read_epoch(from)?,
            older: from.many(MAX_OLDER, |from| {
                from.exactly(2)?;
                Ok((from.number()?, from.fixed()?))
            })?,
        },
        (5, 2) => Change::Recovery { public: read_public(from)?, key: read_given(from)? },
        (6, 2) => Change::Give { device: read_device(from)?, key: read_given(from)? },
        (7, 2) => Change::Part { part: PartId::from_bytes(from.fixed()?), rule: read_rule(from)? },
        (8, 1) => Change::Checkpoint { seen: read_seen(from)? },
        (9, 0) => Change::Erase,
        _ => return Err(Damaged),
    })
}

fn write_joined(to: &mut Writer, joined: &Joined) {
    to.list(6).bytes(&joined.public.bytes()).bytes(joined.person.bytes());
    to.bytes(joined.side.bytes()).number(joined.role.number());
    to.number(joined.label.epoch).bytes(&joined.label.sealed);
}

fn read_joined(from: &mut Reader<'_>) -> Result<Joined, Damaged> {
    from.exactly(6)?;
    Ok(Joined {
        public: read_public(from)?,
        person: PersonId::from_bytes(from.fixed()?),
        side: SideId::from_bytes(from.fixed()?),
        role: read_role(from)?,
        label: Label { epoch: from.number()?, sealed: from.bytes(MAX_LABEL)?.to_vec() },
    })
}

fn write_given(to: &mut Writer, given: &Given) {
    to.list(2).number(given.epoch).bytes(&given.wrapped);
}

fn read_given(from: &mut Reader<'_>) -> Result<Given, Damaged> {
    from.exactly(2)?;
    Ok(Given { epoch: from.number()?, wrapped: from.fixed()? })
}

fn write_epoch(to: &mut Writer, epoch: &NewEpoch) {
    to.list(3).number(epoch.epoch).bytes(&epoch.check).list(epoch.wrapped.len());
    epoch.wrapped.iter().for_each(|(device, wrapped)| {
        to.list(2).bytes(device.bytes()).bytes(wrapped);
    });
}

fn read_epoch(from: &mut Reader<'_>) -> Result<NewEpoch, Damaged> {
    from.exactly(3)?;
    Ok(NewEpoch {
        epoch: from.number()?,
        check: from.fixed()?,
        wrapped: from.many(MAX_MEMBERS, |from| {
            from.exactly(2)?;
            Ok((read_device(from)?, from.fixed()?))
        })?,
    })
}

fn write_seen(to: &mut Writer, seen: &[ChainHead]) {
    to.list(seen.len());
    seen.iter().for_each(|head| seal::write(to, head));
}

fn read_seen(from: &mut Reader<'_>) -> Result<Vec<ChainHead>, Damaged> {
    from.many(MAX_SEEN, seal::read)
}

pub(super) fn write_rule(to: &mut Writer, rule: &PartRule) {
    match rule {
        PartRule::Common => to.list(1).number(1),
        PartRule::Of(side) => to.list(2).number(2).bytes(side.bytes()),
        PartRule::Inbreng => to.list(1).number(3),
    };
}

fn read_rule(from: &mut Reader<'_>) -> Result<PartRule, Damaged> {
    match (from.list(2)?, from.number()?) {
        (1, 1) => Ok(PartRule::Common),
        (2, 2) => Ok(PartRule::Of(SideId::from_bytes(from.fixed()?))),
        (1, 3) => Ok(PartRule::Inbreng),
        _ => Err(Damaged),
    }
}

fn read_device(from: &mut Reader<'_>) -> Result<DeviceId, Damaged> {
    from.fixed().map(DeviceId::from_bytes)
}

fn read_role(from: &mut Reader<'_>) -> Result<Role, Damaged> {
    Role::from_number(from.number()?).ok_or(Damaged)
}

fn read_public(from: &mut Reader<'_>) -> Result<DevicePublic, Damaged> {
    DevicePublic::from_bytes(&from.fixed()?).map_err(|_| Damaged)
}
