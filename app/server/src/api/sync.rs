//! One sync message in, one out. The relay decides; here is only how much and how full. A refusal goes back as a sync message,
//! so that the client's state machine reads it like every other answer.

use std::collections::BTreeSet;

use replica::sync::{Body, Frame, Refusal};

use super::answer::{Answer, No};
use super::desk::Desk;
use super::guard::{Asked, of_wire};
use super::limits::Kind;

/// The number of a sync message of the kind Refuse (SYNC.md), in its third byte.
const REFUSE: u8 = 10;

pub(super) async fn sync(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let device = asked.device()?;
    let frame = Frame::decode(&asked.body).map_err(of_wire)?;
    let (space, id) = (frame.space, frame.id);
    let refuse = |refusal, retry_after, status| {
        let body = Body::Refuse { refusal, retry_after };
        Ok(Answer::Refused(Frame { space, id, body }.encode(), status, retry_after))
    };
    if let Body::Push { items } = &frame.body {
        let whose = *device.bytes();
        let paid = desk
            .take(Kind::Items, whose, items.len() as u64)
            .and_then(|()| desk.take(Kind::Bytes, whose, asked.body.len() as u64));
        if let Err(no) = paid {
            return refuse(Refusal::Busy, no.retry_after, Refusal::TooOften);
        }
        // What is remembered is not new here, and need not be looked for.
        if !desk.relay.remembers(space) {
            match desk.store().bytes(space).await {
                Ok(Some(_)) => {}
                Ok(None) => {
                    if let Err(no) = desk.take(Kind::Keeps, whose, 1) {
                        return refuse(Refusal::Busy, no.retry_after, Refusal::TooOften);
                    }
                }
                Err(_) => return refuse(Refusal::Busy, 2_000, Refusal::Busy),
            }
        }
    }
    let hello = matches!(frame.body, Body::Hello { .. });
    let absent = match frame.body {
        Body::Prune { .. } => desk.absent(space, device).await?,
        _ => BTreeSet::new(),
    };
    drop(frame);
    let answer =
        desk.relay.on_without(device, &asked.body, &absent).await.ok_or(Refusal::Damaged)?;
    if answer.reply.get(2) == Some(&REFUSE)
        && let Ok(Frame { body: Body::Refuse { refusal, .. }, .. }) = Frame::decode(&answer.reply)
    {
        return Ok(Answer::Refused(answer.reply, refusal, 0));
    }
    if let Some(poke) = &answer.poke {
        desk.poke(space, poke, Some(device)).await;
    }
    if hello {
        desk.seen(space, device).await;
    }
    Ok(Answer::Message(answer.reply))
}
