//! How often and how much. A bucket fills by itself and may go into debt once, so that a batch larger than what is left still
//! goes through and is paid for by waiting. It must not forget anybody who is in debt.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::routes::Weight;

/// How many buckets of a kind are remembered before those that are full again are forgotten.
const REMEMBERED: usize = 50_000;

/// A rate: so many at once, and so many a second after that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub burst: u64,
    /// In thousandths a second.
    pub per_second: u64,
}

/// Everything that is limited. The defaults are those of the specification.
#[derive(Clone, Debug)]
pub struct Limits {
    /// All questions of one device.
    pub device: Limit,
    /// All questions of one address. A school shares one.
    pub address: Limit,
    /// Envelopes and entries of one device.
    pub items: Limit,
    /// Bytes of those and of files, of one device.
    pub bytes: Limit,
    /// Challenges and sessions of one address.
    pub sessions: Limit,
    /// Invitations and boxes of one device or of who has a link.
    pub keeps: Limit,
    /// Contributions of one address: a class set of thirty tablets at one school hands in what twelve answers each take.
    pub gifts: Limit,
    /// Tries with a link, of one address.
    pub invited: Limit,
    /// Open streams and waits: in all, and of one device.
    pub streams: usize,
    pub device_streams: usize,
    /// Bytes of items of one space.
    pub space_bytes: u64,
    pub blobs: crate::store::blobs::BlobLimits,
    /// Of one device.
    pub open_invites: u64,
    /// Of one space.
    pub open_boxes: u64,
    /// How long at most, in milliseconds.
    pub invite_life: u64,
    pub box_life: u64,
    /// Of one box.
    pub gifts_in_box: u64,
    /// How much a box may be opened for, in bytes: a class set needs 10 MiB and a letter 50.
    pub box_bytes: u64,
}

const DAY: u64 = 86_400_000;
const MIB: u64 = 1024 * 1024;

impl Default for Limits {
    fn default() -> Self {
        let limit = |burst, per_second| Limit { burst, per_second };
        Self {
            device: limit(120, 20_000),
            address: limit(3_000, 300_000),
            items: limit(600, 60_000),
            bytes: limit(20 * MIB, 5 * MIB * 1_000 / 60),
            sessions: limit(600, 20_000),
            keeps: limit(20, 20),
            gifts: limit(3_000, 30_000),
            invited: limit(30, 10),
            streams: 10_000,
            device_streams: 8,
            space_bytes: 1_024 * MIB,
            blobs: crate::store::blobs::BlobLimits { chunks: 40, space: 100 * MIB, files: 1_000 },
            open_invites: 50,
            open_boxes: 50,
            invite_life: 14 * DAY,
            box_life: 92 * DAY,
            gifts_in_box: 5_000,
            box_bytes: 64 * MIB,
        }
    }
}

/// What is left of a limit.
#[derive(Clone, Copy, Debug)]
pub struct Bucket {
    /// In thousandths; below zero it is in debt.
    left: i64,
    at: u64,
}

impl Bucket {
    /// A full one.
    pub fn full(limit: Limit, now: u64) -> Self {
        Self { left: thousand(limit.burst), at: now }
    }

    /// Takes `cost` when anything is left, also more than that. Otherwise answers how long to wait, in milliseconds.
    pub fn take(&mut self, limit: Limit, cost: u64, now: u64) -> Result<(), u64> {
        let passed = now.saturating_sub(self.at);
        let filled = (passed.saturating_mul(limit.per_second) / 1_000).min(i64::MAX as u64 / 2);
        if filled > 0 || passed > 1_000 {
            self.left = self.left.saturating_add(filled as i64).min(thousand(limit.burst));
            self.at = now;
        }
        if self.left < 1_000 {
            let lacks = (1_000 - self.left) as u64;
            return Err(lacks.saturating_mul(1_000).div_ceil(limit.per_second.max(1)).max(1));
        }
        self.left = self.left.saturating_sub(thousand(cost));
        Ok(())
    }
}

fn thousand(number: u64) -> i64 {
    i64::try_from(number.saturating_mul(1_000)).unwrap_or(i64::MAX)
}

/// What somebody has left of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Device,
    Address,
    Items,
    Bytes,
    Sessions,
    Keeps,
    Gifts,
    Invited,
}

impl Kind {
    const fn limit(self, limits: &Limits) -> Limit {
        match self {
            Self::Device => limits.device,
            Self::Address => limits.address,
            Self::Items => limits.items,
            Self::Bytes => limits.bytes,
            Self::Sessions => limits.sessions,
            Self::Keeps => limits.keeps,
            Self::Gifts => limits.gifts,
            Self::Invited => limits.invited,
        }
    }
}

impl Weight {
    /// What a question of this weight costs an address, before it is known who asks.
    pub(super) const fn of_address(self) -> Option<Kind> {
        match self {
            Self::Session => Some(Kind::Sessions),
            Self::Gift => Some(Kind::Gifts),
            Self::Light | Self::Items | Self::Keeps => None,
        }
    }
}

/// Whose bucket it is: 16 bytes of a device, an invitation or an address.
pub(super) type Whose = [u8; 16];

/// All buckets.
#[derive(Default)]
pub(super) struct Buckets(Mutex<BTreeMap<(Kind, Whose), Bucket>>);

impl Buckets {
    /// Takes `cost` of a kind; otherwise how long to wait, in milliseconds.
    pub(super) fn take(
        &self,
        limits: &Limits,
        (kind, whose): (Kind, Whose),
        cost: u64,
        now: u64,
    ) -> Result<(), u64> {
        let limit = kind.limit(limits);
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= REMEMBERED && !buckets.contains_key(&(kind, whose)) {
            forget_full(&mut buckets, limits, now);
            if buckets.len() >= REMEMBERED {
                return Err(1_000);
            }
        }
        let bucket = buckets.entry((kind, whose)).or_insert_with(|| Bucket::full(limit, now));
        bucket.take(limit, cost, now)
    }

    /// Forgets who has everything again.
    pub(super) fn tidy(&self, limits: &Limits, now: u64) {
        forget_full(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner), limits, now);
    }
}

fn forget_full(buckets: &mut BTreeMap<(Kind, Whose), Bucket>, limits: &Limits, now: u64) {
    buckets.retain(|(kind, _), bucket| {
        let limit = kind.limit(limits);
        // Taking nothing fills it up to now.
        let _ = bucket.take(limit, 0, now);
        bucket.left < thousand(limit.burst)
    });
}
