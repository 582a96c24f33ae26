//! The port behind the relay. Memory, SQLite and PostgreSQL run the same acceptance suite.

use thiserror::Error;

use crate::id::{DeviceId, Hash, PartId, Seq, SpaceId};
use crate::seal::ChainHead;
use crate::sync::{Item, Range, ServerEpoch};

/// The store did not answer. The words are for the log, not for a screen.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("relay store failed: {0}")]
pub struct RelayError(pub String);

/// The place of an envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kept {
    pub part: PartId,
    pub device: DeviceId,
    pub seq: Seq,
}

/// An item to keep. `chain` is the place of an envelope and the hash before it; an entry has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRow {
    pub hash: Hash,
    pub chain: Option<(Kept, Hash)>,
    pub item: Item,
}

/// Why nothing of a batch was kept.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AppendError {
    /// Another envelope has this place, or what goes before it is another one.
    #[error("row {0} forks its chain")]
    Fork(usize),
    /// What goes before it is not here.
    #[error("row {0} leaves a gap")]
    Gap(usize),
    /// The membership log is another one than the batch was judged by.
    #[error("the membership log moved on")]
    Moved,
    /// The space holds as much as it may.
    #[error("the space is full")]
    Full,
    #[error(transparent)]
    Store(#[from] RelayError),
}

/// What must hold at the moment that a batch is kept. Nothing asked: always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Only {
    /// So many membership entries are there: those that the batch was judged by.
    pub entries: Option<u64>,
    /// The items of the space have fewer bytes than this.
    pub below: Option<u64>,
}

impl Only {
    /// Whether a space with so many entries and bytes of items is as it must be.
    pub fn check(self, entries: u64, bytes: u64) -> Result<(), AppendError> {
        if self.entries.is_some_and(|known| known != entries) {
            return Err(AppendError::Moved);
        }
        if self.below.is_some_and(|below| bytes >= below) {
            return Err(AppendError::Full);
        }
        Ok(())
    }
}

/// The port. The law, checked by `acceptance`:
///
/// 1. `Ok` from `append` means *durably* committed: it survives a kill and a power cut.
/// 2. A batch is kept whole or not at all, in its order, and checked in the same transaction:
///    a row that is here already is not kept twice; an envelope follows its chain without gap;
///    what `Only` asks holds.
/// 3. Places count up within a space, from 1. A place is never given twice, and once a reader saw
///    a place no lower one appears after.
/// 4. The server epoch stays the same until a restore from backup, which draws a new one.
pub trait RelayStore: Sync {
    /// Which server this is.
    fn server_epoch(&self) -> impl Future<Output = Result<ServerEpoch, RelayError>> + Send;

    /// Keeps a batch, when all is as it must be; answers the newest place.
    fn append_only(
        &self,
        space: SpaceId,
        rows: &[NewRow],
        only: Only,
    ) -> impl Future<Output = Result<u64, AppendError>> + Send;

    /// Keeps a batch, whatever else is there.
    fn append(
        &self,
        space: SpaceId,
        rows: &[NewRow],
    ) -> impl Future<Output = Result<u64, AppendError>> + Send {
        self.append_only(space, rows, Only::default())
    }

    /// The newest place of a space; 0 when there is nothing.
    fn newest(&self, space: SpaceId) -> impl Future<Output = Result<u64, RelayError>> + Send;

    /// The items after a place, in order: at most `most` and `bytes`, and at least one if any.
    fn since(
        &self,
        space: SpaceId,
        after: u64,
        most: usize,
        bytes: usize,
    ) -> impl Future<Output = Result<Vec<(u64, Item)>, RelayError>> + Send;

    /// The membership entries of a space in order, without the first `skip`.
    fn entries(
        &self,
        space: SpaceId,
        skip: usize,
    ) -> impl Future<Output = Result<Vec<Vec<u8>>, RelayError>> + Send;

    /// The newest of every chain, of one device or of all, sorted.
    fn heads(
        &self,
        space: SpaceId,
        device: Option<DeviceId>,
    ) -> impl Future<Output = Result<Vec<ChainHead>, RelayError>> + Send;

    /// Forgets the envelopes of these chains up to and including each head, in one transaction, and
    /// remembers the head as the newest of its chain if that was lower. A head that is not ours (another
    /// hash in its place) is left alone. Places are not given again.
    fn prune(
        &self,
        space: SpaceId,
        heads: &[ChainHead],
    ) -> impl Future<Output = Result<(), RelayError>> + Send;

    /// The space is erased: every envelope goes, in one transaction, and whatever else the store has of
    /// it. Entries and heads stay, so that it refuses and nobody sends anything again.
    fn erase(&self, space: SpaceId) -> impl Future<Output = Result<(), RelayError>> + Send;

    /// The erasure turned out not to count: the heads go too, so that devices send all they have again.
    fn reopen(&self, space: SpaceId) -> impl Future<Output = Result<(), RelayError>> + Send;

    /// What there is of a range, in order.
    fn chain(
        &self,
        space: SpaceId,
        range: &Range,
    ) -> impl Future<Output = Result<Vec<Item>, RelayError>> + Send;
}
