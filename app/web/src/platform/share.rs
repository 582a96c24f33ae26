//! Handing a file on: the share sheet where it takes our text file, else a download; and picking one. What is in
//! it is not known here.

use super::files::{self, FileError, Picked};
use super::js;

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

/// Hands a file of another kind on; call it from a tap.
///
/// # Errors
/// `Cancelled` when the person closed the sheet, `Refused` when the browser does neither.
pub async fn hand_over_as(name: &str, media: &str, bytes: &[u8]) -> Result<Handed, FileError> {
    if files::takes(name, media) {
        match files::share_as(name, media, bytes).await {
            Ok(()) => return Ok(Handed::Shared),
            Err(FileError::Cancelled) => return Err(FileError::Cancelled),
            // As above; a picture may also take longer than a tap lasts.
            Err(_) => {}
        }
    }
    files::download(name, media, bytes).map(|()| Handed::Downloaded)
}

/// Puts a text on the clipboard; call it from a tap.
///
/// # Errors
/// `Refused` when the browser does not let us.
pub async fn copy(text: &str) -> Result<(), FileError> {
    let clipboard = js::of_navigator("clipboard").ok_or(FileError::Refused)?;
    let copying = js::call(&clipboard, "writeText", &[text.into()]);
    let copying = copying.map_err(|_| FileError::Refused)?;
    js::settle(copying).await.map(drop).map_err(|_| FileError::Refused)
}

/// Whether the device has a share sheet for links.
#[must_use]
pub fn can_share_link() -> bool {
    js::of_navigator("share").is_some()
}

/// Opens the share sheet with a link; call it from a tap.
///
/// # Errors
/// `Cancelled` when the person closed the sheet, `Refused` when there is none.
pub async fn share_link(title: &str, url: &str) -> Result<(), FileError> {
    let data = js::object(&[("title", title.into()), ("url", url.into())]);
    let navigator = js::navigator().ok_or(FileError::Refused)?;
    let sharing = js::call(&navigator, "share", &[data]).map_err(|_| FileError::Refused)?;
    match js::settle(sharing).await {
        Ok(_) => Ok(()),
        Err(error) if js::error_name(&error) == "AbortError" => Err(FileError::Cancelled),
        Err(_) => Err(FileError::Refused),
    }
}

/// Lets the person choose a package, in either form; call it from a tap. `limit` is in bytes.
///
/// # Errors
/// Those of [`files::pick`].
pub async fn pick_package(limit: u32) -> Result<Picked, FileError> {
    // Phones grey out endings that they do not know, so anything may be chosen; reading refuses the rest.
    files::pick("", limit).await
}
