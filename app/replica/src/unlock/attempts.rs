//! How long to wait after wrong PINs. Slower and slower, never wiped.

/// Wrong attempts since the last right one. Keep it with the slot, written before each attempt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attempts {
    /// How many were wrong in a row.
    pub wrong: u32,
    /// When the last one was, in milliseconds since 1970.
    pub last: u64,
}

const SECOND: u64 = 1000;
const MINUTE: u64 = 60 * SECOND;

impl Attempts {
    /// How long to wait after this many wrong ones, in milliseconds.
    pub const fn delay(wrong: u32) -> u64 {
        match wrong {
            0..=4 => 0,
            5 => 30 * SECOND,
            6 => MINUTE,
            7 => 5 * MINUTE,
            8 => 15 * MINUTE,
            _ => 60 * MINUTE,
        }
    }

    /// The same attempts by a clock that was set back: the wait begins again, once. Ask this when the
    /// lock screen opens, and keep the answer.
    #[must_use]
    pub const fn settle(&self, now: u64) -> Self {
        if now < self.last { Self { wrong: self.wrong, last: now } } else { *self }
    }

    /// How long to wait still, in milliseconds; 0 when the next attempt may be made. A clock that
    /// was set back does not shorten the wait.
    pub const fn wait(&self, now: u64) -> u64 {
        let delay = Self::delay(self.wrong);
        match now.checked_sub(self.last) {
            Some(passed) => delay.saturating_sub(passed),
            None => delay,
        }
    }

    /// Counts an attempt as wrong before it is made: pulling the plug does not make it free.
    pub const fn begin(&self, now: u64) -> Self {
        Self { wrong: self.wrong.saturating_add(1), last: now }
    }

    /// After a right one.
    pub const fn right() -> Self {
        Self { wrong: 0, last: 0 }
    }
}
