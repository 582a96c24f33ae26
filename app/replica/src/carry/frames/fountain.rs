//! From a message to frames, without end.

use super::mask::Mask;
use super::{
    AROUND_PIECE, AROUND_WHOLE, Frame, FrameError, MAX_FRAME, MAX_MESSAGE, MAX_PIECES, MIN_FRAME,
    Shape, What, name,
};

/// See the module's header. The frames of one message are the same on every device and every day.
#[derive(Clone, Debug)]
pub struct Fountain {
    what: What,
    message: Vec<u8>,
    /// Nothing when one frame holds it all.
    shape: Option<Shape>,
}

impl Fountain {
    /// Cuts a message into frames of at most `room` bytes (at least [`MIN_FRAME`]).
    pub fn new(what: What, message: &[u8], room: usize) -> Result<Self, FrameError> {
        let room = room.clamp(MIN_FRAME, MAX_FRAME);
        let message = message.to_vec();
        if message.len() + AROUND_WHOLE <= room {
            return Ok(Self { what, message, shape: None });
        }
        let length = message.len();
        let pieces = length.div_ceil(room - AROUND_PIECE);
        if length > MAX_MESSAGE || pieces > MAX_PIECES {
            return Err(FrameError::TooLarge);
        }
        // Pieces of one size, as small as their number allows.
        let size = length.div_ceil(pieces);
        let shape = Shape { what, id: name(&message), length, size };
        Ok(Self { what, message, shape: Some(shape) })
    }

    /// How many frames the other needs at least.
    pub fn pieces(&self) -> usize {
        self.shape.map_or(1, |shape| shape.pieces())
    }

    /// The frame with this number. Show them from 0 upwards; there is no last one.
    pub fn frame(&self, number: u32) -> Vec<u8> {
        let Some(shape) = self.shape else {
            return Frame::Whole { what: self.what, message: &self.message }.encode();
        };
        let mut block = vec![0; shape.size];
        let mask = Mask::of(number, &shape.id, shape.pieces());
        let blocks = mask.places().filter_map(|place| {
            let from = place * shape.size;
            self.message.get(from..(from + shape.size).min(shape.length))
        });
        blocks.for_each(|other| add(&mut block, other));
        Frame::Piece { shape, seed: number, block: &block }.encode()
    }
}

pub(super) fn add(block: &mut [u8], other: &[u8]) {
    block.iter_mut().zip(other).for_each(|(byte, other)| *byte ^= other);
}
