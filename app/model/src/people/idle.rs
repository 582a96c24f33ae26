//! Locking by itself: how long ago somebody touched the device. The clock is an argument, in milliseconds since 1970.

/// What a person can choose, in minutes.
pub const CHOICES: [u32; 5] = [2, 5, 15, 30, 60];

/// Minutes after which it locks also when people talk around it: what they did not send or finish is lost then.
pub const LONGEST: u32 = 60;

/// Minutes until it locks, unless a person chose otherwise.
pub const fn standard() -> u32 {
    15
}

/// Since when nobody touched the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idle {
    since: i64,
}

impl Idle {
    /// Somebody touched it now.
    pub const fn touched(now: i64) -> Self {
        Self { since: now }
    }

    /// Whether it is time to lock. A clock that was set back begins again, so that it can never stay open for long.
    pub const fn is_due(&mut self, now: i64, minutes: u32) -> bool {
        if now < self.since {
            self.since = now;
        }
        now - self.since >= minutes as i64 * 60_000
    }
}
