//! A copy that is closed: its bytes under a key of their own, and that key under each way to open it. Format: README.md,
//! "Closed copies".

use std::fmt;

use rand_core::CryptoRng;
use thiserror::Error;

use crate::keys::wire::{Damaged, Reader, Writer};
use crate::keys::{Secret, derive, lock, random, unlock};
use crate::unlock::{Cost, UnlockError};

const MAGIC: &[u8] = b"thuisnabij gesloten kopie\n";
const VERSION: u64 = 1;
const AAD: &[u8] = b"thuisnabij copy v1";

/// A wrapped key: nonce, key, tag.
const WRAPPED: usize = 24 + 32 + 16;

/// The shortest passphrase of a copy, in characters. A copy may be tried for ever, so a PIN is not enough.
pub const MIN_PASSPHRASE: usize = 12;

/// What opens a copy.
#[derive(Clone, Copy)]
pub enum Key<'a> {
    /// The key of the local store of who made it: no question is asked on the same device.
    Own(&'a Secret),
    /// The passphrase that was chosen for it, letter by letter.
    Passphrase(&'a str),
}

/// Why a closed copy does not open, or is not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ClosedError {
    #[error("this is not a closed copy")]
    NotClosed,
    #[error("a later version closed it")]
    Newer,
    #[error("the copy is damaged")]
    Damaged,
    /// Not this passphrase, or another device without one.
    #[error("that does not open it")]
    Wrong,
    /// It was closed without a passphrase: only where it was made.
    #[error("it has no passphrase")]
    NoPassphrase,
    #[error("the passphrase is too short")]
    Weak,
    #[error("not enough memory")]
    Memory,
}

