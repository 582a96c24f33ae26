//! A relay store in memory, for tests and for a meeting in one room. It can be cut off, made to die
//! around a commit, copied as a backup and put back.

use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Unbounded};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{AppendError, Kept, NewRow, Only, RelayError, RelayStore};
use crate::id::{DeviceId, Hash, NO_HASH, PartId, Seq, SpaceId};
use crate::seal::ChainHead;
use crate::sync::{Item, Range, ServerEpoch};

#[derive(Clone, Debug, Default)]
struct Space {
    newest: u64,
    rows: BTreeMap<u64, NewRow>,
    heads: BTreeMap<(PartId, DeviceId), (Seq, Hash)>,
}

/// What goes wrong at the next append.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelayFault {
    /// Nothing is kept.
    DieBefore,
    /// All is kept and nobody hears of it.
    DieAfter,
}

#[derive(Clone, Debug, Default)]
struct Inner {
    epoch: ServerEpoch,
    spaces: BTreeMap<SpaceId, Space>,
    fault: Option<RelayFault>,
}

/// See the module's header. Clones share the same rows, as instances share a database.
#[derive(Clone, Debug, Default)]
pub struct MemoryRelay(Arc<Mutex<Inner>>);

/// Everything that a store held.
#[derive(Clone, Debug)]
pub struct Backup(BTreeMap<SpaceId, Space>);

impl MemoryRelay {
    /// An empty store with this server epoch.
    pub fn new(epoch: ServerEpoch) -> Self {
        Self(Arc::new(Mutex::new(Inner { epoch, ..Inner::default() })))
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Plans a fault for the next append.
    pub fn fail_next(&self, fault: RelayFault) {
        self.inner().fault = Some(fault);
    }

    /// A copy of everything.
    pub fn backup(&self) -> Backup {
        Backup(self.inner().spaces.clone())
    }

    /// Puts a copy back. Without a new epoch it is what a careless administrator does.
    pub fn restore(&self, backup: &Backup, epoch: Option<ServerEpoch>) {
        let mut inner = self.inner();
        inner.spaces = backup.0.clone();
        inner.epoch = epoch.unwrap_or(inner.epoch);
    }

    /// Every item with its place, for a check.
    pub fn all(&self, space: SpaceId) -> Vec<(u64, NewRow)> {
        let inner = self.inner();
        let rows = inner.spaces.get(&space).map(|space| &space.rows);
        rows.into_iter().flatten().map(|(place, row)| (*place, row.clone())).collect()
    }
}

impl Space {
    const fn newest(&self) -> u64 {
        self.newest
    }

    fn entries(&self) -> u64 {
        self.rows.values().filter(|row| row.chain.is_none()).count() as u64
    }

    fn bytes(&self) -> u64 {
        self.rows.values().map(|row| row.item.bytes().len() as u64).sum()
    }

    fn prune(&mut self, head: &ChainHead) {
        let chain = (head.part, head.device);
        let place = Kept { part: head.part, device: head.device, seq: head.seq };
        if self.has(&place).is_some_and(|hash| hash != head.hash) {
            return;
        }
        self.rows.retain(|_, row| {
            row.chain
                .is_none_or(|(kept, _)| (kept.part, kept.device) != chain || kept.seq > head.seq)
        });
        if self.heads.get(&chain).is_none_or(|(seq, _)| *seq < head.seq) {
            self.heads.insert(chain, (head.seq, head.hash));
        }
    }

    fn has(&self, kept: &Kept) -> Option<Hash> {
        let here = |row: &&NewRow| row.chain.is_some_and(|(place, _)| place == *kept);
        self.rows.values().find(here).map(|row| row.hash)
    }

    fn take(&mut self, index: usize, row: &NewRow) -> Result<(), AppendError> {
        if let Some((kept, prev)) = row.chain {
            let chain = (kept.part, kept.device);
            let (seq, last) = self.heads.get(&chain).copied().unwrap_or((0, NO_HASH));
            if kept.seq <= seq {
                let same = self.has(&kept) == Some(row.hash);
                return if same { Ok(()) } else { Err(AppendError::Fork(index)) };
            }
            if kept.seq > seq + 1 {
                return Err(AppendError::Gap(index));
            }
            if prev != last {
                return Err(AppendError::Fork(index));
            }
            self.heads.insert(chain, (kept.seq, row.hash));
        } else if self.rows.values().any(|other| other.hash == row.hash) {
            return Ok(());
        }
        self.newest += 1;
        self.rows.insert(self.newest, row.clone());
        Ok(())
    }
}

fn died() -> RelayError {
    RelayError("died".to_owned())
}

impl RelayStore for MemoryRelay {
    async fn server_epoch(&self) -> Result<ServerEpoch, RelayError> {
        Ok(self.inner().epoch)
    }

