//! A copy of the whole device out, and a copy in: one file, merged with what is here. Also the way out when saving
//! does not work any more.

use super::app::AppState;
use super::desk::store_error;
use super::status::Reason;
use crate::platform::files::{self, FileError};
use crate::platform::{clock, random, worker};
use model::spaces::{self, Amount, DeviceCopy};
use replica::bundle::closed::{self, ClosedError, Key};
use replica::bundle::{self, About, BundleError};
use replica::store::SaveState;
use replica::unlock::{Cost, START};

pub use model::spaces::Brought;

const ENDING: &str = "thuisnabij";
const LIMIT_BYTES: u32 = 200_000_000;

/// How many bytes of files go along: a copy is made and closed in memory, also on an old tablet.
const FILES_BYTES: u64 = 50_000_000;

/// What one guess at the passphrase of a copy costs: a file may be tried for ever.
const COST: Cost = Cost { passes: 3, ..START };

/// What of the files is in a copy that went out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InCopy {
    pub files: usize,
    /// What did not fit.
    pub left: Amount,
    /// How many are not on this device.
    pub absent: usize,
}

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
    /// Another device closed it: its passphrase is needed.
    Closed,
    /// It does not open with this passphrase.
    WrongPassphrase,
    /// It was closed without a passphrase, on another device or by somebody else.
    NoPassphrase,
    /// A new passphrase that is too short.
    WeakPassphrase,
}

impl From<ClosedError> for CopyError {
    fn from(error: ClosedError) -> Self {
        match error {
            ClosedError::NotClosed => Self::NotACopy,
            ClosedError::Newer => Self::Newer,
            ClosedError::Wrong => Self::WrongPassphrase,
            ClosedError::NoPassphrase => Self::NoPassphrase,
            ClosedError::Weak => Self::WeakPassphrase,
            ClosedError::Damaged | ClosedError::Memory => Self::Damaged,
        }
    }
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
    pub async fn copy(&self) -> Result<DeviceCopy, CopyError> {
        self.finish_typing();
        let desk = self.open_desk().ok_or(CopyError::NotOpen)?;
        let app = worker::version().unwrap_or_else(|| env!("CARGO_PKG_VERSION").to_owned());
        let about = About { app, made: clock::today().to_string() };
        desk.export(&about, FILES_BYTES)
            .await
            .map_err(|e| CopyError::NotSaved(Reason::of(&e, None)))
    }

    /// Hands the copy to the browser as a download, named by the day. It is closed: it opens for this person on this device,
    /// and anywhere with the passphrase, if there is one. Takes about a second with one.
    ///
    /// # Errors
    /// See [`CopyError`].
    pub async fn save_copy(&self, passphrase: Option<&str>) -> Result<InCopy, CopyError> {
        if passphrase.is_some_and(|text| text.trim().chars().count() < closed::MIN_PASSPHRASE) {
            return Err(CopyError::WeakPassphrase);
        }
        let copy = self.copy().await?;
        let secrets = self.secrets().ok_or(CopyError::NotOpen)?;
        let mut rng = random::generator().ok_or(CopyError::Browser)?;
        crate::platform::next_paint().await;
        let passphrase = passphrase.map(|text| (text.trim(), COST));
        let file = closed::close(&copy.file, &secrets.store, passphrase, &mut rng)?;
        let name = format!("kopie-{}.{ENDING}", clock::today());
        files::download(&name, "application/octet-stream", &file)?;
        if passphrase.is_some() {
            // One that opens only here does not bring anything elsewhere.
            self.note_copied(&copy.files).await;
        }
        Ok(InCopy { files: copy.files.len(), left: copy.left, absent: copy.absent.files })
    }

    /// Lets the person choose a copy. Call it from a tap; then [`merge_copy`](Self::merge_copy).
    ///
    /// # Errors
    /// See [`CopyError`].
    pub async fn pick_copy(&self) -> Result<Vec<u8>, CopyError> {
        Ok(files::pick(&format!(".{ENDING}"), LIMIT_BYTES).await?.bytes)
    }

    /// Merges the bytes of a copy with what is here and shows the result. What was being typed is saved first.
    ///
    /// # Errors
    /// See [`CopyError`].
    pub async fn merge_copy(
        &self,
        bytes: &[u8],
        passphrase: Option<&str>,
    ) -> Result<Brought, CopyError> {
        let opened = self.open_copy(bytes, passphrase).await?;
        let copy = bundle::read(opened.as_deref().unwrap_or(bytes))?;
        self.finish_typing();
        let desk = self.open_desk().ok_or(CopyError::NotOpen)?;
        if let SaveState::NotSaved(error) = desk.saved().await {
            return Err(CopyError::NotSaved(Reason::of(&error, desk.spaces.store().fenced())));
        }
        let brought = desk.spaces.bring_in(&copy, self.title(), clock::now()).await;
        let brought = brought.map_err(|error| match (store_error(&error), error) {
            (Some(error), _) => CopyError::NotSaved(Reason::of(&error, None)),
            (None, spaces::CopyError::Bundle(error)) => error.into(),
            (None, spaces::CopyError::TooLarge) => CopyError::TooLarge,
            (None, _) => CopyError::Damaged,
        })?;
        let state = desk.saved().await;
        self.show_save_state(&desk, state.clone());
        match state {
            SaveState::NotSaved(error) => {
                Err(CopyError::NotSaved(Reason::of(&error, desk.spaces.store().fenced())))
            }
            _ => Ok(brought),
        }
    }

    /// The bytes within a closed copy; `None` when it is an open one, as earlier versions made.
    async fn open_copy(
        &self,
        bytes: &[u8],
        passphrase: Option<&str>,
    ) -> Result<Option<Vec<u8>>, CopyError> {
        if !closed::is_closed(bytes) {
            return Ok(None);
        }
        let secrets = self.secrets().ok_or(CopyError::NotOpen)?;
        match (closed::open(bytes, Key::Own(&secrets.store)), passphrase) {
            (Ok(copy), _) => Ok(Some(copy)),
            (Err(ClosedError::Wrong), Some(text)) => {
                crate::platform::next_paint().await;
                Ok(Some(closed::open(bytes, Key::Passphrase(text))?))
            }
            (Err(ClosedError::Wrong), None) => {
                // Asked in vain when it has none.
                let none = closed::open(bytes, Key::Passphrase(""));
                Err(match none {
                    Err(ClosedError::NoPassphrase) => CopyError::NoPassphrase,
                    _ => CopyError::Closed,
                })
            }
            (Err(error), _) => Err(error.into()),
        }
    }
}
