//! A recording of a voice: what an answer says of it, and the pieces of one length in which it travels. Knows no microphone.

use replica::id::{hex, sha256};
use serde::{Deserialize, Serialize};

/// Bytes of sound in one piece, in each the same: the length of what is sent does not tell how long somebody spoke, but for whole pieces.
/// With what is around it, it goes over a very slow line before that is given up.
pub const PIECE: usize = 60 * 1024;

/// The most pieces of one recording.
const MOST: u32 = 11;

/// What an answer says of its recording. The sound itself is elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    /// The beginning of the hash of its bytes, in hexadecimal digits.
    pub id: String,
    /// Bytes.
    pub size: u32,
    /// Whole seconds.
    pub seconds: u32,
    /// As the browser that made it called it.
    pub media: String,
    /// It stopped before whoever spoke said so. Only the device that made it knows.
    #[serde(default)]
    pub cut: bool,
}

impl Spoken {
    /// What there is to say of these bytes.
    pub fn of(sound: &[u8], media: &str, seconds: u32) -> Self {
        let size = u32::try_from(sound.len()).unwrap_or(u32::MAX);
        Self { id: name(sound), size, seconds, media: media.to_owned(), cut: false }
    }

    /// In how many pieces it travels.
    pub const fn pieces(&self) -> u32 {
        self.size.div_ceil(PIECE as u32)
    }

    /// Whether it may be as large as it says.
    pub const fn fits(&self) -> bool {
        self.size > 0 && self.pieces() <= MOST
    }

    /// Whether these bytes are all of it, unchanged.
    pub fn is(&self, sound: &[u8]) -> bool {
        self.id == name(sound)
    }

    /// A piece of the sound, from 0, filled up to the one length; nothing behind the last.
    pub fn piece(&self, sound: &[u8], number: u32) -> Option<Vec<u8>> {
        let mut piece = sound.chunks(PIECE).nth(usize::try_from(number).ok()?)?.to_vec();
        piece.resize(PIECE, 0);
        Some(piece)
    }

    /// What a piece that arrived holds of the sound; nothing when it is no piece of it.
    pub fn cut<'a>(&self, number: u32, piece: &'a [u8]) -> Option<&'a [u8]> {
        let before = usize::try_from(number).ok()?.checked_mul(PIECE)?;
        let size = usize::try_from(self.size).ok()?;
        let left = size.checked_sub(before).filter(|left| *left > 0)?;
        (piece.len() == PIECE).then(|| piece.get(..left.min(PIECE))).flatten()
    }
}

fn name(sound: &[u8]) -> String {
    hex(sha256(sound).get(..12).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound(length: usize) -> Vec<u8> {
        (0..length).map(|at| (at % 251) as u8).collect()
    }

    fn travelled(sound: &[u8]) -> Vec<u8> {
        let spoken = Spoken::of(sound, "audio/webm", 3);
        let pieces = (0..spoken.pieces()).map(|one| spoken.piece(sound, one).unwrap());
        let cut = pieces.enumerate().map(|(at, one)| {
            assert_eq!(one.len(), PIECE, "one length");
            spoken.cut(at as u32, &one).unwrap().to_vec()
        });
        cut.collect::<Vec<_>>().concat()
    }

    #[test]
    fn a_recording_that_travelled_in_pieces_is_the_same_again() {
        for length in [1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE] {
            let sound = sound(length);
            assert_eq!(travelled(&sound), sound, "{length}");
            assert!(Spoken::of(&sound, "", 1).is(&travelled(&sound)));
        }
    }

    #[test]
    fn what_is_no_piece_of_it_is_not_taken() {
        let sound = sound(PIECE + 5);
        let spoken = Spoken::of(&sound, "", 1);
        let piece = spoken.piece(&sound, 1).unwrap();
        assert_eq!(spoken.cut(2, &piece), None);
        assert_eq!(spoken.cut(u32::MAX, &piece), None);
        assert_eq!(spoken.cut(1, &piece[..40]), None);
        assert_eq!(spoken.piece(&sound, 2), None);
    }

    #[test]
    fn an_empty_one_and_one_that_is_too_large_do_not_fit() {
        let of = |size: u32| Spoken { size, ..Spoken::default() }.fits();
        assert!(!of(0));
        assert!(of(1) && of(MOST * PIECE as u32));
        assert!(!of(MOST * PIECE as u32 + 1));
    }
}
