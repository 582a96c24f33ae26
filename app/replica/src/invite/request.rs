//! The joiner's side: answering an invitation, and the code that both screens show.

use std::fmt;

use rand_core::CryptoRng;
use sha2::{Digest, Sha256};

use super::link::Link;
use super::offer::{Note, Offer, promise};
use super::{InviteError, MAX_MESSAGE, MAX_NAME, VERSION, begin};
use crate::id::{Hash, sha256};
use crate::keys::wire::{Reader, Writer};
use crate::keys::{DeviceKeys, DevicePublic, Domain, SIGNATURE, Signature};
use crate::keys::{lock, random, sign, unlock, verify};

/// What the joiner sends: its public keys, signed by the invitation and by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub device: DevicePublic,
    offer: Hash,
    nonce: [u8; 16],
    sealed_name: Vec<u8>,
    by_invite: Signature,
    by_device: Signature,
}

/// What the joiner keeps until the inviter answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub note: Note,
    offer: Hash,
    request: Hash,
}

impl Request {
    /// Answers an invitation.
    pub fn new(
        link: &Link,
        offer: &Offer,
        name: &str,
        keys: &DeviceKeys,
        now: u64,
        rng: &mut impl CryptoRng,
    ) -> Result<(Self, Waiting), InviteError> {
        let note = offer.note(link)?;
        if now > note.expires {
            return Err(InviteError::Expired);
        }
        if name.len() > MAX_NAME {
            return Err(InviteError::NameTooLong);
        }
        let aad = keys.id();
        let sealed_name = lock(&link.note_key(), aad.bytes(), name.as_bytes(), rng);
        let mut request = Self {
            device: *keys.public(),
            offer: offer.hash(),
            nonce: random(rng),
            sealed_name: sealed_name.ok_or(InviteError::Damaged)?,
            by_invite: [0; SIGNATURE],
            by_device: [0; SIGNATURE],
        };
        let body = request.body();
        request.by_invite = sign(&link.sign_key(), Domain::Request, &[&body]);
        request.by_device = keys.sign(Domain::Request, &[&body]);
        let waiting = Waiting { note, offer: request.offer, request: request.hash() };
        Ok((request, waiting))
    }

    /// Whether it answers this offer, by somebody who has the link and these keys. A server can ask
    /// this too.
    pub fn verify(&self, offer: &Offer) -> Result<(), InviteError> {
        if self.offer != offer.hash() {
            return Err(InviteError::OtherInvite);
        }
        let body = self.body();
        let signed = verify(&offer.key, Domain::Request, &[&body], &self.by_invite)
            && self.device.verify(Domain::Request, &[&body], &self.by_device);
        if signed { Ok(()) } else { Err(InviteError::BadSignature) }
    }

    pub(super) fn name(&self, link: &Link) -> Result<String, InviteError> {
        let name = unlock(&link.note_key(), self.device.id().bytes(), &self.sealed_name);
        String::from_utf8(name.ok_or(InviteError::OtherInvite)?).map_err(|_| InviteError::Damaged)
    }

    fn body(&self) -> Vec<u8> {
        let mut to = Writer::array(4);
        to.bytes(&self.device.bytes()).bytes(&self.offer).bytes(&self.nonce);
        to.bytes(&self.sealed_name);
        to.finish()
    }

    /// The bytes.
    pub fn encode(&self) -> Vec<u8> {
        let mut to = Writer::array(4);
        to.number(VERSION).bytes(&self.body()).bytes(&self.by_invite).bytes(&self.by_device);
        to.finish()
    }

    /// Reads a request.
    pub fn decode(bytes: &[u8]) -> Result<Self, InviteError> {
        let mut from = begin(bytes, 4)?;
        let body = from.bytes(MAX_MESSAGE)?;
        let (by_invite, by_device) = (from.fixed()?, from.fixed()?);
        let mut inner = Reader::new(body);
        inner.exactly(4)?;
        let device = DevicePublic::from_bytes(&inner.fixed()?);
        let device = device.map_err(|_| InviteError::Damaged)?;
        let (offer, nonce) = (inner.fixed()?, inner.fixed()?);
        let sealed_name = inner.bytes(MAX_NAME + 40)?.to_vec();
        let request = Self { device, offer, nonce, sealed_name, by_invite, by_device };
        if request.encode() == bytes { Ok(request) } else { Err(InviteError::Damaged) }
    }

    pub(super) fn hash(&self) -> Hash {
        sha256(&self.encode())
    }
}

/// The inviter's answer: the number that it had promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reveal {
    request: Hash,
    challenge: [u8; 16],
    signature: Signature,
}

impl Reveal {
    pub(super) fn new(request: Hash, challenge: [u8; 16], keys: &DeviceKeys) -> Self {
        let signature = keys.sign(Domain::Reveal, &[&request, &challenge]);
        Self { request, challenge, signature }
    }

    /// The bytes.
    pub fn encode(&self) -> Vec<u8> {
        let mut to = Writer::array(4);
        to.number(VERSION).bytes(&self.request).bytes(&self.challenge).bytes(&self.signature);
        to.finish()
    }

    /// Reads a reveal.
    pub fn decode(bytes: &[u8]) -> Result<Self, InviteError> {
        let mut from = begin(bytes, 4)?;
        let (request, challenge) = (from.fixed()?, from.fixed()?);
        let reveal = Self { request, challenge, signature: from.fixed()? };
        if reveal.encode() == bytes { Ok(reveal) } else { Err(InviteError::Damaged) }
    }
}

impl Waiting {
    /// Goes on waiting for the answer to a request that was made before.
    pub(super) fn of(link: &Link, offer: &Offer, request: &Request) -> Result<Self, InviteError> {
        Ok(Self { note: offer.note(link)?, offer: request.offer, request: request.hash() })
    }

    /// The code for the joiner's screen.
    pub fn code(&self, reveal: &Reveal) -> Result<Code, InviteError> {
        if reveal.request != self.request {
            return Err(InviteError::OtherInvite);
        }
        let signed = [reveal.request.as_slice(), &reveal.challenge];
        if !self.note.inviter.verify(Domain::Reveal, &signed, &reveal.signature) {
            return Err(InviteError::BadSignature);
        }
        if promise(&reveal.challenge) != self.note.promise {
            return Err(InviteError::BrokenPromise);
        }
        Ok(Code::of(&self.offer, &self.request, &reveal.challenge))
    }
}

/// Six digits that both people read to each other. Who sits in between and answers for one to the
/// other has one chance in a million, once: neither side can choose its part after seeing the other's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code(u32);

impl Code {
    pub(super) fn of(offer: &Hash, request: &Hash, challenge: &[u8; 16]) -> Self {
        let hash = Sha256::new()
            .chain_update(b"thuisnabij/code/")
            .chain_update(offer)
            .chain_update(request)
            .chain_update(challenge)
            .finalize();
        let number = hash.iter().take(8).fold(0u64, |number, byte| number << 8 | u64::from(*byte));
        Self((number % 1_000_000) as u32)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03} {:03}", self.0 / 1000, self.0 % 1000)
    }
}
