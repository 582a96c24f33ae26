//! Geef door and Neem over on this device: packages out and in, as bytes. How they travel, as a file or as QR, is up to the
//! page.

use super::local;
use crate::platform::clock;
use crate::state::AppState;
use crate::state::status::Reason;
use model::sharing::hand::{self, Outlook};
use model::spaces::{Amount, CameIn, TakeError};
use replica::carry::{Package, PackageError, Summary};
use replica::id::SpaceId;
use replica::store::SaveState;
use rules::text::Lang;

/// How much of a package files may be, in bytes: a package is read as a whole, at most 32 MiB of it (replica, CARRY.md).
const ROOM_FOR_FILES: u64 = 24 * 1024 * 1024;

/// Why a package was not taken over. Nothing was changed.
#[derive(Clone, Debug, PartialEq)]
pub enum HandError {
    Package(PackageError),
    NotSaved(Reason),
    NotOpen,
}

impl AppState {
    /// What could go along, by space: its title, how much, and a sentence. `other` is what the other showed, if anything.
    pub fn outlooks(&self, other: Option<&Summary>, lang: Lang) -> Vec<(String, Outlook)> {
        let Some(desk) = self.open_desk() else { return Vec::new() };
        self.tell(lang, |telling| desk.spaces.outlooks(other, telling))
    }

    /// The package of the chosen spaces. What was being typed goes along.
    pub fn package(&self, chosen: &[SpaceId], other: Option<&Summary>) -> Option<Package> {
        self.finish_typing();
        Some(self.open_desk()?.spaces.package(chosen, other))
    }

    /// The files that could go along with these spaces, without those that the other told to have.
    pub fn files_to_give(&self, chosen: &[SpaceId], other: Option<&Summary>) -> Amount {
        self.open_desk().map(|desk| desk.spaces.files_to_give(chosen, other)).unwrap_or_default()
    }

    /// Puts the files of these spaces in a package, as far as a file may be large. What stays behind is told.
    ///
    /// # Errors
    /// The storage could not be read.
    pub async fn pack_files(
        &self,
        package: &mut Package,
        chosen: &[SpaceId],
        other: Option<&Summary>,
    ) -> Result<Amount, HandError> {
        let desk = self.open_desk().ok_or(HandError::NotOpen)?;
        let packed = desk.spaces.pack_files(package, chosen, other, ROOM_FOR_FILES).await;
        packed
            .map_err(|error| HandError::NotSaved(Reason::of(&error, desk.spaces.store().fenced())))
    }

    /// The summary to show to who gives, in at most so many bytes.
    pub fn summary(&self, room: usize) -> Option<Summary> {
        Some(self.open_desk()?.spaces.summary(room))
    }

    /// Takes a package over, in any of its forms. Who compared the code of an invitation and was let in comes in by it.
    ///
    /// # Errors
    /// See [`HandError`].
    pub async fn take_package(&self, bytes: &[u8], lang: Lang) -> Result<CameIn, HandError> {
        self.finish_typing();
        let desk = self.open_desk().ok_or(HandError::NotOpen)?;
        let now = clock::now();
        for (id, first) in desk.spaces.way_in(bytes) {
            // What leads nowhere leaves the invitation as it was; the package is taken over all the same.
            let _ = desk.spaces.come_in(&id, &first).await;
        }
        let taken = {
            let telling = model::sharing::Telling { lang, today: clock::today(), local: &local };
            desk.spaces.take_over(bytes, telling, now).await
        };
        let mut came_in = taken.map_err(|error| match error {
            TakeError::Package(error) => HandError::Package(error),
            TakeError::Store(error) => {
                HandError::NotSaved(Reason::of(&error, desk.spaces.store().fenced()))
            }
        })?;
        match desk.saved().await {
            SaveState::NotSaved(error) => {
                let reason = Reason::of(&error, desk.spaces.store().fenced());
                self.show_save_state(&desk, SaveState::NotSaved(error));
                Err(HandError::NotSaved(reason))
            }
            state => {
                let whole = desk.spaces.take_files(&came_in.files).await.map_err(|error| {
                    HandError::NotSaved(Reason::of(&error, desk.spaces.store().fenced()))
                })?;
                let files = self.tell(lang, |telling| hand::files_came_in(whole, telling));
                came_in.sentence.extend(files.map(|files| format!(" {files}")));
                self.show_save_state(&desk, state);
                self.spaces_changed();
                Ok(came_in)
            }
        }
    }
}
