//! What a device has, in a few hundred bytes: short enough for one QR, readable only for who knows the
//! name of the space. It decides how much is given, never what is believed.

use thiserror::Error;

use super::{MAX_SPACES, Stock};
use crate::id::{BlobId, DeviceId, Hash, PartId, Seq, SpaceId, sha256};
use crate::keys::wire::{Damaged, Reader, Writer};
use crate::keys::{NONCE, decrypt, derive, encrypt};
use crate::sync::MAX_CHAINS;

/// The largest summary, in bytes. Checked before anything is decoded.
pub const MAX_SUMMARY: usize = 64 * 1024;

/// The version that this code writes when it tells of files; without them it is 1, so that an earlier app reads it too.
const VERSION: u64 = 2;
const WITHOUT_FILES: u64 = 1;

/// How many heads of the membership log are told.
const MAX_LOG_HEADS: usize = 64;

/// The start of a hash. Eight bytes find an entry again; nothing is believed for it.
pub(super) type Mark = [u8; 8];

pub(super) fn mark(hash: &Hash) -> Mark {
    let [a, b, c, d, e, f, g, h, ..] = *hash;
    [a, b, c, d, e, f, g, h]
}

/// Up to where somebody has a chain: four bytes for the chain, four for the envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tip {
    pub(super) chain: [u8; 4],
    pub(super) seq: Seq,
    check: [u8; 4],
}

impl Tip {
    pub(super) fn new(chain: (PartId, DeviceId), seq: Seq, hash: &Hash) -> Self {
        Self { chain: name(chain), seq, check: short(hash) }
    }
}

fn short(hash: &Hash) -> [u8; 4] {
    let [a, b, c, d, ..] = *hash;
    [a, b, c, d]
}

/// The start of a hash of salt and file: another one every time, so that two files that look alike once do not stay so.
type FileMark = [u8; 4];

fn file_mark(blob: BlobId, salt: &[u8; 16]) -> FileMark {
    short(&sha256(&[*salt, *blob.bytes()].concat()))
}

fn name((part, device): (PartId, DeviceId)) -> [u8; 4] {
    short(&sha256(&[*part.bytes(), *device.bytes()].concat()))
}

/// What somebody has of one space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// Heads of the membership log.
    pub(super) log: Vec<Mark>,
    pub(super) chains: Vec<Tip>,
    /// The files that are wholly there.
    files: Vec<FileMark>,
}

impl Known {
    /// Up to where the chain is there. Two chains with one name, or another envelope than ours in that
    /// place: then nothing counts as known, and too much is given rather than too little.
    pub(super) fn up_to(
        &self,
        chain: (PartId, DeviceId),
        ours: impl Fn(Seq) -> Option<Hash>,
    ) -> Seq {
        let name = name(chain);
        let mut tips = self.chains.iter().filter(|tip| tip.chain == name);
        match (tips.next(), tips.next()) {
            (Some(tip), None) if ours(tip.seq).is_none_or(|hash| short(&hash) == tip.check) => {
                tip.seq
            }
            _ => 0,
        }
    }

    fn encode(&self) -> Vec<u8> {
        // One byte string for all of them: a mark is four bytes.
        let mut to = Writer::array(if self.files.is_empty() { 2 } else { 3 });
        let log = self.log.iter().take(MAX_LOG_HEADS);
        to.list(log.len());
        log.for_each(|mark| {
            to.bytes(mark);
        });
        to.list(2 * self.chains.len());
        for tip in &self.chains {
            to.bytes(&[tip.chain, tip.check].concat()).number(tip.seq);
        }
        if !self.files.is_empty() {
            to.bytes(&self.files.concat());
        }
        to.finish()
    }

    fn decode(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut from = Reader::new(bytes);
        let length = from.list(3)?;
        let log = from.many(MAX_LOG_HEADS, Reader::fixed)?;
        let numbers = from.list(2 * MAX_CHAINS)?;
        if !numbers.is_multiple_of(2) {
            return Err(Damaged);
        }
        let mut chains = Vec::new();
        for _ in 0..numbers / 2 {
            let [a, b, c, d, e, f, g, h] = from.fixed()?;
            chains.push(Tip { chain: [a, b, c, d], check: [e, f, g, h], seq: from.number()? });
        }
        let files = match length {
            2 => Vec::new(),
            3 => marks(from.bytes(MAX_SUMMARY)?)?,
            _ => return Err(Damaged),
        };
        Ok(Self { log, chains, files })
    }
}

fn marks(bytes: &[u8]) -> Result<Vec<FileMark>, Damaged> {
    let (marks, []) = bytes.as_chunks() else { return Err(Damaged) };
    if marks.is_empty() { Err(Damaged) } else { Ok(marks.to_vec()) }
}

/// See the module's header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    version: u64,
    salt: [u8; 16],
    /// A tag by which who knows the space finds it, and what is there, locked.
    spaces: Vec<([u8; 8], Vec<u8>)>,
}

/// How two devices stand in one space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// How many items the other does not have.
    pub to_give: usize,
    /// The other has something that is not here: ask for a package too.
    pub behind: bool,
}

/// Why bytes are not a summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SummaryError {
    #[error("summary is larger than {MAX_SUMMARY} bytes")]
    TooLarge,
    #[error("summary has version {0}, this app understands {VERSION}")]
    Newer(u64),
    #[error("summary is damaged")]
    Damaged,
}

