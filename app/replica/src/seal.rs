//! Sealed envelopes: encrypted under the space key of the epoch, signed by the device.
//! Format: KEYS.md, "Seal". Opening verifies first and decrypts after.

mod heads;
mod padding;

#[cfg(test)]
pub(crate) mod tests;

use std::cell::RefCell;
use std::collections::BTreeMap;

use thiserror::Error;

pub use heads::{ChainHead, Heads, MAX_HEADS};
pub(crate) use heads::{read, write};

use crate::envelope::{Envelope, EnvelopeError, Header, MAX_BYTES, OpenSealer, Seal, Sealer};
use crate::id::{DeviceId, Epoch};
use crate::keys::{CryptoRng, DeviceKeys, DevicePublic, Domain, Keyring, Purpose, Signature};
use crate::keys::{NONCE, decrypt, encrypt, random};

/// The largest sealed body: room is left for the header, nonce and signature.
const MAX_BODY: usize = MAX_BYTES - 512;

/// Why an envelope was not sealed or not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SealError {
    /// Payload and heads together do not fit.
    #[error("too large to seal")]
    TooLarge,
    /// The header names another device than the one that seals.
    #[error("sealed for another device")]
    OtherDevice,
    /// The header names another space than the keys.
    #[error("sealed for another space")]
    OtherSpace,
    /// We do not have the key of this epoch (yet).
    #[error("no key for epoch {0}")]
    NoKey(Epoch),
    /// The body is open, which never travels.
    #[error("not sealed")]
    NotSealed,
    /// The kind comes from a later version: keep it.
    #[error("of a kind that this version does not know")]
    Newer,
    /// Not signed by this device, or changed on the way.
    #[error("signature is not right")]
    BadSignature,
    /// Rightly signed, but it does not open with the key of its epoch.
    #[error("does not open")]
    DoesNotOpen,
    /// It opens, but what is inside is not in the format.
    #[error("content is damaged")]
    Damaged,
}

/// What was inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What the document said.
    pub payload: Vec<u8>,
    /// What the author had seen when it wrote this.
    pub heads: Heads,
}

/// Seals a payload, with the heads that this device wants to tell about.
pub fn seal(
    header: Header,
    payload: &[u8],
    heads: &Heads,
    keys: &DeviceKeys,
    ring: &Keyring,
    rng: &mut impl CryptoRng,
) -> Result<Envelope, SealError> {
    if header.device != keys.id() {
        return Err(SealError::OtherDevice);
    }
    let key = body_key(&header, ring)?;
    let clear = padding::frame(payload, &heads.encode());
    if clear.len() + 16 > MAX_BODY {
        return Err(SealError::TooLarge);
    }
    let nonce: [u8; NONCE] = random(rng);
    let aad = header.encode();
    let body = encrypt(&key, &nonce, &aad, &clear).ok_or(SealError::TooLarge)?;
    let signature = keys.sign(Domain::Envelope, &[&aad, &nonce, &body]);
    Ok(Envelope { header, seal: Seal::Sealed { nonce, signature }, body })
}

/// Checks that this device signed the envelope as it is. Needs no key of the space: a server can.
pub fn verify(envelope: &Envelope, author: &DevicePublic) -> Result<(), SealError> {
    let (nonce, signature) = sealed(&envelope.seal)?;
    if envelope.header.device != author.id() {
        return Err(SealError::OtherDevice);
    }
    verify_parts(&envelope.header.encode(), nonce, &envelope.body, signature, author)
}

/// Verifies, then opens.
pub fn open(
    envelope: &Envelope,
    author: &DevicePublic,
    ring: &Keyring,
) -> Result<Opened, SealError> {
    verify(envelope, author)?;
    open_verified(envelope, ring)
}

