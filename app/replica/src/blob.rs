//! Encrypted files that lie beside the documents: sealed in pieces under a key of their own, which stands in a document with
//! what the file is called. Whoever has a piece without that document has bytes. The format is in README.md, "Files".
//!
//! Nothing here knows what a file is or how it travels; `shelf` keeps pieces on the device.

use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::id::{BlobId, Hash};
use crate::keys::{Secret, lock, random, unlock};

mod shelf;

#[cfg(test)]
mod tests;

pub use shelf::{
    Elsewhere, Held, Put, dropped, forget, forget_space, held, keep, mark_sent, piece, pieces,
    rows_for_copy, to_drop,
};
pub(crate) use shelf::{held_key, only_here};

/// Bytes of content in a piece; the last one may hold fewer. A slow connection loses at most this much.
pub const PIECE: usize = 256 * 1024;

/// How many pieces a file has at most. A file is made, sent and opened in memory, also on an old tablet.
pub const MAX_PIECES: u64 = 40;

/// The largest file, in bytes: 10 MiB.
pub const MAX_FILE: u64 = MAX_PIECES * PIECE as u64;

/// How much longer a piece is when sealed: nonce and tag.
pub const OVERHEAD: usize = 40;

const PLACE: &[u8] = b"thuisnabij/blob/v1";

/// What it takes to open a file, apart from its pieces.
#[derive(Clone, Debug)]
pub struct Blob {
    pub id: BlobId,
    /// Bytes of content.
    pub size: u64,
    /// SHA-256 of all sealed pieces after each other: nobody who can open the file can put another in its place.
    pub hash: Hash,
    pub key: Secret,
}

/// Why a file does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BlobError {
    /// More than [`MAX_FILE`].
    #[error("the file is larger than {MAX_FILE} bytes")]
    TooLarge,
    /// A piece is not there.
    #[error("a piece of the file is not here")]
    Missing,
    /// A piece was changed, moved, swapped or belongs to another file.
    #[error("a piece of the file is damaged")]
    Damaged,
}

/// How many pieces a file of `size` bytes has; `None` when it is too large. An empty file has one.
pub const fn pieces_of(size: u64) -> Option<u64> {
    if size > MAX_FILE {
        return None;
    }
    let pieces = size.div_ceil(PIECE as u64);
    Some(if pieces == 0 { 1 } else { pieces })
}

/// Seals a file: what opens it, and its pieces in order.
///
/// # Errors
/// `TooLarge`.
pub fn seal(content: &[u8], rng: &mut impl CryptoRng) -> Result<(Blob, Vec<Vec<u8>>), BlobError> {
    let size = content.len() as u64;
    let count = pieces_of(size).ok_or(BlobError::TooLarge)?;
    let (id, key) = (BlobId::from_bytes(random(rng)), Secret::random(rng));
    let mut blob = Blob { id, size, hash: [0; 32], key };
    let sealed = seal_pieces(&blob, count, content, rng)?;
    blob.hash = hash(&sealed);
    Ok((blob, sealed))
}

/// What somebody who can open a file could make of it: pieces that each open, and that are not those that were added. For tests.
#[cfg(any(test, feature = "acceptance"))]
pub fn seal_again(
    blob: &Blob,
    content: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<Vec<u8>>, BlobError> {
    seal_pieces(blob, blob.pieces().ok_or(BlobError::TooLarge)?, content, rng)
}

fn seal_pieces(
    blob: &Blob,
    count: u64,
    content: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<Vec<u8>>, BlobError> {
    let mut sealed = Vec::new();
    for number in 0..count {
        let from = (number as usize).saturating_mul(PIECE).min(content.len());
        let to = from.saturating_add(PIECE).min(content.len());
        let piece = content.get(from..to).unwrap_or_default();
        let piece = lock(&blob.key, &blob.place(number), piece, rng);
        sealed.push(piece.ok_or(BlobError::TooLarge)?);
    }
    Ok(sealed)
}

impl Blob {
    /// How many pieces there are; `None` when the size is not one that a file can have.
    pub const fn pieces(&self) -> Option<u64> {
        pieces_of(self.size)
    }

    /// Bytes of content in a piece.
    fn length(&self, number: u64) -> Option<usize> {
        let before = number.checked_mul(PIECE as u64)?;
        usize::try_from(self.size.checked_sub(before)?.min(PIECE as u64)).ok()
    }

    /// Binds a piece to its file, its place, and whether it is the last one.
    fn place(&self, number: u64) -> Vec<u8> {
        let last = self.pieces().is_some_and(|count| number + 1 == count);
        [PLACE, self.id.bytes(), &number.to_be_bytes(), &[u8::from(last)]].concat()
    }

    /// The content of one piece.
    ///
    /// # Errors
    /// `Damaged` for whatever is not this piece of this file.
    pub fn open_piece(&self, number: u64, sealed: &[u8]) -> Result<Vec<u8>, BlobError> {
        let length = self.pieces().filter(|count| number < *count).and(self.length(number));
        // The length first: nobody is made to decrypt more than was promised.
        let expected = length.filter(|length| sealed.len() == length + OVERHEAD);
        let expected = expected.ok_or(BlobError::Damaged)?;
        let content = unlock(&self.key, &self.place(number), sealed);
        content.filter(|content| content.len() == expected).ok_or(BlobError::Damaged)
    }

    /// The whole content, from all pieces in order.
    ///
    /// # Errors
    /// See [`BlobError`].
    pub fn open(&self, sealed: &[Vec<u8>]) -> Result<Vec<u8>, BlobError> {
        let count = self.pieces().ok_or(BlobError::TooLarge)?;
        if (sealed.len() as u64) < count {
            return Err(BlobError::Missing);
        }
        if sealed.len() as u64 > count || hash(sealed) != self.hash {
            return Err(BlobError::Damaged);
        }
        let mut content = Vec::with_capacity(usize::try_from(self.size).unwrap_or(0));
        for (number, piece) in (0..).zip(sealed) {
            content.extend(self.open_piece(number, piece)?);
        }
        Ok(content)
    }
}

fn hash(sealed: &[Vec<u8>]) -> Hash {
    let mut digest = Sha256::new();
    sealed.iter().for_each(|piece| digest.update(piece));
    digest.finalize().into()
}
