//! Taking in what came back from tablets of the set, over whichever way: what was taken in already and what is not for this
//! council is passed over.

use replica::id::{hex, sha256};

use super::{Desk, Gift, NotTaken, keys, pieces, unbundle};
use crate::inbreng::pool::{Pool, Seed};

/// What came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// How many answers are new.
    pub new: usize,
    /// How many of the pieces are for this council.
    pub ours: usize,
}

impl Pool {
    /// Takes in a message as `bundle` made it; tells how many answers were new.
    ///
    /// # Errors
    /// Nothing of it is for this council.
    pub fn take(&mut self, council: &str, message: &[u8], seed: &Seed) -> Result<usize, NotTaken> {
        let taken = self.take_pieces(council, &unbundle(message)?, seed);
        if taken.ours == 0 { Err(NotTaken::Other) } else { Ok(taken.new) }
    }

    /// Takes in sealed pieces.
    pub fn take_pieces(&mut self, council: &str, sealed: &[Vec<u8>], seed: &Seed) -> Taken {
        let (mut taken, mut said) = (Taken::default(), Vec::new());
        let Some(secret) = self.set.secret else { return taken };
        let keys = keys(&secret);
        for one in sealed {
            let Ok(piece) = keys.open_gift(council.as_bytes(), one) else { continue };
            taken.ours += 1;
            match self.set.take(one, &piece) {
                None | Some(Gift::Nothing) => {}
                Some(Gift::Joined { at, answers }) => self.announced(at.as_deref(), answers),
                Some(Gift::Child) => self.joined(1),
                Some(Gift::AtPlacemat) => self.at_placemats = self.at_placemats.saturating_add(1),
                Some(Gift::AtPlacematOf(question)) => self.sat_at(&question, 1),
                Some(Gift::Said(one)) => said.push(one),
            }
        }
        taken.new = said.len();
        self.arrived(said.len());
        self.put(said, seed);
        taken
    }
}

impl Desk {
    /// What is whole by this piece; nothing when it was here already.
    fn take(&mut self, sealed: &[u8], piece: &[u8]) -> Option<Gift> {
        let name = hex(sha256(sealed).get(..16).unwrap_or_default());
        if !self.taken.insert(name) {
            return None;
        }
        let whole = pieces::join(&mut self.pieces, piece)?;
        serde_json::from_slice(&whole).ok()
    }
}
