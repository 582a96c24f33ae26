//! Keys and values of the rows that the journal keeps. Specified in README.md.

use minicbor::{Decoder, Encoder};

use super::Head;
use crate::envelope::{EnvelopeError, Header};
use crate::id::{DeviceId, Hash, PartId, Seq, SpaceId, hex, sha256};
use crate::store::{Op, Table};

/// Why an envelope is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The bytes are not an envelope.
    Damaged,
    /// It belongs to another space, or stood under another key.
    WrongPlace,
    /// The envelope is whole, the changes in it are not.
    BadChanges,
    /// Another envelope has the same place in the chain.
    Fork,
}

impl Reason {
    /// A short name, as stored.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::WrongPlace => "wrong-place",
            Self::BadChanges => "bad-changes",
            Self::Fork => "fork",
        }
    }

    pub(crate) const fn of_envelope(_: EnvelopeError) -> Self {
        Self::Damaged
    }
}

/// Meta rows below this prefix belong to this device alone and never leave it.
pub(crate) const LOCAL: &str = "local/";

pub(crate) fn log_key(header: &Header) -> String {
    let chain = format!("{}/{}/{}/", header.space, header.part, header.device);
    seq_key(&chain, header.seq)
}

/// The key of an envelope in a chain, of which the keys begin with `chain`.
pub(crate) fn seq_key(chain: &str, seq: Seq) -> String {
    format!("{chain}{seq:016x}")
}

pub(crate) fn parse_log_key(key: &str) -> Option<(SpaceId, PartId, DeviceId, Seq)> {
    let mut parts = key.split('/');
    let (space, part) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let device = parts.next()?.parse().ok()?;
    let seq = u64::from_str_radix(parts.next()?, 16).ok()?;
    parts.next().is_none().then_some((space, part, device, seq))
}

pub(crate) fn piece_key(space: SpaceId, part: PartId, index: usize) -> String {
    format!("{space}/{part}/{index:08x}")
}

pub(crate) fn parse_piece_key(key: &str) -> Option<(SpaceId, PartId)> {
    let mut parts = key.split('/');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

pub(crate) fn head_key(space: SpaceId, part: PartId) -> String {
    format!("{LOCAL}head/{space}/{part}")
}

pub(crate) fn heads_prefix(space: SpaceId) -> String {
    format!("{LOCAL}head/{space}/")
}

pub(crate) fn acknowledged_key(space: SpaceId, part: PartId) -> String {
    format!("{LOCAL}acknowledged/{space}/{part}")
}

pub(crate) fn acknowledged_prefix(space: SpaceId) -> String {
    format!("{LOCAL}acknowledged/{space}/")
}

pub(crate) fn last_part(key: &str) -> Option<PartId> {
    key.rsplit('/').next()?.parse().ok()
}

pub(crate) fn quarantine(space: SpaceId, key: &str, bytes: &[u8], reason: Reason) -> Op {
    let mut to = Encoder::new(Vec::with_capacity(bytes.len() + 160));
    // ok: writing to a Vec cannot fail, so the result carries nothing
    let _ = to
        .array(3)
        .and_then(|to| to.str(reason.name()))
        .and_then(|to| to.str(key))
        .and_then(|to| to.bytes(bytes));
    let key = format!("{space}/{}", hex(&sha256(bytes)));
    Op::Put { table: Table::Quarantine, key, value: to.into_writer() }
}

pub(crate) fn encode_head(head: &Head) -> Vec<u8> {
    let mut to = Encoder::new(Vec::with_capacity(48));
    // ok: writing to a Vec cannot fail, so the result carries nothing
    let _ = to.array(2).and_then(|to| to.u64(head.seq)).and_then(|to| to.bytes(&head.hash));
    to.into_writer()
}

pub(crate) fn decode_head(bytes: &[u8]) -> Option<Head> {
    let mut from = Decoder::new(bytes);
    (from.array().ok()? == Some(2)).then_some(())?;
    let seq = from.u64().ok()?;
    let hash: Hash = from.bytes().ok()?.try_into().ok()?;
    Some(Head { seq, hash })
}

pub(crate) fn encode_seq(seq: Seq) -> Vec<u8> {
    seq.to_be_bytes().to_vec()
}

pub(crate) fn decode_seq(bytes: &[u8]) -> Option<Seq> {
    bytes.try_into().ok().map(Seq::from_be_bytes)
}
