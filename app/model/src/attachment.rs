//! A file that belongs to something in a document: what it is called, and the key that opens its encrypted bytes, which lie
//! elsewhere (`replica::blob`). Any typed document may hold one, in any register. It knows no document of its own.

use std::fmt;

use replica::blob::Blob;
use replica::document::{Document, Value};
use replica::id::{BlobId, hex};
use replica::keys::Secret;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use crate::field::map;

#[cfg(test)]
mod tests;

const BLOB: &str = "bijlage";
const NAME: &str = "naam";
const MEDIA: &str = "soort";
const SIZE: &str = "bytes";
const HASH: &str = "hash";
const KEY: &str = "sleutel";

/// The longest name that is kept, in characters.
const LONGEST: usize = 120;

/// A file as a document holds it. Whoever may read the document can open the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Attachment {
    pub blob: BlobId,
    /// As people call it, with its ending.
    pub name: String,
    /// What it says that it is, as `application/pdf`. Only a hint: see [`look`].
    pub media: String,
    /// Bytes of content.
    pub size: u64,
    pub opens: Opens,
}

/// The key of a file and the hash that its sealed bytes must have.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Opens {
    key: [u8; 32],
    hash: [u8; 32],
}

impl fmt::Debug for Opens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Opens(…)")
    }
}

impl Serialize for Opens {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&format!("{}{}", hex(&self.key), hex(&self.hash)))
    }
}

impl<'de> Deserialize<'de> for Opens {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let read = || Some(Self { key: digits(text.get(..64)?)?, hash: digits(text.get(64..)?)? });
        read().ok_or_else(|| serde::de::Error::custom("128 hexadecimal digits"))
    }
}

fn digits(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (nth, to) in bytes.iter_mut().enumerate() {
        *to = u8::from_str_radix(text.get(2 * nth..2 * nth + 2)?, 16).ok()?;
    }
    Some(bytes)
}

impl Attachment {
    /// The attachment for a file that was sealed.
    pub fn new(blob: &Blob, name: &str, media: &str) -> Self {
        Self {
            blob: blob.id,
            name: file_name(name),
            media: media.to_owned(),
            size: blob.size,
            opens: Opens { key: *blob.key.bytes(), hash: blob.hash },
        }
    }

    /// What it takes to open the file.
    pub fn to_blob(&self) -> Blob {
        let Opens { key, hash } = self.opens;
        Blob { id: self.blob, size: self.size, hash, key: Secret::from_bytes(key) }
    }

    /// As one value for a register. One register holds one attachment; name it after [`blob`](Self::blob).
    pub fn to_value(&self) -> Value {
        map([
            (BLOB, self.blob.to_string().into()),
            (NAME, self.name.as_str().into()),
            (MEDIA, self.media.as_str().into()),
            (SIZE, i64::try_from(self.size).unwrap_or(i64::MAX).into()),
            (HASH, self.opens.hash.to_vec().into()),
            (KEY, self.opens.key.to_vec().into()),
        ])
    }

    /// Reads such a value; nothing when it is another one.
    pub fn from_value(value: &Value) -> Option<Self> {
        let bytes = |name| value.member(name)?.bytes()?.try_into().ok();
        Some(Self {
            blob: value.member(BLOB)?.text()?.parse().ok()?,
            name: file_name(value.member(NAME)?.text()?),
            media: value.member(MEDIA)?.text()?.to_owned(),
            size: value.member(SIZE)?.int()?.try_into().ok()?,
            opens: Opens { key: bytes(KEY)?, hash: bytes(HASH)? },
        })
    }
}

/// Every attachment that a document holds, whatever kind of document it is.
pub fn all(document: &Document) -> Vec<Attachment> {
    document.values_with(BLOB).iter().filter_map(Attachment::from_value).collect()
}

/// A name that is only a name: no folders, nothing unseen that makes it read differently, not too long.
pub fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    // Marks that turn the direction of reading make `gpj.exe` look like `exe.jpg`.
    let hidden = |letter: &char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let clean: String = last.chars().filter(|letter| !hidden(letter)).collect();
    let clean = clean.trim().trim_start_matches('.');
    if clean.is_empty() {
        return "bestand".to_owned();
    }
    let count = clean.chars().count();
    if count <= LONGEST {
        return clean.to_owned();
    }
    // The ending says what it is, so that stays.
    let ending = clean.rsplit_once('.').map(|(_, ending)| ending).filter(|one| one.len() <= 8);
    let ending = ending.map(|ending| format!("….{ending}")).unwrap_or_else(|| "…".to_owned());
    let room = LONGEST.saturating_sub(ending.chars().count());
    clean.chars().take(room).chain(ending.chars()).collect()
}