/// Opens an envelope of which the signature was verified already.
pub(crate) fn open_verified(envelope: &Envelope, ring: &Keyring) -> Result<Opened, SealError> {
    let (nonce, _) = sealed(&envelope.seal)?;
    let key = body_key(&envelope.header, ring)?;
    let clear = decrypt(&key, nonce, &envelope.header.encode(), &envelope.body)
        .ok_or(SealError::DoesNotOpen)?;
    let (payload, heads) = padding::unframe(&clear).map_err(|_| SealError::Damaged)?;
    let heads = Heads::decode(heads).map_err(|_| SealError::Damaged)?;
    Ok(Opened { payload: payload.to_vec(), heads })
}

fn body_key(header: &Header, ring: &Keyring) -> Result<crate::keys::Secret, SealError> {
    if header.space != ring.space() {
        return Err(SealError::OtherSpace);
    }
    let purpose = Purpose::of(header.kind).ok_or(SealError::Newer)?;
    ring.sub(purpose, header.epoch).ok_or(SealError::NoKey(header.epoch))
}

const fn sealed(seal: &Seal) -> Result<(&[u8; NONCE], &Signature), SealError> {
    let Seal::Sealed { nonce, signature } = seal else { return Err(SealError::NotSealed) };
    Ok((nonce, signature))
}

fn verify_parts(
    header: &[u8],
    nonce: &[u8; NONCE],
    body: &[u8],
    signature: &Signature,
    author: &DevicePublic,
) -> Result<(), SealError> {
    if author.verify(Domain::Envelope, &[header, nonce, body], signature) {
        Ok(())
    } else {
        Err(SealError::BadSignature)
    }
}

/// The [`Sealer`] of a shared space, for the journal. It writes as one device and opens the
/// envelopes of every device that it was told about.
#[derive(Debug)]
pub struct SpaceSealer<'a, R> {
    keys: &'a DeviceKeys,
    ring: &'a Keyring,
    authors: &'a BTreeMap<DeviceId, DevicePublic>,
    heads: Heads,
    rng: RefCell<R>,
}

impl<'a, R: CryptoRng> SpaceSealer<'a, R> {
    /// `heads` goes along in every envelope that this sealer makes.
    pub const fn new(
        keys: &'a DeviceKeys,
        ring: &'a Keyring,
        authors: &'a BTreeMap<DeviceId, DevicePublic>,
        heads: Heads,
        rng: R,
    ) -> Self {
        Self { keys, ring, authors, heads, rng: RefCell::new(rng) }
    }
}

impl<R: CryptoRng> Sealer for SpaceSealer<'_, R> {
    fn seal(&self, header: &[u8], payload: Vec<u8>) -> Result<(Seal, Vec<u8>), EnvelopeError> {
        let header = Header::decode(header)?;
        let mut rng = self.rng.try_borrow_mut().map_err(|_| EnvelopeError::Locked)?;
        let envelope = seal(header, &payload, &self.heads, self.keys, self.ring, &mut *rng)?;
        Ok((envelope.seal, envelope.body))
    }

    fn open(&self, header: &[u8], seal: &Seal, body: &[u8]) -> Result<Vec<u8>, EnvelopeError> {
        let header = Header::decode(header)?;
        if !matches!(seal, Seal::Sealed { .. }) {
            // Written here before the space was shared; `member::check` lets no other one in.
            let ours = header.device == self.keys.id();
            let opened = OpenSealer.open(&header.encode(), seal, body);
            return if ours { opened } else { Err(EnvelopeError::Damaged) };
        }
        let author = self.authors.get(&header.device).ok_or(EnvelopeError::Locked)?;
        let envelope = Envelope { header, seal: *seal, body: body.to_vec() };
        Ok(open(&envelope, author, self.ring)?.payload)
    }
}

impl From<SealError> for EnvelopeError {
    fn from(error: SealError) -> Self {
        match error {
            SealError::TooLarge => Self::TooLarge,
            SealError::NoKey(_) | SealError::Newer | SealError::OtherDevice => Self::Locked,
            _ => Self::Damaged,
        }
    }
}
