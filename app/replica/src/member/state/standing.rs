//! What verdicts hang on: whoever was judged by one standing is judged alike by another that holds it.

use std::collections::BTreeMap;

use super::Members;
use crate::gather::Gather;
use crate::id::{DeviceId, Hash, sha256};
use crate::keys::wire::{Damaged, Reader, Writer};
use crate::member::MAX_LOG;

/// Roles over time, removals and the rules of parts, as hashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    devices: BTreeMap<DeviceId, Hash>,
    parts: Hash,
}

impl Members {
    pub(crate) fn standing(&self) -> Standing {
        let devices = self.devices.iter().map(|(id, member)| {
            let mut to = Writer::array(5);
            member.standing(&mut to);
            (*id, sha256(&to.finish()))
        });
        let mut parts = Writer::array(self.parts.len());
        for (part, rule) in &self.parts {
            parts.list(2).bytes(part.bytes());
            crate::member::codec::write_rule(&mut parts, rule);
        }
        Standing { devices: devices.gather(), parts: sha256(&parts.finish()) }
    }
}

impl Standing {
    /// Whether all that was accepted under this standing is accepted under the later one: the same
    /// rules for everybody who was there. Who came in since had written nothing.
    pub(crate) fn holds_in(&self, later: &Self) -> bool {
        self.parts == later.parts
            && self.devices.iter().all(|(id, hash)| later.devices.get(id) == Some(hash))
    }

    pub(crate) fn write(&self, to: &mut Writer) {
        to.list(2).bytes(&self.parts).list(self.devices.len());
        for (device, hash) in &self.devices {
            to.list(2).bytes(device.bytes()).bytes(hash);
        }
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
        from.exactly(2)?;
        let parts = from.fixed()?;
        let devices = from.many(MAX_LOG, |from| {
            from.exactly(2)?;
            Ok((DeviceId::from_bytes(from.fixed()?), from.fixed()?))
        })?;
        Ok(Self { devices: devices.into_iter().gather(), parts })
    }
}
