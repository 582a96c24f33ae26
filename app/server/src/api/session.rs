//! Who asks: a number to sign, a proof, a token. There are no accounts; a device is its keys. It must not tell an invitation
//! that is not there from one that is proved wrongly.

use replica::id::DeviceId;
use replica::invite::Offer;
use replica::sync::Refusal;
use replica::sync::api::{Challenge, Claim, Done, Proof, Session, Who};

use super::answer::{Answer, No};
use super::desk::Desk;
use super::guard::Asked;
use super::limits::Kind;
use super::passes::For;

const CHALLENGE: u64 = 60_000;

/// How long a token lasts, in milliseconds.
const LIFE: u64 = 15 * 60_000;

pub(super) async fn challenge(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    asked.message::<Done>()?;
    let (now, nonce) = (desk.outside.now(), random(desk)?);
    desk.passes.put(For::Challenge, &nonce, Vec::new(), now + CHALLENGE, now).await?;
    Ok(Answer::of(&Challenge { nonce, seconds: CHALLENGE / 1_000 }))
}

pub(super) async fn begin(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let proof: Proof = asked.message()?;
    let now = desk.outside.now();
    // The number is used up, whatever comes of it.
    if desk.passes.take(For::Challenge, &proof.nonce, now).await?.is_none() {
        return Err(Refusal::NoSession.into());
    }
    if !desk.settings.origins.contains(&proof.origin) {
        return Err(Refusal::OtherServer.into());
    }
    let claim = match proof.who {
        Who::Device(_) => proof.verify(None).ok_or(Refusal::NotSigned)?,
        Who::Invited(id) => invited(desk, &asked, &proof, id).await?,
    };
    let token = random(desk)?;
    let expires = now + LIFE;
    desk.passes.put(For::Session, &token, write(claim, expires), expires, now).await?;
    Ok(Answer::of(&Session { token, seconds: LIFE / 1_000 }))
}

async fn invited(desk: &Desk, asked: &Asked, proof: &Proof, id: [u8; 16]) -> Result<Claim, No> {
    // Only what fails is counted: a whole team may come in from one school.
    desk.take(Kind::Invited, asked.address, 0)?;
    let row = desk.store().invite(id, desk.outside.now()).await;
    let claim = match row {
        Ok(row) => Offer::decode(&row.offer).ok().and_then(|offer| proof.verify(Some(&offer))),
        Err(failed) if Refusal::from(failed.clone()) == Refusal::NotOpen => None,
        Err(failed) => return Err(failed.into()),
    };
    if claim.is_none() {
        desk.take(Kind::Invited, asked.address, 1)?;
    }
    Ok(claim.ok_or(Refusal::NotOpen)?)
}

pub(super) async fn end(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    asked.message::<Done>()?;
    if let Some(token) = &asked.token {
        desk.passes.take(For::Session, token, desk.outside.now()).await?;
    }
    Ok(Answer::of(&Done {}))
}

/// Whose a token is and until when.
pub(super) async fn of(
    desk: &Desk,
    token: &[u8; 32],
    now: u64,
) -> Result<Option<(Claim, u64)>, No> {
    let body = desk.passes.get(For::Session, token, now).await?;
    Ok(body.as_deref().and_then(read))
}

fn write(claim: Claim, expires: u64) -> Vec<u8> {
    let (kind, id) = match claim {
        Claim::Device(device) => (0, *device.bytes()),
        Claim::Invited(id) => (1, id),
    };
    [&[kind][..], &id, &expires.to_be_bytes()].concat()
}

fn read(body: &[u8]) -> Option<(Claim, u64)> {
    let (kind, rest) = body.split_first()?;
    let (id, expires) = rest.split_first_chunk::<16>()?;
    let expires = u64::from_be_bytes(expires.try_into().ok()?);
    let claim = match kind {
        0 => Claim::Device(DeviceId::from_bytes(*id)),
        _ => Claim::Invited(*id),
    };
    Some((claim, expires))
}

/// A secret; a server without randomness gives none.
pub(super) fn random<const N: usize>(desk: &Desk) -> Result<[u8; N], No> {
    desk.outside.random().ok_or_else(|| Refusal::Busy.into())
}
