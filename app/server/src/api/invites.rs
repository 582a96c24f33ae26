//! The mailbox of an invitation. The inviter is the device that left the offer; the joiner is whoever has the link. It must
//! not read what they say to each other.

use std::time::Duration;

use replica::id::DeviceId;
use replica::invite::{MAX_MESSAGE, Offer, Request};
use replica::sync::Refusal;
use replica::sync::api::{Claim, Done, EndInvite, InviteState, LeaveInvite, LookInvite, NewInvite};
use tokio::time::Instant;

use super::answer::{Answer, No};
use super::desk::Desk;
use super::events::{WAIT, listen};
use super::guard::{Asked, of_claim};
use crate::store::{InviteRow, Step};

/// How often somebody who waits looks again.
const LOOK: Duration = Duration::from_millis(700);

pub(super) async fn offer(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, new) = (asked.device()?, asked.message::<NewInvite>()?);
    let offer = Offer::decode(&new.offer).map_err(|_| Refusal::Damaged)?;
    let (now, limits) = (desk.outside.now(), &desk.settings.limits);
    if offer.expires < now || offer.expires > now.saturating_add(limits.invite_life) {
        return Err(Refusal::NotAllowed.into());
    }
    let kept = (new.offer, offer.expires);
    desk.store().offer(offer.id, device, kept, limits.open_invites).await?;
    Ok(Answer::of(&Done {}))
}

/// The invitation, for its inviter and for who has its link. For everybody else it is not there.
async fn mine(desk: &Desk, who: Option<Claim>, id: [u8; 16]) -> Result<InviteRow, No> {
    let row = desk.store().invite(id, desk.outside.now()).await?;
    let own = match who {
        Some(Claim::Device(device)) => device == row.device,
        Some(Claim::Invited(invited)) => invited == id,
        None => false,
    };
    if own { Ok(row) } else { Err(Refusal::NotOpen.into()) }
}

pub(super) async fn look(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let look: LookInvite = asked.message()?;
    let mut row = mine(desk, asked.who, look.invitation).await?;
    if look.wait && row.steps() <= look.known {
        let whose = asked.who.map_or([0; 16], of_claim);
        let _one_more = listen(desk, DeviceId::from_bytes(whose), Vec::new())?;
        let (until, mut stop) = (Instant::now() + WAIT, desk.stop.subscribe());
        while row.steps() <= look.known && Instant::now() < until {
            tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                _ = stop.wait_for(|stop| *stop) => break,
            }
            row = mine(desk, asked.who, look.invitation).await?;
        }
    }
    let InviteRow { offer, request, reveal, answer, .. } = row;
    Ok(Answer::of(&InviteState { offer, request, reveal, answer }))
}

pub(super) async fn request(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let leave: LeaveInvite = asked.message()?;
    let row = mine(desk, asked.who, leave.invitation).await?;
    let offer = Offer::decode(&row.offer).map_err(|_| Refusal::Damaged)?;
    let request = Request::decode(&leave.message).map_err(|_| Refusal::Damaged)?;
    request.verify(&offer).map_err(|_| Refusal::NotSigned)?;
    put(desk, leave, Step::Request).await
}

/// A reveal or an answer, by the inviter alone.
pub(super) async fn by_inviter(desk: &Desk, asked: Asked, step: Step) -> Result<Answer, No> {
    let leave: LeaveInvite = asked.message()?;
    mine(desk, asked.who, leave.invitation).await?;
    put(desk, leave, step).await
}

async fn put(desk: &Desk, leave: LeaveInvite, step: Step) -> Result<Answer, No> {
    if leave.message.len() > MAX_MESSAGE {
        return Err(Refusal::TooLarge.into());
    }
    let now = desk.outside.now();
    desk.store().step(leave.invitation, step, leave.message, now).await?;
    Ok(Answer::of(&Done {}))
}

pub(super) async fn end(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let end: EndInvite = asked.message()?;
    mine(desk, asked.who, end.invitation).await?;
    desk.store().end_invite(end.invitation).await?;
    Ok(Answer::of(&Done {}))
}
