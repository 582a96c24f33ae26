//! Erasing a space: the tombstone first, then everything else goes, at once or at the next start. It
//! never comes back.

use super::{Client, Effect};
use crate::blob;
use crate::id::SpaceId;
use crate::journal::record;
use crate::member::Change;
use crate::store::{Op, Store, StoreError, Table, all};
use crate::sync::{Alarm, rows};

impl Client {
    /// Whether the space is erased.
    pub const fn is_erased(&self) -> bool {
        self.inbox.erased
    }

    /// Destroys what is in memory and queues the tombstone.
    pub(super) fn bury(&mut self) {
        if !self.is_erased() || std::mem::replace(&mut self.buried, true) {
            return;
        }
        self.inbox.erase();
        (self.own, self.saved, self.theirs) = Default::default();
        (self.starts, self.floors, self.sharing) = Default::default();
        (self.based, self.documents, self.told) = Default::default();
        let space = self.inbox.space();
        let tombstone = self
            .inbox
            .log()
            .entries()
            .find(|signed| matches!(signed.entry().change, Change::Erase));
        let tombstone = tombstone.map(crate::member::Signed::encode).unwrap_or_default();
        self.queue(vec![rows::put(rows::erased_key(space), tombstone)], Vec::new());
        self.tell(Alarm::Erased);
    }

    /// Once the tombstone is on the disk: everything else goes. The log, in which keys are wrapped, goes
    /// when nobody waits to hear of it.
    pub(super) fn sweep(&mut self) {
        if !self.buried || !self.storing.is_empty() {
            return;
        }
        let me = self.inbox.keys().id();
        let mut devices = self.inbox.members().devices();
        let others = devices.any(|(id, member)| id != me && member.role().is_some());
        let with_log = !others || self.untold.is_empty();
        if self.swept.is_none_or(|before| with_log && !before) {
            self.swept = Some(with_log);
            self.effects.push_back(Effect::Sweep { with_log });
        }
    }
}

/// Whether a space was erased here.
///
/// # Errors
/// Those of the store.
pub async fn is_erased<S: Store>(store: &S, space: SpaceId) -> Result<bool, StoreError> {
    Ok(store.get(Table::Meta, &rows::erased_key(space)).await?.is_some())
}

/// Deletes everything of an erased space but the tombstone: what [`Effect::Sweep`] asks for. May be
/// repeated. Without a tombstone it does nothing.
///
/// # Errors
/// Those of the store; then it is done at the next start.
pub async fn sweep<S: Store>(store: &S, space: SpaceId, with_log: bool) -> Result<(), StoreError> {
    if !is_erased(store, space).await? {
        return Ok(());
    }
    let rows = format!("{space}/");
    let mut places: Vec<_> =
        [Table::Log, Table::Snapshot, Table::Quarantine].map(|table| (table, rows.clone())).into();
    let local = ["pending", "head", "acknowledged", "document", "floor", "blob", "blob-drop"];
    places.extend(local.map(|name| (Table::Meta, format!("{}{name}/{space}/", record::LOCAL))));
    if with_log {
        places.push((Table::Meta, rows::entries(space)));
        places.push((Table::Meta, rows::untold(space)));
    }
    let mut ops = Vec::new();
    for (table, prefix) in places {
        let there = all(store, table, &prefix).await?;
        ops.extend(there.into_iter().map(|row| Op::Delete { table, key: row.key }));
    }
    let mut keys = vec![rows::judged_key(space)];
    if with_log {
        keys.extend([rows::server_key(space), rows::root_key(space)]);
    }
    ops.extend(keys.into_iter().map(|key| Op::Delete { table: Table::Meta, key }));
    store.commit(&ops).await?;
    blob::forget_space(store, space).await
}
