//! One signed entry of the membership log, and its bytes.

use super::change::Change;
use super::codec;
use super::rules::LogError;
use crate::id::{DeviceId, Hash, SpaceId, sha256};
use crate::keys::wire::{Damaged, Reader, Writer};
use crate::keys::{DeviceKeys, DevicePublic, Domain, Signature};

/// The largest entry, in bytes. Checked before anything is decoded.
pub const MAX_ENTRY: usize = 128 * 1024;

/// How many entries one entry may build on.
pub const MAX_PARENTS: usize = 16;

/// How many devices a space may have at a time, recovery kits included.
pub const MAX_MEMBERS: usize = 512;

/// How many chains an entry may tell about.
pub const MAX_SEEN: usize = 512;

/// The longest sealed name, in bytes.
pub const MAX_LABEL: usize = 240;

/// The version that this code writes.
const VERSION: u64 = 1;

/// An entry before it is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub space: SpaceId,
    /// The entries that this one builds on, sorted. None for the first.
    pub parents: Vec<Hash>,
    pub author: DeviceId,
    /// When, by the author's clock, in milliseconds since 1970. Only ever shown.
    pub at: u64,
    pub change: Change,
}

/// A signed entry with its bytes and its name: the hash of those bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    entry: Entry,
    id: Hash,
    body: Vec<u8>,
    signature: Signature,
}

impl Entry {
    /// Signs the entry as its author.
    pub fn sign(self, keys: &DeviceKeys) -> Result<Signed, LogError> {
        if self.author != keys.id() {
            return Err(LogError::BadSignature);
        }
        let body = self.encode();
        let signature = keys.sign(Domain::Entry, &[&body]);
        // Reading back what we wrote keeps limits and spelling in one place.
        Signed::decode(&envelope(&body, &signature))
    }

    fn encode(&self) -> Vec<u8> {
        let mut to = Writer::array(6);
        to.bytes(self.space.bytes()).list(self.parents.len());
        for parent in &self.parents {
            to.bytes(parent);
        }
        to.bytes(self.author.bytes()).number(self.at).number(codec::kind(&self.change));
        codec::write(&mut to, &self.change);
        to.finish()
    }

    fn decode(bytes: &[u8]) -> Result<Self, LogError> {
        let mut from = Reader::new(bytes);
        from.exactly(6)?;
        let space = SpaceId::from_bytes(from.fixed()?);
        let parents = from.many(MAX_PARENTS, Reader::fixed)?;
        let author = DeviceId::from_bytes(from.fixed()?);
        let at = from.number()?;
        let kind = from.number()?;
        if kind > codec::LAST_KIND {
            return Err(LogError::Newer(kind));
        }
        let change = codec::read(kind, &mut from)?;
        Ok(Self { space, parents, author, at, change })
    }
}

impl Signed {
    /// The entry.
    pub const fn entry(&self) -> &Entry {
        &self.entry
    }

    /// Its name: SHA-256 of its bytes.
    pub const fn id(&self) -> &Hash {
        &self.id
    }

    /// The bytes that are stored and sent.
    pub fn encode(&self) -> Vec<u8> {
        envelope(&self.body, &self.signature)
    }

    /// Reads an entry within its limits and in its one spelling. Does not check the signature: that
    /// needs the author's key, which the log knows.
    pub fn decode(bytes: &[u8]) -> Result<Self, LogError> {
        if bytes.len() > MAX_ENTRY {
            return Err(LogError::TooLarge);
        }
        let mut from = Reader::new(bytes);
        let length = from.list(8)?;
        let version = from.number()?;
        if version > VERSION {
            return Err(LogError::Newer(version));
        }
        if length != 3 || version != VERSION {
            return Err(LogError::Damaged);
        }
        let body = from.bytes(MAX_ENTRY)?.to_vec();
        let signature = from.fixed()?;
        let entry = Entry::decode(&body)?;
        if envelope(&body, &signature) != bytes || entry.encode() != body {
            return Err(LogError::Damaged);
        }
        Ok(Self { entry, id: sha256(bytes), body, signature })
    }

    pub(super) fn is_signed_by(&self, author: &DevicePublic) -> bool {
        author.verify(Domain::Entry, &[&self.body], &self.signature)
    }
}

fn envelope(body: &[u8], signature: &Signature) -> Vec<u8> {
    let mut to = Writer::array(3);
    to.number(VERSION).bytes(body).bytes(signature);
    to.finish()
}

impl From<Damaged> for LogError {
    fn from(_: Damaged) -> Self {
        Self::Damaged
    }
}
