//! What children said and nobody looked at yet, in a row of this device alone: in no package, no copy and no message.

use replica::keys::CryptoRng;
use replica::store::{Op, Store, StoreError, Table};

use super::Spaces;
use crate::inbreng::pool::Pool;

const POOL: &str = "local/inbreng/";

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// What waits of a council; nothing waits when there is no row or it cannot be read.
    ///
    /// # Errors
    /// The store.
    pub async fn pool(&self, council: &str) -> Result<Pool, StoreError> {
        let row = self.store.get(Table::Meta, &key(council)).await?;
        match row {
            None => Ok(Pool::default()),
            Some(row) => Pool::kept(&row).ok_or_else(|| StoreError::Corrupt { key: key(council) }),
        }
    }

    /// Keeps what waits. Once this answers it is on the disk.
    ///
    /// # Errors
    /// The store; then what was there stays.
    pub async fn keep_pool(&self, council: &str, pool: &Pool) -> Result<(), StoreError> {
        let row = Op::Put { table: Table::Meta, key: key(council), value: pool.keep() };
        self.store.commit(&[row]).await
    }

    /// Nothing of it stays on this device.
    ///
    /// # Errors
    /// The store.
    pub async fn empty_pool(&self, council: &str) -> Result<(), StoreError> {
        self.store.commit(&[Op::Delete { table: Table::Meta, key: key(council) }]).await
    }
}

fn key(council: &str) -> String {
    format!("{POOL}{council}")
}
