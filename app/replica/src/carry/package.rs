//! A package: items of one or more spaces in one file. It is read whole or refused; what its items are
//! worth, the client of the space says.

use thiserror::Error;

use super::armour;
use crate::blob::{MAX_PIECES, OVERHEAD, PIECE};
use crate::envelope::MAX_BYTES;
use crate::id::{BlobId, Hash, SpaceId};
use crate::keys::wire::{Damaged, Reader, Writer};
use crate::member::{MAX_ENTRY, Signed};
use crate::sync::Item;
use crate::whole::{self, Flaw, Form, Pen, Read};

/// The largest package as a file, in bytes. Checked before anything is decoded.
pub const MAX_PACKAGE: usize = 32 * 1024 * 1024;

/// How many items a package holds at most.
pub const MAX_PACKAGE_ITEMS: usize = 65_536;

/// How many spaces a package or a summary holds at most.
pub const MAX_SPACES: usize = 256;

/// The version of the format that this code writes.
const FORMAT: u64 = 1;

const FORM: Form =
    Form { magic: b"thuisnabij pakket\n", format: FORMAT, header: 2, most: MAX_PACKAGE_ITEMS };

/// The same with pieces of files in it, so that a version that knows of none asks for an update.
const WITH_FILES: Form = Form { format: 2, ..FORM };

/// Bytes that stand around an item, at most.
const AROUND: usize = 12;

/// Items of one space. Entries stand before envelopes, and after what they build on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bag {
    pub space: SpaceId,
    pub items: Vec<Item>,
}

impl Bag {
    /// The first entry of the membership log, if it is here: what a device needs that has just been
    /// let in. `root` is its hash, from the invitation.
    pub fn first(&self, root: &Hash) -> Option<Signed> {
        let entries = self.items.iter().filter_map(|item| match item {
            Item::Entry(bytes) => Signed::decode(bytes).ok(),
            Item::Envelope(_) => None,
        });
        entries.into_iter().find(|signed| signed.id() == root && signed.entry().parents.is_empty())
    }
}

/// What one device gives to another. The same content has the same bytes, so that a transfer by QR
/// can go on after a restart on either side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Package {
    /// One for each space.
    pub bags: Vec<Bag>,
    /// Pieces of files that belong to what is in these spaces.
    pub files: Vec<PackedPiece>,
}

/// A piece of an encrypted file on its way. What it is worth, the document says that holds its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedPiece {
    pub space: SpaceId,
    pub blob: BlobId,
    /// Which one, from 0.
    pub number: u64,
    pub sealed: Vec<u8>,
}

/// Why a file is not taken over. Nothing was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PackageError {
    #[error("this is not a package made by Thuisnabij")]
    NotAPackage,
    #[error("package is larger than {MAX_PACKAGE} bytes")]
    TooLarge,
    /// The form itself is newer: update the app first.
    #[error("the package has format {0}, this app understands {FORMAT}")]
    Newer(u64),
    #[error("the package is cut off")]
    CutOff,
    #[error("the package is damaged")]
    Damaged,
}

impl PackageError {
    /// The sentence in Dutch and in English.
    pub const fn sentence(self) -> (&'static str, &'static str) {
        match self {
            Self::NotAPackage => (
                "Dit bestand is geen pakket van Thuisnabij. Kies een ander bestand.",
                "This file is not a package of Thuisnabij. Choose another file.",
            ),
            Self::TooLarge => (
                "Dit pakket is te groot. Vraag om minder ruimtes tegelijk door te geven.",
                "This package is too large. Ask to hand over fewer spaces at a time.",
            ),
            Self::Newer(_) => (
                "Dit pakket is gemaakt met een nieuwere versie. Vernieuw eerst de app.",
                "A newer version made this package. Update the app first.",
            ),
            Self::CutOff => (
                "Het einde van dit pakket ontbreekt. Er is niets overgenomen. Vraag het opnieuw.",
                "The end of this package is missing. Nothing was taken over. Ask for it again.",
            ),
            Self::Damaged => (
                "Dit pakket is onderweg beschadigd. Er is niets overgenomen. Vraag het opnieuw.",
                "This package was damaged on its way. Nothing was taken over. Ask for it again.",
            ),
        }
    }
}

impl From<Flaw> for PackageError {
    fn from(flaw: Flaw) -> Self {
        match flaw {
            Flaw::OtherKind => Self::NotAPackage,
            Flaw::Newer(format) => Self::Newer(format),
            Flaw::CutOff => Self::CutOff,
            Flaw::Damaged { .. } => Self::Damaged,
        }
    }
}

impl Package {
    /// How many items it holds.
    pub fn len(&self) -> usize {
        self.bags.iter().map(|bag| bag.items.len()).sum::<usize>() + self.files.len()
    }

    /// Every space that it is about.
    fn spaces(&self) -> Vec<SpaceId> {
        let mut all: Vec<_> = self.bags.iter().map(|bag| bag.space).collect();
        for piece in &self.files {
            if !all.contains(&piece.space) {
                all.push(piece.space);
            }
        }
        all
    }

