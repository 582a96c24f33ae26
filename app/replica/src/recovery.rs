//! The recovery kit: one secret on paper that brings a lost space back. As words of letters and
//! digits, as QR text, and in three cards of which two are enough. Format: KEYS.md, "Recovery".

pub(crate) mod base32;
mod shares;

#[cfg(test)]
mod tests;

use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use thiserror::Error;
use zeroize::Zeroizing;

pub use shares::{CARDS, Card, ENOUGH, combine};

use crate::keys::{DeviceKeys, Secret};

/// Why what somebody typed or scanned is no kit or card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RecoveryError {
    /// Characters are missing or too many: `found` of `expected`.
    #[error("{found} characters of {expected}")]
    Length { found: usize, expected: usize },
    /// This character, counted from 0 without spaces and dashes, does not occur in a kit.
    #[error("character {at} does not occur in a kit")]
    Character { at: usize },
    /// Something was read wrong: the check does not come out.
    #[error("the check does not come out")]
    Check,
    /// A card where the whole kit was asked, or the other way round, or of a later version.
    #[error("not this kind of paper")]
    OtherKind,
    /// The same card twice, or cards of different kits.
    #[error("these cards do not belong together")]
    Cards,
}

/// One byte says what it is, then 32 of content, then 2 to check.
const LENGTH: usize = 35;
const LETTERS: usize = LENGTH * 8 / 5;
const WHOLE: u8 = 0x10;

/// A recovery kit. Whoever holds it can open every space that names it.
#[derive(Clone, Debug)]
pub struct Kit(Secret);

impl Kit {
    /// A new kit, to be printed and then forgotten by the device.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        Self(Secret::random(rng))
    }

    /// Its keys: name their public half in the log of every space that the kit must open.
    pub fn keys(&self) -> DeviceKeys {
        DeviceKeys::from_secret(&self.0)
    }

    /// For paper: fourteen groups of four.
    pub fn words(&self) -> Zeroizing<String> {
        grouped(&encode(WHOLE, self.0.bytes()))
    }

    /// For a QR code: the same without spaces, in letters that a QR code holds compactly.
    pub fn qr(&self) -> Zeroizing<String> {
        encode(WHOLE, self.0.bytes())
    }

    /// Reads words or QR text. Spaces, dashes, lower case and look-alikes do not matter.
    pub fn read(text: &str) -> Result<Self, RecoveryError> {
        match decode(text)? {
            (WHOLE, secret) => Ok(Self(secret)),
            _ => Err(RecoveryError::OtherKind),
        }
    }
}

fn encode(kind: u8, content: &[u8; 32]) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new([0; LENGTH]);
    bytes[0] = kind;
    bytes[1..33].copy_from_slice(content);
    let check = check(&bytes[..33]);
    bytes[33..].copy_from_slice(&check);
    Zeroizing::new(base32::encode(bytes.as_slice()))
}

fn decode(text: &str) -> Result<(u8, Secret), RecoveryError> {
    let letters = Zeroizing::new(base32::letters(text));
    if letters.len() != LETTERS {
        return Err(RecoveryError::Length { found: letters.len(), expected: LETTERS });
    }
    let bytes = base32::decode(&letters).map_err(|at| RecoveryError::Character { at })?;
    let bytes = Zeroizing::new(bytes);
    let (said, content) =
        (bytes.get(33..).unwrap_or_default(), bytes.get(..33).unwrap_or_default());
    if said != check(content) {
        return Err(RecoveryError::Check);
    }
    match content.split_first() {
        Some((kind, secret)) => {
            Secret::from_slice(secret).map(|secret| (*kind, secret)).ok_or(RecoveryError::Check)
        }
        None => Err(RecoveryError::Check),
    }
}

fn check(bytes: &[u8]) -> [u8; 2] {
    let digest = Sha256::new().chain_update(b"thuisnabij/kit/").chain_update(bytes).finalize();
    [digest[0], digest[1]]
}

fn grouped(letters: &str) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(letters.len() * 2));
    for (index, letter) in letters.chars().enumerate() {
        if index > 0 && index % 4 == 0 {
            text.push(' ');
        }
        text.push(letter);
    }
    text
}
