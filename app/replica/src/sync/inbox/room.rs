//! How much of what anybody can make this device keeps. A relay, or whoever handed over a file, can invent
//! devices and bytes without end; a disk has one.

use std::collections::BTreeMap;

use crate::id::Hash;

/// How many envelopes of devices that the membership log does not name may wait in one space. A newcomer whose
/// entry is late writes less than that; what is left out is asked for when it is named.
pub const MAX_UNKNOWN: usize = 1_000;

/// How many bytes those may have together.
pub const MAX_UNKNOWN_BYTES: usize = 8 * 1024 * 1024;

/// How many things that can never count are set apart in one space, for who looks for the cause.
pub const MAX_APART: usize = 500;

/// How many bytes those may have together.
pub const MAX_APART_BYTES: usize = 8 * 1024 * 1024;

/// What waits of devices that the log does not name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Room {
    count: usize,
    bytes: usize,
}

impl Room {
    pub(super) const fn more(&mut self, bytes: usize) {
        self.count += 1;
        self.bytes += bytes;
    }

    pub(super) const fn less(&mut self, bytes: usize) {
        self.count = self.count.saturating_sub(1);
        self.bytes = self.bytes.saturating_sub(bytes);
    }

    /// Whether there is more than there may be.
    pub(super) const fn is_over(self) -> bool {
        self.count > MAX_UNKNOWN || self.bytes > MAX_UNKNOWN_BYTES
    }

    /// Whether one more of the largest size might not fit.
    pub(super) const fn is_full(self) -> bool {
        self.count >= MAX_UNKNOWN || self.bytes + crate::envelope::MAX_BYTES > MAX_UNKNOWN_BYTES
    }
}

/// What is in the quarantine, with the sizes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Apart {
    bytes: usize,
    rows: BTreeMap<Hash, usize>,
}

impl Apart {
    /// Counts what the store has already.
    pub(crate) fn count(&mut self, hash: Hash, bytes: usize) {
        if self.rows.insert(hash, bytes).is_none() {
            self.bytes += bytes;
        }
    }

    /// Whether something that never counts may be set apart; then it is counted.
    pub(crate) fn admit(&mut self, hash: Hash, bytes: usize) -> bool {
        let known = self.rows.contains_key(&hash);
        let fits = self.rows.len() < MAX_APART && self.bytes + bytes <= MAX_APART_BYTES;
        if !known && fits {
            self.count(hash, bytes);
        }
        known || fits
    }
}
