//! What would be lost if a person's data went from this device: own changes and files that nobody acknowledged and that are
//! in no copy. Reads and marks rows; decides nothing and removes nothing.

use crate::blob;
use crate::id::{BlobId, Seq, SpaceId};
use crate::journal::record::{LOCAL, decode_head, decode_seq, encode_seq};
use crate::store::{Op, Store, StoreError, Table, all};

#[cfg(test)]
mod tests;

/// What exists nowhere else, over all spaces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stake {
    pub changes: u64,
    pub files: u64,
}

impl Stake {
    /// Whether everything is elsewhere as well.
    pub const fn is_nothing(self) -> bool {
        self.changes == 0 && self.files == 0
    }
}

/// Changes and files that exist nowhere else, over all spaces. What cannot be read counts as one: better asked once too often.
///
/// # Errors
/// Those of the store.
pub async fn at_stake<S: Store>(store: &S) -> Result<Stake, StoreError> {
    let mut count = 0;
    for (chain, written) in heads(store).await? {
        let Some(written) = written else {
            count += 1;
            continue;
        };
        let mut elsewhere = 0;
        for mark in ["acknowledged", "copied"] {
            let row = store.get(Table::Meta, &format!("{LOCAL}{mark}/{chain}")).await?;
            elsewhere = elsewhere.max(row.and_then(|row| decode_seq(&row)).unwrap_or(0));
        }
        count += written.saturating_sub(elsewhere);
    }
    let told = |key: &str| format!("{LOCAL}copied/{key}");
    for row in all(store, Table::Meta, UNTOLD).await? {
        count += u64::from(store.get(Table::Meta, &told(&row.key)).await?.is_none());
    }
    let mut files = 0;
    for key in blob::only_here(store).await? {
        files += u64::from(store.get(Table::Meta, &told(&key)).await?.is_none());
    }
    Ok(Stake { changes: count, files })
}

/// Remembers that all changes up to now and these files are in a copy. Call it when the file has left.
///
/// # Errors
/// Those of the store.
pub async fn mark_copied<S: Store>(
    store: &S,
    files: &[(SpaceId, BlobId)],
) -> Result<(), StoreError> {
    let put = |key: String, value| Op::Put { table: Table::Meta, key, value };
    let heads = heads(store).await?.into_iter();
    let mut batch: Vec<Op> = heads
        .filter_map(|(chain, seq)| Some(put(format!("{LOCAL}copied/{chain}"), encode_seq(seq?))))
        .collect();
    let untold = all(store, Table::Meta, UNTOLD).await?;
    batch.extend(untold.iter().map(|row| put(format!("{LOCAL}copied/{}", row.key), vec![])));
    let held = files.iter().map(|(space, blob)| blob::held_key(*space, *blob));
    batch.extend(held.map(|key| put(format!("{LOCAL}copied/{key}"), vec![])));
    store.commit(&batch).await
}

/// Entries of a membership log that no relay was told of.
const UNTOLD: &str = "local/untold/";

/// The own chains, `space/part`, with the number of their last change.
async fn heads<S: Store>(store: &S) -> Result<Vec<(String, Option<Seq>)>, StoreError> {
    let prefix = format!("{LOCAL}head/");
    let rows = all(store, Table::Meta, &prefix).await?;
    let chain = |key: &str| key.strip_prefix(&prefix).unwrap_or(key).to_owned();
    Ok(rows
        .iter()
        .map(|row| (chain(&row.key), decode_head(&row.value).map(|head| head.seq)))
        .collect())
}
