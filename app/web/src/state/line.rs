//! The line of changes that are on the screen and not yet on the disk. A plain state machine: it decides what is
//! written next, what the screen may say, and that after a failure nothing new is taken in until it is solved.

use super::status::{Reason, SaveStatus};
use std::collections::VecDeque;

/// Changes in the order in which they were made.
#[derive(Debug)]
pub struct Line<C> {
    waiting: VecDeque<C>,
    under_way: bool,
    trouble: Option<Reason>,
    saved_at_ms: Option<i64>,
}

impl<C> Default for Line<C> {
    fn default() -> Self {
        Self { waiting: VecDeque::new(), under_way: false, trouble: None, saved_at_ms: None }
    }
}

/// A change is not taken in, because an earlier one could not be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused(pub Reason);

impl<C: Clone> Line<C> {
    /// Whether a new change may be made.
    ///
    /// # Errors
    /// The trouble that must be solved first.
    pub fn accepts(&self) -> Result<(), Refused> {
        self.trouble.map_or(Ok(()), |reason| Err(Refused(reason)))
    }

    /// Puts a change, already on the screen, at the end.
    pub fn push(&mut self, change: C) {
        self.waiting.push_back(change);
    }

    /// The change to write now; nothing when one is being written, when there is trouble, or at the end.
    pub fn next(&mut self) -> Option<C> {
        if self.under_way || self.trouble.is_some() {
            return None;
        }
        let change = self.waiting.front().cloned()?;
        self.under_way = true;
        Some(change)
    }

    /// The transaction of the change under way completed.
    pub fn kept(&mut self, at_ms: i64) {
        if self.under_way {
            self.waiting.pop_front();
        }
        self.under_way = false;
        self.saved_at_ms = Some(at_ms);
    }

    /// The change under way could not be written. It stays at the front.
    pub fn stuck(&mut self, reason: Reason) {
        self.under_way = false;
        self.trouble = Some(reason);
    }

    /// A person asks to try again.
    pub fn retry(&mut self) {
        self.trouble = None;
    }

    /// Everything that waits is kept in another way, as one whole.
    pub fn clear(&mut self, at_ms: i64) {
        *self = Self { saved_at_ms: Some(at_ms), ..Self::default() };
    }

    /// How many changes are not on the disk.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// What the screen may say.
    #[must_use]
    pub fn status(&self) -> SaveStatus {
        match (self.trouble, self.waiting.is_empty(), self.saved_at_ms) {
            (Some(reason), ..) => SaveStatus::NotSaved { reason },
            (None, false, _) => SaveStatus::Saving,
            (None, true, Some(at_ms)) => SaveStatus::SavedHere { at_ms },
            (None, true, None) => SaveStatus::Nothing,
        }
    }
}
