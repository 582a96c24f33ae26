//! What lies on a tablet of a class set, sealed, and how it leaves: always in whole multiples, whichever way it goes and however
//! often it breaks off. Which pieces hold something is known to nobody who has only these.

use replica::keys::CryptoRng;

use super::{Invite, NotTaken, TOGETHER, bundle};

/// The pieces on one tablet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held(Vec<Vec<u8>>);

impl Held {
    /// What was kept before.
    pub const fn kept(pieces: Vec<Vec<u8>>) -> Self {
        Self(pieces)
    }

    /// The pieces, to keep.
    pub fn pieces(&self) -> &[Vec<u8>] {
        &self.0
    }

    /// Whether nothing lies here.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// With what one child said, sealed.
    #[must_use]
    pub fn with(&self, new: Vec<Vec<u8>>) -> Self {
        let mut all = [self.0.as_slice(), &new].concat();
        // The order on this tablet tells nothing either.
        all.sort();
        Self(all)
    }

    /// Filled up, before anything of it leaves: once for all children together, or how often it was done would tell how many
    /// they are. What was filled up stays so when the line breaks off, and when more children come.
    ///
    /// # Errors
    /// The key of the council cannot be used; then nothing may leave.
    pub fn whole(&self, invite: &Invite, rng: &mut impl CryptoRng) -> Result<Self, NotTaken> {
        let mut all = self.0.clone();
        invite.fill_up(&mut all, rng)?;
        Ok(Self(all))
    }

    /// Everything, in an order of its own: what goes over the network. It goes whole, also when a part of it arrived the last time;
    /// nothing when it was not filled up.
    pub fn burst(&self, rng: &mut impl CryptoRng) -> Option<Vec<Vec<u8>>> {
        if !self.is_whole() {
            return None;
        }
        // Pieces in an ascending row could be told from those of another tablet that sends at the same time.
        let mut all: Vec<_> = self.0.iter().map(|piece| (number(rng), piece.clone())).collect();
        all.sort();
        Some(all.into_iter().map(|(_, piece)| piece).collect())
    }

    /// What stays when all of a burst is there, and only then.
    #[must_use]
    pub fn without(&self, burst: &[Vec<u8>]) -> Self {
        Self(self.0.iter().filter(|piece| !burst.contains(piece)).cloned().collect())
    }

    /// The messages for codes or a file; none when it was not filled up.
    pub fn messages(&self) -> Vec<Vec<u8>> {
        if self.is_whole() { bundle(self.0.clone()) } else { Vec::new() }
    }

    /// Whether it may leave.
    pub const fn is_whole(&self) -> bool {
        self.0.len().is_multiple_of(TOGETHER)
    }
}

fn number(rng: &mut impl CryptoRng) -> u64 {
    let mut bytes = [0; 8];
    rng.fill_bytes(&mut bytes);
    u64::from_le_bytes(bytes)
}
