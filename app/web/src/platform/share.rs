//! Handing a file on: the share sheet where it takes our text file, else a download; and picking one. What is in
//! it is not known here.

use super::files::{self, FileError, Picked};

/// How a file went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// Given to the share sheet: an app, AirDrop, mail.
    Shared,
    /// In the folder with downloads; the person takes it from there.
    Downloaded,
}

/// Hands a text file on; call it from a tap. `name` ends in `.txt`, the only ending that all share sheets take.
///
/// # Errors
/// `Cancelled` when the person closed the sheet, `Refused` when the browser does neither.
pub async fn hand_over(name: &str, text: &str) -> Result<Handed, FileError> {
    if files::can_share() {
        match files::share(name, text.as_bytes()).await {
            Ok(()) => return Ok(Handed::Shared),
            Err(FileError::Cancelled) => return Err(FileError::Cancelled),
            // A sheet that promised and did not come: the download always works.
            Err(_) => {}
        }
    }
    files::download(name, "text/plain", text.as_bytes()).map(|()| Handed::Downloaded)
}

/// Lets the person choose a package, in either form; call it from a tap. `limit` is in bytes.
///
/// # Errors
/// Those of [`files::pick`].
pub async fn pick_package(limit: u32) -> Result<Picked, FileError> {
    // Phones grey out endings that they do not know, so anything may be chosen; reading refuses the rest.
    files::pick("", limit).await
}