/// The name of a picture that was made a JPEG.
pub fn as_photo(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    file_name(&format!("{stem}.jpg"))
}

/// How a file may be shown, by its bytes and never by what it says that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A picture that a browser draws without running anything.
    Picture(&'static str),
    Pdf,
    /// Sound that a browser plays.
    Sound(&'static str),
    /// Anything else: it is handed over as a download and never opened here. A web page or a drawing in SVG is among these.
    Other,
}

impl Look {
    /// The media type under which the browser gets it.
    pub const fn media(self) -> &'static str {
        match self {
            Self::Picture(media) | Self::Sound(media) => media,
            Self::Pdf => "application/pdf",
            Self::Other => "application/octet-stream",
        }
    }
}

/// What the first bytes say.
pub fn look(content: &[u8]) -> Look {
    let at = |from: usize, what: &[u8]| content.get(from..from + what.len()) == Some(what);
    if at(0, &[0xff, 0xd8, 0xff]) {
        Look::Picture("image/jpeg")
    } else if at(0, b"\x89PNG\r\n\x1a\n") {
        Look::Picture("image/png")
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        Look::Picture("image/webp")
    } else if at(0, b"%PDF-") {
        Look::Pdf
    } else if at(0, b"OggS") {
        Look::Sound("audio/ogg")
    } else if at(0, &[0x1a, 0x45, 0xdf, 0xa3]) {
        Look::Sound("audio/webm")
    } else if at(4, b"ftypM4A") || at(4, b"ftypmp4") || at(4, b"ftypisom") {
        Look::Sound("audio/mp4")
    } else {
        Look::Other
    }
}

/// How it stands with a file on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Here; nobody else is in the space.
    Here,
    /// Here, and the server does not have all of it.
    Waits,
    /// Here, and acknowledged by the server.
    Sent,
    /// Some pieces are here.
    Partly {
        here: u64,
        count: u64,
    },
    Elsewhere,
    /// What arrived is not what was added.
    Damaged,
}

impl State {
    /// Whether it can be opened here and now.
    pub const fn is_here(self) -> bool {
        matches!(self, Self::Here | Self::Waits | Self::Sent)
    }

    /// The words beside its name.
    pub const fn label(self) -> Text {
        match self {
            Self::Here => t("Staat op dit apparaat", "On this device"),
            Self::Waits => {
                t("Staat op dit apparaat, nog niet verzonden", "On this device, not sent yet")
            }
            Self::Sent => t("Staat op dit apparaat, verzonden", "On this device, sent"),
            Self::Partly { .. } => t("Nog niet helemaal opgehaald", "Not fetched completely yet"),
            Self::Elsewhere => t("Nog niet opgehaald", "Not fetched yet"),
            Self::Damaged => {
                t("Beschadigd aangekomen: voeg het opnieuw toe", "Arrived damaged: add it again")
            }
        }
    }
}

/// Why a file was not added. Nothing was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAdded {
    TooLarge,
    Empty,
    /// A picture from which the place where it was taken cannot be removed, because the browser cannot read it.
    Picture,
    Unreadable,
    /// The device keeps nothing more.
    Full,
    /// The storage failed.
    NotSaved,
    /// The role in this space does not allow it, or the document refused.
    MayNot,
}

impl NotAdded {
    /// What is wrong and what helps.
    pub const fn text(self) -> Text {
        match self {
            Self::TooLarge => t(
                "Dit bestand is groter dan 10 MB. Dat kan niet mee: elk apparaat in de ruimte bewaart het, ook een tablet met weinig geheugen. Maak het kleiner of deel het op.",
                "This file is larger than 10 MB. It cannot come along: every device in the space keeps it, also a tablet with little memory. Make it smaller or split it.",
            ),
            Self::Empty => t("Dit bestand is leeg.", "This file is empty."),
            Self::Picture => t(
                "De browser kan deze foto niet lezen. Daardoor kan de plaats waar hij gemaakt is er niet uit. Bewaar hem als JPEG of PNG en voeg die toe.",
                "The browser cannot read this photo, so the place where it was taken cannot be removed. Save it as JPEG or PNG and add that.",
            ),
            Self::Unreadable => {
                t("Dit bestand kon niet worden gelezen.", "This file could not be read.")
            }
            Self::Full => t(
                "Op dit apparaat is geen ruimte meer voor dit bestand. Er is niets toegevoegd.",
                "There is no room for this file on this device. Nothing was added.",
            ),
            Self::NotSaved => t(
                "Het bestand kon niet worden bewaard. Er is niets toegevoegd. Probeer het nog eens.",
                "The file could not be kept. Nothing was added. Try again.",
            ),
            Self::MayNot => {
                t("Hier kun je nu geen bestand toevoegen.", "You cannot add a file here now.")
            }
        }
    }
}
