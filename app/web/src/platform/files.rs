//! Files out and in: download, pick, and the share sheet where the device has one. Bytes only; what they mean is
//! not known here.

use super::js::{self, Listener};
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement,
    Url,
};

/// A file that a person chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// Its name, as shown to the person.
    pub name: String,
    /// What the browser takes it for, as `image/jpeg`; empty when it does not know.
    pub media: String,
    /// All of its bytes.
    pub bytes: Vec<u8>,
}

/// Why a file did not go out or in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The person closed the dialog. Nothing is wrong.
    Cancelled,
    /// The browser refused or could not read the file.
    Refused,
    /// Larger than the limit given.
    TooLarge,
}

/// Hands the bytes to the browser as a download.
///
/// # Errors
/// `Refused` when the browser cannot make a download.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), FileError> {
    try_download(name, mime, bytes).ok_or(FileError::Refused)
}

fn try_download(name: &str, mime: &str, bytes: &[u8]) -> Option<()> {
    let document = js::document()?;
    let url = Url::create_object_url_with_blob(&blob(bytes, mime)?).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.set_hidden(true);
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    // The download reads the address after this task; a minute is ample.
    super::spawn(async move {
        super::sleep(60_000).await;
        let _ = Url::revoke_object_url(&url);
    });
    Some(())
}

/// Lets the person choose one file. Call it from a tap: browsers refuse otherwise.
///
/// `accept` is a list such as `.thuisnabij,.txt`; `limit` is in bytes.
///
/// # Errors
/// `Cancelled`, `TooLarge`, or `Refused` when the file cannot be read.
pub async fn pick(accept: &str, limit: u32) -> Result<Picked, FileError> {
    read(&choose(accept, false).await?, limit).await
}

/// Lets the person take a photo with the camera of the device; where there is none it is choosing a picture.
///
/// # Errors
/// As [`pick`].
pub async fn take_photo(limit: u32) -> Result<Picked, FileError> {
    read(&choose("image/*", true).await?, limit).await
}

/// What lets go of files over the page: read them now, for the event forgets them.
#[must_use]
pub fn dropped(event: &DragEvent) -> Vec<File> {
    event.prevent_default();
    let files = event.data_transfer().and_then(|carried| carried.files());
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|nth| files.get(nth)).collect()
}

/// Reads a file that a person chose or dropped.
///
/// # Errors
/// `TooLarge`, or `Refused` when it cannot be read.
pub async fn read(file: &File, limit: u32) -> Result<Picked, FileError> {
    if file.size() > f64::from(limit) {
        return Err(FileError::TooLarge);
    }
    let buffer = js::settle(file.array_buffer().into()).await.map_err(|_| FileError::Refused)?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    Ok(Picked { name: file.name(), media: file.type_(), bytes })
}

async fn choose(accept: &str, camera: bool) -> Result<File, FileError> {
    let document = js::document().ok_or(FileError::Refused)?;
    let element = document.create_element("input").map_err(|_| FileError::Refused)?;
    let input: HtmlInputElement = element.dyn_into().map_err(|_| FileError::Refused)?;
    input.set_type("file");
    input.set_accept(accept);
    if camera {
        let _ = input.set_attribute("capture", "environment");
    }
    input.set_hidden(true);
    // Some browsers forget an input that is not in the page while its dialog is open.
    document.body().and_then(|b| b.append_child(&input).ok());
    let mut heard = Vec::new();
    let answered = Promise::new(&mut |resolve, _| {
        for event in ["change", "cancel"] {
            let resolve = resolve.clone();
            heard.push(Listener::new(&input, event, move |_| {
                let _ = resolve.call0(&JsValue::UNDEFINED);
            }));
        }
        input.click();
    });
    let _ = js::settle(answered.into()).await;
    input.remove();
    input.files().and_then(|files| files.get(0)).ok_or(FileError::Cancelled)
}

/// An address within this page for bytes that are shown in it. Dropping it ends it.
#[must_use = "dropping it ends the address"]
#[derive(Debug)]
pub struct Address(String);

impl Address {
    /// `media` is what the browser takes the bytes for: only what was looked at and found harmless.
    #[must_use]
    pub fn of(bytes: &[u8], media: &str) -> Option<Self> {
        Url::create_object_url_with_blob(&blob(bytes, media)?).ok().map(Self)
    }

    /// As text, for `src`.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// The browser's own bytes.
pub(super) fn blob(bytes: &[u8], media: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(media);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()
}

fn shareable(name: &str, media: &str, bytes: &[u8]) -> Option<JsValue> {
    let options = FilePropertyBag::new();
    options.set_type(media);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let file = File::new_with_u8_array_sequence_and_options(&parts, name, &options).ok()?;
    Some(js::object(&[("files", Array::of1(&file).into()), ("title", name.into())]))
}

/// Whether the device has a share sheet that takes a text file.
#[must_use]
pub fn can_share() -> bool {
    takes("a.txt", "text/plain")
}

/// Whether the device has a share sheet that takes such a file.
#[must_use]
pub fn takes(name: &str, media: &str) -> bool {
    let asked = || js::call(&js::navigator()?, "canShare", &[shareable(name, media, b"a")?]).ok();
    asked().and_then(|v| v.as_bool()).unwrap_or(false)
}

/// Opens the share sheet with the bytes as a text file; `name` ends in `.txt`, the only ending that all take.
///
/// # Errors
/// Those of [`share_as`].
pub async fn share(name: &str, bytes: &[u8]) -> Result<(), FileError> {
    share_as(name, "text/plain", bytes).await
}

/// Opens the share sheet with a file of this kind.
///
/// # Errors
/// `Cancelled` when the person closed the sheet, `Refused` when there is none.
pub async fn share_as(name: &str, media: &str, bytes: &[u8]) -> Result<(), FileError> {
    let (Some(navigator), Some(data)) = (js::navigator(), shareable(name, media, bytes)) else {
        return Err(FileError::Refused);
    };
    let promise = js::call(&navigator, "share", &[data]).map_err(|_| FileError::Refused)?;
    match js::settle(promise).await {
        Ok(_) => Ok(()),
        Err(error) if js::error_name(&error) == "AbortError" => Err(FileError::Cancelled),
        Err(_) => Err(FileError::Refused),
    }
}
