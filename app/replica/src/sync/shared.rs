//! A snapshot that devices share: the document of a part, up to where it holds every chain, and what
//! judging needs of what lies below. It travels as sealed envelopes; the format stands in SYNC.md.

use super::inbox::Tips;
use super::judged;
use super::wire::MAX_CHAINS;
use crate::envelope::MAX_PAYLOAD;
use crate::id::{DeviceId, Hash, PartId, Seq, SpaceId, sha256};
use crate::keys::wire::{Damaged, Reader, Writer};
use crate::keys::{DeviceKeys, DevicePublic, Domain, Signature};
use crate::seal::ChainHead;

/// The version that this code writes.
const VERSION: u64 = 1;

/// Bytes of a snapshot in one envelope.
const PIECE: usize = MAX_PAYLOAD - 16 * 1024;

/// How many envelopes a snapshot may take.
pub(crate) const MAX_PIECES: usize = 128;

/// See the module's header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shared {
    pub(crate) part: PartId,
    /// Up to where it holds each chain: of the part, and of the part beside it.
    pub(crate) covers: Tips,
    pub(crate) vouched: Vec<((PartId, DeviceId), Seq)>,
    pub(crate) state: Hash,
    pub(crate) document: Vec<u8>,
}

impl Shared {
    fn encode(&self) -> Vec<u8> {
        let mut to = Writer::array(6);
        to.number(VERSION).bytes(self.part.bytes());
        judged::write_tips(&mut to, &self.covers);
        judged::write_vouched(&mut to, &self.vouched);
        to.bytes(&self.state).bytes(&self.document);
        to.finish()
    }

    fn decode(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut from = Reader::new(bytes);
        from.exactly(6)?;
        if from.number()? != VERSION {
            return Err(Damaged);
        }
        let part = PartId::from_bytes(from.fixed()?);
        let (covers, vouched) = (judged::read_tips(&mut from)?, judged::read_vouched(&mut from)?);
        let (state, document) = (from.fixed()?, from.bytes(bytes.len())?.to_vec());
        let shared = Self { part, covers, vouched, state, document };
        let beside = PartId::beside(part);
        let own = |chain: &(PartId, DeviceId)| chain.0 == part || chain.0 == beside;
        let right = shared.covers.keys().all(own) && shared.covers.len() <= MAX_CHAINS;
        if right && shared.encode() == bytes { Ok(shared) } else { Err(Damaged) }
    }

    /// The payloads of the envelopes that carry it; `None` when it is too large.
    pub(crate) fn split(&self) -> Option<Vec<Vec<u8>>> {
        let content = self.encode();
        let count = content.chunks(PIECE).count();
        let pieces = content.chunks(PIECE).enumerate().map(|(index, piece)| {
            let mut to = Writer::array(3);
            to.number(index as u64).number(count as u64).bytes(piece);
            to.finish()
        });
        (count <= MAX_PIECES).then(|| pieces.collect())
    }

    /// Whether it holds something of its part that is not below these.
    pub(crate) fn is_above(&self, part: PartId, tips: &Tips) -> bool {
        let own = self.covers.iter().filter(|((of, _), _)| *of == part);
        own.into_iter().any(|(chain, tip)| tips.get(chain).is_none_or(|ours| ours.seq < tip.seq))
    }

    /// Up to where it holds each chain, as heads.
    pub(crate) fn heads(&self) -> Vec<ChainHead> {
        let head = |((part, device), tip): (&(PartId, DeviceId), &crate::member::Tip)| ChainHead {
            part: *part,
            device: *device,
            seq: tip.seq,
            hash: tip.hash,
        };
        self.covers.iter().map(head).collect()
    }
}

/// Joins pieces that come one after another in a chain.
#[derive(Debug, Default)]
pub(crate) struct Joining {
    content: Vec<u8>,
    next: u64,
    count: u64,
}

impl Joining {
    /// Whether a snapshot begins with this piece.
    pub(crate) fn starts(&self, payload: &[u8]) -> bool {
        let mut from = Reader::new(payload);
        from.exactly(3).is_ok() && from.number() == Ok(0)
    }

    /// Takes the next piece; answers the snapshot when this was the last one.
    pub(crate) fn piece(&mut self, payload: &[u8]) -> Option<Shared> {
        let mut from = Reader::new(payload);
        let shape = (|| {
            from.exactly(3)?;
            Ok::<_, Damaged>((from.number()?, from.number()?, from.bytes(payload.len())?))
        })();
        let Ok((index, count, bytes)) = shape else {
            *self = Self::default();
            return None;
        };
        if index == 0 {
            *self = Self { count, ..Self::default() };
        }
        if index != self.next || count != self.count || count > MAX_PIECES as u64 {
            *self = Self::default();
            return None;
        }
        self.content.extend_from_slice(bytes);
        self.next += 1;
        if self.next < count {
            return None;
        }
        Shared::decode(&std::mem::take(self).content).ok()
    }
}

/// "I have all that this snapshot holds, on my disk, and found it right."
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Receipt {
    /// The last envelope of the snapshot.
    pub(crate) snapshot: Hash,
    pub(crate) signature: Signature,
}

impl Receipt {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut to = Writer::array(2);
        to.bytes(&self.snapshot).bytes(&self.signature);
        to.finish()
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut from = Reader::new(bytes);
        from.exactly(2)?;
        Ok(Self { snapshot: from.fixed()?, signature: from.fixed()? })
    }
}

/// What a receipt signs: everybody can check it who knows the covered heads, also a relay.
fn covered(heads: &[ChainHead]) -> Hash {
    let mut to = Writer::array(heads.len());
    heads.iter().for_each(|head| crate::seal::write(&mut to, head));
    sha256(&to.finish())
}

pub(crate) fn sign_receipt(keys: &DeviceKeys, space: SpaceId, heads: &[ChainHead]) -> Signature {
    keys.sign(Domain::Receipt, &[space.bytes(), &covered(heads)])
}

/// Whether a device signed that it has everything up to these heads.
pub fn has_receipt(
    device: &DevicePublic,
    space: SpaceId,
    heads: &[ChainHead],
    signature: &Signature,
) -> bool {
    device.verify(Domain::Receipt, &[space.bytes(), &covered(heads)], signature)
}
