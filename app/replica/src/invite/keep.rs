//! What an inviter keeps between two starts, in its own sealed store: days may pass before somebody answers.

use super::{Invite, InviteError, InviteState, Link, Offer};
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
