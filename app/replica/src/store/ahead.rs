//! A store of which whole tables are in memory. Read from another one at once: opening a hundred spaces asks for thousands of small rows,
//! and every question to a database in a browser costs more than many rows. Or beside every other one, for what is put together or taken
//! apart before it goes on. For one piece of work at a time: it is as large as what it holds.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Bound;

use super::{Op, Row, Store, StoreError, Table, key_is_valid};

type Rows = BTreeMap<String, Vec<u8>>;

/// How many bytes of one table are held: a tablet of 2 GB opens a hundred schools and has room left.
const MOST: usize = 32 << 20;

/// See the module's header.
#[derive(Debug)]
pub struct Ahead<'a, S> {
    /// The one that it was read from.
    inner: Option<&'a S>,
    read: RefCell<BTreeMap<Table, Rows>>,
}

/// What stood at a place before.
type Before = (Table, String, Option<Vec<u8>>);

impl<'a, S: Store> Ahead<'a, S> {
    /// An empty one that stands beside every other.
    pub fn beside() -> Self {
        Self {
            inner: None,
            read: RefCell::new(Table::ALL.map(|table| (table, Rows::new())).into()),
        }
    }

    /// Reads these tables, each when it has no more than so many rows and holds no more than 32 MiB. One that has more, or a
    /// damaged row, is asked row by row as if nothing was read.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn read(inner: &'a S, tables: &[(Table, usize)]) -> Result<Self, StoreError> {
        Self::read_at_most(inner, tables, MOST).await
    }

    async fn read_at_most(
        inner: &'a S,
        tables: &[(Table, usize)],
        bytes: usize,
    ) -> Result<Self, StoreError> {
        let mut read = BTreeMap::new();
        for (table, rows) in tables {
            match whole(inner, *table, *rows, bytes).await {
                Ok(rows) => read.extend(rows.map(|rows| (*table, rows))),
                Err(StoreError::Corrupt { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(Self { inner: Some(inner), read: read.into() })
    }
}

/// Every row of a table, when it has no more than so many rows and bytes. Not one page is read on after there was too much.
async fn whole<S: Store>(
    store: &S,
    table: Table,
    most: usize,
    bytes: usize,
) -> Result<Option<Rows>, StoreError> {
    let (mut rows, mut after, mut held) = (Rows::new(), None::<String>, 0_usize);
    loop {
        let page = store.scan(table, "", after.as_deref(), table.page()).await?;
        let full = page.len() == table.page();
        after = page.last().map(|row| row.key.clone());
        held = page.iter().fold(held, |held, row| held.saturating_add(row.value.len()));
        rows.extend(page.into_iter().map(|row| (row.key, row.value)));
        match full {
            _ if rows.len() > most || held > bytes => return Ok(None),
            true => {}
            false => return Ok(Some(rows)),
        }
    }
}

/// Takes a batch into memory, whole or not at all.
fn take(read: &mut BTreeMap<Table, Rows>, batch: &[Op]) -> Result<(), StoreError> {
    let mut before = Vec::new();
    for op in batch {
        match one(read, op) {
            Ok(was) => before.extend(was),
            Err(error) => {
                for (table, key, value) in before.into_iter().rev() {
                    let Some(rows) = read.get_mut(&table) else { continue };
                    match value {
                        Some(value) => drop(rows.insert(key, value)),
                        None => drop(rows.remove(&key)),
                    }
                }
                return Err(error);
            }
        }
    }
    Ok(())
}

/// Takes one step; tells what stood there. Nothing when the table is not in memory.
fn one(read: &mut BTreeMap<Table, Rows>, op: &Op) -> Result<Option<Before>, StoreError> {
    let (Op::Insert { table, key, .. } | Op::Put { table, key, .. } | Op::Delete { table, key }) =
        op;
    let Some(rows) = read.get_mut(table) else { return Ok(None) };
    let was = match op {
        Op::Insert { value, .. } if rows.get(key).is_some_and(|held| held != value) => {
            return Err(StoreError::Conflict { key: key.clone() });
        }
        Op::Insert { value, .. } | Op::Put { value, .. } => {
            if !key_is_valid(key) {
                return Err(StoreError::Other("key is not printable ASCII".to_owned()));
            }
            rows.insert(key.clone(), value.clone())
        }
        Op::Delete { .. } => rows.remove(key),
    };
    Ok(Some((*table, key.clone(), was)))
}

impl<S: Store> Store for Ahead<'_, S> {
    async fn commit(&self, batch: &[Op]) -> Result<(), StoreError> {
        if let Some(inner) = self.inner {
            inner.commit(batch).await?;
        }
        take(&mut self.read.borrow_mut(), batch)
    }

    async fn get(&self, table: Table, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        if let Some(rows) = self.read.borrow().get(&table) {
            return Ok(rows.get(key).cloned());
        }
        match self.inner {
            Some(inner) => inner.get(table, key).await,
            None => Ok(None),
        }
    }

    async fn scan(
        &self,
        table: Table,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Row>, StoreError> {
        if let Some(rows) = self.read.borrow().get(&table) {
            let from = match after.filter(|after| *after >= prefix) {
                Some(after) => Bound::Excluded(after),
                None => Bound::Included(prefix),
            };
            let rows = rows.range::<str, _>((from, Bound::Unbounded));
            let rows = rows.take_while(|(key, _)| key.starts_with(prefix)).take(limit);
            return Ok(rows
                .map(|(key, value)| Row { key: key.clone(), value: value.clone() })
                .collect());
        }
        match self.inner {
            Some(inner) => inner.scan(table, prefix, after, limit).await,
            None => Ok(Vec::new()),
        }
    }

    async fn wipe(&self) -> Result<(), StoreError> {
        if let Some(inner) = self.inner {
            inner.wipe().await?;
        }
        self.read.borrow_mut().values_mut().for_each(BTreeMap::clear);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{MemoryStore, acceptance, all};
    use crate::testing::block_on;

    #[test]
    fn a_store_that_was_read_ahead_keeps_the_law() {
        let store = MemoryStore::default();
        let ahead = block_on(Ahead::read(&store, &Table::ALL.map(|table| (table, 10)))).unwrap();
        assert_eq!(block_on(acceptance::run(&ahead)), Ok(()));
    }

    #[test]
    fn a_store_beside_every_other_keeps_the_law() {
        let beside = Ahead::<MemoryStore>::beside();
        assert_eq!(block_on(acceptance::run(&beside)), Ok(()));
    }

    #[test]
    fn what_was_read_ahead_is_not_asked_again() {
        let store = MemoryStore::default();
        let row = Op::Put { table: Table::Meta, key: "a".into(), value: vec![1] };
        block_on(store.commit(&[row])).unwrap();
        let ahead = block_on(Ahead::read(&store, &[(Table::Meta, 1)])).unwrap();
        let asked = store.operations();
        assert_eq!(block_on(ahead.get(Table::Meta, "a")), Ok(Some(vec![1])));
        assert_eq!(block_on(all(&ahead, Table::Meta, "b")), Ok(Vec::new()));
        assert_eq!(store.operations(), asked);
        let ahead = block_on(Ahead::read(&store, &[(Table::Meta, 0)])).unwrap();
        assert_eq!(block_on(ahead.get(Table::Meta, "a")), Ok(Some(vec![1])));
        assert_eq!(store.operations(), asked + 2, "of a table that is too large");
    }

    #[test]
    fn a_table_of_more_bytes_than_there_is_room_for_is_asked_row_by_row() {
        let store = MemoryStore::default();
        let row = Op::Put { table: Table::Meta, key: "a".into(), value: vec![1; 8] };
        block_on(store.commit(&[row])).unwrap();
        for (room, asks) in [(7, 1), (8, 0), (9, 0)] {
            let all = [(Table::Meta, usize::MAX)];
            let ahead = block_on(Ahead::read_at_most(&store, &all, room)).unwrap();
            let asked = store.operations();
            assert_eq!(block_on(ahead.get(Table::Meta, "a")), Ok(Some(vec![1; 8])));
            assert_eq!(store.operations(), asked + asks, "room for {room} bytes");
        }
    }
}
