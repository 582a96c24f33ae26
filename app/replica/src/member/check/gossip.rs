//! Comparing what two members have: who is behind, who was kept in the dark, whose chain forks.

use super::Chains;
use crate::id::Hash;
use crate::member::Log;
use crate::seal::{ChainHead, Heads};

/// Something that heads of another member tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// They have an entry of the log that we lack. Ask for it; who cannot give it withholds it.
    LogBehind(Hash),
    /// They have envelopes that we lack, from `from` up to the head. Ask; who cannot give them
    /// withholds them.
    Behind { from: u64, head: ChainHead },
    /// We have another envelope in the same place: a device was copied, or a server shows different
    /// members different things. Tell a person.
    Fork { head: ChainHead, ours: Hash },
}

/// What the heads of another member tell us. Nothing when we have all that they have.
pub fn compare(log: &Log, ours: &impl Chains, theirs: &Heads) -> Vec<Finding> {
    let unknown = theirs.log.iter().filter(|id| log.entry(id).is_none());
    let log = unknown.map(|id| Finding::LogBehind(*id));
    log.chain(theirs.chains.iter().filter_map(|head| chain(ours, head))).collect()
}

fn chain(ours: &impl Chains, head: &ChainHead) -> Option<Finding> {
    let tip = ours.tip(head.part, head.device).map_or(0, |tip| tip.seq);
    if head.seq > tip {
        return Some(Finding::Behind { from: tip + 1, head: *head });
    }
    match ours.hash(head.part, head.device, head.seq) {
        Some(ours) if ours != head.hash => Some(Finding::Fork { head: *head, ours }),
        _ => None,
    }
}
