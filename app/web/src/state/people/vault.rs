//! The store of one person: sealed rows in a database of their own. Clones share one connection and one generator.

use crate::platform::random::Generator;
use crate::platform::storage::{Fenced, IdbStore};
use replica::keys::Secret;
use replica::store::{Op, Row, SealedStore, Store, StoreError, Table};
use std::rc::Rc;

/// See the module's header.
#[derive(Clone)]
pub struct Vault(Rc<SealedStore<IdbStore, Generator>>);

impl Vault {
    /// The rows of this database, sealed under this key.
    pub fn new(database: IdbStore, key: &Secret, rng: Generator) -> Self {
        Self(Rc::new(SealedStore::new(database, key, rng)))
    }

    /// The database below, which holds ciphertext.
    pub fn database(&self) -> &IdbStore {
        self.0.inner()
    }

    /// See [`SealedStore::be_lenient`].
    pub fn be_lenient(&self) {
        self.0.be_lenient();
    }

    /// See [`IdbStore::fenced`].
    pub fn fenced(&self) -> Option<Fenced> {
        self.database().fenced()
    }

    /// See [`IdbStore::begin_anew`].
    pub fn begin_anew(&self) {
        self.database().begin_anew();
    }

    /// See [`IdbStore::close`].
    pub fn close(&self) {
        self.database().close();
    }
}

impl Store for Vault {
    async fn commit(&self, batch: &[Op]) -> Result<(), StoreError> {
        self.0.commit(batch).await
    }

    async fn get(&self, table: Table, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.0.get(table, key).await
    }

    async fn scan(
        &self,
        table: Table,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Row>, StoreError> {
        self.0.scan(table, prefix, after, limit).await
    }

    async fn wipe(&self) -> Result<(), StoreError> {
        self.0.wipe().await
    }
}
