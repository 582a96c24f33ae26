//! From frames to the message, in whatever order they come. What was gathered can be kept over a restart.

use super::mask::Mask;
use super::rows::Rows;
use super::{Frame, FrameError, MAX_FRAME, MAX_MESSAGE, MAX_PIECES, Shape, What, name};
use crate::keys::wire::{Damaged, Reader, Writer};

/// The version of what [`Gather::save`] writes.
const VERSION: u64 = 1;

/// What a frame brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A step further.
    New,
    /// Nothing that was not here.
    Known,
    /// The message is complete.
    Done,
    /// Of another message than the one being gathered. Begin anew to take that one.
    Other,
    /// All was there and it was not right: somebody mixed other codes in. It begins from the start.
    Spoiled,
}

/// See the module's header.
#[derive(Clone, Debug, Default)]
pub struct Gather {
    shape: Option<Shape>,
    rows: Rows,
    message: Option<(What, Vec<u8>)>,
    /// The highest progress that was shown.
    shown: f32,
}

impl Gather {
    /// Takes a frame.
    pub fn take(&mut self, frame: &[u8]) -> Result<Taken, FrameError> {
        match Frame::decode(frame)? {
            Frame::Whole { what, message } => Ok(self.whole(what, message)),
            Frame::Piece { shape, seed, block } => Ok(self.piece(shape, seed, block)),
        }
    }

    fn whole(&mut self, what: What, message: &[u8]) -> Taken {
        let same = |(known, held): &(What, Vec<u8>)| *known == what && held == message;
        match &self.message {
            Some(held) if same(held) => Taken::Known,
            None if self.shape.is_none() => self.done(what, message.to_vec()),
            _ => Taken::Other,
        }
    }

    fn piece(&mut self, shape: Shape, seed: u32, block: &[u8]) -> Taken {
        match self.shape {
            None if self.message.is_some() => return Taken::Other,
            Some(ours) if ours != shape => return Taken::Other,
            Some(_) if self.message.is_some() => return Taken::Known,
            _ => self.shape = Some(shape),
        }
        let mask = Mask::of(seed, &shape.id, shape.pieces());
        if !self.rows.take(mask, block.to_vec()) {
            return Taken::Known;
        }
        if self.rows.len() < shape.pieces() {
            self.shown = self.shown.max(self.rows.len() as f32 / shape.pieces() as f32);
            return Taken::New;
        }
        let mut message = std::mem::take(&mut self.rows).solve();
        message.truncate(shape.length);
        if name(&message) == shape.id { self.done(shape.what, message) } else { Taken::Spoiled }
    }

    fn done(&mut self, what: What, message: Vec<u8>) -> Taken {
        self.message = Some((what, message));
        self.shown = 1.0;
        Taken::Done
    }

    /// From 0 to 1; never goes down, and is 1 only when the message is there.
    pub const fn progress(&self) -> f32 {
        self.shown
    }

    /// How many pieces are here, of how many; nothing before the first frame.
    pub fn pieces(&self) -> Option<(usize, usize)> {
        let all = self.shape.map(|shape| shape.pieces());
        match &self.message {
            Some(_) => all.or(Some(1)).map(|all| (all, all)),
            None => all.map(|all| (self.rows.len(), all)),
        }
    }

    /// The message, when it is complete.
    pub fn message(&self) -> Option<(What, &[u8])> {
        self.message.as_ref().map(|(what, message)| (*what, message.as_slice()))
    }

    /// What was gathered, to go on with later. Sealed like everything else that is kept.
    pub fn save(&self) -> Vec<u8> {
        let mut to = Writer::array(4);
        to.number(VERSION).list(self.shape.iter().len() * 4);
        if let Some(shape) = &self.shape {
            to.number(shape.what.number().into()).bytes(&shape.id);
            to.number(shape.length as u64).number(shape.size as u64);
        }
        to.list(self.rows.len());
        for (mask, block) in self.rows.iter() {
            to.list(2).bytes(&mask.bytes()).bytes(block);
        }
        to.list(self.message.iter().len() * 2);
        if let Some((what, message)) = &self.message {
            to.number(what.number().into()).bytes(message);
        }
        to.finish()
    }

    /// Goes on with what was kept. What cannot be read is gone: begin anew.
    pub fn load(bytes: &[u8]) -> Result<Self, FrameError> {
        read(bytes).map_err(|_| FrameError::Damaged)
    }
}

fn read(bytes: &[u8]) -> Result<Gather, Damaged> {
    let mut from = Reader::new(bytes);
    from.exactly(4)?;
    if from.number()? != VERSION {
        return Err(Damaged);
    }
    let mut gather = Gather::default();
    if from.list(4)? == 4 {
        let (what, id) = (what(&mut from)?, from.fixed()?);
        let mut number = || usize::try_from(from.number()?).map_err(|_| Damaged);
        let shape = Shape { what, id, length: number()?, size: number()? };
        if !shape.is_within_limits() || shape.size > MAX_FRAME {
            return Err(Damaged);
        }
        gather.shape = Some(shape);
    }
    let rows = from.list(MAX_PIECES)?;
    for _ in 0..rows {
        from.exactly(2)?;
        let shape = gather.shape.ok_or(Damaged)?;
        let mask = Mask::read(from.bytes(MAX_PIECES)?, shape.pieces()).ok_or(Damaged)?;
        let block = from.bytes(MAX_FRAME)?;
        let fits = block.len() == shape.size && gather.rows.len() + 1 < shape.pieces();
        if !fits || !gather.rows.take(mask, block.to_vec()) {
            return Err(Damaged);
        }
        gather.shown = gather.rows.len() as f32 / shape.pieces() as f32;
    }
    if from.list(2)? == 2 {
        let (what, message) = (what(&mut from)?, from.bytes(MAX_MESSAGE)?.to_vec());
        gather.done(what, message);
    }
    Ok(gather)
}

fn what(from: &mut Reader<'_>) -> Result<What, Damaged> {
    u8::try_from(from.number()?).map(What::from_number).map_err(|_| Damaged)
}
