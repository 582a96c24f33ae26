//! What waits for the store: batches in order, one under way, offered again as it is after a refusal.
//! It knows nothing of what the rows mean.

use std::collections::VecDeque;

use super::{Op, StoreError, Table};

/// What the screen may say about everything recorded so far. Never stronger than the truth (I3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Every transaction has completed: "Opgeslagen op dit apparaat".
    SavedHere,
    /// Something is on its way to the disk.
    Saving,
    /// The store refused. The changes are still in memory and in `rescue`; stop editing, say so.
    NotSaved(StoreError),
}

/// Batches, each with what is true once it is on the disk.
#[derive(Clone, Debug)]
pub(crate) struct Queue<A> {
    waiting: VecDeque<(Vec<Op>, A)>,
    in_flight: usize,
    failed: Option<StoreError>,
}

impl<A> Default for Queue<A> {
    fn default() -> Self {
        Self { waiting: VecDeque::new(), in_flight: 0, failed: None }
    }
}

impl<A> Queue<A> {
    pub(crate) fn push(&mut self, ops: Vec<Op>, after: A) {
        self.waiting.push_back((ops, after));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// What waits, in order.
    pub(crate) fn after(&self) -> impl Iterator<Item = &A> {
        self.waiting.iter().map(|(_, after)| after)
    }

    /// Everything that waits, as one batch; nothing while a batch is under way or nothing waits.
    /// Calling it after a failure is the retry.
    pub(crate) fn begin(&mut self) -> Option<Vec<Op>> {
        if self.in_flight > 0 || self.waiting.is_empty() {
            return None;
        }
        self.in_flight = self.waiting.len();
        Some(self.waiting.iter().flat_map(|(ops, _)| ops.clone()).collect())
    }

    /// What became of the batch that `begin` handed out. Answers what is true now.
    pub(crate) fn end(&mut self, outcome: Result<(), StoreError>) -> Vec<A> {
        let count = std::mem::take(&mut self.in_flight);
        self.failed = outcome.err();
        if self.failed.is_some() {
            return Vec::new();
        }
        self.waiting.drain(..count).map(|(_, after)| after).collect()
    }

    pub(crate) const fn failed(&self) -> Option<&StoreError> {
        self.failed.as_ref()
    }

    pub(crate) fn state(&self) -> SaveState {
        match &self.failed {
            Some(error) => SaveState::NotSaved(error.clone()),
            None if self.waiting.is_empty() => SaveState::SavedHere,
            None => SaveState::Saving,
        }
    }

    /// The rows that are not on the disk, for a rescue file.
    pub(crate) fn rescue(&self) -> Vec<(Table, String, Vec<u8>)> {
        let rows = self.waiting.iter().flat_map(|(ops, _)| ops);
        rows.filter_map(|op| match op {
            Op::Insert { table, key, value } | Op::Put { table, key, value } => {
                Some((*table, key.clone(), value.clone()))
            }
            Op::Delete { .. } => None,
        })
        .collect()
    }
}