    async fn append_only(
        &self,
        space: SpaceId,
        rows: &[NewRow],
        only: Only,
    ) -> Result<u64, AppendError> {
        let mut inner = self.inner();
        let fault = inner.fault.take();
        if fault == Some(RelayFault::DieBefore) {
            return Err(died().into());
        }
        let mut next = inner.spaces.get(&space).cloned().unwrap_or_default();
        if !rows.is_empty() {
            only.check(next.entries(), next.bytes())?;
        }
        rows.iter().enumerate().try_for_each(|(index, row)| next.take(index, row))?;
        let newest = next.newest();
        if !rows.is_empty() {
            inner.spaces.insert(space, next);
        }
        if fault == Some(RelayFault::DieAfter) {
            return Err(died().into());
        }
        Ok(newest)
    }

    async fn newest(&self, space: SpaceId) -> Result<u64, RelayError> {
        Ok(self.inner().spaces.get(&space).map_or(0, Space::newest))
    }

    async fn since(
        &self,
        space: SpaceId,
        after: u64,
        most: usize,
        bytes: usize,
    ) -> Result<Vec<(u64, Item)>, RelayError> {
        let inner = self.inner();
        let Some(space) = inner.spaces.get(&space) else { return Ok(Vec::new()) };
        let (mut page, mut size) = (Vec::new(), 0);
        for (place, row) in space.rows.range((Excluded(after), Unbounded)) {
            size += row.item.bytes().len() + 16;
            if page.len() == most || (size > bytes && !page.is_empty()) {
                break;
            }
            page.push((*place, row.item.clone()));
        }
        Ok(page)
    }

    async fn entries(&self, space: SpaceId, skip: usize) -> Result<Vec<Vec<u8>>, RelayError> {
        let inner = self.inner();
        let rows = inner.spaces.get(&space).into_iter().flat_map(|space| space.rows.values());
        let entries = rows.filter_map(|row| match &row.item {
            Item::Entry(bytes) => Some(bytes.clone()),
            Item::Envelope(_) => None,
        });
        Ok(entries.skip(skip).collect())
    }

    async fn heads(
        &self,
        space: SpaceId,
        device: Option<DeviceId>,
    ) -> Result<Vec<ChainHead>, RelayError> {
        let inner = self.inner();
        let Some(space) = inner.spaces.get(&space) else { return Ok(Vec::new()) };
        let heads = space.heads.iter().filter(|((_, of), _)| device.is_none_or(|id| id == *of));
        let heads = heads.map(|((part, device), (seq, hash))| ChainHead {
            part: *part,
            device: *device,
            seq: *seq,
            hash: *hash,
        });
        Ok(heads.collect())
    }

    async fn prune(&self, space: SpaceId, heads: &[ChainHead]) -> Result<(), RelayError> {
        let mut inner = self.inner();
        let space = inner.spaces.entry(space).or_default();
        heads.iter().for_each(|head| space.prune(head));
        Ok(())
    }

    async fn erase(&self, space: SpaceId) -> Result<(), RelayError> {
        if let Some(space) = self.inner().spaces.get_mut(&space) {
            space.rows.retain(|_, row| row.chain.is_none());
        }
        Ok(())
    }

    async fn reopen(&self, space: SpaceId) -> Result<(), RelayError> {
        if let Some(space) = self.inner().spaces.get_mut(&space) {
            space.heads.clear();
        }
        Ok(())
    }

    async fn chain(&self, space: SpaceId, range: &Range) -> Result<Vec<Item>, RelayError> {
        let inner = self.inner();
        let rows = inner.spaces.get(&space).into_iter().flat_map(|space| space.rows.values());
        let wanted = |row: &&NewRow| {
            row.chain.is_some_and(|(kept, _)| {
                (kept.part, kept.device) == (range.part, range.device)
                    && (range.from..=range.to).contains(&kept.seq)
            })
        };
        Ok(rows.filter(wanted).map(|row| row.item.clone()).collect())
    }
}
