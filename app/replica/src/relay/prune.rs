//! Forgetting what every living device has. The proof comes with the question, so the relay keeps
//! nothing about who has what.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::{Relay, RelayStore};
use crate::gather::Gather;
use crate::id::{DeviceId, PartId, SpaceId};
use crate::keys::Signature;
use crate::member::Members;
use crate::role::Action;
use crate::seal::ChainHead;
use crate::sync::{Body, Refusal, has_receipt};

impl<S: RelayStore> Relay<S> {
    /// Prunes below these heads, when who asks may and everybody who is in signed for them. For who is
    /// `absent` nothing waits: the caller knows the offline window and when each was last here.
    pub(super) async fn prune(
        &self,
        device: DeviceId,
        space: SpaceId,
        (part, mut heads): (PartId, Vec<ChainHead>),
        receipts: &[(DeviceId, Signature)],
        absent: &BTreeSet<DeviceId>,
    ) -> Result<Body, Refusal> {
        let known = self.known_to(device, space).await?;
        let members = &known.members;
        members.may(device, Action::Compact, part).map_err(|_| Refusal::NotAllowed)?;
        let beside = PartId::beside(part);
        if !heads.iter().all(|head| head.part == part || head.part == beside) {
            return Err(Refusal::Damaged);
        }
        let asked: BTreeSet<_> = heads.iter().map(|head| (head.part, head.device)).gather();
        let signed = signers(members, space, &heads, receipts);
        let living = members.devices().filter(|(_, member)| member.role().is_some());
        let living: BTreeSet<_> = living.map(|(id, _)| id).gather();
        let mut ours = self.store.heads(space, None).await?;
        ours.retain(|head| asked.contains(&(head.part, head.device)));
        if !living.iter().all(|id| absent.contains(id) || signed.contains(id)) {
            // Not everybody has it. But what is not here comes no more: such a chain may begin above it,
            // when the device whose chain it is says so, or is out.
            heads.retain(|head| is_lower(&ours, head));
            let agrees = |id: &DeviceId| signed.contains(id) || !living.contains(id);
            if heads.is_empty() || !heads.iter().all(|head| agrees(&head.device)) {
                return Err(Refusal::NotSigned);
            }
        }
        self.store.prune(space, &heads).await?;
        let mut heads = self.store.heads(space, None).await?;
        heads.retain(|head| asked.contains(&(head.part, head.device)));
        let (server, newest) = (self.store.server_epoch().await?, self.store.newest(space).await?);
        Ok(Body::Ack { server, newest, entries: Vec::new(), heads, refused: Vec::new() })
    }
}

/// Whether the relay has less of a chain than up to this head.
fn is_lower(ours: &[ChainHead], head: &ChainHead) -> bool {
    let ours = ours.iter().find(|one| (one.part, one.device) == (head.part, head.device));
    ours.is_none_or(|ours| ours.seq < head.seq)
}

/// The devices that signed that they have everything up to these heads.
fn signers(
    members: &Members,
    space: SpaceId,
    heads: &[ChainHead],
    receipts: &[(DeviceId, Signature)],
) -> BTreeSet<DeviceId> {
    // One a device: repeating a signature makes no more work.
    let one_each: BTreeMap<_, _> = receipts.iter().rev().copied().gather();
    let right = |(device, signature): &(DeviceId, Signature)| {
        members.public(*device).is_some_and(|public| has_receipt(public, space, heads, signature))
    };
    one_each.into_iter().filter(right).map(|(device, _)| device).gather()
}
