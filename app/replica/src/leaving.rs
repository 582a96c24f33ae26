//! What would be lost if a person's data went from this device: own changes that nobody acknowledged and that are in
//! no copy. Reads and marks rows; decides nothing and removes nothing.

use crate::id::Seq;
use crate::journal::record::{LOCAL, decode_head, decode_seq, encode_seq};
use crate::store::{Op, Store, StoreError, Table, all};

#[cfg(test)]
mod tests;

/// Changes that exist nowhere else, over all spaces. What cannot be read counts as one: better asked once too often.
///
/// # Errors
/// Those of the store.
pub async fn at_stake<S: Store>(store: &S) -> Result<u64, StoreError> {
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
    Ok(count)
}

/// Remembers that everything up to now is in a copy. Call it when the file has left.
///
/// # Errors
/// Those of the store.
pub async fn mark_copied<S: Store>(store: &S) -> Result<(), StoreError> {
    let put = |key: String, value| Op::Put { table: Table::Meta, key, value };
    let heads = heads(store).await?.into_iter();
    let mut batch: Vec<Op> = heads
        .filter_map(|(chain, seq)| Some(put(format!("{LOCAL}copied/{chain}"), encode_seq(seq?))))
        .collect();
    let untold = all(store, Table::Meta, UNTOLD).await?;
    batch.extend(untold.iter().map(|row| put(format!("{LOCAL}copied/{}", row.key), vec![])));
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
