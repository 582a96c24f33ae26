//! The messages between a device and a relay, and their bytes. Limits are checked before decoding.

use thiserror::Error;

use super::Refusal;
use crate::envelope::MAX_BYTES;
use crate::id::{DeviceId, Hash, PartId, Seq, SpaceId};
use crate::keys::Signature;
use crate::keys::wire::{Damaged, Reader, Writer};
use crate::member::{MAX_ENTRY, MAX_MEMBERS};
use crate::seal::{self, ChainHead};

/// The version that this code speaks.
pub const WIRE_VERSION: u64 = 1;

/// The largest message, in bytes.
pub const MAX_MESSAGE: usize = 1024 * 1024;

/// How many items one message carries.
pub const MAX_ITEMS: usize = 500;

/// How many chains (a device in a part) a space may have at a relay.
pub const MAX_CHAINS: usize = 8192;

/// How many heads or wanted entries of the membership log one message names.
const MAX_HASHES: usize = 1024;

/// Drawn by a relay when its store is made, and again when it is restored from a backup.
pub type ServerEpoch = [u8; 16];

/// What travels: an entry of the membership log, or an envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    Entry(Vec<u8>),
    Envelope(Vec<u8>),
}

/// A row of envelopes of one chain, `from` up to and including `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Range {
    pub part: PartId,
    pub device: DeviceId,
    pub from: Seq,
    pub to: Seq,
}

/// One message. An answer has the number of its question; a poke has 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    pub space: SpaceId,
    pub id: u64,
    pub body: Body,
}

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Who asks, which server it knows, and whether it wants the heads of every chain.
    Hello { device: DeviceId, server: Option<ServerEpoch>, all: bool },
    /// Keep these.
    Push { items: Vec<Item> },
    /// What came after this place in the relay's order?
    List { server: ServerEpoch, after: u64 },
    /// These in particular: something is missing here.
    Want { entries: Vec<Hash>, ranges: Vec<Range> },
    /// Every living device has all up to these heads of a part, and here is the proof: what is below may
    /// go, and chains may begin there.
    Prune { part: PartId, heads: Vec<ChainHead>, receipts: Vec<(DeviceId, Signature)> },
    /// Which server this is and what it has: its newest place, heads of the log, heads of chains.
    Welcome { server: ServerEpoch, newest: u64, log: Vec<Hash>, heads: Vec<ChainHead> },
    /// Durably kept: these entries, and these chains up to here. And what was not taken, and why.
    Ack {
        server: ServerEpoch,
        newest: u64,
        entries: Vec<Hash>,
        heads: Vec<ChainHead>,
        refused: Vec<(Hash, Refusal)>,
    },
    /// Everything after `after` up to and including `last`.
    Page { server: ServerEpoch, after: u64, last: u64, newest: u64, items: Vec<Item> },
    /// What there is of what was wanted.
    Given { items: Vec<Item> },
    /// There is something new.
    Poke { server: ServerEpoch, newest: u64 },
    /// No; try again after so many milliseconds (0: as you see fit).
    Refuse { refusal: Refusal, retry_after: u64 },
}

/// Why bytes are not a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WireError {
    #[error("message is larger than {MAX_MESSAGE} bytes")]
    TooLarge,
    #[error("message has version {0}, this app speaks {WIRE_VERSION}")]
    Newer(u64),
    #[error("message is damaged")]
    Damaged,
}

impl From<Damaged> for WireError {
    fn from(_: Damaged) -> Self {
        Self::Damaged
    }
}

impl Item {
    /// The bytes of the entry or envelope.
    pub fn bytes(&self) -> &[u8] {
        let (Self::Entry(bytes) | Self::Envelope(bytes)) = self;
        bytes
    }

    fn write(&self, to: &mut Writer) {
        let kind = u64::from(matches!(self, Self::Envelope(_)));
        to.list(2).number(kind).bytes(self.bytes());
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
        from.exactly(2)?;
        match from.number()? {
            0 => Ok(Self::Entry(from.bytes(MAX_ENTRY)?.to_vec())),
            1 => Ok(Self::Envelope(from.bytes(MAX_BYTES)?.to_vec())),
            _ => Err(Damaged),
        }
    }
}

impl Frame {
    /// The bytes that travel.
    pub fn encode(&self) -> Vec<u8> {
        let mut to = Writer::array(5);
        to.number(WIRE_VERSION).number(self.body.kind()).number(self.id).bytes(self.space.bytes());
        self.body.write(&mut to);
        to.finish()
    }

    /// Reads a message in its one spelling.
    pub fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        if bytes.len() > MAX_MESSAGE {
            return Err(WireError::TooLarge);
        }
        let mut from = Reader::new(bytes);
        let length = from.list(64)?;
        let version = from.number()?;
        if version > WIRE_VERSION {
            return Err(WireError::Newer(version));
        }
        if length != 5 || version != WIRE_VERSION {
            return Err(WireError::Damaged);
        }
        let (kind, id) = (from.number()?, from.number()?);
        let space = SpaceId::from_bytes(from.fixed()?);
        let frame = Self { space, id, body: Body::read(kind, &mut from)? };
        if frame.encode() == bytes { Ok(frame) } else { Err(WireError::Damaged) }
    }
}

impl Body {
    const fn kind(&self) -> u64 {
        match self {
            Self::Hello { .. } => 1,
            Self::Push { .. } => 2,
            Self::List { .. } => 3,
            Self::Want { .. } => 4,
            Self::Welcome { .. } => 5,
            Self::Ack { .. } => 6,
            Self::Page { .. } => 7,
            Self::Given { .. } => 8,
            Self::Poke { .. } => 9,
            Self::Refuse { .. } => 10,
            Self::Prune { .. } => 11,
        }
    }