/// Whether these bytes are a closed copy.
pub fn is_closed(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Closes a copy for the own device, and for a passphrase when there is one.
///
/// # Errors
/// The passphrase is too short, or memory is.
pub fn close(
    copy: &[u8],
    own: &Secret,
    passphrase: Option<(&str, Cost)>,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, ClosedError> {
    let (key, salt) = (Secret::random(rng), random::<16>(rng));
    let wrap =
        |with: &Secret, rng: &mut _| lock(with, AAD, key.bytes(), rng).ok_or(ClosedError::Memory);
    let by_own = wrap(&derive(own.bytes(), "copy own", &[&salt]), rng)?;
    let (cost, by_passphrase) = match passphrase {
        None => (Cost { memory: 0, passes: 0 }, Vec::new()),
        Some((text, _)) if text.chars().count() < MIN_PASSPHRASE => return Err(ClosedError::Weak),
        Some((text, cost)) => (cost, wrap(&stretched(text, cost, &salt)?, rng)?),
    };
    let sealed = lock(&key, AAD, copy, rng).ok_or(ClosedError::Memory)?;
    let mut to = Writer::array(7);
    to.number(VERSION).bytes(&salt).bytes(&by_own);
    to.number(cost.memory.into()).number(cost.passes.into()).bytes(&by_passphrase).bytes(&sealed);
    Ok([MAGIC, &to.finish()].concat())
}

/// Opens a closed copy.
///
/// # Errors
/// See [`ClosedError`].
pub fn open(bytes: &[u8], key: Key<'_>) -> Result<Vec<u8>, ClosedError> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(ClosedError::NotClosed)?;
    let mut from = Reader::new(rest);
    let length = from.list(16)?;
    if from.number()? > VERSION {
        return Err(ClosedError::Newer);
    }
    if length != 7 {
        return Err(ClosedError::Damaged);
    }
    let salt: [u8; 16] = from.fixed()?;
    let by_own: [u8; WRAPPED] = from.fixed()?;
    let small = |number: u64| u32::try_from(number).map_err(|_| ClosedError::Damaged);
    let cost = Cost { memory: small(from.number()?)?, passes: small(from.number()?)? };
    let by_passphrase = from.bytes(WRAPPED)?;
    let sealed = from.bytes(rest.len())?;
    let key = match key {
        Key::Own(own) => unlock(&derive(own.bytes(), "copy own", &[&salt]), AAD, &by_own),
        Key::Passphrase(_) if by_passphrase.is_empty() => return Err(ClosedError::NoPassphrase),
        Key::Passphrase(_) if !cost.is_sane() => return Err(ClosedError::Damaged),
        Key::Passphrase(text) => unlock(&stretched(text, cost, &salt)?, AAD, by_passphrase),
    };
    let key = key.as_deref().and_then(Secret::from_slice).ok_or(ClosedError::Wrong)?;
    unlock(&key, AAD, sealed).ok_or(ClosedError::Damaged)
}

fn stretched(text: &str, cost: Cost, salt: &[u8; 16]) -> Result<Secret, ClosedError> {
    let key = cost.stretch(text.trim().as_bytes(), salt)?;
    Ok(derive(key.bytes(), "copy passphrase", &[salt]))
}

impl From<Damaged> for ClosedError {
    fn from(_: Damaged) -> Self {
        Self::Damaged
    }
}

impl From<UnlockError> for ClosedError {
    fn from(error: UnlockError) -> Self {
        match error {
            UnlockError::Memory => Self::Memory,
            _ => Self::Damaged,
        }
    }
}

impl fmt::Debug for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::tests::rng;

    const CHEAP: Cost = Cost { memory: 64, passes: 1 };

    fn own() -> Secret {
        Secret::from_bytes([5; 32])
    }

    fn closed(passphrase: Option<&str>) -> Vec<u8> {
        close(b"alles", &own(), passphrase.map(|text| (text, CHEAP)), &mut rng(1)).unwrap()
    }

    #[test]
    fn a_copy_opens_where_it_was_made_and_elsewhere_with_its_passphrase() {
        let copy = closed(Some("de kat slaapt op de bank"));
        assert!(is_closed(&copy) && !copy.windows(5).any(|bytes| bytes == b"alles"));
        assert_eq!(open(&copy, Key::Own(&own())), Ok(b"alles".to_vec()));
        let right = Key::Passphrase("de kat slaapt op de bank ");
        assert_eq!(open(&copy, right), Ok(b"alles".to_vec()));
        let wrong = Key::Passphrase("de kat slaapt op het bed");
        assert_eq!(open(&copy, wrong), Err(ClosedError::Wrong));
        let other = Secret::from_bytes([6; 32]);
        assert_eq!(open(&copy, Key::Own(&other)), Err(ClosedError::Wrong));
    }

    #[test]
    fn without_a_passphrase_it_opens_only_where_it_was_made() {
        let copy = closed(None);
        assert_eq!(open(&copy, Key::Own(&own())), Ok(b"alles".to_vec()));
        assert_eq!(open(&copy, Key::Passphrase("")), Err(ClosedError::NoPassphrase));
    }

    #[test]
    fn a_passphrase_has_twelve_characters_or_more() {
        let close = |text| close(b"", &own(), Some((text, CHEAP)), &mut rng(1)).map(drop);
        assert_eq!(close("elf tekens!"), Err(ClosedError::Weak));
        assert_eq!(close("twaalf tekén"), Ok(()));
    }

    #[test]
    fn a_bent_copy_never_opens_as_something_else_and_half_of_one_not_at_all() {
        let copy = closed(Some("de kat slaapt op de bank"));
        for place in 0..copy.len() {
            let mut bent = copy.clone();
            bent[place] ^= 1;
            let opened = open(&bent, Key::Own(&own()));
            assert!(opened.is_err() || opened == Ok(b"alles".to_vec()), "{place}");
            assert!(open(&copy[..place], Key::Own(&own())).is_err(), "{place}");
        }
        assert_eq!(open(b"holiday.jpg", Key::Own(&own())), Err(ClosedError::NotClosed));
    }
}
