//! The storage port: five ordered tables, one atomic write, two reads.
//!
//! It is thin on purpose. Everything that means something (chains, snapshots, quarantine) is decided
//! in `journal` and `bundle`, which are tested natively; an adapter only keeps rows.

use thiserror::Error;

pub mod ahead;
pub mod memory;
pub mod moving;
mod queue;
pub mod sealed;

#[cfg(any(test, feature = "acceptance"))]
pub mod acceptance;

pub use ahead::Ahead;
pub use memory::MemoryStore;
pub(crate) use queue::Queue;
pub use queue::SaveState;
pub use sealed::SealedStore;

/// Where a row lives. An adapter has one object store (or SQL table) for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Envelopes, in the bytes that travel.
    Log,
    /// One compact snapshot per part.
    Snapshot,
    /// Envelopes that could not be used, with the reason. Never thrown away silently.
    Quarantine,
    /// Small records: what is on this device, heads, settings that must not be lost.
    Meta,
    /// Pieces of encrypted files (`blob`).
    Blob,
}

impl Table {
    /// Every table, in the order of a bundle.
    pub const ALL: [Self; 5] =
        [Self::Log, Self::Snapshot, Self::Quarantine, Self::Meta, Self::Blob];

    /// How many rows are read at a time. Pieces of files are large.
    pub const fn page(self) -> usize {
        match self {
            Self::Blob => 8,
            _ => PAGE,
        }
    }

    /// The name of the object store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Log => "log",
            Self::Snapshot => "snapshot",
            Self::Quarantine => "quarantine",
            Self::Meta => "meta",
            Self::Blob => "blob",
        }
    }

    /// The table with this name, if this version knows it.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }
}

/// One row. Keys are ASCII, at most [`KEY_MAX`] long and sorted by byte, so that every adapter
/// sorts them alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub key: String,
    pub value: Vec<u8>,
}

/// The longest key, in bytes.
pub const KEY_MAX: usize = 200;

/// One step of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Adds a row. The same row again changes nothing (so a retry is safe); another value under
    /// the same key fails the whole batch with [`StoreError::Conflict`].
    Insert { table: Table, key: String, value: Vec<u8> },
    /// Adds or replaces a row.
    Put { table: Table, key: String, value: Vec<u8> },
    /// Removes a row; removing what is not there is fine.
    Delete { table: Table, key: String },
}

/// Why a store did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The browser gives no more room. Nothing of the batch was kept.
    #[error("storage is full")]
    Quota,
    /// The database went away under us (cleared, crashed). Whether the batch was kept is unknown:
    /// reopen and try again, a retry is safe.
    #[error("connection to the storage was lost")]
    ConnectionLost,
    /// The data was written by a newer version of the app. Offer an update, change nothing.
    #[error("the stored data is newer than this version")]
    Newer,
    /// Storage is not allowed here, or another tab holds the old version open.
    #[error("storage is blocked")]
    Blocked,
    /// An insert met another value under the same key: two writers, or a restored copy.
    #[error("row {key} already holds something else")]
    Conflict { key: String },
    /// A row could not be read back. Its place is named so that it can be set apart.
    #[error("row {key} is damaged")]
    Corrupt { key: String },
    /// Anything else, in the words of the platform, for the log and not for the screen.
    #[error("storage failed: {0}")]
    Other(String),
}

/// The port. The law, checked by `acceptance`:
///
/// 1. `Ok` from [`commit`](Store::commit) means that the transaction has *completed*: the rows are
///    there after any kill of the process. Never answer at a request's success.
/// 2. A batch is kept whole or not at all, its steps in order.
/// 3. After an error nothing of the batch is visible, except after [`StoreError::ConnectionLost`],
///    where the whole batch may turn out to be there.
/// 4. Reads see every completed commit. `scan` is sorted by key and gives at most `limit` rows.
///
/// Futures need not be `Send`, and no runtime is assumed. Methods take `&self`; one writer per
/// device is the caller's care (Web Locks).
#[allow(async_fn_in_trait)] // ok: one thread; no caller needs Send
pub trait Store {
    /// Keeps all steps or none, durably (`durability: strict`).
    async fn commit(&self, batch: &[Op]) -> Result<(), StoreError>;

    /// The value under this key.
    async fn get(&self, table: Table, key: &str) -> Result<Option<Vec<u8>>, StoreError>;

    /// Rows whose key starts with `prefix` and comes after `after`, sorted, at most `limit`.
    async fn scan(
        &self,
        table: Table,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Row>, StoreError>;

    /// Removes every row of every table, for "uitloggen en wissen".
    async fn wipe(&self) -> Result<(), StoreError>;
}

/// How many rows of most tables are read at a time.
pub const PAGE: usize = 500;

/// Every row under a prefix, read page by page.
pub async fn all<S: Store>(store: &S, table: Table, prefix: &str) -> Result<Vec<Row>, StoreError> {
    let mut rows: Vec<Row> = Vec::new();
    loop {
        let after = rows.last().map(|row| row.key.clone());
        let page = store.scan(table, prefix, after.as_deref(), table.page()).await?;
        let full = page.len() == table.page();
        rows.extend(page);
        if !full {
            return Ok(rows);
        }
    }
}

/// Whether a key may be stored: printable ASCII, not empty, not too long.
pub fn key_is_valid(key: &str) -> bool {
    !key.is_empty() && key.len() <= KEY_MAX && key.bytes().all(|byte| (0x20..0x7f).contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::block_on;

    #[test]
    fn the_memory_store_keeps_the_law() {
        assert_eq!(block_on(acceptance::run(&MemoryStore::default())), Ok(()));
    }

    #[test]
    fn a_key_is_printable_ascii_of_limited_length() {
        assert!(key_is_valid(&"k".repeat(KEY_MAX)));
        assert!(!key_is_valid(&"k".repeat(KEY_MAX + 1)));
        assert!(!key_is_valid(""));
        assert!(!key_is_valid("é"));
    }
}
