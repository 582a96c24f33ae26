//! A store in memory that can be told to fail: full, cut off, killed before or after a commit.
//! Clones share the same rows, as two connections to one database do.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Op, Row, Store, StoreError, Table, key_is_valid};

type Rows = BTreeMap<(Table, String), Vec<u8>>;

/// What goes wrong at one operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The error is returned and nothing is kept.
    Refuse(StoreError),
    /// The batch is kept, but the answer is [`StoreError::ConnectionLost`].
    KeptButLost,
    /// As if the process is killed before this operation: nothing more works until `restart`.
    CrashBefore,
    /// As if the process is killed after the commit and before the answer.
    CrashAfter,
}

#[derive(Debug, Default)]
struct Inner {
    rows: Rows,
    faults: BTreeMap<u64, Fault>,
    operations: u64,
    down: bool,
    quota: Option<usize>,
}

/// See the module's header.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore(Rc<RefCell<Inner>>);

impl MemoryStore {
    /// Plans a fault for the n-th operation from the start (0 is the first).
    pub fn fail_at(&self, operation: u64, fault: Fault) {
        self.0.borrow_mut().faults.insert(operation, fault);
    }

    /// Room for this many bytes of values; `None` is unlimited.
    pub fn set_quota(&self, bytes: Option<usize>) {
        self.0.borrow_mut().quota = bytes;
    }

    /// Operations (reads and writes) done or tried so far.
    pub fn operations(&self) -> u64 {
        self.0.borrow().operations
    }

    /// Comes back after a crash with what was kept.
    pub fn restart(&self) {
        self.0.borrow_mut().down = false;
    }

    /// Bytes of all values.
    pub fn size(&self) -> usize {
        self.0.borrow().rows.values().map(Vec::len).sum()
    }

    /// Changes a stored value behind everybody's back, as a failing disk does.
    pub fn damage(&self, table: Table, key: &str, change: impl FnOnce(&mut Vec<u8>)) {
        if let Some(value) = self.0.borrow_mut().rows.get_mut(&(table, key.to_owned())) {
            change(value);
        }
    }

    fn begin(&self) -> Result<Option<Fault>, StoreError> {
        let mut inner = self.0.borrow_mut();
        if inner.down {
            return Err(StoreError::ConnectionLost);
        }
        let now = inner.operations;
        inner.operations += 1;
        match inner.faults.remove(&now) {
            Some(Fault::Refuse(error)) => Err(error),
            Some(Fault::CrashBefore) => {
                inner.down = true;
                Err(StoreError::ConnectionLost)
            }
            other => Ok(other),
        }
    }

    fn end(&self, fault: Option<&Fault>) -> Result<(), StoreError> {
        match fault {
            None => Ok(()),
            Some(Fault::CrashAfter) => {
                self.0.borrow_mut().down = true;
                Err(StoreError::ConnectionLost)
            }
            Some(_) => Err(StoreError::ConnectionLost),
        }
    }
}

fn apply(rows: &mut Rows, op: &Op) -> Result<(), StoreError> {
    match op {
        Op::Insert { table, key, value } => match rows.get(&(*table, key.clone())) {
            Some(held) if held != value => Err(StoreError::Conflict { key: key.clone() }),
            Some(_) => Ok(()),
            None => put(rows, *table, key, value),
        },
        Op::Put { table, key, value } => put(rows, *table, key, value),
        Op::Delete { table, key } => {
            rows.remove(&(*table, key.clone()));
            Ok(())
        }
    }
}

fn put(rows: &mut Rows, table: Table, key: &str, value: &[u8]) -> Result<(), StoreError> {
    if !key_is_valid(key) {
        return Err(StoreError::Other("key is not printable ASCII".to_owned()));
    }
    rows.insert((table, key.to_owned()), value.to_vec());
    Ok(())
}

impl Store for MemoryStore {
    async fn commit(&self, batch: &[Op]) -> Result<(), StoreError> {
        let fault = self.begin()?;
        {
            let mut inner = self.0.borrow_mut();
            let mut next = inner.rows.clone();
            batch.iter().try_for_each(|op| apply(&mut next, op))?;
            let size = next.values().map(Vec::len).sum::<usize>();
            if inner.quota.is_some_and(|quota| size > quota) {
                return Err(StoreError::Quota);
            }
            inner.rows = next;
        }
        self.end(fault.as_ref())
    }

    async fn get(&self, table: Table, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let fault = self.begin()?;
        self.end(fault.as_ref())?;
        Ok(self.0.borrow().rows.get(&(table, key.to_owned())).cloned())
    }

    async fn scan(
        &self,
        table: Table,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Row>, StoreError> {
        let fault = self.begin()?;
        self.end(fault.as_ref())?;
        let inner = self.0.borrow();
        let start = (table, after.unwrap_or(prefix).to_owned());
        Ok(inner
            .rows
            .range(start..)
            .filter(|((_, key), _)| after.is_none_or(|after| key.as_str() > after))
            .skip_while(|((at, key), _)| *at == table && key.as_str() < prefix)
            .take_while(|((at, key), _)| *at == table && key.starts_with(prefix))
            .take(limit)
            .map(|((_, key), value)| Row { key: key.clone(), value: value.clone() })
            .collect())
    }

    async fn wipe(&self) -> Result<(), StoreError> {
        let fault = self.begin()?;
        self.0.borrow_mut().rows.clear();
        self.end(fault.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::block_on;

    #[test]
    fn a_full_store_keeps_what_it_had() {
        let store = MemoryStore::default();
        let row = |key: &str| Op::Put { table: Table::Log, key: key.into(), value: vec![0; 60] };
        assert_eq!(block_on(store.commit(&[row("a")])), Ok(()));
        store.set_quota(Some(100));
        assert_eq!(block_on(store.commit(&[row("b")])), Err(StoreError::Quota));
        assert_eq!(block_on(store.get(Table::Log, "a")), Ok(Some(vec![0; 60])));
        assert_eq!(block_on(store.get(Table::Log, "b")), Ok(None));
    }

    #[test]
    fn a_lost_answer_may_hide_a_kept_batch_and_a_retry_is_safe() {
        let store = MemoryStore::default();
        store.fail_at(0, Fault::KeptButLost);
        let batch = [Op::Insert { table: Table::Log, key: "a".into(), value: vec![1] }];
        assert_eq!(block_on(store.commit(&batch)), Err(StoreError::ConnectionLost));
        assert_eq!(block_on(store.commit(&batch)), Ok(()));
        assert_eq!(block_on(store.get(Table::Log, "a")), Ok(Some(vec![1])));
    }
}
