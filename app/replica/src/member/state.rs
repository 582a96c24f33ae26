//! Who may what, as a set of entries says it. The same set gives the same answer, in whatever order
//! the entries came.

mod device;
mod epochs;
mod keys;
mod standing;
mod void;

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

pub use device::{Member, Removal};
pub(crate) use standing::Standing;

use self::epochs::Epochs;
pub(super) use self::void::View;
use super::bits::Bits;
use super::change::{Change, Joined, PartRule};
use super::log::{Log, Node};
use super::names::generation;
use crate::gather::Gather;
use crate::id::{DeviceId, Epoch, Hash, PartId, Seq, SpaceId};
use crate::keys::DevicePublic;
use crate::role::{Action, NotAllowed, Place, Role, allow};
use crate::seal::ChainHead;

/// Why somebody may not do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Denied {
    #[error("not a member")]
    NotAMember,
    #[error("no longer a member")]
    Removed,
    #[error("the space is erased")]
    Erased,
    #[error(transparent)]
    Role(#[from] NotAllowed),
}

/// Who may what at one point of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Members {
    space: SpaceId,
    heads: Vec<Hash>,
    devices: BTreeMap<DeviceId, Member>,
    publics: BTreeMap<DeviceId, DevicePublic>,
    recovery: BTreeSet<DeviceId>,
    parts: BTreeMap<PartId, PartRule>,
    epochs: Epochs,
    checkpoints: BTreeMap<(PartId, DeviceId), ChainHead>,
    erased: bool,
}

impl Members {
    pub(super) fn of(log: &Log, set: &Bits) -> Self {
        let view = View::new(log, set);
        let mut members = Self {
            space: log.space(),
            heads: log.heads_of(set),
            devices: BTreeMap::new(),
            publics: BTreeMap::new(),
            recovery: BTreeSet::new(),
            parts: BTreeMap::new(),
            epochs: Epochs::default(),
            checkpoints: BTreeMap::new(),
            erased: false,
        };
        for (void, node) in view.nodes() {
            members.learn(log, void, node);
        }
        for (_, node) in view.nodes() {
            members.remove(node);
        }
        members
    }

    /// Learns from one entry. Of a void one only what it revealed: public keys and space keys.
    fn learn(&mut self, log: &Log, void: bool, node: &Node) {
        let change = &node.signed.entry().change;
        self.epochs.learn(change);
        if let Some(public) = change.introduces() {
            self.publics.insert(public.id(), *public);
        }
        if void {
            return;
        }
        match change {
            Change::Create { founder: joined, .. } | Change::Add { member: joined, .. } => {
                self.let_in(log, node, joined);
            }
            Change::SetRole { device, role, seen } => {
                let own = seen.iter().filter(|head| head.device == *device);
                let seen = own.map(|head| (head.part, head.seq)).gather();
                self.set_role(log, node, (*device, *role), seen);
            }
            Change::Recovery { public, .. } => {
                self.recovery.insert(public.id());
            }
            Change::Part { part, rule } => {
                // Set twice at the same time: the first in the common order counts.
                self.parts.entry(*part).or_insert(*rule);
            }
            Change::Checkpoint { seen } => self.checkpoint(seen),
            Change::Erase => self.erased = true,
            Change::Rotate { .. } | Change::Give { .. } => {}
        }
    }

    /// Let in twice at the same time: the first in the common order counts, with the lowest role.
    fn let_in(&mut self, log: &Log, node: &Node, joined: &Joined) {
        let (id, entry) = (joined.public.id(), node.signed.entry());
        self.devices.entry(id).or_insert_with(|| Member {
            joined: joined.clone(),
            since: *node.signed.id(),
            by: entry.author,
            at: entry.at,
            roles: Vec::new(),
            removal: None,
        });
        self.set_role(log, node, (id, joined.role), BTreeMap::new());
    }

    fn set_role(
        &mut self,
        log: &Log,
        node: &Node,
        (device, role): (DeviceId, Role),
        seen: BTreeMap<PartId, Seq>,
    ) {
        let upon = |id: &Hash| log.node(id).is_some_and(|(index, _)| node.before.contains(index));
        if let Some(member) = self.devices.get_mut(&device) {
            member.set_role(role, *node.signed.id(), seen, upon);
        }
    }

    /// What is removed stays removed, also if it came in at the same time.
    fn remove(&mut self, node: &Node) {
        let Change::Rotate { removed, seen, .. } = &node.signed.entry().change else { return };
        for device in removed {
            self.recovery.remove(device);
            let Some(member) = self.devices.get_mut(device) else { continue };
            let removal = member.removal.get_or_insert_default();
            removal.entries.push(*node.signed.id());
            for head in seen.iter().filter(|head| head.device == *device) {
                let known = removal.seen.entry(head.part).or_insert(*head);
                *known = (*known).max(*head);
            }
        }
    }

