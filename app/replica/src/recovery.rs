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

pub use shares::{CARDS, Card, combine};

use crate::id::SpaceId;
use crate::keys::{DeviceKeys, Secret, derive};

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

const WHOLE: u8 = 0x10;

/// The whole kit: one byte says what it is, then 32 of content, then 2 to check.
const CHECK: usize = 2;

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

    /// Its own space, in which it is written what else it opens.
    pub fn space(&self) -> SpaceId {
        let derived = derive(self.0.bytes(), "kit space", &[]);
        let mut id = [0; 16];
        id.iter_mut().zip(derived.bytes()).for_each(|(to, from)| *to = *from);
        SpaceId::from_bytes(id)
    }

    pub(crate) const fn secret(&self) -> &Secret {
        &self.0
    }

    /// For paper: fourteen groups of four.
    pub fn words(&self) -> Zeroizing<String> {
        grouped(&self.qr())
    }

    /// For a QR code: the same without spaces, in letters that a QR code holds compactly.
    pub fn qr(&self) -> Zeroizing<String> {
        encode::<CHECK>(WHOLE, self.0.bytes())
    }

    /// Reads words or QR text. Spaces, dashes, lower case and look-alikes do not matter.
    pub fn read(text: &str) -> Result<Self, RecoveryError> {
        let (kind, content) = decode::<CHECK>(text, 32)?;
        match Secret::from_slice(&content) {
            Some(secret) if kind == WHOLE => Ok(Self(secret)),
            _ => Err(RecoveryError::OtherKind),
        }
    }
}

/// What it is, the content, and `C` bytes to check, as letters.
fn encode<const C: usize>(kind: u8, content: &[u8]) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new(vec![kind]);
    bytes.extend_from_slice(content);
    let check = check::<C>(&bytes);
    bytes.extend_from_slice(&check);
    Zeroizing::new(base32::encode(&bytes))
}

/// What it is, and the content of `length` bytes.
fn decode<const C: usize>(
    text: &str,
    length: usize,
) -> Result<(u8, Zeroizing<Vec<u8>>), RecoveryError> {
    let letters = Zeroizing::new(base32::letters(text));
    let expected = ((1 + length + C) * 8).div_ceil(5);
    if letters.len() != expected {
        return Err(RecoveryError::Length { found: letters.len(), expected });
    }
    let bytes = base32::decode(&letters).map_err(|at| RecoveryError::Character { at })?;
    let mut bytes = Zeroizing::new(bytes);
    let said = bytes.split_off(1 + length);
    if said != check::<C>(&bytes) {
        return Err(RecoveryError::Check);
    }
    Ok((bytes.remove(0), bytes))
}

fn check<const C: usize>(bytes: &[u8]) -> [u8; C] {
    let digest = Sha256::new().chain_update(b"thuisnabij/kit/").chain_update(bytes).finalize();
    let mut check = [0; C];
    check.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    check
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
