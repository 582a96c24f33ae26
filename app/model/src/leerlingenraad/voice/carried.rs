//! Recordings of an adult on their way to tablets of a class set: sealed letters of one drop-box, the first of which says what the
//! others hold. They go over the server or in a file; who has the questions can open them. No voice of a child is in it (KIND-9).

use std::collections::BTreeMap;

use replica::id::{Hash, hex, sha256};
use replica::keys::CryptoRng;
use replica::letter::{self, LetterError, LetterLink};
use serde::{Deserialize, Serialize};

use crate::attachment::Attachment;

/// The most that goes to a tablet, in bytes of sound: sixty sentences of a quarter of a minute.
pub const MOST: usize = 3 * 1024 * 1024;

/// The most letters that this takes, with the one that says what they hold.
pub const LETTERS: u64 = MOST.div_ceil(letter::MOST) as u64 + 1;

/// The largest letter, in bytes: with its seal and what it is filled up with.
pub const LARGEST: u64 = letter::MOST as u64 + 8 * 1024;

/// The box of what lies at no server: it came in the file in which the questions came.
const NOWHERE: [u8; 16] = [0; 16];

/// Recordings at the server: of which they are, and how they are found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posted {
    /// As [`mark`] tells.
    pub of: String,
    pub link: String,
}

impl Posted {
    /// The drop-box in which they lie.
    pub fn dropbox(&self) -> Option<[u8; 16]> {
        LetterLink::read(&self.link).ok().map(|link| *link.dropbox())
    }
}

/// Tells one set of recordings from another.
pub fn mark(all: &BTreeMap<String, Attachment>) -> String {
    let one = |(name, sound): (&String, &Attachment)| format!("{name} {:?}\n", sound.blob);
    hex(&sha256(all.iter().map(one).collect::<String>().as_bytes()))
}

/// A recording, by the name of its sentence.
pub type Sound = (String, Vec<u8>);

/// Those that have room in what goes to a tablet: what stands first goes first.
pub fn fitting(sounds: &[Sound]) -> Vec<&Sound> {
    let mut room = MOST;
    let fits =
        |(_, sound): &&Sound| room.checked_sub(sound.len()).map(|left| room = left).is_some();
    sounds.iter().filter(fits).collect()
}

/// What lies in the letters.
#[derive(Debug, Serialize, Deserialize)]
struct Contents {
    pieces: Vec<String>,
    /// How many bytes each is.
    sounds: Vec<(String, usize)>,
}

impl Contents {
    /// Nothing when it asks for more than may come.
    fn read(bytes: &[u8]) -> Option<(Self, Vec<LetterLink>)> {
        let read: Self = serde_json::from_slice(bytes).ok()?;
        let all = read.sounds.iter().try_fold(0_usize, |sum, (_, one)| sum.checked_add(*one))?;
        let links = read.pieces.iter().map(|link| LetterLink::read(link).ok());
        let links: Vec<_> = links.collect::<Option<_>>()?;
        (all <= MOST && links.len() < LETTERS as usize).then_some((read, links))
    }
}

/// Recordings, sealed.
#[derive(Clone, Debug)]
pub struct Packed {
    pub link: String,
    pub sealed: Vec<Vec<u8>>,
    /// How many recordings have no room in it.
    pub left_out: usize,
}

impl Packed {
    /// For a drop-box, or for a file when there is none. What stands first goes along first.
    ///
    /// # Errors
    /// Never for what fits in [`MOST`]; the letters say why.
    pub fn new(
        dropbox: Option<[u8; 16]>,
        sounds: &[Sound],
        rng: &mut impl CryptoRng,
    ) -> Result<Self, LetterError> {
        let dropbox = dropbox.unwrap_or(NOWHERE);
        let (mut all, mut listed) = (Vec::new(), Vec::new());
        for (name, sound) in fitting(sounds) {
            listed.push((name.clone(), sound.len()));
            all.extend(sound);
        }
        let left_out = sounds.len() - listed.len();
        let (mut sealed, mut pieces) = (Vec::new(), Vec::new());
        for piece in all.chunks(letter::MOST) {
            let (link, one) = LetterLink::seal(dropbox, piece, rng)?;
            pieces.push(link.text());
            sealed.push(one);
        }
        let contents = serde_json::to_vec(&Contents { pieces, sounds: listed });
        let contents = contents.map_err(|_| LetterError::TooLarge)?;
        let (link, first) = LetterLink::seal(dropbox, &contents, rng)?;
        sealed.insert(0, first);
        Ok(Self { link: link.text(), sealed, left_out })
    }
}

/// Puts what comes in together, in any order of the pieces, after the first letter. Nothing of it can be trusted.
#[derive(Clone, Debug)]
pub struct Gather {
    first: LetterLink,
    sounds: Option<Vec<(String, usize)>>,
    pieces: Vec<(LetterLink, Option<Vec<u8>>)>,
}

impl Gather {
    /// What this link leads to.
    ///
    /// # Errors
    /// It leads nowhere.
    pub fn new(link: &str) -> Result<Self, LetterError> {
        let first = LetterLink::read(link)?;
        Ok(Self { first, sounds: None, pieces: Vec::new() })
    }

    /// The next letter to ask the server for; nothing when all is here, or when it lies at no server.
    pub fn next(&self) -> Option<([u8; 16], Hash)> {
        let missing = |(link, piece): &(LetterLink, Option<Vec<u8>>)| {
            piece.is_none().then_some((*link.dropbox(), *link.hash()))
        };
        let next = match &self.sounds {
            None => Some((*self.first.dropbox(), *self.first.hash())),
            Some(_) => self.pieces.iter().find_map(missing),
        };
        next.filter(|(dropbox, _)| *dropbox != NOWHERE)
    }

    /// Takes a letter in; tells whether it is one of these.
    pub fn take(&mut self, sealed: &[u8]) -> bool {
        let hash = sha256(sealed);
        if self.sounds.is_none() {
            let opened = self.first.open(sealed).ok();
            let Some((contents, links)) = opened.and_then(|it| Contents::read(&it)) else {
                return false;
            };
            self.sounds = Some(contents.sounds);
            self.pieces = links.into_iter().map(|link| (link, None)).collect();
            return true;
        }
        // The list may name a letter twice: then it is asked for twice, and no more.
        let is_it = |(link, piece): &&mut (LetterLink, Option<Vec<u8>>)| {
            piece.is_none() && *link.hash() == hash
        };
        let Some((link, piece)) = self.pieces.iter_mut().find(is_it) else { return false };
        *piece = link.open(sealed).ok();
        piece.is_some()
    }

    /// How many of how many letters are here; nothing before the first.
    pub fn here(&self) -> Option<(usize, usize)> {
        self.sounds.as_ref()?;
        let here = self.pieces.iter().filter(|(_, piece)| piece.is_some()).count();
        Some((here, self.pieces.len()))
    }

    /// All recordings by the name of their sentence, once everything is here.
    pub fn sounds(&self) -> Option<BTreeMap<String, Vec<u8>>> {
        let listed = self.sounds.as_ref()?;
        let pieces = self.pieces.iter().map(|(_, piece)| piece.as_deref());
        let all = pieces.collect::<Option<Vec<_>>>()?.concat();
        let mut rest = all.as_slice();
        let mut sounds = BTreeMap::new();
        for (name, length) in listed {
            let (sound, after) = rest.split_at_checked(*length)?;
            sounds.insert(name.clone(), sound.to_vec());
            rest = after;
        }
        Some(sounds)
    }
}
