//! A message in frames that fit a QR code: in one when it is short, else in as many as it takes, in any
//! order, from any start, with any of them lost. The bytes stand in CARRY.md.

mod fountain;
mod gather;
mod mask;
mod rows;

use thiserror::Error;

use crate::id::sha256;

pub use fountain::Fountain;
pub use gather::{Gather, Taken};

/// The largest message in frames, in bytes: minutes of looking at a screen. More goes as a file.
pub const MAX_MESSAGE: usize = 512 * 1024;

/// How many pieces a message is cut into, at most.
pub const MAX_PIECES: usize = 4096;

/// The smallest frame, in bytes.
pub const MIN_FRAME: usize = 64;

/// The largest frame: what a QR code of the highest version holds as letters.
const MAX_FRAME: usize = 2864;

const MAGIC: [u8; 2] = *b"TN";

/// The forms of this version.
const WHOLE: u8 = 1;
const PIECE: u8 = 2;

/// Bytes around a whole message, and around a piece.
const AROUND_WHOLE: usize = 8;
const AROUND_PIECE: usize = 24;

/// What a message is. Numbers that this version does not know are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// [`Summary`](super::Summary)
    Summary,
    /// [`Package`](super::Package)
    Package,
    /// [`Offer`](crate::invite::Offer)
    Offer,
    /// [`Request`](crate::invite::Request)
    Request,
    /// [`Reveal`](crate::invite::Reveal)
    Reveal,
    /// What a council of children asks, for a tablet that is nobody's.
    Council,
    /// What children said there, sealed.
    Gifts,
    /// What an adult recorded for them to hear, sealed.
    Voices,
    /// Of a later version.
    Unknown(u8),
}

impl What {
    const fn number(self) -> u8 {
        match self {
            Self::Summary => 1,
            Self::Package => 2,
            Self::Offer => 3,
            Self::Request => 4,
            Self::Reveal => 5,
            Self::Council => 6,
            Self::Gifts => 7,
            Self::Voices => 8,
            Self::Unknown(number) => number,
        }
    }

    const fn from_number(number: u8) -> Self {
        match number {
            1 => Self::Summary,
            2 => Self::Package,
            3 => Self::Offer,
            4 => Self::Request,
            5 => Self::Reveal,
            6 => Self::Council,
            7 => Self::Gifts,
            8 => Self::Voices,
            other => Self::Unknown(other),
        }
    }
}

/// Why a code is of no use, or a message cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FrameError {
    /// Another QR code: of a shop, of a website.
    #[error("not a code of Thuisnabij")]
    NotOurs,
    #[error("the code has form {0}, of a newer version")]
    Newer(u8),
    /// Read wrongly. The next time it goes well.
    #[error("the code is damaged")]
    Damaged,
    #[error("too large for codes")]
    TooLarge,
}

impl FrameError {
    /// The sentence in Dutch and in English.
    pub const fn sentence(self) -> (&'static str, &'static str) {
        match self {
            Self::NotOurs => (
                "Dit is geen code van Thuisnabij. Richt de camera op de code in de andere app.",
                "This is not a code of Thuisnabij. Point the camera at the code in the other app.",
            ),
            Self::Newer(_) => (
                "Deze code is gemaakt met een nieuwere versie. Vernieuw eerst de app.",
                "A newer version made this code. Update the app first.",
            ),
            Self::Damaged => (
                "Deze code kwam niet goed over. Houd de camera stil; hij komt vanzelf weer langs.",
                "This code did not come across well. Keep the camera still; it will come by again.",
            ),
            Self::TooLarge => (
                "Dit is te veel voor QR-codes. Geef het door als bestand.",
                "This is too much for QR codes. Hand it over as a file.",
            ),
        }
    }
}

/// Which message, and how it was cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shape {
    what: What,
    /// The first bytes of the SHA-256 of the message.
    id: [u8; 8],
    /// Of the message, in bytes.
    length: usize,
    /// Of a piece, in bytes.
    size: usize,
}

impl Shape {
    const fn pieces(&self) -> usize {
        self.length.div_ceil(self.size)
    }

    fn is_within_limits(&self) -> bool {
        self.size > 0 && (1..=MAX_MESSAGE).contains(&self.length) && self.pieces() <= MAX_PIECES
    }
}

enum Frame<'a> {
    Whole { what: What, message: &'a [u8] },
    Piece { shape: Shape, seed: u32, block: &'a [u8] },
}

impl<'a> Frame<'a> {
    fn encode(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        match self {
            Self::Whole { what, message } => {
                bytes.extend([WHOLE, what.number()]);
                bytes.extend_from_slice(message);
            }
            Self::Piece { shape, seed, block } => {
                bytes.extend([PIECE, shape.what.number()]);
                bytes.extend(shape.id);
                bytes.extend((shape.length as u32).to_be_bytes());
                bytes.extend(seed.to_be_bytes());
                bytes.extend_from_slice(block);
            }
        }
        let check = check(&bytes);
        bytes.extend(check);
        bytes
    }

    fn decode(bytes: &'a [u8]) -> Result<Self, FrameError> {
        let (magic, _) = bytes.split_first_chunk::<2>().ok_or(FrameError::NotOurs)?;
        if *magic != MAGIC || bytes.len() > MAX_FRAME {
            return Err(FrameError::NotOurs);
        }
        let (body, sum) = bytes.split_last_chunk::<4>().ok_or(FrameError::Damaged)?;
        if check(body) != *sum {
            return Err(FrameError::Damaged);
        }
        let (&[_, _, form, what], rest) = body.split_first_chunk().ok_or(FrameError::Damaged)?;
        let what = What::from_number(what);
        match form {
            WHOLE => Ok(Self::Whole { what, message: rest }),
            PIECE => Self::piece(what, rest).ok_or(FrameError::Damaged),
            other => Err(FrameError::Newer(other)),
        }
    }

    fn piece(what: What, rest: &'a [u8]) -> Option<Self> {
        let (id, rest) = rest.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let (seed, block) = rest.split_first_chunk()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let shape = Shape { what, id: *id, length, size: block.len() };
        let seed = u32::from_be_bytes(*seed);
        shape.is_within_limits().then_some(Self::Piece { shape, seed, block })
    }
}

fn check(bytes: &[u8]) -> [u8; 4] {
    let [a, b, c, d, ..] = sha256(bytes);
    [a, b, c, d]
}

fn name(message: &[u8]) -> [u8; 8] {
    let [a, b, c, d, e, f, g, h, ..] = sha256(message);
    [a, b, c, d, e, f, g, h]
}

/// A frame as letters: capitals, digits and signs that QR holds almost as tightly as bytes, and that
/// every reader of codes gives back unharmed (base 45).
pub fn to_text(frame: &[u8]) -> String {
    base45::encode(frame)
}

/// The frame in the text of a scanned code.
pub fn from_text(text: &str) -> Result<Vec<u8>, FrameError> {
    let most = MAX_FRAME / 2 * 3;
    let frame = if text.len() <= most { base45::decode(text).ok() } else { None };
    frame.filter(|frame| frame.starts_with(&MAGIC)).ok_or(FrameError::NotOurs)
}
