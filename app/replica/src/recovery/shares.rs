//! Three cards for an organisation, of which any two make the kit and one alone tells nothing.
//!
//! Each card holds a secret of its own, and the kit sealed under that secret and the next card's
//! together. No scheme of our own: the one cipher of this crate, three times.

use std::fmt;

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Kit, RecoveryError, decode, encode, grouped};
use crate::keys::{NONCE, Secret, decrypt, derive, encrypt};

/// How many cards there are; two are enough.
pub const CARDS: usize = 3;

/// Kinds of paper above this one are cards: 0x21, 0x22 and 0x23.
const CARD: u8 = 0x20;

/// The kit sealed: 32 and a tag of 16.
const SEALED: usize = 48;

/// A card is long enough for a check of 4 bytes to pay.
const CHECK: usize = 4;

/// One card.
#[derive(Clone)]
pub struct Card {
    number: u8,
    secret: Secret,
    /// The kit under this card's secret and the next one's.
    sealed: [u8; SEALED],
}

impl Kit {
    /// Splits the kit over three cards, each for another holder.
    pub fn cards(&self, rng: &mut impl CryptoRng) -> Option<[Card; CARDS]> {
        let secrets = [(); CARDS].map(|()| Secret::random(rng));
        let [first, second, third] = &secrets;
        let card = |number, secret: &Secret, next: &Secret| {
            let key = pair_key(number, secret, next);
            // Each key is made for this one message, so its nonce may be fixed.
            let sealed = encrypt(&key, &[0; NONCE], &[number], self.0.bytes())?;
            Some(Card { number, secret: secret.clone(), sealed: sealed.try_into().ok()? })
        };
        Some([card(1, first, second)?, card(2, second, third)?, card(3, third, first)?])
    }
}

impl Card {
    /// Which card this is: 1, 2 or 3.
    pub const fn number(&self) -> u8 {
        self.number
    }

    /// For paper: 34 groups of four.
    pub fn words(&self) -> Zeroizing<String> {
        grouped(&self.qr())
    }

    /// For a QR code.
    pub fn qr(&self) -> Zeroizing<String> {
        let mut content = Zeroizing::new(self.secret.bytes().to_vec());
        content.extend_from_slice(&self.sealed);
        encode::<CHECK>(CARD | self.number, &content)
    }

    /// Reads words or QR text.
    pub fn read(text: &str) -> Result<Self, RecoveryError> {
        let (kind, content) = decode::<CHECK>(text, 32 + SEALED)?;
        let number = kind ^ CARD;
        if !(1..=CARDS).contains(&usize::from(number)) {
            return Err(RecoveryError::OtherKind);
        }
        let (secret, sealed) = content.split_at(32);
        let secret = Secret::from_slice(secret).ok_or(RecoveryError::OtherKind)?;
        let sealed = sealed.try_into().map_err(|_| RecoveryError::OtherKind)?;
        Ok(Self { number, secret, sealed })
    }

    const fn next(&self) -> u8 {
        self.number % (CARDS as u8) + 1
    }
}

/// The kit from two cards, in either order. Cards of different kits are refused.
pub fn combine(one: &Card, other: &Card) -> Result<Kit, RecoveryError> {
    let (card, next) = if one.next() == other.number { (one, other) } else { (other, one) };
    if card.next() != next.number {
        return Err(RecoveryError::Cards);
    }
    let key = pair_key(card.number, &card.secret, &next.secret);
    let secret = decrypt(&key, &[0; NONCE], &[card.number], &card.sealed).map(Zeroizing::new);
    secret.and_then(|secret| Secret::from_slice(&secret)).map(Kit).ok_or(RecoveryError::Cards)
}

fn pair_key(number: u8, secret: &Secret, next: &Secret) -> Secret {
    let mut both = Zeroizing::new([0; 64]);
    both[..32].copy_from_slice(secret.bytes());
    both[32..].copy_from_slice(next.bytes());
    derive(both.as_slice(), "kit card", &[&[number]])
}

impl fmt::Debug for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Card({}, …)", self.number)
    }
}
