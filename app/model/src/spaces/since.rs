//! Since when something waits to be sent, over restarts: a device is locked every day, and work that waits for weeks must be said
//! (SYNC-3). A row of this device alone, written while there is no server and taken away when nothing waits.

use std::cell::RefCell;
use std::collections::BTreeMap;

use replica::gather::Gather;
use replica::id::{PartId, SpaceId};
use replica::keys::CryptoRng;
use replica::store::{Op, Store, StoreError, Table, all};
use replica::sync::Connection;
use serde::{Deserialize, Serialize};

use super::{OpenSpace, Spaces};

const SINCE: &str = "local/since/";

/// Since when what of a space waits, in milliseconds since 1970.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Since {
    /// By part.
    #[serde(default)]
    parts: BTreeMap<String, u64>,
    #[serde(default)]
    files: Option<u64>,
}

impl Since {
    fn is_nothing(&self) -> bool {
        self.parts.is_empty() && self.files.is_none()
    }
}

/// What lies on the disk, by space.
pub(super) type Kept = RefCell<BTreeMap<SpaceId, Since>>;

/// What was kept. A row that cannot be read is as one that is not there: since when is unknown then.
pub(super) async fn kept<S: Store>(store: &S) -> Result<BTreeMap<SpaceId, Since>, StoreError> {
    let rows = all(store, Table::Meta, SINCE).await?;
    let read = rows.iter().filter_map(|row| {
        let id = row.key.strip_prefix(SINCE)?.parse().ok()?;
        Some((id, serde_json::from_slice(&row.value).unwrap_or_default()))
    });
    Ok(read.gather())
}

impl OpenSpace {
    /// Since when what waits does so; of what began to wait unseen nothing is said.
    fn waits_since(&self) -> Since {
        let parts = self.since().into_iter();
        let parts = parts.map(|(part, at)| (part.to_string(), at)).gather();
        Since { parts, files: self.files.get().since }
    }

    pub(super) fn remember(&self, since: &Since) {
        let mut parts = self.since.borrow_mut();
        for (part, at) in &since.parts {
            if let Ok(part) = part.parse::<PartId>() {
                parts.insert(part, *at);
            }
        }
        drop(parts);
        let mut files = self.files.get();
        files.since = since.files;
        self.files.set(files);
        self.look();
    }

    /// Files began to wait, seen now.
    fn see_files(&self, now: u64) {
        let mut files = self.files.get();
        if files.count > 0 && files.since.is_none() {
            files.since = Some(now);
            self.files.set(files);
        }
    }

    /// Since when the oldest that was not sent waits: a change or a file, as far as this device wrote it down.
    pub fn oldest(&self) -> Option<u64> {
        self.since().into_values().chain(self.files.get().since).min()
    }
}

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// Writes down what waits since when. While the server answers nothing waits for long, and nothing is written; what does not
    /// succeed is tried at the next save.
    pub(super) async fn keep_since(&self, now: u64) {
        let mut rows = Vec::new();
        let mut kept = self.waits.borrow().clone();
        let open = self.all();
        kept.retain(|id, _| {
            let stays = open.iter().any(|open| open.id() == *id);
            if !stays {
                rows.push(Op::Delete { table: Table::Meta, key: key(*id) });
            }
            stays
        });
        for open in open.iter().filter(|open| open.is_shared() && !open.is_draft()) {
            open.see_files(now);
            let since = open.waits_since();
            let before = kept.get(&open.id());
            let online = open.read(|space| space.status().connection == Connection::Online);
            if since.is_nothing() {
                if before.is_some() {
                    rows.push(Op::Delete { table: Table::Meta, key: key(open.id()) });
                    kept.remove(&open.id());
                }
            } else if !online && before != Some(&since) {
                let value = serde_json::to_vec(&since).unwrap_or_default();
                rows.push(Op::Put { table: Table::Meta, key: key(open.id()), value });
                kept.insert(open.id(), since);
            }
        }
        if !rows.is_empty() && self.store.commit(&rows).await.is_ok() {
            self.waits.replace(kept);
        }
    }
}

fn key(space: SpaceId) -> String {
    format!("{SINCE}{space}")
}
