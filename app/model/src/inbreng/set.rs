//! A class set: tablets that are nobody's, on which children answer as well. What is asked goes there as one message, what
//! was said comes back sealed for the council alone: every answer by itself, in pieces of one length, in an order that
//! tells nothing. Over the drop-box of the council, or with a file or a moving code, so also without network.

use std::collections::BTreeSet;

use replica::keys::{CryptoRng, DeviceKeys, DevicePublic, Secret};
use serde::{Deserialize, Serialize};

use super::command::Contribution;
use crate::inbreng::Way;
use crate::leerlingenraad::questions::{Group, Standard};
use crate::leerlingenraad::voice::carried::Posted;
use crate::leerlingenraad::{Council, Question};

mod held;
mod pieces;
mod take;

pub use held::Held;
pub use pieces::SEALED;

/// How many pieces one drop-box takes: thirty children with twelve answers, half of them large drawings.
pub const MOST: u64 = 5_000;

/// What leaves a tablet, by whichever way, is a multiple of so many pieces: more than a child fills with answers to a few questions
/// and one large drawing.
pub const TOGETHER: usize = 16;

/// The secret of a council, with what came in already.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    secret: Option<[u8; 32]>,
    /// Names of what was taken in: the same code shown twice counts once.
    taken: BTreeSet<String>,
    /// The drop-box at the server, when answers may come back over the network.
    #[serde(default)]
    dropbox: Option<Dropbox>,
    /// Pieces of which others are still under way.
    #[serde(default)]
    pieces: pieces::Pieces,
    /// What an adult recorded, as it lies at the server for the tablets.
    #[serde(default)]
    pub voices: Option<Posted>,
}

/// The drop-box of a council at the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropbox {
    pub name: [u8; 16],
    /// When nobody can leave anything any more, in milliseconds since 1970.
    pub closes: u64,
}

impl Dropbox {
    /// Whether something can be left in it.
    pub const fn is_open(&self, now: u64) -> bool {
        now <= self.closes
    }
}

impl Desk {
    /// From `now` on answers may come back over the network, until `closes`; when they might already, nothing changes. A
    /// box that is closed does not open again: another takes its place.
    pub fn reach_out(&mut self, now: u64, closes: u64, rng: &mut impl CryptoRng) {
        if !self.dropbox.is_some_and(|one| one.is_open(now)) {
            let mut name = [0; 16];
            rng.fill_bytes(&mut name);
            self.dropbox = Some(Dropbox { name, closes });
            // It closed with the box of before.
            self.voices = None;
        }
    }

    /// Whether what tablets seal can be opened here.
    pub const fn has_secret(&self) -> bool {
        self.secret.is_some()
    }

    /// The drop-box, when there is one.
    pub const fn dropbox(&self) -> Option<Dropbox> {
        self.dropbox
    }

    /// Whether something came of which a piece is still missing.
    pub fn is_incomplete(&self) -> bool {
        !self.pieces.is_empty()
    }
}

/// What a tablet of the set must know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invite {
    council: String,
    title: String,
    group: Group,
    key: Vec<u8>,
    questions: Vec<Asked>,
    /// Where what was said may be left, over the network.
    #[serde(default)]
    dropbox: Option<[u8; 16]>,
    /// Where what an adult recorded is found.
    #[serde(default)]
    voices: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Asked {
    id: String,
    standard: Option<Standard>,
    own: String,
    ways: Vec<Way>,
}

/// One thing that comes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Gift {
    /// A child joined in, by itself or at the placemat of a question; so many answers come with it.
    Joined { at: Option<String>, answers: u32 },
    /// A child joined in, by itself, on a tablet of before it told how many answers come.
    Child,
    /// A child joined in at a placemat, on a tablet of before it told which.
    AtPlacemat,
    /// A child joined in at the placemat of this question, on a tablet of before it told how many answers come.
    AtPlacematOf(String),
    /// An answer of some child.
    Said(Contribution),
    /// Nothing: only so that what a tablet sends is no less than what another one sends.
    Nothing,
}

/// Why a message was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// It is no such message, or of a later version.
    Damaged,
    /// It belongs to another council.
    Other,
}

impl Invite {
    /// For a council; makes its secret when it has none yet.
    pub fn new(council: &Council, desk: &mut Desk, rng: &mut impl CryptoRng) -> Option<Self> {
        let secret = *desk.secret.get_or_insert_with(|| *Secret::random(rng).bytes());
        let key = keys(&secret).public().bytes().to_vec();
        let asked = council.asked().map(|one| Asked {
            id: one.id.clone(),
            standard: one.standard,
            own: one.own.clone(),
            ways: one.ways.clone(),
        });
        Some(Self {
            council: council.id.clone(),
            title: council.title.clone(),
            group: council.group,
            key,
            questions: asked.collect(),
            dropbox: desk.dropbox.map(|one| one.name),
            voices: None,
        })
    }

    /// The same, and where what an adult recorded is found.
    #[must_use]
    pub fn with_voices(self, link: Option<String>) -> Self {
        Self { voices: link, ..self }
    }

    /// Where what an adult recorded is found; nothing when nobody recorded anything.
    pub fn voices(&self) -> Option<&str> {
        self.voices.as_deref()
    }

    /// The drop-box in which the answers may be left.
    pub const fn dropbox(&self) -> Option<[u8; 16]> {
        self.dropbox
    }

