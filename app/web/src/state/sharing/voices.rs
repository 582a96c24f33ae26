//! What an adult recorded, for tablets that are nobody's: put at the server by the adult's device, fetched by tablets of which nobody
//! learns who they are. It is sealed; what is in it is known in `model::leerlingenraad::voice::carried` alone.

use model::leerlingenraad::voice::carried::{LARGEST, LETTERS};
use replica::id::{Hash, SpaceId};
use replica::sync::api::{Done, Gift, Give, OpenBox, ReadGift};

use super::circle::{NotDone, patiently};
use crate::state::AppState;

impl AppState {
    /// Puts these letters into a box of their own, until it closes; `went` hears how many are there. Tells whether all are. The same
    /// once more is fine.
    pub async fn post_voices(
        &self,
        space: SpaceId,
        dropbox: [u8; 16],
        closes: u64,
        sealed: &[Vec<u8>],
        went: impl Fn(usize),
    ) -> bool {
        let open = OpenBox { space, dropbox, most: LETTERS, largest: LARGEST, closes };
        if self.ask::<Done>("box/open", &open).await.is_err() {
            return false;
        }
        for (number, one) in sealed.iter().enumerate() {
            let give = Give { dropbox, sealed: one.clone() };
            if patiently::<Done>("box/give", &give).await.is_err() {
                return false;
            }
            went(number + 1);
        }
        true
    }
}

/// Fetches one letter after the other: `next` tells which, `take` whether it was one of these.
///
/// # Errors
/// Why not; what came stays.
pub async fn fetch(
    next: impl Fn() -> Option<([u8; 16], Hash)>,
    take: impl Fn(&[u8]) -> bool,
) -> Result<(), NotDone> {
    while let Some((dropbox, hash)) = next() {
        let asked = ReadGift { dropbox, hash };
        let Gift { sealed } = patiently("box/read", &asked).await?;
        if !take(&sealed) {
            return Err(NotDone::Closed);
        }
    }
    Ok(())
}
