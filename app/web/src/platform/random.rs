//! Randomness from the browser's secure source: ids, and generators for keys and nonces.

use super::js;
use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng;

/// A secure generator, seeded once.
pub type Generator = ChaCha20Rng;

/// Fresh random bytes.
///
/// # Errors
/// Nothing when the browser has no secure source; then no id may be made.
#[must_use]
pub fn bytes<const N: usize>() -> Option<[u8; N]> {
    let mut fresh = [0_u8; N];
    let crypto = js::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut fresh).ok()?;
    Some(fresh)
}

/// A fresh random number, as a document's peer id for one session.
#[must_use]
pub fn number() -> Option<u64> {
    bytes::<8>().map(u64::from_le_bytes)
}

/// A name for something new that no other device makes.
#[must_use]
pub fn id() -> String {
    let number = bytes::<8>().map(u64::from_be_bytes);
    number.map_or_else(|| super::clock::now_ms().to_string(), |number| number.to_string())
}

/// A generator with a fresh seed. Never copy it: two of the same seed draw the same nonces.
#[must_use]
pub fn generator() -> Option<Generator> {
    bytes().map(Generator::from_seed)
}
