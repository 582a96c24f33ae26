//! The two key pairs of a device: Ed25519 to sign, X25519 to receive keys.

use std::fmt;

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, Serializable};
use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{KeyError, Secret, derive};
use crate::id::DeviceId;

/// An Ed25519 signature.
pub type Signature = [u8; SIGNATURE];

/// Length of a signature, in bytes.
pub const SIGNATURE: usize = 64;

/// What a signature is about. A signature for one thing is never valid for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Domain {
    Envelope,
    Entry,
    Request,
    Reveal,
    Session,
    Receipt,
    Words,
    Arrival,
}

impl Domain {
    const fn name(self) -> &'static [u8] {
        match self {
            Self::Envelope => b"thuisnabij/v1/envelope",
            Self::Entry => b"thuisnabij/v1/entry",
            Self::Request => b"thuisnabij/v1/request",
            Self::Reveal => b"thuisnabij/v1/reveal",
            Self::Session => b"thuisnabij/v1/session",
            Self::Receipt => b"thuisnabij/v1/receipt",
            Self::Words => b"thuisnabij/v1/words",
            Self::Arrival => b"thuisnabij/v1/arrival",
        }
    }

    /// The bytes that are signed: the name, then every part with its length before it.
    fn message(self, parts: &[&[u8]]) -> Vec<u8> {
        let mut message = self.name().to_vec();
        for part in parts {
            message.extend((part.len() as u64).to_be_bytes());
            message.extend_from_slice(part);
        }
        message
    }
}

/// What everybody may know of a device.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DevicePublic {
    sign: [u8; 32],
    seal: [u8; 32],
}

impl DevicePublic {
    /// Checks and joins the two public keys. Refuses keys of small order, under which anybody could
    /// sign or read.
    pub fn new(sign: [u8; 32], seal: [u8; 32]) -> Result<Self, KeyError> {
        let key = VerifyingKey::from_bytes(&sign).map_err(|_| KeyError::BadPublicKey)?;
        if key.is_weak() || is_small_order(&seal) {
            return Err(KeyError::BadPublicKey);
        }
        Ok(Self { sign, seal })
    }

    /// Signing key, then sealing key.
    pub fn bytes(&self) -> [u8; 64] {
        let mut bytes = [0; 64];
        let (sign, seal) = bytes.split_at_mut(32);
        sign.copy_from_slice(&self.sign);
        seal.copy_from_slice(&self.seal);
        bytes
    }

    /// Reads what [`bytes`](Self::bytes) wrote.
    pub fn from_bytes(bytes: &[u8; 64]) -> Result<Self, KeyError> {
        let (mut sign, mut seal) = ([0; 32], [0; 32]);
        sign.copy_from_slice(&bytes[..32]);
        seal.copy_from_slice(&bytes[32..]);
        Self::new(sign, seal)
    }

    /// The first 16 bytes of SHA-256 over both keys: who has another key has another name.
    pub fn id(&self) -> DeviceId {
        let digest = Sha256::new().chain_update(b"thuisnabij/device/").chain_update(self.bytes());
        let mut id = [0; 16];
        id.iter_mut().zip(digest.finalize()).for_each(|(to, from)| *to = from);
        DeviceId::from_bytes(id)
    }

    pub(crate) fn verify(&self, domain: Domain, parts: &[&[u8]], signature: &Signature) -> bool {
        verify(&self.sign, domain, parts, signature)
    }

    pub(crate) fn seal_key(&self) -> Result<PublicKey, KeyError> {
        PublicKey::from_bytes(&self.seal).map_err(|_| KeyError::BadPublicKey)
    }
}

impl fmt::Debug for DevicePublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DevicePublic({})", self.id())
    }
}

pub(crate) type PublicKey = <X25519HkdfSha256 as Kem>::PublicKey;
pub(crate) type PrivateKey = <X25519HkdfSha256 as Kem>::PrivateKey;

/// The secrets of a device: two seeds, from which both key pairs follow.
#[derive(Clone)]
pub struct DeviceKeys {
    sign: Secret,
    seal: Secret,
    public: DevicePublic,
}

impl DeviceKeys {
    /// New keys, made once per person and browser profile.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        Self::from_seeds(Secret::random(rng), Secret::random(rng))
    }

    /// The keys that follow from one secret, for the recovery kit.
    pub fn from_secret(secret: &Secret) -> Self {
        let seed = |label| derive(secret.bytes(), label, &[]);
        Self::from_seeds(seed("kit sign"), seed("kit seal"))
    }

    fn from_seeds(sign: Secret, seal: Secret) -> Self {
        let verifying = SigningKey::from_bytes(sign.bytes()).verifying_key();
        let (_, public) = X25519HkdfSha256::derive_keypair(seal.bytes());
        let mut seal_public = [0; 32];
        seal_public.copy_from_slice(&public.to_bytes());
        let public = DevicePublic { sign: verifying.to_bytes(), seal: seal_public };
        Self { sign, seal, public }
    }

    /// Both seeds, to be wrapped by an unlock slot and nothing else.
    pub fn to_bytes(&self) -> Zeroizing<[u8; 64]> {
        let mut bytes = Zeroizing::new([0; 64]);
        bytes[..32].copy_from_slice(self.sign.bytes());
        bytes[32..].copy_from_slice(self.seal.bytes());
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote.
    pub fn from_bytes(bytes: &[u8; 64]) -> Self {
        let mut sign = Secret::from_bytes([0; 32]);
        let mut seal = Secret::from_bytes([0; 32]);
        sign.bytes_mut().copy_from_slice(&bytes[..32]);
        seal.bytes_mut().copy_from_slice(&bytes[32..]);
        Self::from_seeds(sign, seal)
    }

    /// What everybody may know.
    pub const fn public(&self) -> &DevicePublic {
        &self.public
    }

    /// The device's name.
    pub fn id(&self) -> DeviceId {
        self.public.id()
    }

    pub(crate) fn sign(&self, domain: Domain, parts: &[&[u8]]) -> Signature {
        sign(&self.sign, domain, parts)
    }

    pub(crate) fn open_key(&self) -> PrivateKey {
        X25519HkdfSha256::derive_keypair(self.seal.bytes()).0
    }
}

impl fmt::Debug for DeviceKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DeviceKeys({}, secrets …)", self.id())
    }
}

/// The public half of a signing seed.
pub(crate) fn verifying(seed: &Secret) -> [u8; 32] {
    SigningKey::from_bytes(seed.bytes()).verifying_key().to_bytes()
}

/// Signs with a bare seed.
pub(crate) fn sign(seed: &Secret, domain: Domain, parts: &[&[u8]]) -> Signature {
    SigningKey::from_bytes(seed.bytes()).sign(&domain.message(parts)).to_bytes()
}

/// Strict verification: one message, one signature, no small-order keys.
pub(crate) fn verify(key: &[u8; 32], domain: Domain, parts: &[&[u8]], by: &Signature) -> bool {
    let signature = ed25519_dalek::Signature::from_bytes(by);
    VerifyingKey::from_bytes(key)
        .is_ok_and(|key| key.verify_strict(&domain.message(parts), &signature).is_ok())
}

/// Whether a Diffie-Hellman with this key gives zero, whatever the private key. HPKE refuses such a
/// key when it receives one; asking it with a fixed private key answers the question early.
fn is_small_order(seal: &[u8; 32]) -> bool {
    let (key, _) = X25519HkdfSha256::derive_keypair(&[1; 32]);
    <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(seal).map_or(true, |encapped| {
        hpke::setup_receiver::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &key,
            &encapped,
            b"",
        )
        .is_err()
    })
}
