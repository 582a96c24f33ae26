//! One batch of changes as it is stored and sent. The format is specified in README.md.
//!
//! Decoding never panics and accepts one spelling only, so the hash of an envelope is well defined.
//! Sealing (issue 3) fills in [`Seal::Sealed`]; the header and every caller stay as they are.

use minicbor::data::Type;
use minicbor::{Decoder, Encoder};
use thiserror::Error;

use crate::id::{DeviceId, Epoch, Hash, PartId, Seq, SpaceId, sha256};

/// The version that this code writes.
pub const VERSION: u64 = 1;

/// The largest envelope, in bytes. Checked before anything is decoded.
pub const MAX_BYTES: usize = 256 * 1024;

/// The largest payload: room is left for header, seal and padding.
pub const MAX_PAYLOAD: usize = MAX_BYTES - 1024;

/// What the payload is. Numbers that this version does not know are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A batch of changes to a document.
    Update,
    /// A whole document with its history.
    Snapshot,
    /// A device has everything below a snapshot.
    Receipt,
    /// Something that a later version made.
    Unknown(u64),
}

impl Kind {
    const fn number(self) -> u64 {
        match self {
            Self::Update => 1,
            Self::Snapshot => 2,
            Self::Receipt => 3,
            Self::Unknown(number) => number,
        }
    }

    const fn from_number(number: u64) -> Self {
        match number {
            1 => Self::Update,
            2 => Self::Snapshot,
            3 => Self::Receipt,
            other => Self::Unknown(other),
        }
    }
}

/// The clear part. Its bytes are what a seal authenticates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    pub space: SpaceId,
    pub part: PartId,
    pub epoch: Epoch,
    pub device: DeviceId,
    /// Counts per device and part, from 1.
    pub seq: Seq,
    /// Hash of this device's previous envelope in this part; zeros before the first.
    pub prev: Hash,
    pub kind: Kind,
}

/// How the body is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// The body is the payload itself. Only ever on the own device, before the space is shared.
    /// On the wire it carries the start of the SHA-256 of header and body, which finds accidents.
    Open,
    /// The body is XChaCha20-Poly1305 ciphertext; the signature is Ed25519 over header and body.
    Sealed { nonce: [u8; 24], signature: [u8; 64] },
}

/// A decoded envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    pub header: Header,
    pub seal: Seal,
    /// Payload or ciphertext, as the seal says.
    pub body: Vec<u8>,
}

/// Why bytes are not an envelope that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum EnvelopeError {
    #[error("envelope is larger than {MAX_BYTES} bytes")]
    TooLarge,
    /// Written by a newer version: keep the bytes and ask for an update.
    #[error("envelope has version {0}, this app understands {VERSION}")]
    Newer(u64),
    #[error("envelope is damaged")]
    Damaged,
    /// The content is right but spelled in another way than the format allows.
    #[error("envelope is not in its one spelling")]
    NotCanonical,
    /// The body is sealed and no key is at hand.
    #[error("envelope is sealed")]
    Locked,
}

/// Protects and opens bodies. [`OpenSealer`] does nothing; issue 3 adds the one with keys.
pub trait Sealer {
    /// The seal and body for this payload. `header` is the encoded header, the associated data.
    fn seal(&self, header: &[u8], payload: Vec<u8>) -> Result<(Seal, Vec<u8>), EnvelopeError>;

    /// The payload of a body.
    fn open(&self, header: &[u8], seal: &Seal, body: &[u8]) -> Result<Vec<u8>, EnvelopeError>;
}

/// Leaves the payload open. For a space that is not shared.
#[derive(Clone, Copy, Debug, Default)]
pub struct OpenSealer;

impl Sealer for OpenSealer {
    fn seal(&self, _header: &[u8], payload: Vec<u8>) -> Result<(Seal, Vec<u8>), EnvelopeError> {
        Ok((Seal::Open, payload))
    }

    fn open(&self, _header: &[u8], seal: &Seal, body: &[u8]) -> Result<Vec<u8>, EnvelopeError> {
        match seal {
            Seal::Open => Ok(body.to_vec()),
            Seal::Sealed { .. } => Err(EnvelopeError::Locked),
        }
    }
}

fn check(header: &[u8], body: &[u8]) -> [u8; 8] {
    let [a, b, c, d, e, f, g, h, ..] = sha256(&[header, body].concat());
    [a, b, c, d, e, f, g, h]
}

impl Envelope {
    /// Wraps a payload. Fails when the payload is too large.
    pub fn wrap(
        header: Header,
        payload: Vec<u8>,
        sealer: &impl Sealer,
    ) -> Result<Self, EnvelopeError> {
        if payload.len() > MAX_PAYLOAD {
            return Err(EnvelopeError::TooLarge);
        }
        let (seal, body) = sealer.seal(&header.encode(), payload)?;
        Ok(Self { header, seal, body })
    }

