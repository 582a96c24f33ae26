//! Forgetting what every living device has. The proof comes with the question, so the relay keeps
//! nothing about who has what.

use std::collections::BTreeSet;

use super::{Relay, RelayStore};
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
        (part, heads): (PartId, Vec<ChainHead>),
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
        if !everybody_signed(members, space, &heads, receipts, absent) {
            return Err(Refusal::NotSigned);
        }
        self.store.prune(space, &heads).await?;
        let asked: BTreeSet<_> = heads.iter().map(|head| (head.part, head.device)).collect();
        let mut heads = self.store.heads(space, None).await?;
        heads.retain(|head| asked.contains(&(head.part, head.device)));
        let (server, newest) = (self.store.server_epoch().await?, self.store.newest(space).await?);
        Ok(Body::Ack { server, newest, entries: Vec::new(), heads, refused: Vec::new() })
    }
}

fn everybody_signed(
    members: &Members,
    space: SpaceId,
    heads: &[ChainHead],
    receipts: &[(DeviceId, Signature)],
    absent: &BTreeSet<DeviceId>,
) -> bool {
    let signed = |device: DeviceId| {
        let mut own = receipts.iter().filter(|(by, _)| *by == device);
        own.any(|(_, signature)| {
            members
                .public(device)
                .is_some_and(|public| has_receipt(public, space, heads, signature))
        })
    };
    let living = members.devices().filter(|(_, member)| member.role().is_some());
    living.map(|(id, _)| id).filter(|id| !absent.contains(id)).all(signed)
}