    fn write(&self, to: &mut Writer) {
        match self {
            Self::Hello { device, server, all } => {
                to.list(3).bytes(device.bytes()).list(usize::from(server.is_some()));
                if let Some(server) = server {
                    to.bytes(server);
                }
                to.number(u64::from(*all));
            }
            Self::Push { items } | Self::Given { items } => {
                to.list(1);
                many(to, items, |to, item| item.write(to));
            }
            Self::List { server, after } => {
                to.list(2).bytes(server).number(*after);
            }
            Self::Want { entries, ranges } => {
                hashes(to.list(2), entries);
                many(to, ranges, |to, range| {
                    to.list(4).bytes(range.part.bytes()).bytes(range.device.bytes());
                    to.number(range.from).number(range.to);
                });
            }
            Self::Prune { part, heads, receipts } => {
                many(to.list(3).bytes(part.bytes()), heads, seal::write);
                many(to, receipts, |to, (device, signature)| {
                    to.list(2).bytes(device.bytes()).bytes(signature);
                });
            }
            Self::Welcome { server, newest, log, heads } => {
                hashes(to.list(4).bytes(server).number(*newest), log);
                many(to, heads, seal::write);
            }
            Self::Ack { server, newest, entries, heads, refused } => {
                hashes(to.list(5).bytes(server).number(*newest), entries);
                many(to, heads, seal::write);
                many(to, refused, |to, (hash, refusal)| {
                    to.list(2).bytes(hash).number(refusal.number());
                });
            }
            Self::Page { server, after, last, newest, items } => {
                to.list(5).bytes(server).number(*after).number(*last).number(*newest);
                many(to, items, |to, item| item.write(to));
            }
            Self::Poke { server, newest } => {
                to.list(2).bytes(server).number(*newest);
            }
            Self::Refuse { refusal, retry_after } => {
                to.list(2).number(refusal.number()).number(*retry_after);
            }
        }
    }

    fn read(kind: u64, from: &mut Reader<'_>) -> Result<Self, Damaged> {
        match kind {
            1..=4 | 11 => Self::read_question(kind, from),
            _ => Self::read_answer(kind, from),
        }
    }

    fn read_question(kind: u64, from: &mut Reader<'_>) -> Result<Self, Damaged> {
        Ok(match kind {
            1 => {
                from.exactly(3)?;
                let device = DeviceId::from_bytes(from.fixed()?);
                let server = from.many(1, Reader::fixed)?.pop();
                Self::Hello { device, server, all: from.number()? == 1 }
            }
            2 => {
                from.exactly(1)?;
                Self::Push { items: from.many(MAX_ITEMS, Item::read)? }
            }
            3 => {
                from.exactly(2)?;
                Self::List { server: from.fixed()?, after: from.number()? }
            }
            11 => {
                from.exactly(3)?;
                let part = PartId::from_bytes(from.fixed()?);
                let heads = from.many(MAX_CHAINS, seal::read)?;
                let receipts = from.many(MAX_MEMBERS, |from| {
                    from.exactly(2)?;
                    Ok((DeviceId::from_bytes(from.fixed()?), from.fixed()?))
                })?;
                Self::Prune { part, heads, receipts }
            }
            _ => {
                from.exactly(2)?;
                let entries = from.many(MAX_HASHES, Reader::fixed)?;
                Self::Want { entries, ranges: from.many(MAX_ITEMS, range)? }
            }
        })
    }

    fn read_answer(kind: u64, from: &mut Reader<'_>) -> Result<Self, Damaged> {
        Ok(match kind {
            5 => {
                from.exactly(4)?;
                let (server, newest) = (from.fixed()?, from.number()?);
                let log = from.many(MAX_HASHES, Reader::fixed)?;
                Self::Welcome { server, newest, log, heads: from.many(MAX_CHAINS, seal::read)? }
            }
            6 => {
                from.exactly(5)?;
                let (server, newest) = (from.fixed()?, from.number()?);
                let entries = from.many(MAX_ITEMS, Reader::fixed)?;
                let heads = from.many(MAX_CHAINS, seal::read)?;
                let refused = from.many(MAX_ITEMS, |from| {
                    from.exactly(2)?;
                    Ok((from.fixed()?, Refusal::from_number(from.number()?)))
                })?;
                Self::Ack { server, newest, entries, heads, refused }
            }
            7 => {
                from.exactly(5)?;
                let (server, after) = (from.fixed()?, from.number()?);
                let (last, newest) = (from.number()?, from.number()?);
                let items = from.many(MAX_ITEMS, Item::read)?;
                Self::Page { server, after, last, newest, items }
            }
            8 => {
                from.exactly(1)?;
                Self::Given { items: from.many(MAX_ITEMS, Item::read)? }
            }
            9 => {
                from.exactly(2)?;
                Self::Poke { server: from.fixed()?, newest: from.number()? }
            }
            10 => {
                from.exactly(2)?;
                let refusal = Refusal::from_number(from.number()?);
                Self::Refuse { refusal, retry_after: from.number()? }
            }
            _ => return Err(Damaged),
        })
    }
}

fn range(from: &mut Reader<'_>) -> Result<Range, Damaged> {
    from.exactly(4)?;
    Ok(Range {
        part: PartId::from_bytes(from.fixed()?),
        device: DeviceId::from_bytes(from.fixed()?),
        from: from.number()?,
        to: from.number()?,
    })
}

fn many<T>(to: &mut Writer, list: &[T], mut write: impl FnMut(&mut Writer, &T)) {
    to.list(list.len());
    list.iter().for_each(|one| write(to, one));
}

fn hashes(to: &mut Writer, list: &[Hash]) {
    many(to, list, |to, hash| {
        to.bytes(hash);
    });
}