impl From<Damaged> for SummaryError {
    fn from(_: Damaged) -> Self {
        Self::Damaged
    }
}

impl Summary {
    /// The summary of what these hold. `salt` is random and new every time: without it one could
    /// recognise a device by its summaries. What does not fit in `room` bytes is left out, the shortest
    /// chains first; then the other gives more than is needed.
    pub fn new(stocks: &[Stock<'_>], salt: [u8; 16], room: usize) -> Self {
        Self::with_files(stocks, &[], salt, room)
    }

    /// The same with the files that are wholly here, those first that should not be given twice: they take half of the room
    /// at most, and what is not told is given again.
    pub fn with_files(
        stocks: &[Stock<'_>],
        files: &[(SpaceId, BlobId)],
        salt: [u8; 16],
        room: usize,
    ) -> Self {
        let stocks = stocks.iter().take(MAX_SPACES);
        let mut known: Vec<_> = stocks.map(|stock| (stock.space(), stock.known())).collect();
        for (space, blob) in files.iter().take(room.min(MAX_SUMMARY) / 2 / size_of::<FileMark>()) {
            let of_space = known.iter_mut().find(|(other, _)| other == space);
            of_space.into_iter().for_each(|(_, known)| known.files.push(file_mark(*blob, &salt)));
        }
        loop {
            let summary = Self::lock(&known, salt);
            let most = known.iter().map(|(_, known)| known.chains.len()).sum::<usize>();
            if most == 0 || summary.encode().len() <= room.min(MAX_SUMMARY) {
                return summary;
            }
            drop_shortest(&mut known, most.div_ceil(16));
        }
    }

    fn lock(known: &[(SpaceId, Known)], salt: [u8; 16]) -> Self {
        let locked = |(space, known): &(SpaceId, Known)| {
            let key = derive(space.bytes(), "summary", &[&salt]);
            // The key is used once: the salt is new.
            let sealed = encrypt(&key, &[0; NONCE], &salt, &known.encode());
            (tag(*space, &salt), sealed.unwrap_or_default())
        };
        let mut spaces: Vec<_> = known.iter().map(locked).collect();
        spaces.sort_unstable();
        let tells = known.iter().any(|(_, known)| !known.files.is_empty());
        let version = if tells { VERSION } else { WITHOUT_FILES };
        Self { version, salt, spaces }
    }

    /// Whether it is about this space too.
    pub fn names(&self, space: SpaceId) -> bool {
        self.of(space).is_some()
    }

    /// Whether the other has this file; no as well when nothing is told about it.
    pub fn has_file(&self, space: SpaceId, blob: BlobId) -> bool {
        self.of(space).is_some_and(|known| known.files.contains(&file_mark(blob, &self.salt)))
    }

    /// How the other stands in this space; nothing when the summary does not name it.
    pub fn outlook(&self, stock: &Stock<'_>) -> Option<Outlook> {
        let known = self.of(stock.space())?;
        Some(Outlook { to_give: stock.lacking(&known).len(), behind: stock.is_behind(&known) })
    }

    pub(super) fn of(&self, space: SpaceId) -> Option<Known> {
        let tag = tag(space, &self.salt);
        let (_, sealed) = self.spaces.iter().find(|(other, _)| *other == tag)?;
        let key = derive(space.bytes(), "summary", &[&self.salt]);
        Known::decode(&decrypt(&key, &[0; NONCE], &self.salt, sealed)?).ok()
    }

    /// The bytes that travel.
    pub fn encode(&self) -> Vec<u8> {
        let mut to = Writer::array(3);
        to.number(self.version).bytes(&self.salt).list(self.spaces.len());
        for (tag, sealed) in &self.spaces {
            to.list(2).bytes(tag).bytes(sealed);
        }
        to.finish()
    }

    /// Reads a summary in its one spelling.
    pub fn decode(bytes: &[u8]) -> Result<Self, SummaryError> {
        if bytes.len() > MAX_SUMMARY {
            return Err(SummaryError::TooLarge);
        }
        let mut from = Reader::new(bytes);
        let length = from.list(64)?;
        let version = from.number()?;
        if version > VERSION {
            return Err(SummaryError::Newer(version));
        }
        if length != 3 || version < WITHOUT_FILES {
            return Err(SummaryError::Damaged);
        }
        let salt = from.fixed()?;
        let spaces = from.many(MAX_SPACES, |from| {
            from.exactly(2)?;
            Ok((from.fixed()?, from.bytes(MAX_SUMMARY)?.to_vec()))
        })?;
        let summary = Self { version, salt, spaces };
        if summary.encode() == bytes { Ok(summary) } else { Err(SummaryError::Damaged) }
    }
}

fn tag(space: SpaceId, salt: &[u8; 16]) -> [u8; 8] {
    mark(derive(space.bytes(), "summary tag", &[salt]).bytes())
}

/// The shortest chains save least: giving them again costs least.
fn drop_shortest(known: &mut [(SpaceId, Known)], count: usize) {
    let mut lengths: Vec<_> =
        known.iter().flat_map(|(_, known)| &known.chains).map(|tip| tip.seq).collect();
    lengths.sort_unstable();
    let Some(limit) = lengths.get(count.saturating_sub(1)).copied() else { return };
    let mut left = count;
    for (_, known) in known {
        known.chains.retain(|tip| {
            let goes = left > 0 && tip.seq <= limit;
            left -= usize::from(goes);
            !goes
        });
    }
}
