//! Time and chance come from outside, so that a test can play them. It must not be asked for either anywhere else.

use std::time::{SystemTime, UNIX_EPOCH};

/// Fills bytes, and answers whether it could.
type Random = Box<dyn Fn(&mut [u8]) -> bool + Send + Sync>;

/// Where time and chance come from.
pub struct Outside {
    now: Box<dyn Fn() -> u64 + Send + Sync>,
    random: Random,
}

impl Outside {
    /// Any source. `now` in milliseconds since 1970; `random` answers whether it could fill the bytes.
    pub fn new(
        now: impl Fn() -> u64 + Send + Sync + 'static,
        random: impl Fn(&mut [u8]) -> bool + Send + Sync + 'static,
    ) -> Self {
        Self { now: Box::new(now), random: Box::new(random) }
    }

    /// The clock and the random source of the system.
    pub fn system() -> Self {
        let now =
            || SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis() as u64;
        Self::new(now, |bytes| getrandom::fill(bytes).is_ok())
    }

    /// In milliseconds since 1970.
    pub fn now(&self) -> u64 {
        (self.now)()
    }

    /// Bytes that nobody can guess; `None` when the system has none.
    pub fn random<const N: usize>(&self) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        (self.random)(&mut bytes).then_some(bytes)
    }
}
