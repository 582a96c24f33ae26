//! Unlocking a person's keys on a device: PIN, passphrase, passkey or recovery kit. Format: KEYS.md, "Unlock".
//!
//! A PIN alone is guessable, so it is always mixed with 32 bytes that only this browser profile can
//! make (an HMAC by a key that WebCrypto does not export). Nothing is ever wiped for a wrong PIN.

mod attempts;
mod cost;
mod slot;

#[cfg(test)]
mod tests;

pub use attempts::Attempts;
pub use cost::{Cost, START};
pub use slot::{Asks, Lock, Slot, Unlocked};

use thiserror::Error;

/// Why a slot did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum UnlockError {
    /// Not this PIN, passphrase or passkey, or another browser profile.
    #[error("wrong")]
    Wrong,
    /// The slot itself changed; no PIN will open it. Use the recovery kit.
    #[error("slot is damaged")]
    Damaged,
    /// A later version made it.
    #[error("slot is of a later version")]
    Newer,
    /// A slot for a PIN met a passkey or a kit, or the other way round.
    #[error("opens in another way")]
    OtherWay,
    /// Too easy to guess.
    #[error("too easy to guess")]
    Weak,
    /// The device cannot spare the memory.
    #[error("not enough memory")]
    Memory,
}

/// The shortest PIN, in digits.
pub const MIN_PIN: usize = 6;

/// The shortest passphrase, in characters.
pub const MIN_PASSPHRASE: usize = 10;

/// Refuses what anybody would try first: short ones, one digit repeated, counting up or down, a
/// pattern of two or three digits repeated.
pub fn judge_secret(text: &str) -> Result<(), UnlockError> {
    let letters: Vec<char> = text.chars().collect();
    let digits = letters.iter().all(char::is_ascii_digit);
    let least = if digits { MIN_PIN } else { MIN_PASSPHRASE };
    let repeats =
        |length: usize| letters.iter().zip(letters.iter().skip(length)).all(|(a, b)| a == b);
    let steps = |by: i64| {
        let step = |pair: &[char]| matches!(pair, [a, b] if *b as i64 - *a as i64 == by);
        letters.windows(2).all(step)
    };
    let weak = letters.len() < least || steps(1) || steps(-1) || (1..=3).any(repeats);
    if weak { Err(UnlockError::Weak) } else { Ok(()) }
}