    /// Whether there is nothing to give.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes of the file.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let sink = |piece: &[u8]| bytes.extend_from_slice(piece);
        // ok (all below): writing to a Vec cannot fail, so the results carry nothing
        let spaces = self.spaces();
        let form = if self.files.is_empty() { &FORM } else { &WITH_FILES };
        let mut pen = Pen::begin(form, sink, |to| {
            let _ = to.array(spaces.len() as u64);
            for space in &spaces {
                let _ = to.bytes(space.bytes());
            }
        });
        for (place, bag) in (0u64..).zip(&self.bags) {
            for item in &bag.items {
                let kind = u64::from(matches!(item, Item::Envelope(_)));
                pen.item(item.bytes().len(), |to| {
                    let _ = to
                        .u64(place)
                        .and_then(|to| to.u64(kind))
                        .and_then(|to| to.bytes(item.bytes()));
                });
            }
        }
        for piece in &self.files {
            let place = spaces.iter().position(|space| *space == piece.space).unwrap_or(0);
            let mut inside = Writer::array(3);
            inside.bytes(piece.blob.bytes()).number(piece.number).bytes(&piece.sealed);
            let inside = inside.finish();
            pen.item(inside.len(), |to| {
                let _ =
                    to.u64(place as u64).and_then(|to| to.u64(2)).and_then(|to| to.bytes(&inside));
            });
        }
        pen.end();
        bytes
    }

    /// The same as text, for what takes no other files.
    pub fn armour(&self) -> String {
        armour::write(&self.encode())
    }

    /// Reads a file in either form, and checks all of it.
    pub fn read(bytes: &[u8]) -> Result<Self, PackageError> {
        // Text takes four letters for three bytes, and ends of lines.
        if bytes.len() > MAX_PACKAGE / 2 * 3 {
            return Err(PackageError::TooLarge);
        }
        if bytes.starts_with(FORM.magic) {
            return Self::decode(bytes);
        }
        match armour::read(bytes)? {
            Some(inner) => Self::decode(&inner),
            None => Self::decode(bytes),
        }
    }

    fn decode(bytes: &[u8]) -> Result<Self, PackageError> {
        if bytes.len() > MAX_PACKAGE {
            return Err(PackageError::TooLarge);
        }
        let plain = |from: &mut minicbor::Decoder<'_>| item(from, false);
        let (spaces, items) = match whole::read(&FORM, bytes, header, plain) {
            Err(Flaw::Newer(2)) => {
                whole::read(&WITH_FILES, bytes, header, |from| item(from, true))?
            }
            read => read?,
        };
        let mut bags: Vec<_> =
            spaces.into_iter().map(|space| Bag { space, items: Vec::new() }).collect();
        let mut files = Vec::new();
        for (place, item) in items {
            let bag = usize::try_from(place).ok().and_then(|place| bags.get_mut(place));
            let bag = bag.ok_or(PackageError::Damaged)?;
            match item {
                Inside::Item(item) => bag.items.push(item),
                Inside::Piece { blob, number, sealed } => {
                    files.push(PackedPiece { space: bag.space, blob, number, sealed });
                }
            }
        }
        Ok(Self { bags, files })
    }

    /// The package as several that are at most `room` bytes each, for who takes no more at a time.
    /// They may be taken over in any order. A single large item may be above the room. Files stay behind.
    pub fn split(self, room: usize) -> Vec<Self> {
        let mut pieces = vec![Self::default()];
        let mut size = 0;
        for bag in self.bags {
            for item in bag.items {
                let more = item.bytes().len() + AROUND;
                let full = |piece: &Self| {
                    size + more > room.saturating_sub(128) || piece.len() == MAX_PACKAGE_ITEMS
                };
                if pieces.last().is_some_and(|piece| !piece.is_empty() && full(piece)) {
                    pieces.push(Self::default());
                    size = 0;
                }
                size += more;
                let Some(piece) = pieces.last_mut() else { continue };
                match piece.bags.last_mut().filter(|last| last.space == bag.space) {
                    Some(last) => last.items.push(item),
                    None => {
                        size += bag.space.bytes().len() + 1;
                        piece.bags.push(Bag { space: bag.space, items: vec![item] });
                    }
                }
            }
        }
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }
}

fn damaged<T>() -> Read<T> {
    Err(minicbor::decode::Error::message("package"))
}

fn header(from: &mut minicbor::Decoder<'_>) -> Read<Vec<SpaceId>> {
    let length = from.array()?.and_then(|length| usize::try_from(length).ok());
    let Some(length) = length.filter(|length| *length <= MAX_SPACES) else { return damaged() };
    let mut spaces = Vec::new();
    for _ in 0..length {
        let Ok(bytes) = from.bytes()?.try_into() else { return damaged() };
        spaces.push(SpaceId::from_bytes(bytes));
    }
    Ok(spaces)
}

/// What stands in an item.
enum Inside {
    Item(Item),
    Piece { blob: BlobId, number: u64, sealed: Vec<u8> },
}

fn item(from: &mut minicbor::Decoder<'_>, with_files: bool) -> Read<(u64, Inside)> {
    let (place, kind, bytes) = (from.u64()?, from.u64()?, from.bytes()?);
    let inside = match kind {
        0 if bytes.len() <= MAX_ENTRY => Inside::Item(Item::Entry(bytes.to_vec())),
        1 if bytes.len() <= MAX_BYTES => Inside::Item(Item::Envelope(bytes.to_vec())),
        2 if with_files => match piece(bytes) {
            Ok(piece) => piece,
            Err(_) => return damaged(),
        },
        _ => return damaged(),
    };
    Ok((place, inside))
}

fn piece(bytes: &[u8]) -> Result<Inside, Damaged> {
    let mut from = Reader::new(bytes);
    from.exactly(3)?;
    let (blob, number) = (BlobId::from_bytes(from.fixed()?), from.number()?);
    let sealed = from.bytes(PIECE + OVERHEAD)?.to_vec();
    // One spelling, so that the same content has the same bytes.
    let mut again = Writer::array(3);
    again.bytes(blob.bytes()).number(number).bytes(&sealed);
    if number >= MAX_PIECES || again.finish() != bytes {
        return Err(Damaged);
    }
    Ok(Inside::Piece { blob, number, sealed })
}
