//! Thirty-two secret bytes: wiped when dropped, never printed.

use std::fmt;

use rand_core::CryptoRng;
use zeroize::Zeroize;

/// Thirty-two secret bytes. Has no equality: compare what it opens instead.
#[derive(Clone)]
pub struct Secret([u8; 32]);

impl Secret {
    /// A new secret.
    pub fn random(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = [0; 32];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }

    /// The secret with these bytes. The caller wipes its own copy.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, to feed to a primitive. Do not copy them.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) const fn bytes_mut(&mut self) -> &mut [u8; 32] {
        &mut self.0
    }

    /// The first 32 of these bytes, if there are exactly 32.
    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