    fn checkpoint(&mut self, seen: &[ChainHead]) {
        for head in seen {
            let known = self.checkpoints.entry((head.part, head.device)).or_insert(*head);
            *known = (*known).max(*head);
        }
    }

    /// The space.
    pub const fn space(&self) -> SpaceId {
        self.space
    }

    /// The entries that this is the state of.
    pub fn heads(&self) -> &[Hash] {
        &self.heads
    }

    /// Whether the space is erased: nobody reads or writes any more.
    pub const fn is_erased(&self) -> bool {
        self.erased
    }

    /// Every device that ever came in.
    pub fn devices(&self) -> impl Iterator<Item = (DeviceId, &Member)> {
        self.devices.iter().map(|(id, member)| (*id, member))
    }

    /// One device.
    pub fn device(&self, device: DeviceId) -> Option<&Member> {
        self.devices.get(&device)
    }

    /// The public keys of a device that was ever named, to verify what it wrote.
    pub fn public(&self, device: DeviceId) -> Option<&DevicePublic> {
        self.publics.get(&device)
    }

    /// All public keys, for a [`SpaceSealer`](crate::seal::SpaceSealer).
    pub const fn publics(&self) -> &BTreeMap<DeviceId, DevicePublic> {
        &self.publics
    }

    /// The role of a device now.
    pub fn role(&self, device: DeviceId) -> Option<Role> {
        self.devices.get(&device).and_then(Member::role)
    }

    /// Whether a device has beheer now.
    pub fn manages(&self, device: DeviceId) -> bool {
        self.role(device) == Some(Role::Beheer)
    }

    /// The devices that have beheer now.
    pub fn managers(&self) -> impl Iterator<Item = DeviceId> + '_ {
        self.devices.keys().copied().filter(|device| self.manages(*device))
    }

    /// Whether these are the keys of a recovery kit that counts now.
    pub fn is_recovery(&self, device: DeviceId) -> bool {
        self.recovery.contains(&device)
    }

    /// Whether there is a recovery kit.
    pub fn has_recovery(&self) -> bool {
        !self.recovery.is_empty()
    }

    /// Whose a part is.
    pub fn rule(&self, part: PartId) -> PartRule {
        let said = self.parts.get(&part).or_else(|| self.parts.get(&PartId::rest()));
        said.copied().unwrap_or(PartRule::Common)
    }

    /// Whether somebody said whose a part is.
    pub fn part_is_set(&self, part: PartId) -> bool {
        self.parts.contains_key(&part)
    }

    /// What a part is, seen from a device.
    pub fn place(&self, device: DeviceId, part: PartId) -> Place {
        let side = self.devices.get(&device).map(|member| member.joined.side);
        match self.rule(part) {
            PartRule::Common => Place::Common,
            PartRule::Inbreng => Place::Inbreng,
            PartRule::Of(owner) if side == Some(owner) => Place::Own,
            PartRule::Of(_) => Place::Others,
        }
    }

    /// Whether a device may do this now.
    pub fn may(&self, device: DeviceId, action: Action, part: PartId) -> Result<(), Denied> {
        if self.erased {
            return Err(Denied::Erased);
        }
        let member = self.devices.get(&device).ok_or(Denied::NotAMember)?;
        let role = member.role().ok_or(Denied::Removed)?;
        Ok(allow(role, action, self.place(device, part))?)
    }

    /// Whether a device could do this with the envelope `seq` of its chain in this part. `vouched`
    /// is the last of that chain that a member in good standing built upon.
    pub fn could(
        &self,
        device: DeviceId,
        action: Action,
        (part, seq): (PartId, Seq),
        vouched: Seq,
    ) -> Result<(), Denied> {
        let member = self.devices.get(&device).ok_or(Denied::NotAMember)?;
        let role = member.role_for(part, seq, vouched).ok_or(Denied::Removed)?;
        Ok(allow(role, action, self.place(device, part))?)
    }

    /// What beheer had seen of a chain, at least.
    pub fn checkpoint_of(&self, part: PartId, device: DeviceId) -> Option<&ChainHead> {
        self.checkpoints.get(&(part, device))
    }

    /// Every chain that beheer had seen.
    pub fn checkpoints(&self) -> impl Iterator<Item = &ChainHead> {
        self.checkpoints.values()
    }

    pub(super) fn has_epoch(&self, epoch: Epoch) -> bool {
        self.epochs.0.contains_key(&epoch)
    }

    pub(super) fn loose_epochs(&self) -> BTreeSet<Epoch> {
        self.epochs.loose()
    }

    pub(super) fn next_generation(&self) -> Option<u32> {
        let newest = self.epochs.0.keys().map(|epoch| generation(*epoch)).max();
        newest.unwrap_or(0).checked_add(1)
    }
}
