//! The inviter's side: making an invitation, judging who answers.

use rand_core::CryptoRng;

use super::link::Link;
use super::request::{Code, Request, Reveal};
use super::{InviteError, MAX_MESSAGE, MAX_NAME, VERSION, begin};
use crate::id::{DeviceId, Hash, SpaceId, sha256};
use crate::keys::wire::{Reader, Writer};
use crate::keys::{DeviceKeys, DevicePublic, Secret, lock, random, unlock};
use crate::member::SideId;
use crate::role::Role;

/// What the inviter keeps, on its own device.
#[derive(Clone, Debug)]
pub struct Invite {
    pub(super) link: Link,
    pub(super) note: Note,
    pub(super) challenge: [u8; 16],
    pub(super) offer: Offer,
    pub(super) state: InviteState,
}

/// Whether an invitation can still be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InviteState {
    Open,
    /// Somebody answered; both screens show a code; a person must compare.
    Answered(DeviceId),
    /// This device came in.
    Used(DeviceId),
    Withdrawn,
}

/// What the joiner learns, and the server does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub space: SpaceId,
    pub space_name: String,
    /// The first entry of the log: whoever shows another log is not who invited.
    pub root: Hash,
    pub inviter: DevicePublic,
    pub role: Role,
    pub side: SideId,
    /// In milliseconds since 1970.
    pub expires: u64,
    /// Hash of a number that the inviter shows after the joiner has answered, not before.
    pub promise: Hash,
}

/// What a server keeps, or the first QR code shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub id: [u8; 16],
    /// The public half of the invitation's key.
    pub key: [u8; 32],
    /// In milliseconds since 1970.
    pub expires: u64,
    sealed: Vec<u8>,
}

impl Invite {
    /// A new invitation. `note.promise` is filled in here.
    pub fn new(mut note: Note, rng: &mut impl CryptoRng) -> Result<Self, InviteError> {
        let link = Link::new(random(rng), Secret::random(rng));
        let challenge = random(rng);
        note.promise = promise(&challenge);
        let offer = note.seal(&link, rng)?;
        Ok(Self { link, note, challenge, offer, state: InviteState::Open })
    }

    /// What to hand over.
    pub const fn link(&self) -> &Link {
        &self.link
    }

    /// What to leave at the server, or to show.
    pub const fn offer(&self) -> &Offer {
        &self.offer
    }

    /// What was offered.
    pub const fn note(&self) -> &Note {
        &self.note
    }

    /// Whether it can still be answered.
    pub const fn state(&self) -> InviteState {
        self.state
    }

    /// Nobody can answer any more.
    pub const fn withdraw(&mut self) {
        self.state = InviteState::Withdrawn;
    }

    /// Judges an answer. What comes back goes to the joiner; the code is for our screen. Only the
    /// first answer counts; the same one again gives the same code.
    pub fn answer(
        &mut self,
        request: &Request,
        now: u64,
        keys: &DeviceKeys,
    ) -> Result<(Reveal, Code), InviteError> {
        match self.state {
            InviteState::Withdrawn => return Err(InviteError::Withdrawn),
            InviteState::Used(_) => return Err(InviteError::Used),
            InviteState::Answered(device) if device != request.device.id() => {
                return Err(InviteError::Used);
            }
            InviteState::Answered(_) | InviteState::Open => {}
        }
        if now > self.note.expires {
            return Err(InviteError::Expired);
        }
        request.verify(&self.offer)?;
        self.state = InviteState::Answered(request.device.id());
        let reveal = Reveal::new(request.hash(), self.challenge, keys);
        let code = Code::of(&self.offer.hash(), &request.hash(), &self.challenge);
        Ok((reveal, code))
    }

    /// The name that the joiner gave.
    pub fn name(&self, request: &Request) -> Result<String, InviteError> {
        request.name(&self.link)
    }

    /// After a person compared the codes and the entry was written.
    pub fn used(&mut self) -> Result<DeviceId, InviteError> {
        match self.state {
            InviteState::Answered(device) => {
                self.state = InviteState::Used(device);
                Ok(device)
            }
            InviteState::Withdrawn => Err(InviteError::Withdrawn),
            InviteState::Open | InviteState::Used(_) => Err(InviteError::Used),
        }
    }

    /// A person saw that the codes differ: whoever answered is not who was invited.
    pub const fn codes_differ(&mut self) {
        self.state = InviteState::Withdrawn;
    }
}

pub(super) fn promise(challenge: &[u8; 16]) -> Hash {
    sha256(&[b"thuisnabij/promise/".as_slice(), challenge].concat())
}

impl Note {
    fn seal(&self, link: &Link, rng: &mut impl CryptoRng) -> Result<Offer, InviteError> {
        if self.space_name.len() > MAX_NAME {
            return Err(InviteError::NameTooLong);
        }
        let mut to = Writer::array(8);
        to.bytes(self.space.bytes()).text(&self.space_name).bytes(&self.root);
        to.bytes(&self.inviter.bytes()).number(self.role.number()).bytes(self.side.bytes());
        to.number(self.expires).bytes(&self.promise);
        let (key, expires) = (link.public(), self.expires);
        let sealed = lock(&link.note_key(), &aad(&link.id, &key, expires), &to.finish(), rng);
        let sealed = sealed.ok_or(InviteError::Damaged)?;
        Ok(Offer { id: link.id, key, expires, sealed })
    }

    fn decode(bytes: &[u8]) -> Result<Self, InviteError> {
        let mut from = Reader::new(bytes);
        from.exactly(8)?;
        let note = Self {
            space: SpaceId::from_bytes(from.fixed()?),
            space_name: from.text(MAX_NAME)?,
            root: from.fixed()?,
            inviter: DevicePublic::from_bytes(&from.fixed()?).map_err(|_| InviteError::Damaged)?,
            role: Role::from_number(from.number()?).ok_or(InviteError::Damaged)?,
            side: SideId::from_bytes(from.fixed()?),
            expires: from.number()?,
            promise: from.fixed()?,
        };
        Ok(note)
    }
}

impl Offer {
    /// The bytes.
    pub fn encode(&self) -> Vec<u8> {
        let mut to = Writer::array(5);
        to.number(VERSION)
            .bytes(&self.id)
            .bytes(&self.key)
            .number(self.expires)
            .bytes(&self.sealed);
        to.finish()
    }

    /// Reads an offer.
    pub fn decode(bytes: &[u8]) -> Result<Self, InviteError> {
        let mut from = begin(bytes, 5)?;
        let (id, key, expires) = (from.fixed()?, from.fixed()?, from.number()?);
        let offer = Self { id, key, expires, sealed: from.bytes(MAX_MESSAGE)?.to_vec() };
        if offer.encode() == bytes { Ok(offer) } else { Err(InviteError::Damaged) }
    }

    /// Opens the note with the link.
    pub fn note(&self, link: &Link) -> Result<Note, InviteError> {
        if self.id != link.id || self.key != link.public() {
            return Err(InviteError::OtherInvite);
        }
        let aad = aad(&self.id, &self.key, self.expires);
        let note = unlock(&link.note_key(), &aad, &self.sealed).ok_or(InviteError::OtherInvite)?;
        Note::decode(&note)
    }

    pub(super) fn hash(&self) -> Hash {
        sha256(&self.encode())
    }
}

fn aad(id: &[u8; 16], key: &[u8; 32], expires: u64) -> Vec<u8> {
    [id.as_slice(), key, &expires.to_be_bytes()].concat()
}
