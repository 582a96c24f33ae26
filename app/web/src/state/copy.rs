//! A copy of the whole device out, and a copy in: one file, merged with what is here. Also the way out when saving
//! does not work any more.

use super::app::AppState;
use super::desk::store_error;
use super::status::Reason;
use crate::platform::files::{self, FileError};
use crate::platform::{clock, worker};
use model::spaces;
use replica::bundle::{self, About, BundleError};
use replica::store::SaveState;

pub use model::spaces::Brought;

const ENDING: &str = "thuisnabij";
const LIMIT_BYTES: u32 = 200_000_000;

/// Why a copy did not go out or in. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyError {
    /// The person closed the dialog; say nothing.
    Cancelled,
    /// The browser refused to make or read the file.
    Browser,
    /// Not a file that Thuisnabij made.
    NotACopy,
    /// Made by a newer version: update first.
    Newer,
    /// The file stops too early; copy it again.
    CutOff,
    /// The file is damaged; use another copy.
    Damaged,
    /// Larger than we take.
    TooLarge,
    /// The storage does not take it.
    NotSaved(Reason),
    /// The device is not open here.
    NotOpen,
}

impl From<FileError> for CopyError {
    fn from(error: FileError) -> Self {
        match error {
            FileError::Cancelled => Self::Cancelled,
            FileError::Refused => Self::Browser,
            FileError::TooLarge => Self::TooLarge,
        }
    }
}

impl From<BundleError> for CopyError {
    fn from(error: BundleError) -> Self {
        match error {
            BundleError::NotACopy => Self::NotACopy,
            BundleError::Newer(_) => Self::Newer,
            BundleError::CutOff => Self::CutOff,
            BundleError::Damaged { .. } | BundleError::Merge => Self::Damaged,
            BundleError::Store(error) => Self::NotSaved(Reason::of(&error, None)),
        }
    }
}

impl AppState {
    /// The whole device as the bytes of one file, also when saving does not work.
    ///
    /// # Errors
    /// `NotOpen`, or `NotSaved` when even memory cannot be written down.
    pub async fn copy(&self) -> Result<Vec<u8>, CopyError> {
        self.finish_typing();
        let desk = self.open_desk().ok_or(CopyError::NotOpen)?;
        let app = worker::version().unwrap_or_else(|| env!("CARGO_PKG_VERSION").to_owned());
        let about = About { app, made: clock::today().to_string() };
        desk.export(&about).await.map_err(|e| CopyError::NotSaved(Reason::of(&e, None)))
    }

    /// Hands the copy to the browser as a download, named by the day.
    ///
    /// # Errors
    /// See [`CopyError`].
    pub async fn save_copy(&self) -> Result<(), CopyError> {
        let bytes = self.copy().await?;
        let name = format!("kopie-{}.{ENDING}", clock::today());
        files::download(&name, "application/octet-stream", &bytes)?;
        self.note_copied().await;
        Ok(())
    }

    /// Lets the person choose a copy and merges it. Call it from a tap.
    ///
    /// # Errors
    /// See [`CopyError`].
    pub async fn bring_in(&self) -> Result<Brought, CopyError> {
        let file = files::pick(&format!(".{ENDING}"), LIMIT_BYTES).await?;
        self.merge_copy(&file.bytes).await
    }

    /// Merges the bytes of a copy with what is here and shows the result. What was being typed is saved first.
    ///
    /// # Errors
    /// See [`CopyError`].
    pub async fn merge_copy(&self, bytes: &[u8]) -> Result<Brought, CopyError> {
        let copy = bundle::read(bytes)?;
        self.finish_typing();
        let desk = self.open_desk().ok_or(CopyError::NotOpen)?;
        if let SaveState::NotSaved(error) = desk.save().await {
            return Err(CopyError::NotSaved(Reason::of(&error, desk.spaces.store().fenced())));
        }
        let brought = desk.spaces.bring_in(&copy, self.title(), clock::now()).await;
        let brought = brought.map_err(|error| match (store_error(&error), error) {
            (Some(error), _) => CopyError::NotSaved(Reason::of(&error, None)),
            (None, spaces::CopyError::Bundle(error)) => error.into(),
            (None, spaces::CopyError::TooLarge) => CopyError::TooLarge,
            (None, _) => CopyError::Damaged,
        })?;
        let state = desk.save().await;
        self.show_save_state(&desk, state.clone());
        match state {
            SaveState::NotSaved(error) => {
                Err(CopyError::NotSaved(Reason::of(&error, desk.spaces.store().fenced())))
            }
            _ => Ok(brought),
        }
    }
}
