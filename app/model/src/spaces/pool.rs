//! What children said and nobody looked at yet, and what an adult recorded for the child of a dossier, in rows of this device
//! alone: in no package, no copy and no message.

use std::collections::BTreeMap;

use replica::gather::Gather;
use replica::keys::CryptoRng;
use replica::store::{Op, Store, StoreError, Table, all};

use super::Spaces;
use crate::inbreng::pool::Pool;

const POOL: &str = "local/inbreng/";
const VOICE: &str = "local/stem/";

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

    /// What the person who is in recorded for a child alone, by the name of the sentence (`leerlingenraad::voice`).
    ///
    /// # Errors
    /// The store.
    pub async fn voices(&self) -> Result<BTreeMap<String, Vec<u8>>, StoreError> {
        let rows = all(&self.store, Table::Meta, VOICE).await?;
        let name = |key: String| key.strip_prefix(VOICE).map(str::to_owned);
        Ok(rows.into_iter().filter_map(|row| Some((name(row.key)?, row.value))).gather())
    }

    /// Keeps a recording, or takes it away. Once this answers it is so on the disk.
    ///
    /// # Errors
    /// The store; then what was there stays.
    pub async fn keep_voice(&self, name: &str, sound: Option<Vec<u8>>) -> Result<(), StoreError> {
        let (table, key) = (Table::Meta, format!("{VOICE}{name}"));
        self.store
            .commit(&[match sound {
                Some(value) => Op::Put { table, key, value },
                None => Op::Delete { table, key },
            }])
            .await
    }
}

fn key(council: &str) -> String {
    format!("{POOL}{council}")
}
