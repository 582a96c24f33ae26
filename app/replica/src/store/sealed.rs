//! A store over a store in which every value is encrypted under one person's key. Keys of rows stay readable: they
//! are ids and numbers. It knows nothing of what the rows mean. Format: KEYS.md, "Rows at rest".

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use rand_core::CryptoRng;

use super::{Op, Row, Store, StoreError, Table};
use crate::keys::{NONCE, Secret, derive, lock, unlock};

#[cfg(test)]
mod tests;

/// The version of the format that this code writes: the first byte of every value.
const VERSION: u8 = 1;

/// How much longer a value is at rest: version, nonce and tag.
pub const OVERHEAD: usize = 1 + NONCE + 16;

/// See the module's header.
#[derive(Debug)]
pub struct SealedStore<S, R> {
    inner: S,
    key: Secret,
    rng: RefCell<R>,
    lenient: Cell<bool>,
}

impl<S: Store, R: CryptoRng> SealedStore<S, R> {
    /// Everything through this store is sealed under `key`. Nonces come from `rng`, which must be seeded anew for
    /// every store that is made.
    pub fn new(inner: S, key: &Secret, rng: R) -> Self {
        let key = derive(key.bytes(), "rows", &[]);
        Self { inner, key, rng: RefCell::new(rng), lenient: Cell::new(false) }
    }

    /// The store below, which sees no plaintext.
    pub fn inner(&self) -> &S {
        &self.inner
    }

    /// From now on `scan` hands a damaged row up as it lies there instead of answering [`StoreError::Corrupt`]. The
    /// layers above then set it apart like any row that makes no sense, and the rest opens.
    pub fn be_lenient(&self) {
        self.lenient.set(true);
    }

    fn seal(&self, table: Table, key: &str, value: &[u8]) -> Result<Vec<u8>, StoreError> {
        let sealed = lock(&self.key, &place(table, key), value, &mut *self.rng.borrow_mut());
        let mut row = vec![VERSION];
        row.extend(sealed.ok_or_else(|| StoreError::Other("a value is too long".to_owned()))?);
        Ok(row)
    }

    fn open(&self, table: Table, key: &str, row: &[u8]) -> Result<Vec<u8>, StoreError> {
        let corrupt = || StoreError::Corrupt { key: key.to_owned() };
        match row.split_first() {
            Some((&VERSION, sealed)) => {
                unlock(&self.key, &place(table, key), sealed).ok_or_else(corrupt)
            }
            _ => Err(corrupt()),
        }
    }

    fn seal_op(&self, op: &Op) -> Result<Op, StoreError> {
        Ok(match op {
            Op::Insert { table, key, value } => Op::Insert {
                table: *table,
                key: key.clone(),
                value: self.seal(*table, key, value)?,
            },
            Op::Put { table, key, value } => {
                Op::Put { table: *table, key: key.clone(), value: self.seal(*table, key, value)? }
            }
            Op::Delete { .. } => op.clone(),
        })
    }

    /// The batch without the inserts of what is there already: sealed anew, the same value looks different below.
    async fn without_repeats(&self, batch: &[Op]) -> Result<Vec<Op>, StoreError> {
        let mut seen: BTreeMap<(Table, &str), Option<Vec<u8>>> = BTreeMap::new();
        let mut left = Vec::new();
        for op in batch {
            let (table, key, value) = match op {
                Op::Insert { table, key, value } => {
                    let held = match seen.get(&(*table, key.as_str())) {
                        Some(held) => held.clone(),
                        None => self.get(*table, key).await?,
                    };
                    match held {
                        Some(held) if held == *value => continue,
                        Some(_) => return Err(StoreError::Conflict { key: key.clone() }),
                        None => (*table, key, Some(value.clone())),
                    }
                }
                Op::Put { table, key, value } => (*table, key, Some(value.clone())),
                Op::Delete { table, key } => (*table, key, None),
            };
            seen.insert((table, key), value);
            left.push(self.seal_op(op)?);
        }
        Ok(left)
    }
}

/// Binds a value to its row: moved elsewhere it does not open. Neither part can hold a zero.
fn place(table: Table, key: &str) -> Vec<u8> {
    [table.name().as_bytes(), &[0], key.as_bytes()].concat()
}

impl<S: Store, R: CryptoRng> Store for SealedStore<S, R> {
    async fn commit(&self, batch: &[Op]) -> Result<(), StoreError> {
        let sealed: Vec<Op> = batch.iter().map(|op| self.seal_op(op)).collect::<Result<_, _>>()?;
        match self.inner.commit(&sealed).await {
            // Another value, or the same one under another nonce: only a look can tell.
            Err(StoreError::Conflict { .. }) => {
                let left = self.without_repeats(batch).await?;
                self.inner.commit(&left).await
            }
            outcome => outcome,
        }
    }

    async fn get(&self, table: Table, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let row = self.inner.get(table, key).await?;
        row.map(|row| self.open(table, key, &row)).transpose()
    }

    async fn scan(
        &self,
        table: Table,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Row>, StoreError> {
        let rows = self.inner.scan(table, prefix, after, limit).await?;
        let open = |row: Row| match self.open(table, &row.key, &row.value) {
            Ok(value) => Ok(Row { key: row.key, value }),
            Err(StoreError::Corrupt { .. }) if self.lenient.get() => Ok(row),
            Err(error) => Err(error),
        };
        rows.into_iter().map(open).collect()
    }

    async fn wipe(&self) -> Result<(), StoreError> {
        self.inner.wipe().await
    }
}
