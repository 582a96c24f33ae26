//! What to do with an envelope: take it, keep it until something arrives, or set it apart with the
//! reason. Pure: the same log and the same chains give the same verdict on every device.

mod gossip;
mod known;

pub use gossip::{Finding, compare};
pub use known::{Chains, KnownChains, Tip};

use thiserror::Error;

use super::state::{Denied, Members};
use crate::envelope::{Envelope, Header, Kind, Seal};
use crate::id::{DeviceId, Epoch, Hash, NO_HASH, Seq};
use crate::role::Action;
use crate::seal::{self, SealError};

/// What to do with an envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Take it, within the grant.
    Accepted(Grant),
    /// We have it already. Nothing to do.
    Duplicate,
    /// Keep it and try again when more has arrived.
    Pending(Pending),
    /// Set it apart, with the reason.
    Refused(Refused),
}

/// How far the author may go with what is inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    /// It may change the part.
    Write,
    /// It may only add to the part: [`Document::take`](crate::document::Document::take) sees to that.
    AddOnly,
    /// It may stand in place of the envelopes that it holds.
    Snapshot,
    /// It tells what its author has.
    Receipt,
}

/// Why an envelope waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pending {
    /// The log that we have does not name this device (yet).
    UnknownDevice(DeviceId),
    /// The log that we have does not name this epoch (yet).
    UnknownEpoch(Epoch),
    /// Envelopes `from` up to and including `to` of this chain are missing.
    Missing { from: Seq, to: Seq },
    /// A later version made it.
    Newer(u64),
}

/// Why an envelope is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    #[error("of another space")]
    OtherSpace,
    #[error("of a space that is erased")]
    Erased,
    #[error("not sealed")]
    NotSealed,
    #[error("not signed by this device, or changed on the way")]
    BadSignature,
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The author went back to an older key than it used before.
    #[error("epoch {found} after epoch {before}")]
    EpochLower { before: Epoch, found: Epoch },
    /// The author was never given this key, so it cannot have written this.
    #[error("author does not have the key of epoch {0}")]
    NotInEpoch(Epoch),
    /// One device, one number, two envelopes: the device was copied, or somebody lies.
    #[error("chain forks at {seq}")]
    Fork { seq: Seq, ours: Hash, theirs: Hash },
}

/// Judges one envelope. `hash` is the hash of its bytes.
pub fn check(envelope: &Envelope, hash: &Hash, members: &Members, chains: &impl Chains) -> Verdict {
    judge(envelope, hash, members, chains).unwrap_or_else(|verdict| verdict)
}

fn judge(
    envelope: &Envelope,
    hash: &Hash,
    members: &Members,
    chains: &impl Chains,
) -> Result<Verdict, Verdict> {
    let header = &envelope.header;
    if header.space != members.space() {
        return Err(Refused::OtherSpace.into());
    }
    if members.is_erased() {
        return Err(Refused::Erased.into());
    }
    if !matches!(envelope.seal, Seal::Sealed { .. }) {
        return Err(Refused::NotSealed.into());
    }
    if chains.hash(header.part, header.device, header.seq) == Some(*hash) {
        return Err(Verdict::Duplicate);
    }
    let Some(author) = members.public(header.device) else {
        return Err(Pending::UnknownDevice(header.device).into());
    };
    seal::verify(envelope, author).map_err(|error| match error {
        SealError::NotSealed => Refused::NotSealed,
        _ => Refused::BadSignature,
    })?;
    in_epoch(header, members)?;
    let grant = granted(header, members, chains)?;
    in_chain(header, hash, chains)?;
    Ok(Verdict::Accepted(grant))
}

fn in_epoch(header: &Header, members: &Members) -> Result<(), Verdict> {
    if !members.has_epoch(header.epoch) {
        return Err(Pending::UnknownEpoch(header.epoch).into());
    }
    if !members.could_open(header.device, header.epoch) {
        return Err(Refused::NotInEpoch(header.epoch).into());
    }
    Ok(())
}

fn granted(header: &Header, members: &Members, chains: &impl Chains) -> Result<Grant, Verdict> {
    let place = (header.part, header.seq);
    let vouched = chains.vouched(header.part, header.device);
    let could = |action| members.could(header.device, action, place, vouched);
    let denied = |denied: Denied| Verdict::from(Refused::from(denied));
    match header.kind {
        Kind::Unknown(kind) => Err(Pending::Newer(kind).into()),
        Kind::Snapshot => could(Action::Compact).map(|()| Grant::Snapshot).map_err(denied),
        Kind::Receipt => could(Action::Read).map(|()| Grant::Receipt).map_err(denied),
        Kind::Update => could(Action::Write)
            .map(|()| Grant::Write)
            .or_else(|_| could(Action::Add).map(|()| Grant::AddOnly))
            .map_err(denied),
    }
}

/// One chain per device and part: no gap, no fork, no way back to an older key.
fn in_chain(header: &Header, hash: &Hash, chains: &impl Chains) -> Result<(), Verdict> {
    let tip = chains.tip(header.part, header.device);
    let (seq, last) = tip.map_or((0, NO_HASH), |tip| (tip.seq, tip.hash));
    if header.seq <= seq {
        let Some(ours) = chains.hash(header.part, header.device, header.seq) else {
            // It lies below a snapshot that we trust: we cannot compare it any more.
            return Err(Verdict::Duplicate);
        };
        return Err(Refused::Fork { seq: header.seq, ours, theirs: *hash }.into());
    }
    if header.seq > seq + 1 {
        return Err(Pending::Missing { from: seq + 1, to: header.seq - 1 }.into());
    }
    if header.prev != last {
        return Err(Refused::Fork { seq, ours: last, theirs: header.prev }.into());
    }
    match tip {
        Some(tip) if header.epoch < tip.epoch => {
            Err(Refused::EpochLower { before: tip.epoch, found: header.epoch }.into())
        }
        _ => Ok(()),
    }
}

impl From<Pending> for Verdict {
    fn from(pending: Pending) -> Self {
        Self::Pending(pending)
    }
}

impl From<Refused> for Verdict {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}
