//! What an inviter and a joiner keep between two starts, in their own sealed stores: days may pass before somebody answers.

use super::{Invite, InviteError, InviteState, Link, Offer, Request, Waiting};
use crate::id::DeviceId;
use crate::keys::wire::{Reader, Writer};

const VERSION: u64 = 1;

impl Invite {
    /// Everything, with the secret: for the own sealed store and nowhere else.
    pub fn keep(&self) -> Vec<u8> {
        let (state, device) = match self.state {
            InviteState::Open => (0, None),
            InviteState::Answered(device) => (1, Some(device)),
            InviteState::Used(device) => (2, Some(device)),
            InviteState::Withdrawn => (3, None),
        };
        let device = device.map_or([0; 16], |device| *device.bytes());
        let mut to = Writer::array(6);
        to.number(VERSION).text(&self.link.text()).bytes(&self.challenge);
        to.bytes(&self.offer.encode()).number(state).bytes(&device);
        to.finish()
    }

    /// Reads what was kept.
    pub fn kept(bytes: &[u8]) -> Result<Self, InviteError> {
        let mut from = Reader::new(bytes);
        let length = from.list(16)?;
        if from.number()? > VERSION {
            return Err(InviteError::Newer);
        }
        if length != 6 {
            return Err(InviteError::Damaged);
        }
        let link = Link::read(&from.text(100)?)?;
        let challenge = from.fixed()?;
        let offer = Offer::decode(from.bytes(super::MAX_MESSAGE)?)?;
        let note = offer.note(&link)?;
        let (state, device) = (from.number()?, DeviceId::from_bytes(from.fixed()?));
        let state = match state {
            0 => InviteState::Open,
            1 => InviteState::Answered(device),
            2 => InviteState::Used(device),
            3 => InviteState::Withdrawn,
            _ => return Err(InviteError::Damaged),
        };
        let invite = Self { link, note, challenge, offer, state };
        if invite.keep() == bytes { Ok(invite) } else { Err(InviteError::Damaged) }
    }
}

/// What a joiner keeps between two starts, with the secret: for the own sealed store and nowhere else.
pub fn keep_answer(link: &Link, offer: &Offer, request: &Request) -> Vec<u8> {
    let mut to = Writer::array(4);
    to.number(VERSION).text(&link.text()).bytes(&offer.encode()).bytes(&request.encode());
    to.finish()
}

/// What a joiner keeps before it answered: the link, and what is offered once that arrived. With the secret: for the own
/// sealed store and nowhere else.
pub fn keep_opened(link: &Link, offer: Option<&Offer>) -> Vec<u8> {
    let mut to = Writer::array(3);
    to.number(VERSION).text(&link.text()).bytes(&offer.map(Offer::encode).unwrap_or_default());
    to.finish()
}

/// Reads what a joiner kept before it answered.
///
/// # Errors
/// Damage, or a later version.
pub fn kept_opened(bytes: &[u8]) -> Result<(Link, Option<Offer>), InviteError> {
    let mut from = Reader::new(bytes);
    let length = from.list(16)?;
    if from.number()? > VERSION {
        return Err(InviteError::Newer);
    }
    if length != 3 {
        return Err(InviteError::Damaged);
    }
    let link = Link::read(&from.text(100)?)?;
    let offer = match from.bytes(super::MAX_MESSAGE)? {
        [] => None,
        offer => Some(Offer::decode(offer)?),
    };
    Ok((link, offer))
}

/// Reads what a joiner kept, to go on waiting.
///
/// # Errors
/// Damage, or a later version.
pub fn kept_answer(bytes: &[u8]) -> Result<(Link, Offer, Request, Waiting), InviteError> {
    let mut from = Reader::new(bytes);
    let length = from.list(16)?;
    if from.number()? > VERSION {
        return Err(InviteError::Newer);
    }
    if length != 4 {
        return Err(InviteError::Damaged);
    }
    let link = Link::read(&from.text(100)?)?;
    let offer = Offer::decode(from.bytes(super::MAX_MESSAGE)?)?;
    let request = Request::decode(from.bytes(super::MAX_MESSAGE)?)?;
    request.verify(&offer)?;
    let waiting = Waiting::of(&link, &offer, &request)?;
    Ok((link, offer, request, waiting))
}
