//! Answers in pieces of one length: a card, a sentence and a large drawing look the same from outside. A piece knows which
//! others belong to the same answer, and that only inside its seal.

use std::collections::BTreeMap;

use replica::id::hex;
use replica::keys::CryptoRng;

/// How long every sealed piece is, in bytes.
pub const SEALED: u64 = 2_096;

/// What stands in a piece before its seal adds length, key and proof, in bytes.
const PIECE: usize = 2_044;
/// The name of the answer, which piece of how many, and how much of it counts.
const HEAD: usize = 16 + 2 + 2 + 2;
const ROOM: usize = PIECE - HEAD;

/// Pieces of answers that are not whole, by the name of the answer and the number of the piece.
pub(super) type Pieces = BTreeMap<String, BTreeMap<u16, Vec<u8>>>;

/// Cuts an answer; nothing when it is longer than any answer.
pub(super) fn cut(clear: &[u8], rng: &mut impl CryptoRng) -> Option<Vec<Vec<u8>>> {
    let mut name = [0; 16];
    rng.fill_bytes(&mut name);
    let of = u16::try_from(clear.chunks(ROOM).len()).ok()?;
    let piece = |(at, part): (u16, &[u8])| {
        let mut piece = name.to_vec();
        piece.extend(at.to_be_bytes());
        piece.extend(of.to_be_bytes());
        piece.extend(u16::try_from(part.len()).ok()?.to_be_bytes());
        piece.extend(part);
        piece.resize(PIECE, 0);
        Some(piece)
    };
    (0..).zip(clear.chunks(ROOM)).map(piece).collect()
}

/// Lays a piece to the others; gives the answer when it is whole. Nothing of it can be trusted.
pub(super) fn join(pieces: &mut Pieces, piece: &[u8]) -> Option<Vec<u8>> {
    let (name, rest) = piece.split_first_chunk::<16>()?;
    let (at, rest) = number(rest)?;
    let (of, rest) = number(rest)?;
    let (length, rest) = number(rest)?;
    let part = rest.get(..usize::from(length))?;
    if at >= of {
        return None;
    }
    if of == 1 {
        return Some(part.to_vec());
    }
    let name = hex(name);
    let here = pieces.entry(name.clone()).or_default();
    here.insert(at, part.to_vec());
    if here.len() < usize::from(of) {
        return None;
    }
    let whole = pieces.remove(&name)?;
    Some(whole.into_values().flatten().collect())
}

fn number(bytes: &[u8]) -> Option<(u16, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<2>()?;
    Some((u16::from_be_bytes(*number), rest))
}