    /// The message.
    pub fn encode(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads a message.
    ///
    /// # Errors
    /// It is none.
    pub fn decode(bytes: &[u8]) -> Result<Self, NotTaken> {
        let read: Self = serde_json::from_slice(bytes).map_err(|_| NotTaken::Damaged)?;
        read.public().map(|_| read)
    }

    /// The council as a tablet of the set knows it.
    pub fn council(&self) -> Council {
        let question = |one: &Asked| Question {
            id: one.id.clone(),
            standard: one.standard,
            own: one.own.clone(),
            ways: one.ways.clone(),
            gone: false,
        };
        Council {
            id: self.council.clone(),
            title: self.title.clone(),
            on: None,
            group: self.group,
            schools: String::new(),
            promised: String::new(),
            questions: self.questions.iter().map(question).collect(),
            held: false,
            drawn: false,
            gone: false,
        }
    }

    /// Seals what one child said: every answer apart, in pieces of one length, and none of it to be opened on this tablet
    /// again.
    ///
    /// # Errors
    /// The key of the council cannot be used.
    pub fn seal(
        &self,
        said: Vec<Contribution>,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<Vec<u8>>, NotTaken> {
        self.seal_all(1, None, said, rng)
    }

    /// The same for what was said at one placemat of a question, by so many children.
    ///
    /// # Errors
    /// The key of the council cannot be used.
    pub fn seal_placemat(
        &self,
        question: &str,
        children: u32,
        said: Vec<Contribution>,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<Vec<u8>>, NotTaken> {
        self.seal_all(children, Some(question), said, rng)
    }

    /// Lays pieces with nothing in them between the others, up to a multiple of [`TOGETHER`]: how many there are then does not
    /// tell how much was said. What is a multiple already stays as it is.
    ///
    /// # Errors
    /// The key of the council cannot be used; then nothing may leave.
    pub fn fill_up(
        &self,
        pieces: &mut Vec<Vec<u8>>,
        rng: &mut impl CryptoRng,
    ) -> Result<(), NotTaken> {
        let missing = pieces.len().next_multiple_of(TOGETHER) - pieces.len();
        pieces.extend(self.seal_gifts(std::iter::repeat_n(Gift::Nothing, missing), rng)?);
        // As they look sealed, which is random.
        pieces.sort();
        Ok(())
    }

    fn seal_all(
        &self,
        children: u32,
        at: Option<&str>,
        said: Vec<Contribution>,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<Vec<u8>>, NotTaken> {
        let said: Vec<_> = said.into_iter().filter(|one| !one.is_empty()).collect();
        let all = u32::try_from(said.len()).unwrap_or(u32::MAX);
        // Told once: the answers of a placemat are no more one child's than another's.
        let answers = |child: u32| if child == 0 { all } else { 0 };
        let joined = |child| Gift::Joined { at: at.map(str::to_owned), answers: answers(child) };
        self.seal_gifts((0..children).map(joined).chain(said.into_iter().map(Gift::Said)), rng)
    }

    fn seal_gifts(
        &self,
        gifts: impl Iterator<Item = Gift>,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<Vec<u8>>, NotTaken> {
        let key = self.public()?;
        let mut sealed = Vec::new();
        for gift in gifts {
            let clear = serde_json::to_vec(&gift).map_err(|_| NotTaken::Damaged)?;
            for piece in pieces::cut(&clear, rng).ok_or(NotTaken::Damaged)? {
                let one = key.seal_gift(self.council.as_bytes(), &piece, rng);
                sealed.push(one.map_err(|_| NotTaken::Damaged)?);
            }
        }
        Ok(sealed)
    }

    fn public(&self) -> Result<DevicePublic, NotTaken> {
        let key: [u8; 64] = self.key.as_slice().try_into().map_err(|_| NotTaken::Damaged)?;
        DevicePublic::from_bytes(&key).map_err(|_| NotTaken::Damaged)
    }
}

/// How many pieces go into one message, a multiple of [`TOGETHER`]: more would be larger than what fits in frames.
const IN_MESSAGE: usize = 15 * TOGETHER;

/// The messages with everything that children said on one tablet, in the order of what it looks like sealed.
pub fn bundle(mut gifts: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    gifts.sort();
    gifts.chunks(IN_MESSAGE).map(message).collect()
}

fn message(gifts: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for gift in gifts {
        bytes.extend((gift.len() as u32).to_be_bytes());
        bytes.extend(gift);
    }
    bytes
}

/// What stands in a message.
///
/// # Errors
/// It is none.
pub fn unbundle(mut bytes: &[u8]) -> Result<Vec<Vec<u8>>, NotTaken> {
    let mut gifts = Vec::new();
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_at_checked(4).ok_or(NotTaken::Damaged)?;
        let length = u32::from_be_bytes(length.try_into().map_err(|_| NotTaken::Damaged)?);
        let length = usize::try_from(length).map_err(|_| NotTaken::Damaged)?;
        let (gift, rest) = rest.split_at_checked(length).ok_or(NotTaken::Damaged)?;
        gifts.push(gift.to_vec());
        bytes = rest;
    }
    Ok(gifts)
}

fn keys(secret: &[u8; 32]) -> DeviceKeys {
    DeviceKeys::from_secret(&Secret::from_bytes(*secret))
}
