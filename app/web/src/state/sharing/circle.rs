//! The drop-box of a council at the server: opened by the leader's device, filled by tablets that are nobody's, emptied here.
//! What is in it is opened in `model::inbreng::set`; who put it there is known nowhere.

use model::inbreng::set::{Dropbox, MOST, SEALED};
use model::sharing::courier::{Courier, Trouble};
use replica::id::{SpaceId, sha256};
use replica::sync::Refusal;
use replica::sync::api::{Done, Give, Message, OpenBox, TakeGifts};

use crate::platform::http::Fetch;
use crate::platform::{clock, sleep};
use crate::state::AppState;

/// How many a message may name.
const AT_ONCE: usize = 1_000;

/// The longest that the server is waited for when it has too much to do, in milliseconds.
const PATIENCE: u64 = 30_000;

/// Why the server did not do what somebody unknown asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// There is no connection now; what is left stays.
    NoConnection,
    /// The box is closed, or full, or holds no such thing.
    Closed,
}

impl AppState {
    /// What lies in the box of a council. Nothing when the server cannot be asked now. `is_new`: not asked before since
    /// the page opened.
    pub async fn look_in_circle(
        &self,
        space: SpaceId,
        dropbox: Dropbox,
        is_new: bool,
    ) -> Option<Vec<Vec<u8>>> {
        self.reach_out(space);
        let known = self.with_space(space, |open| open.read(|one| one.status().last_answer));
        // Before the server knows the space, it can know no box of it.
        known.flatten()?;
        let Dropbox { name, closes } = dropbox;
        // A closed box is not opened; what was left in it can still be fetched.
        if is_new && dropbox.is_open(clock::now()) {
            // The same box once more is fine.
            let open = OpenBox { space, dropbox: name, most: MOST, largest: SEALED, closes };
            self.ask::<Done>("box/open", &open).await.ok()?;
        }
        self.list(space, name).await.ok()
    }

    /// These are on the disk of this device: they may go from the server. What stays is taken the next time.
    pub async fn took_from_circle(&self, space: SpaceId, dropbox: Dropbox, pieces: &[Vec<u8>]) {
        for some in pieces.chunks(AT_ONCE) {
            let hashes = some.iter().map(|one| sha256(one)).collect();
            let take = TakeGifts { space, dropbox: dropbox.name, hashes };
            if self.ask::<Done>("box/take", &take).await.is_err() {
                return;
            }
        }
    }
}

/// Puts sealed pieces into a box, from a tablet that is nobody's. They are there when this answers that they are, all of them.
///
/// # Errors
/// Why not; a part of them may be there.
pub async fn give(dropbox: [u8; 16], pieces: &[Vec<u8>]) -> Result<(), NotDone> {
    for sealed in pieces {
        let give = Give { dropbox, sealed: sealed.clone() };
        patiently::<Done>("box/give", &give).await?;
    }
    Ok(())
}

/// Asks as nobody, and waits when the server has too much to do.
pub(super) async fn patiently<A: Message>(
    route: &str,
    message: &impl Message,
) -> Result<A, NotDone> {
    loop {
        match Courier::ask_unknown::<A>(&Fetch, route, message).await {
            Ok(answer) => return Ok(answer),
            Err(Trouble::Refused {
                refusal: Refusal::TooOften | Refusal::Busy,
                retry_after: wait @ 1..=PATIENCE,
            }) => sleep(i32::try_from(wait).unwrap_or(i32::MAX)).await,
            Err(Trouble::Refused { refusal: Refusal::TooOften | Refusal::Busy, .. })
            | Err(Trouble::NoConnection | Trouble::NoServer) => return Err(NotDone::NoConnection),
            Err(Trouble::Refused { .. }) => return Err(NotDone::Closed),
        }
    }
}
