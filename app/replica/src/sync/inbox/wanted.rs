//! What is missing here, by what others told about and by gaps in what arrived.

use std::collections::BTreeSet;

use super::{Inbox, Shelf, Waits};
use crate::gather::Gather;
use crate::id::{DeviceId, Hash, PartId, Seq};
use crate::member::{Chains, Pending};
use crate::seal::ChainHead;
use crate::sync::{Alarm, Range};

/// How many envelopes of one chain are asked for at a time.
const AT_A_TIME: Seq = 200;

impl Inbox {
    /// Somebody has this chain up to here.
    pub(super) fn aim(&mut self, chain: (PartId, DeviceId), seq: Seq) {
        let goal = self.goals.entry(chain).or_default();
        *goal = seq.max(*goal);
    }

    /// A relay tells what it has: in place of what it told before, so that it cannot make us remember ever more.
    pub(crate) fn told(&mut self, log: &[Hash], heads: &[ChainHead]) {
        self.log_promised = log.iter().filter(|id| self.log.entry(id).is_none()).copied().gather();
        self.promised.clear();
        for head in heads {
            let promised = self.promised.entry((head.part, head.device)).or_default();
            *promised = head.seq.max(*promised);
            let ours = self.chains.hash(head.part, head.device, head.seq);
            if ours.is_some_and(|ours| ours != head.hash) {
                let (part, device, seq) = (head.part, head.device, head.seq);
                self.alarms.insert(Alarm::Fork { part, device, seq });
            }
        }
    }

    /// Entries of the log that are missing.
    pub(crate) fn wanted_entries(&self) -> Vec<Hash> {
        let told = self.log_goals.iter().chain(&self.log_promised).copied();
        let wanted = self.log.wanted().into_iter().chain(told);
        let wanted: BTreeSet<_> = wanted.filter(|id| self.log.entry(id).is_none()).gather();
        wanted.into_iter().take(100).collect()
    }

    /// Envelopes that are missing.
    pub(crate) fn wanted_ranges(&self) -> Vec<Range> {
        let mut goals = self.goals.clone();
        for (chain, promised) in &self.promised {
            let goal = goals.entry(*chain).or_default();
            *goal = (*goal).max(*promised);
        }
        if self.unknown.is_full() {
            // What there is no room for is not asked for.
            goals.retain(|(_, device), _| self.members.public(*device).is_some());
        }
        for held in self.held.values() {
            if let Shelf::Waiting(Waits::For(Pending::Missing { to, .. })) = held.shelf {
                let chain = (held.envelope.header.part, held.envelope.header.device);
                let goal = goals.entry(chain).or_default();
                *goal = to.max(*goal);
            }
        }
        let ranges = goals.into_iter().filter_map(|(chain, goal)| self.gap(chain, goal));
        ranges.take(100).collect()
    }

    fn gap(&self, (part, device): (PartId, DeviceId), goal: Seq) -> Option<Range> {
        let tip = self.chains.tip(part, device).map_or(0, |tip| tip.seq);
        let last = goal.min(tip.saturating_add(AT_A_TIME));
        let held = self.places.range((part, device, tip + 1)..=(part, device, Seq::MAX));
        let held = held.filter(|(_, hashes)| hashes.iter().any(|hash| self.may_count(hash)));
        let held: BTreeSet<Seq> = held.map(|((_, _, seq), _)| *seq).gather();
        let mut missing = (tip + 1..=last).filter(|seq| !held.contains(seq));
        let from = missing.next()?;
        Some(Range { part, device, from, to: missing.next_back().unwrap_or(from) })
    }
}
