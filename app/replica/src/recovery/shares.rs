//! Three cards for an organisation, of which any two make the kit and one alone tells nothing.
//! Shamir's scheme from the crate `blahaj`; nothing of it is our own.

use std::fmt;

use blahaj::{Share, Sharks};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Kit, RecoveryError, decode, encode, grouped};
use crate::keys::Secret;

/// How many cards there are.
pub const CARDS: usize = 3;

/// How many are enough.
pub const ENOUGH: u8 = 2;

/// Kinds of paper above this one are cards: 0x21, 0x22 and 0x23.
const CARD: u8 = 0x20;

/// One card.
#[derive(Clone)]
pub struct Card {
    number: u8,
    content: Secret,
}

impl Kit {
    /// Splits the kit over three cards, each for another holder.
    pub fn cards(&self, rng: &mut impl CryptoRng) -> Vec<Card> {
        let dealer = Sharks(ENOUGH).dealer_rng(self.0.bytes(), rng);
        let bytes = dealer.take(CARDS).map(|share| Zeroizing::new(Vec::from(&share)));
        bytes.filter_map(|bytes| Card::from_share(&bytes)).collect()
    }
}

impl Card {
    fn from_share(bytes: &[u8]) -> Option<Self> {
        let (number, content) = bytes.split_first()?;
        Some(Self { number: *number, content: Secret::from_slice(content)? })
    }

    fn share(&self) -> Option<Share> {
        let mut bytes = Zeroizing::new(vec![self.number]);
        bytes.extend_from_slice(self.content.bytes());
        Share::try_from(bytes.as_slice()).ok()
    }

    /// Which card this is: 1, 2 or 3.
    pub const fn number(&self) -> u8 {
        self.number
    }

    /// For paper: fourteen groups of four.
    pub fn words(&self) -> Zeroizing<String> {
        grouped(&self.qr())
    }

    /// For a QR code.
    pub fn qr(&self) -> Zeroizing<String> {
        encode(CARD | self.number, self.content.bytes())
    }

    /// Reads words or QR text.
    pub fn read(text: &str) -> Result<Self, RecoveryError> {
        let (kind, content) = decode(text)?;
        let number = kind ^ CARD;
        if (1..=CARDS).contains(&usize::from(number)) {
            Ok(Self { number, content })
        } else {
            Err(RecoveryError::OtherKind)
        }
    }
}

/// The kit from two cards. Cards of different kits make another kit, which opens nothing: try it on
/// the log before trusting it ([`Members::is_recovery`](crate::member::Members::is_recovery)).
pub fn combine(one: &Card, other: &Card) -> Result<Kit, RecoveryError> {
    if one.number == other.number {
        return Err(RecoveryError::Cards);
    }
    let shares: Vec<_> = [one, other].into_iter().filter_map(Card::share).collect();
    let secret = Sharks(ENOUGH).recover(&shares).map_err(|_| RecoveryError::Cards)?;
    Secret::from_slice(&Zeroizing::new(secret)).map(Kit).ok_or(RecoveryError::Cards)
}

impl fmt::Debug for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Card({}, …)", self.number)
    }
}
