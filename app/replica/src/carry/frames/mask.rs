//! Which pieces a frame is the sum of. The first frames are one piece each; after that each is the sum
//! of a random half, by which nearly every frame is of use whatever was lost.

use crate::id::sha256;

/// A set of pieces; one bit each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mask(Vec<u64>);

const BITS: usize = 64;

impl Mask {
    pub(super) fn of(seed: u32, id: &[u8; 8], pieces: usize) -> Self {
        let mut mask = Self(vec![0; pieces.div_ceil(BITS)]);
        match usize::try_from(seed) {
            Ok(place) if place < pieces => mask.flip(place),
            _ => mask.draw(seed, id, pieces),
        }
        mask
    }

    fn draw(&mut self, seed: u32, id: &[u8; 8], pieces: usize) {
        for (words, count) in self.0.chunks_mut(4).zip(0u32..) {
            let drawn = [&id[..], &seed.to_be_bytes(), &count.to_be_bytes()].concat();
            let drawn = sha256(&drawn);
            for (word, bytes) in words.iter_mut().zip(drawn.as_chunks().0) {
                *word = u64::from_be_bytes(*bytes);
            }
        }
        let rest = pieces % BITS;
        if let Some(last) = self.0.last_mut().filter(|_| rest > 0) {
            *last &= (1 << rest) - 1;
        }
        if self.first().is_none() {
            self.flip(seed as usize % pieces);
        }
    }

    fn flip(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / BITS) {
            *word ^= 1 << (place % BITS);
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word ^= other);
    }

    pub(super) fn first(&self) -> Option<usize> {
        self.places().next()
    }

    /// The pieces, from the first.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        let has = |(word, place): (u64, usize)| word >> (place % BITS) & 1 == 1;
        let words = self.0.iter().flat_map(|word| std::iter::repeat_n(*word, BITS));
        words.zip(0..).filter(move |pair| has(*pair)).map(|(_, place)| place)
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|word| word.to_be_bytes()).collect()
    }

    /// Reads back [`bytes`](Self::bytes) of a mask of so many pieces.
    pub(super) fn read(bytes: &[u8], pieces: usize) -> Option<Self> {
        let (words, rest) = bytes.as_chunks();
        let mask = Self(words.iter().map(|word| u64::from_be_bytes(*word)).collect());
        let fits = rest.is_empty() && mask.0.len() == pieces.div_ceil(BITS);
        let within = mask.places().all(|place| place < pieces);
        (fits && within).then_some(mask)
    }
}