    /// The payload, when the sealer can open it.
    pub fn payload(&self, sealer: &impl Sealer) -> Result<Vec<u8>, EnvelopeError> {
        sealer.open(&self.header.encode(), &self.seal, &self.body)
    }

    /// The bytes that are stored, hashed and sent.
    pub fn encode(&self) -> Vec<u8> {
        let mut to = Encoder::new(Vec::with_capacity(self.body.len() + 256));
        // ok: writing to a Vec cannot fail, so the results carry nothing
        let _ = to
            .array(4)
            .and_then(|to| to.u64(VERSION))
            .and_then(|to| to.bytes(&self.header.encode()));
        let _ = match &self.seal {
            Seal::Open => to
                .array(2)
                .and_then(|to| to.u8(0))
                .and_then(|to| to.bytes(&check(&self.header.encode(), &self.body))),
            Seal::Sealed { nonce, signature } => to
                .array(3)
                .and_then(|to| to.u8(1))
                .and_then(|to| to.bytes(nonce))
                .and_then(|to| to.bytes(signature)),
        };
        let _ = to.bytes(&self.body);
        to.into_writer()
    }

    /// Reads an envelope; refuses anything but the one spelling that `encode` writes.
    pub fn decode(bytes: &[u8]) -> Result<Self, EnvelopeError> {
        if bytes.len() > MAX_BYTES {
            return Err(EnvelopeError::TooLarge);
        }
        let mut from = Decoder::new(bytes);
        let length = definite(&mut from)?;
        let version = from.u64().map_err(damaged)?;
        if version > VERSION {
            return Err(EnvelopeError::Newer(version));
        }
        if length != 4 || version != VERSION {
            return Err(EnvelopeError::Damaged);
        }
        let header = Header::decode(from.bytes().map_err(damaged)?)?;
        let seal = decode_seal(&mut from)?;
        let body = from.bytes().map_err(damaged)?.to_vec();
        let envelope = Self { header, seal, body };
        if envelope.encode() == bytes { Ok(envelope) } else { Err(EnvelopeError::NotCanonical) }
    }
}

/// The hash by which the next envelope of the chain names this one.
pub fn hash(encoded: &[u8]) -> Hash {
    sha256(encoded)
}

impl Header {
    /// The header's bytes: the associated data of a seal.
    pub fn encode(&self) -> Vec<u8> {
        let mut to = Encoder::new(Vec::with_capacity(128));
        // ok: writing to a Vec cannot fail, so the result carries nothing
        let _ = to
            .array(7)
            .and_then(|to| to.bytes(self.space.bytes()))
            .and_then(|to| to.bytes(self.part.bytes()))
            .and_then(|to| to.u64(self.epoch))
            .and_then(|to| to.bytes(self.device.bytes()))
            .and_then(|to| to.u64(self.seq))
            .and_then(|to| to.bytes(&self.prev))
            .and_then(|to| to.u64(self.kind.number()));
        to.into_writer()
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, EnvelopeError> {
        let mut from = Decoder::new(bytes);
        if definite(&mut from)? != 7 {
            return Err(EnvelopeError::Damaged);
        }
        let header = Self {
            space: SpaceId::from_bytes(fixed(&mut from)?),
            part: PartId::from_bytes(fixed(&mut from)?),
            epoch: from.u64().map_err(damaged)?,
            device: DeviceId::from_bytes(fixed(&mut from)?),
            seq: from.u64().map_err(damaged)?,
            prev: fixed(&mut from)?,
            kind: Kind::from_number(from.u64().map_err(damaged)?),
        };
        if header.seq == 0 { Err(EnvelopeError::Damaged) } else { Ok(header) }
    }
}

fn decode_seal(from: &mut Decoder<'_>) -> Result<Seal, EnvelopeError> {
    match (definite(from)?, from.u64().map_err(damaged)?) {
        (2, 0) => fixed::<8>(from).map(|_| Seal::Open),
        (3, 1) => Ok(Seal::Sealed { nonce: fixed(from)?, signature: fixed(from)? }),
        _ => Err(EnvelopeError::Damaged),
    }
}

fn definite(from: &mut Decoder<'_>) -> Result<u64, EnvelopeError> {
    match from.datatype().map_err(damaged)? {
        Type::Array => from.array().map_err(damaged)?.ok_or(EnvelopeError::Damaged),
        _ => Err(EnvelopeError::Damaged),
    }
}

fn fixed<const N: usize>(from: &mut Decoder<'_>) -> Result<[u8; N], EnvelopeError> {
    from.bytes().map_err(damaged)?.try_into().map_err(|_| EnvelopeError::Damaged)
}

fn damaged(_: minicbor::decode::Error) -> EnvelopeError {
    EnvelopeError::Damaged
}
