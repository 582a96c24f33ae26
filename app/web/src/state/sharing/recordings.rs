//! Recordings that were made at the table, on their way into their dossier. Each goes by itself, and what could not be kept stays in memory
//! until it is: whoever made it is not here to say it again. Nothing of it is shown to the next parent.

use super::keep_piece;
use crate::platform::{sleep, spawn};
use crate::state::AppState;
use leptos::prelude::*;
use model::ouder::PIECE;
use replica::id::SpaceId;
use std::sync::Arc;

/// How often it is looked whether they are in, in milliseconds.
const STEP: i32 = 50;

/// A recording that is not in its dossier yet.
#[derive(Clone)]
pub struct Voice {
    pub space: SpaceId,
    /// Its name in the story.
    pub of: String,
    pub bytes: Arc<Vec<u8>>,
    /// How many of its pieces are in.
    kept: u32,
    /// The last try failed.
    failed: bool,
}

impl Voice {
    /// One that was made just now.
    pub const fn new(space: SpaceId, of: String, bytes: Arc<Vec<u8>>) -> Self {
        Self { space, of, bytes, kept: 0, failed: false }
    }

    /// The piece that goes now; nothing when all of them are in.
    fn piece(&self) -> Option<Vec<u8>> {
        let place = usize::try_from(self.kept).ok()?;
        self.bytes.chunks(PIECE).nth(place).map(<[u8]>::to_vec)
    }
}

impl AppState {
    /// Recordings go into their dossiers.
    pub fn keep_voices(&self, voices: Vec<Voice>) {
        let all = voices.iter().map(|one| (one.space, one.of.clone())).collect();
        self.voices.update(|here| here.extend(voices));
        self.try_voices(all);
    }

    /// Whether some of this dossier could not be kept. Tracks.
    pub fn has_voices(&self, space: SpaceId) -> bool {
        self.voices.with(|all| all.iter().any(|one| one.failed && one.space == space))
    }

    /// Whether some of any dossier is not in it yet. Tracks.
    pub fn any_voices(&self) -> bool {
        self.voices.with(|all| !all.is_empty())
    }

    /// Whether a recording would be lost if the app closed now.
    pub fn holds_voices(&self) -> bool {
        self.voices.with_untracked(|all| !all.is_empty())
    }

    /// Whether some of this dossier is not in it yet, failed or under way. Tracks.
    pub fn awaits_voices(&self, space: SpaceId) -> bool {
        self.voices.with(|all| all.iter().any(|one| one.space == space))
    }

    /// Waits until all of them are in, or failed once more; whether all are in that belong to who is in now.
    pub async fn settle_voices(&self) -> bool {
        self.keep_voices_again();
        while self.voices.with_untracked(|all| all.iter().any(|one| !one.failed)) {
            sleep(STEP).await;
        }
        let here = self.spaces.get_untracked();
        let is_here = |one: &Voice| here.iter().any(|space| space.id == one.space);
        self.voices.with_untracked(|all| !all.iter().any(is_here))
    }

    /// Tries again what failed.
    pub fn keep_voices_again(&self) {
        let mut all = Vec::new();
        self.voices.update(|here| {
            for one in here.iter_mut().filter(|one| one.failed) {
                one.failed = false;
                all.push((one.space, one.of.clone()));
            }
        });
        self.try_voices(all);
    }

    fn try_voices(self, all: Vec<(SpaceId, String)>) {
        spawn(async move {
            for name in all {
                self.try_voice(&name).await;
            }
        });
    }

    async fn try_voice(self, (space, of): &(SpaceId, String)) {
        let is = |one: &Voice| one.space == *space && one.of == *of;
        let change = |change: &dyn Fn(&mut Voice)| {
            self.voices.update(|all| all.iter_mut().filter(|one| is(one)).for_each(change));
        };
        loop {
            let now = self.voices.with_untracked(|all| {
                all.iter().find(|one| is(one)).map(|one| (one.kept, one.piece()))
            });
            let Some((place, Some(piece))) = now else { break };
            if !keep_piece(self, *space, of, place, piece).await {
                return change(&|one| one.failed = true);
            }
            change(&|one| one.kept = place + 1);
        }
        self.voices.update(|all| all.retain(|one| !is(one)));
    }
}
