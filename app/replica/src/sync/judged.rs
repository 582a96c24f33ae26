//! The local snapshot: what was judged before and the documents that came of it, so that opening a
//! space need not verify and open everything again. It is a copy: every envelope stays in the log.

use std::collections::BTreeMap;

use super::inbox::Tips;
use super::wire::MAX_CHAINS;
use crate::gather::Gather;
use crate::id::{DeviceId, Hash, PartId, Seq};
use crate::keys::wire::{Damaged, Reader, Writer};
use crate::member::{Standing, Tip};

/// The version that this code writes and reads. Another one is not read: everything is judged again.
const VERSION: u64 = 1;

/// A row of what was judged. It counts only as long as the membership says the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Judged {
    pub(crate) standing: Standing,
    /// Hash of the document of each part that has one.
    pub(crate) documents: BTreeMap<PartId, Hash>,
    /// Up to where the documents hold each chain.
    pub(crate) tips: Tips,
    /// Up to where others built upon each chain, whatever part they wrote in.
    pub(crate) vouched: Vec<((PartId, DeviceId), Seq)>,
}

impl Judged {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut to = Writer::array(5);
        self.standing.write(to.number(VERSION));
        to.list(self.documents.len());
        for (part, hash) in &self.documents {
            to.list(2).bytes(part.bytes()).bytes(hash);
        }
        write_tips(&mut to, &self.tips);
        write_vouched(&mut to, &self.vouched);
        to.finish()
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut from = Reader::new(bytes);
        from.exactly(5)?;
        if from.number()? != VERSION {
            return Err(Damaged);
        }
        let standing = Standing::read(&mut from)?;
        let documents = from.many(MAX_CHAINS, |from| {
            from.exactly(2)?;
            Ok((part(from)?, from.fixed()?))
        })?;
        let (tips, vouched) = (read_tips(&mut from)?, read_vouched(&mut from)?);
        Ok(Self { standing, documents: documents.into_iter().gather(), tips, vouched })
    }

    /// Leaves out a part of which the document is not there as it was.
    pub(crate) fn without(&mut self, lost: PartId) {
        self.documents.remove(&lost);
        self.tips.retain(|(part, _), _| *part != lost);
    }
}

/// Up to where others built upon each chain.
type Vouched = Vec<((PartId, DeviceId), Seq)>;

pub(super) fn write_tips(to: &mut Writer, tips: &Tips) {
    to.list(tips.len());
    for ((part, device), tip) in tips {
        to.list(5).bytes(part.bytes()).bytes(device.bytes());
        to.number(tip.seq).bytes(&tip.hash).number(tip.epoch);
    }
}

pub(super) fn read_tips(from: &mut Reader<'_>) -> Result<Tips, Damaged> {
    let tips = from.many(MAX_CHAINS, |from| {
        from.exactly(5)?;
        let chain = (part(from)?, DeviceId::from_bytes(from.fixed()?));
        let (seq, hash) = (from.number()?, from.fixed()?);
        Ok((chain, Tip { seq, hash, epoch: from.number()? }))
    })?;
    Ok(tips.into_iter().gather())
}

pub(super) fn write_vouched(to: &mut Writer, vouched: &Vouched) {
    to.list(vouched.len());
    for ((part, device), seq) in vouched {
        to.list(3).bytes(part.bytes()).bytes(device.bytes()).number(*seq);
    }
}

pub(super) fn read_vouched(from: &mut Reader<'_>) -> Result<Vouched, Damaged> {
    from.many(MAX_CHAINS, |from| {
        from.exactly(3)?;
        Ok(((part(from)?, DeviceId::from_bytes(from.fixed()?)), from.number()?))
    })
}

fn part(from: &mut Reader<'_>) -> Result<PartId, Damaged> {
    from.fixed().map(PartId::from_bytes)
}
