//! Keys of a device and of a space, and how one reaches the other. Format: KEYS.md, "Keys".
//!
//! Every primitive comes from a well-kept crate. Randomness is an argument. Nothing secret prints.

mod aead;
mod derive;
mod device;
mod gift;
mod ring;
mod secret;
mod space;
pub(crate) mod wire;
mod wrap;

#[cfg(test)]
pub(crate) mod tests;

pub use device::{DeviceKeys, DevicePublic, SIGNATURE, Signature};
pub use rand_core::CryptoRng;
pub use ring::Keyring;
pub use secret::Secret;
pub use space::{KeyCheck, Purpose, SpaceKey};
pub use wrap::{SealedKey, WRAPPED, Wrapped};

pub(crate) use aead::{NONCE, decrypt, encrypt, lock, random, unlock};
pub(crate) use derive::derive;
pub(crate) use device::{Domain, sign, verify, verifying};

use thiserror::Error;

/// Why a key could not be made or opened. It never says more, so that it cannot leak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum KeyError {
    /// The bytes are no public key that may be used.
    #[error("not a usable public key")]
    BadPublicKey,
    /// Not for this device, this space or this epoch, or changed on the way.
    #[error("the key does not open with this device")]
    NotForUs,
    /// It opens, but it is not the key that the membership log announced.
    #[error("the key is not the one that the log announced")]
    OtherKey,
}
