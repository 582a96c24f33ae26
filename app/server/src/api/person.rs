//! Who somebody is, by the word of the organisation's own sign-in: off unless the administrator names one. It must not change what
//! anybody may, and it keeps nothing of the answer.

use replica::sync::Refusal;
use replica::sync::api::{Done, Person, SignIn, SignedIn};

use super::answer::{Answer, No};
use super::desk::Desk;
use super::guard::Asked;
use super::passes::For;
use super::session::random;
use crate::person::{Journey, Unknown};

/// How long somebody may take to sign in, in milliseconds.
const WAY: u64 = 10 * 60_000;

impl From<Unknown> for No {
    fn from(unknown: Unknown) -> Self {
        match unknown {
            Unknown::Provider(problem) => {
                tracing::warn!(problem = %problem, "the sign-in of the organisation does not work");
                Refusal::Busy.into()
            }
            Unknown::NotProved => Refusal::NotSigned.into(),
        }
    }
}

pub(super) async fn begin(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    asked.message::<Done>()?;
    let (device, now) = (asked.device()?, desk.outside.now());
    let provider = desk.provider.as_ref().ok_or(Refusal::NotFound)?;
    let journey = Journey { state: random(desk)?, seed: random(desk)? };
    let address = provider.address(&journey, now).await?;
    let kept = [&device.bytes()[..], &journey.seed].concat();
    desk.passes.put(For::SignIn, &journey.state, kept, now + WAY, now).await?;
    Ok(Answer::of(&SignIn { address }))
}

pub(super) async fn end(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let back: SignedIn = asked.message()?;
    let (device, now) = (asked.device()?, desk.outside.now());
    let provider = desk.provider.as_ref().ok_or(Refusal::NotFound)?;
    // Once, whatever comes of it.
    let kept = desk.passes.take(For::SignIn, &back.state, now).await?;
    let seed = kept.as_deref().and_then(|kept| kept.strip_prefix(device.bytes()));
    let seed = seed.and_then(|seed| seed.try_into().ok()).ok_or(Refusal::NotOpen)?;
    let journey = Journey { state: back.state, seed };
    let person = provider.person(&journey, &back.code, now).await?;
    let crate::person::Person { issuer, subject, name, affiliation, organisation_id, organisation } =
        person;
    Ok(Answer::of(&Person { issuer, subject, name, affiliation, organisation_id, organisation }))
}
