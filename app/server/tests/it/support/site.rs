//! A server in the test's own process: memory or a file, a clock that the test moves, chance from a seed.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use chacha20::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use server::api::{Desk, Limits, Outside, Settings, router};
use server::store::{Place, Store};

use super::net::Net;

pub(crate) const ORIGIN: &str = "https://thuisnabij.example";

/// A morning in November 2026, in milliseconds since 1970.
pub(crate) const MORNING: u64 = 1_795_600_000_000;

pub(crate) struct Site {
    pub(crate) desk: Arc<Desk>,
    pub(crate) net: Net,
    pub(crate) clock: Arc<AtomicU64>,
}

/// Limits that no test meets by accident.
pub(crate) fn generous() -> Limits {
    let much = server::api::Limit { burst: 1_000_000, per_second: 1_000_000_000 };
    Limits {
        device: much,
        address: much,
        items: much,
        bytes: server::api::Limit { burst: 1 << 40, per_second: 1_000 },
        sessions: much,
        keeps: much,
        gifts: much,
        invited: much,
        ..Limits::default()
    }
}

impl Site {
    pub(crate) fn memory() -> Self {
        Self::with(&Place::Memory, generous())
    }

    pub(crate) fn with(place: &Place, limits: Limits) -> Self {
        Self::seeded(place, limits, 1)
    }

    /// Two sites on one database need two seeds, or they draw the same secrets.
    pub(crate) fn seeded(place: &Place, limits: Limits, seed: u64) -> Self {
        let clock = Arc::new(AtomicU64::new(MORNING));
        let rng = Mutex::new(ChaCha20Rng::seed_from_u64(seed));
        let now = Arc::clone(&clock);
        let outside = Outside::new(
            move || now.load(Ordering::Relaxed),
            move |bytes| {
                rng.lock().unwrap().fill_bytes(bytes);
                true
            },
        );
        let settings = Settings { origins: vec![ORIGIN.into()], limits, ..Settings::default() };
        let store = Store::open(place, [7; 16]).unwrap();
        let desk = Arc::new(Desk::new(store, settings, outside));
        Self { net: Net::Router(router(Arc::clone(&desk))), desk, clock }
    }

    pub(crate) fn later(&self, milliseconds: u64) {
        self.clock.fetch_add(milliseconds, Ordering::Relaxed);
    }
}
