//! The talking stick: it goes round the circle, everybody gets it as often, and passing is fine. It knows seats, no children.

use crate::tekening::drawing::{Crayon, Sticker};

/// The stick in a circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stick {
    seats: u32,
    given: u32,
}

impl Stick {
    /// At the first seat of so many.
    pub const fn new(seats: u32) -> Self {
        Self { seats: if seats == 0 { 1 } else { seats }, given: 0 }
    }

    /// The seat that has it, from 0.
    pub const fn at(self) -> u32 {
        self.given % self.seats
    }

    /// Which round it is, from 1: the turns that everybody gets.
    pub const fn round(self) -> u32 {
        self.given / self.seats + 1
    }

    /// On to the next seat, whether something was said or not.
    pub const fn pass_on(&mut self) {
        self.given += 1;
    }

    /// One seat back: it went on too soon.
    pub const fn back(&mut self) {
        self.given = self.given.saturating_sub(1);
    }

    /// Whether a seat had it in this round.
    pub const fn had(self, seat: u32) -> bool {
        seat < self.at()
    }
}

/// The colour and the picture of a seat, for as long as the circle lasts. No two of a hundred seats are the same.
pub fn token(seat: u32) -> (Crayon, Sticker) {
    let (colours, pictures) = (Crayon::ALL, Sticker::ALL);
    let seat = usize::try_from(seat).unwrap_or_default();
    let colour = colours.get(seat % colours.len()).copied().unwrap_or(Crayon::Zwart);
    let picture = (seat + seat / colours.len()) % pictures.len();
    (colour, pictures.get(picture).copied().unwrap_or(Sticker::Hart))
}
