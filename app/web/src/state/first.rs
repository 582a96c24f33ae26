//! A store that adds one step to the first batch: the record of this device. So a first visit writes nothing, and the
//! first real change and the device that made it are kept together or not at all.

use replica::store::{Op, Row, Store, StoreError, Table};
use std::cell::RefCell;

/// See the module's header.
pub struct WithFirst<S> {
    store: S,
    first: RefCell<Option<Op>>,
}

impl<S: Store> WithFirst<S> {
    /// The store, with the step that the first batch must carry, if any.
    pub fn new(store: S, first: Option<Op>) -> Self {
        Self { store, first: RefCell::new(first) }
    }

    /// Makes the next batch carry this step.
    pub fn expect(&self, step: Op) {
        self.first.replace(Some(step));
    }

    /// The store itself.
    pub fn inner(&self) -> &S {
        &self.store
    }
}

impl<S: Store> Store for WithFirst<S> {
    async fn commit(&self, batch: &[Op]) -> Result<(), StoreError> {
        let first = self.first.borrow().clone();
        let Some(first) = first.filter(|_| !batch.is_empty()) else {
            return self.store.commit(batch).await;
        };
        let together: Vec<Op> = std::iter::once(first).chain(batch.iter().cloned()).collect();
        self.store.commit(&together).await?;
        self.first.borrow_mut().take();
        Ok(())
    }

    async fn get(&self, table: Table, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.store.get(table, key).await
    }

    async fn scan(
        &self,
        table: Table,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Row>, StoreError> {
        self.store.scan(table, prefix, after, limit).await
    }

    async fn wipe(&self) -> Result<(), StoreError> {
        self.store.wipe().await
    }
}
