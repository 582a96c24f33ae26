//! What a device had seen when it wrote: told inside the sealed body, where a server cannot touch it.
//! Two members who compare heads find out who withholds or forks (F20, F21).

use crate::id::{DeviceId, Hash, PartId, Seq};
use crate::keys::wire::{Damaged, Reader, Writer};

/// How many chains one envelope tells about. Tell what changed since the last time first.
pub const MAX_HEADS: usize = 128;

/// How many heads the membership log may have.
const MAX_LOG_HEADS: usize = 16;

/// The newest envelope of one device in one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChainHead {
    pub part: PartId,
    pub device: DeviceId,
    pub seq: Seq,
    pub hash: Hash,
}

/// What a device had seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// Heads of the membership log, sorted.
    pub log: Vec<Hash>,
    /// Newest accepted envelopes, sorted, at most [`MAX_HEADS`].
    pub chains: Vec<ChainHead>,
}

impl Heads {
    /// The bytes; nothing at all when there is nothing to tell. What does not fit is left out.
    pub fn encode(&self) -> Vec<u8> {
        if self.log.is_empty() && self.chains.is_empty() {
            return Vec::new();
        }
        let (log, chains) = (self.log.iter().take(MAX_LOG_HEADS), self.chains.iter());
        let chains = chains.take(MAX_HEADS);
        let mut to = Writer::array(2);
        to.list(log.len());
        log.for_each(|hash| {
            to.bytes(hash);
        });
        to.list(chains.len());
        chains.for_each(|head| write(&mut to, head));
        to.finish()
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, Damaged> {
        if bytes.is_empty() {
            return Ok(Self::default());
        }
        let mut from = Reader::new(bytes);
        from.exactly(2)?;
        let log = from.many(MAX_LOG_HEADS, Reader::fixed)?;
        let heads = Self { log, chains: from.many(MAX_HEADS, read)? };
        if heads.encode() == bytes { Ok(heads) } else { Err(Damaged) }
    }
}

pub(crate) fn write(to: &mut Writer, head: &ChainHead) {
    to.list(4);
    to.bytes(head.part.bytes()).bytes(head.device.bytes()).number(head.seq).bytes(&head.hash);
}

pub(crate) fn read(from: &mut Reader<'_>) -> Result<ChainHead, Damaged> {
    from.exactly(4)?;
    Ok(ChainHead {
        part: PartId::from_bytes(from.fixed()?),
        device: DeviceId::from_bytes(from.fixed()?),
        seq: from.number()?,
        hash: from.fixed()?,
    })
}
