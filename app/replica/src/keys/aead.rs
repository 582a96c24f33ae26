//! XChaCha20-Poly1305 with a random nonce: the only symmetric cipher in this crate.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use rand_core::CryptoRng;

use super::Secret;

/// Length of a nonce, in bytes. Random ones may be drawn for ever without meeting.
pub(crate) const NONCE: usize = 24;

/// Random bytes from the caller's source.
pub(crate) fn random<const N: usize>(rng: &mut impl CryptoRng) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill_bytes(&mut bytes);
    bytes
}

/// The ciphertext with its tag (16 bytes longer). `None` only for more than 256 GiB.
pub(crate) fn encrypt(
    key: &Secret,
    nonce: &[u8; NONCE],
    aad: &[u8],
    msg: &[u8],
) -> Option<Vec<u8>> {
    let cipher = XChaCha20Poly1305::new(&Key::from(*key.bytes()));
    cipher.encrypt(&XNonce::from(*nonce), Payload { msg, aad }).ok()
}

/// What was encrypted, if key, nonce, associated data and ciphertext belong together.
pub(crate) fn decrypt(
    key: &Secret,
    nonce: &[u8; NONCE],
    aad: &[u8],
    msg: &[u8],
) -> Option<Vec<u8>> {
    let cipher = XChaCha20Poly1305::new(&Key::from(*key.bytes()));
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg, aad }).ok()
}

/// Nonce and ciphertext in one row of bytes: 40 longer than the message.
pub(crate) fn lock(
    key: &Secret,
    aad: &[u8],
    msg: &[u8],
    rng: &mut impl CryptoRng,
) -> Option<Vec<u8>> {
    let nonce = random(rng);
    let mut sealed = nonce.to_vec();
    sealed.extend(encrypt(key, &nonce, aad, msg)?);
    Some(sealed)
}

/// Opens what [`lock`] made.
pub(crate) fn unlock(key: &Secret, aad: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, body) = sealed.split_first_chunk::<NONCE>()?;
    decrypt(key, nonce, aad, body)
}
