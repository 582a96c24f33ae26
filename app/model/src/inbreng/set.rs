//! A class set: tablets that are nobody's, on which children answer as well. What is asked goes there as one message, what
//! was said comes back sealed for the council alone: each answer by itself, all of one length or nearly, in an order that
//! tells nothing. With a file or a moving code, so also without network.

use std::collections::BTreeSet;

use replica::id::{hex, sha256};
use replica::keys::{CryptoRng, DeviceKeys, DevicePublic, Secret};
use serde::{Deserialize, Serialize};

use super::command::Contribution;
use super::pool::{Pool, Seed};
use crate::inbreng::Way;
use crate::leerlingenraad::questions::{Group, Standard};
use crate::leerlingenraad::{Council, Question};

/// The secret of a council, with what came in already.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    secret: Option<[u8; 32]>,
    /// Names of what was taken in: the same code shown twice counts once.
    taken: BTreeSet<String>,
}

/// What a tablet of the set must know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invite {
    council: String,
    title: String,
    group: Group,
    key: Vec<u8>,
    questions: Vec<Asked>,
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
    /// A child joined in.
    Child,
    /// An answer of some child.
    Said(Contribution),
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
        })
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

    /// Seals what one child said: apart from each other, and none of it to be opened on this tablet again.
    ///
    /// # Errors
    /// The key of the council cannot be used.
    pub fn seal(
        &self,
        said: Vec<Contribution>,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<Vec<u8>>, NotTaken> {
        let key = self.public()?;
        let gifts = std::iter::once(Gift::Child)
            .chain(said.into_iter().filter(|one| !one.is_empty()).map(Gift::Said));
        gifts
            .map(|gift| {
                let clear = serde_json::to_vec(&gift).map_err(|_| NotTaken::Damaged)?;
                key.seal_gift(self.council.as_bytes(), &clear, rng).map_err(|_| NotTaken::Damaged)
            })
            .collect()
    }

    fn public(&self) -> Result<DevicePublic, NotTaken> {
        let key: [u8; 64] = self.key.as_slice().try_into().map_err(|_| NotTaken::Damaged)?;
        DevicePublic::from_bytes(&key).map_err(|_| NotTaken::Damaged)
    }
}

/// The message with everything that children said on one tablet, in the order of what it looks like sealed.
pub fn bundle(mut gifts: Vec<Vec<u8>>) -> Vec<u8> {
    gifts.sort();
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

impl Pool {
    /// Takes in what came back from a tablet of the set; tells how many answers were new. What was taken in already, and
    /// what is not for this council, is passed over.
    ///
    /// # Errors
    /// Nothing of it is for this council.
    pub fn take(&mut self, council: &str, message: &[u8], seed: &Seed) -> Result<usize, NotTaken> {
        let gifts = unbundle(message)?;
        let secret = self.set.secret.ok_or(NotTaken::Other)?;
        let keys = keys(&secret);
        let (mut opened, mut said) = (0, Vec::new());
        for sealed in &gifts {
            let Ok(clear) = keys.open_gift(council.as_bytes(), sealed) else { continue };
            let Ok(gift) = serde_json::from_slice::<Gift>(&clear) else { continue };
            opened += 1;
            let name = hex(sha256(sealed).get(..16).unwrap_or_default());
            if !self.set.taken.insert(name) {
                continue;
            }
            match gift {
                Gift::Child => self.children = self.children.saturating_add(1),
                Gift::Said(one) => said.push(one),
            }
        }
        if opened == 0 {
            return Err(NotTaken::Other);
        }
        let new = said.len();
        self.put(said, seed);
        Ok(new)
    }
}

fn keys(secret: &[u8; 32]) -> DeviceKeys {
    DeviceKeys::from_secret(&Secret::from_bytes(*secret))
}
