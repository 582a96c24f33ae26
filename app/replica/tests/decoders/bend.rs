//! Bends good bytes into bad ones: cut, flipped, spliced, repeated, nested, with lengths that are not there.

use chacha20::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

/// Heads of CBOR that promise far more than follows: bytes, text, lists and maps.
const HUGE: [&[u8]; 8] = [
    &[0x5b, 0, 0, 0, 1, 0, 0, 0, 0],
    &[0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    &[0x5a, 0x7f, 0xff, 0xff, 0xff],
    &[0x7a, 0xff, 0xff, 0xff, 0xff],
    &[0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    &[0x9a, 0x00, 0xff, 0xff, 0xff],
    &[0xbb, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    &[0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
];

pub(crate) struct Bend(ChaCha20Rng);

impl Bend {
    pub(crate) fn new(seed: u64) -> Self {
        Self(ChaCha20Rng::seed_from_u64(seed))
    }

    fn below(&mut self, most: usize) -> usize {
        (self.0.next_u64() % most.max(1) as u64) as usize
    }

    fn pick<'a>(&mut self, from: &'a [Vec<u8>]) -> &'a [u8] {
        let at = self.below(from.len());
        &from[at]
    }

    /// One of these, bent once to four times.
    pub(crate) fn one(&mut self, from: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = self.pick(from).to_vec();
        for _ in 0..=self.below(4) {
            self.bend(&mut bytes, from);
        }
        bytes
    }

    fn bend(&mut self, bytes: &mut Vec<u8>, from: &[Vec<u8>]) {
        let at = self.below(bytes.len());
        match self.below(9) {
            0 => bytes.truncate(at),
            1 | 2 if !bytes.is_empty() => bytes[at] ^= 1 << self.below(8),
            3 if !bytes.is_empty() => bytes[at] = self.0.next_u32() as u8,
            4 => {
                let other = self.pick(from).to_vec();
                let tail = self.below(other.len());
                bytes.truncate(at);
                bytes.extend_from_slice(&other[tail..]);
            }
            5 => {
                let huge = HUGE[self.below(HUGE.len())];
                let end = (at + huge.len()).min(bytes.len());
                bytes.splice(at..end, huge.iter().copied());
            }
            6 => {
                let huge = HUGE[self.below(HUGE.len())];
                bytes.splice(at..at, huge.iter().copied());
            }
            7 => {
                let end = at + self.below(bytes.len() - at);
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            _ => {
                let deep = 1 + self.below(2_000);
                bytes.splice(at..at, std::iter::repeat_n(0x81, deep));
            }
        }
    }
}
