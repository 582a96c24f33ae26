//! Reading again what lies below the local snapshot: when the membership changed what counts, and when
//! a relay lost it.

use std::collections::BTreeSet;

use super::storing::After;
use super::{Client, Effect};
use crate::envelope;
use crate::id::{DeviceId, PartId, Seq, SpaceId};
use crate::journal::record;
use crate::member::Grant;
use crate::store::{Store, StoreError, Table};
use crate::sync::Range;
use crate::sync::inbox::Shelf;

/// How long to wait after a store that could not be read, in milliseconds.
const AGAIN: u64 = 2_000;

/// What is asked of the store.
#[derive(Clone, Debug, Default)]
pub(super) struct Loading {
    asked: Option<Vec<Range>>,
    not_before: u64,
    /// Not there: asking again does not help.
    gone: BTreeSet<(PartId, DeviceId, Seq)>,
}

impl Loading {
    pub(super) fn wake_at(&self) -> Option<u64> {
        (self.not_before > 0).then_some(self.not_before)
    }
}

impl Client {
    /// Asks for rows, once.
    pub(super) fn load(&mut self) {
        if self.loading.asked.is_some() || self.link.now < self.loading.not_before {
            return;
        }
        let ranges = if self.inbox.stale { self.everything_below() } else { self.lost_below() };
        if ranges.is_empty() {
            return;
        }
        self.loading.not_before = 0;
        self.loading.asked = Some(ranges.clone());
        self.effects.push_back(Effect::Load(ranges));
    }

    fn everything_below(&self) -> Vec<Range> {
        let below = self.inbox.below.iter();
        let ranges = below.filter_map(|((part, device), tip)| {
            let from = self.floor_of(*part, *device) + 1;
            (from <= tip.seq).then(|| range(*part, *device, from, tip.seq))
        });
        ranges.collect()
    }

    fn floor_of(&self, part: PartId, device: DeviceId) -> Seq {
        self.inbox.floor.get(&(part, device)).map_or(0, |tip| tip.seq)
    }

    /// What the relay lacks of what is not in memory.
    fn lost_below(&self) -> Vec<Range> {
        if !self.link.greeted {
            return Vec::new();
        }
        let lost = self.inbox.below.iter().filter_map(|((part, device), tip)| {
            let from = self.theirs.get(&(*part, *device)).map_or(1, |seq| seq.saturating_add(1));
            let from = from.max(self.floor_of(*part, *device) + 1);
            let there = self.inbox.chain_after(*part, *device, from - 1).next();
            let there = there.is_some_and(|(seq, ..)| seq == from);
            let lost = from <= tip.seq && !there;
            let gone = self.loading.gone.contains(&(*part, *device, from));
            (lost && !gone).then(|| range(*part, *device, from, tip.seq))
        });
        lost.collect()
    }

    pub(super) fn loaded(&mut self, rows: Result<Vec<Vec<u8>>, StoreError>) {
        let Some(ranges) = self.loading.asked.take() else { return };
        let Ok(rows) = rows else {
            self.loading.not_before = self.link.now.saturating_add(AGAIN);
            return;
        };
        for row in &rows {
            if !self.inbox.held.contains_key(&envelope::hash(row)) {
                // A damaged row is not there: it is asked for again.
                let _ = self.inbox.load(row, Shelf::Accepted(Grant::Write));
            }
        }
        if self.inbox.stale {
            let parts: Vec<_> = self.parts().into_iter().collect();
            self.inbox.judge_from_nothing();
            self.shelve();
            self.queue(Vec::new(), parts.into_iter().map(After::Rebuild).collect());
            return;
        }
        for Range { part, device, from, .. } in ranges {
            let first = self.inbox.chain_after(part, device, from - 1).next();
            if first.is_none_or(|(seq, ..)| seq != from) {
                self.loading.gone.insert((part, device, from));
            }
        }
    }
}

const fn range(part: PartId, device: DeviceId, from: Seq, to: Seq) -> Range {
    Range { part, device, from, to }
}

/// The rows of the log that [`Effect::Load`] asks for.
pub async fn load<S: Store>(
    store: &S,
    space: SpaceId,
    ranges: &[Range],
) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut rows = Vec::new();
    for range in ranges {
        let chain = format!("{space}/{}/{}/", range.part, range.device);
        let mut after = (range.from > 1).then(|| record::seq_key(&chain, range.from - 1));
        let last = record::seq_key(&chain, range.to);
        loop {
            let page = store.scan(Table::Log, &chain, after.as_deref(), crate::store::PAGE).await?;
            let full = page.len() == crate::store::PAGE;
            let over = page.last().is_none_or(|row| row.key >= last);
            after = page.last().map(|row| row.key.clone());
            rows.extend(page.into_iter().filter(|row| row.key <= last).map(|row| row.value));
            if over || !full {
                break;
            }
        }
    }
    Ok(rows)
}
