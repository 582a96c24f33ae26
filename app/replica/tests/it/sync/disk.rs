//! The relay's store with what a careless one would do.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use replica::id::{DeviceId, SpaceId};
use replica::relay::memory::Backup;
use replica::relay::{AppendError, MemoryRelay, NewRow, Only, RelayError, RelayStore};
use replica::seal::ChainHead;
use replica::sync::{Item, Range, ServerEpoch};

use super::planted::Planted;

pub(crate) struct RelayDisk {
    pub(crate) rows: MemoryRelay,
    pub(crate) planted: Planted,
    /// What was really on the disk before the last append.
    before: Mutex<Option<Backup>>,
    prunings: AtomicUsize,
}

impl RelayDisk {
    pub(crate) fn new(planted: Planted) -> Self {
        Self {
            rows: MemoryRelay::new([1; 16]),
            planted,
            before: Mutex::new(None),
            prunings: AtomicUsize::new(0),
        }
    }

    /// The process is killed.
    pub(crate) fn crash(&self) {
        if let Some(before) = self.before.lock().unwrap().take() {
            self.rows.restore(&before, None);
        }
    }

    pub(crate) fn prunings(&self) -> usize {
        self.prunings.load(Ordering::Relaxed)
    }

    fn pruned(&self, newest: u64, place: u64) -> bool {
        self.planted == Planted::PruneTooEarly && place + 6 < newest
    }
}

impl RelayStore for RelayDisk {
    async fn server_epoch(&self) -> Result<ServerEpoch, RelayError> {
        self.rows.server_epoch().await
    }

    async fn append_only(
        &self,
        space: SpaceId,
        rows: &[NewRow],
        only: Only,
    ) -> Result<u64, AppendError> {
        if self.planted == Planted::RelayAcksFirst && !rows.is_empty() {
            *self.before.lock().unwrap() = Some(self.rows.backup());
        }
        self.rows.append_only(space, rows, only).await
    }

    async fn newest(&self, space: SpaceId) -> Result<u64, RelayError> {
        self.rows.newest(space).await
    }

    async fn since(
        &self,
        space: SpaceId,
        after: u64,
        most: usize,
        bytes: usize,
    ) -> Result<Vec<(u64, Item)>, RelayError> {
        let newest = self.rows.newest(space).await?;
        let mut rows = self.rows.since(space, after, most, bytes).await?;
        rows.retain(|(place, item)| matches!(item, Item::Entry(_)) || !self.pruned(newest, *place));
        Ok(rows)
    }

    async fn prune(&self, space: SpaceId, heads: &[ChainHead]) -> Result<(), RelayError> {
        let mut heads = heads.to_vec();
        if self.planted == Planted::PruneTooFar {
            let newest = self.rows.heads(space, None).await?;
            heads.retain(|head| {
                newest.iter().all(|one| (one.part, one.device) != (head.part, head.device))
            });
            heads.extend(newest);
        }
        self.prunings.fetch_add(1, Ordering::Relaxed);
        self.rows.prune(space, &heads).await
    }

    async fn erase(&self, space: SpaceId) -> Result<(), RelayError> {
        if self.planted == Planted::KeepErased {
            return Ok(());
        }
        self.rows.erase(space).await
    }

    async fn reopen(&self, space: SpaceId) -> Result<(), RelayError> {
        self.rows.reopen(space).await
    }

    async fn entries(&self, space: SpaceId, skip: usize) -> Result<Vec<Vec<u8>>, RelayError> {
        self.rows.entries(space, skip).await
    }

    async fn heads(
        &self,
        space: SpaceId,
        device: Option<DeviceId>,
    ) -> Result<Vec<ChainHead>, RelayError> {
        self.rows.heads(space, device).await
    }

    async fn chain(&self, space: SpaceId, range: &Range) -> Result<Vec<Item>, RelayError> {
        if self.planted == Planted::PruneTooEarly {
            return Ok(Vec::new());
        }
        self.rows.chain(space, range).await
    }
}
