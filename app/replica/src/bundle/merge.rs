//! Takes a copy over into a store, in one batch. What is here stays; what is new is added.

use std::collections::BTreeMap;

use super::{Bundle, BundleError, UNKNOWN};
use crate::document::{Document, DocumentError, Session};
use crate::envelope::Sealer;
use crate::id::{DeviceId, PartId, SpaceId};
use crate::journal::record::{self, LOCAL, Reason};
use crate::journal::{Head, Snapshot};
use crate::store::{Op, Row, Store, Table, all, key_is_valid};
use crate::sync::{self, rows::TOMBSTONES};

/// What a copy brought. Open the spaces anew afterwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Rows that were not here.
    pub new: usize,
    /// Rows that were here already.
    pub known: usize,
    /// Rows that were set apart.
    pub quarantined: usize,
    /// Rows of spaces that were erased here: they do not come back.
    pub erased: usize,
}

/// Merges a copy into the store: all of it or nothing. A second time changes nothing. The device
/// keeps its own identity; `session` is that of the device that merges.
pub async fn merge<S: Store, L: Sealer>(
    store: &S,
    bundle: &Bundle,
    session: Session,
    sealer: &L,
) -> Result<Merged, BundleError> {
    let mut merging = Merging { ops: Vec::new(), merged: Merged::default() };
    let mut snapshots: BTreeMap<(SpaceId, PartId), Vec<&Row>> = BTreeMap::new();
    let mut buried: BTreeMap<SpaceId, bool> = BTreeMap::new();
    for (section, row) in &bundle.rows {
        if let Some(space) = space_of(&row.key) {
            let known = buried.get(&space).copied();
            let erased = match known {
                Some(known) => known,
                None => sync::is_erased(store, space).await?,
            };
            buried.insert(space, erased);
            // A tombstone of another device is only a claim: the log brings the signed entry.
            if erased || row.key.starts_with(TOMBSTONES) {
                merging.merged.erased += usize::from(erased);
                continue;
            }
        }
        match Table::named(section) {
            Some(Table::Log) => merging.log(store, row).await?,
            Some(Table::Snapshot) => match record::parse_piece_key(&row.key) {
                Some(place) => snapshots.entry(place).or_default().push(row),
                None => merging.apart(&row.key, &row.value, Reason::WrongPlace),
            },
            Some(table) => merging.keep(store, table, &row.key, &row.value).await?,
            None => {
                let key = format!("{UNKNOWN}{section}/{}", row.key);
                merging.keep(store, Table::Meta, &key, &row.value).await?;
            }
        }
    }
    for ((space, part), pieces) in snapshots {
        merging.snapshot(store, space, part, &pieces, session, sealer).await?;
    }
    store.commit(&merging.ops).await?;
    Ok(merging.merged)
}

/// The space whose row this is.
fn space_of(key: &str) -> Option<SpaceId> {
    key.split('/').find_map(|word| word.parse().ok())
}

struct Merging {
    ops: Vec<Op>,
    merged: Merged,
}

impl Merging {
    async fn log<S: Store>(&mut self, store: &S, row: &Row) -> Result<(), BundleError> {
        if record::parse_log_key(&row.key).is_none() {
            self.apart(&row.key, &row.value, Reason::WrongPlace);
            return Ok(());
        }
        match store.get(Table::Log, &row.key).await? {
            Some(held) if held == row.value => self.merged.known += 1,
            Some(_) => self.apart(&row.key, &row.value, Reason::Fork),
            None => self.put(Table::Log, &row.key, &row.value),
        }
        Ok(())
    }

    /// Quarantine and meta rows: only where there is none yet, and never the device's own.
    async fn keep<S: Store>(
        &mut self,
        store: &S,
        table: Table,
        key: &str,
        value: &[u8],
    ) -> Result<(), BundleError> {
        if !key_is_valid(key) || (table == Table::Meta && key.starts_with(LOCAL)) {
            return Ok(());
        }
        match store.get(table, key).await? {
            Some(_) => self.merged.known += 1,
            None => self.put(table, key, value),
        }
        Ok(())
    }

    async fn snapshot<S: Store, L: Sealer>(
        &mut self,
        store: &S,
        space: SpaceId,
        part: PartId,
        pieces: &[&Row],
        session: Session,
        sealer: &L,
    ) -> Result<(), BundleError> {
        let values = |rows: &[&Row]| rows.iter().map(|row| row.value.clone()).collect::<Vec<_>>();
        let here = all(store, Table::Snapshot, &format!("{space}/{part}/")).await?;
        let here: Vec<&Row> = here.iter().collect();
        if !here.is_empty() && values(&here) == values(pieces) {
            self.merged.known += pieces.len();
            return Ok(());
        }
        let Some(theirs) = Snapshot::join(&values(pieces), sealer) else {
            // Nothing readable here either: keep the pieces where a newer app looks for them.
            let set_apart = !here.is_empty();
            for row in pieces {
                if set_apart {
                    self.apart(&row.key, &row.value, Reason::Damaged);
                } else {
                    self.put(Table::Snapshot, &row.key, &row.value);
                }
            }
            return Ok(());
        };
        let Some(ours) = Snapshot::join(&values(&here), sealer) else {
            here.iter().for_each(|row| self.replaced(row));
            pieces.iter().for_each(|row| self.put(Table::Snapshot, &row.key, &row.value));
            return Ok(());
        };
        let Some(joined) = join(ours, &theirs, session).map_err(|_| BundleError::Merge)? else {
            self.merged.known += pieces.len();
            return Ok(());
        };
        let split = joined.split(space, part, session.device, 0, sealer);
        let split = split.map_err(|_| BundleError::Merge)?;
        for index in split.len()..here.len() {
            let key = record::piece_key(space, part, index);
            self.ops.push(Op::Delete { table: Table::Snapshot, key });
        }
        for (index, value) in split.iter().enumerate() {
            self.put(Table::Snapshot, &record::piece_key(space, part, index), value);
        }
        Ok(())
    }

    fn replaced(&mut self, row: &Row) {
        self.apart(&row.key, &row.value, Reason::Damaged);
        self.ops.push(Op::Delete { table: Table::Snapshot, key: row.key.clone() });
    }

    fn apart(&mut self, key: &str, value: &[u8], reason: Reason) {
        let space = record::parse_piece_key(key).map(|(space, _)| space);
        let space = space.unwrap_or(SpaceId::from_bytes([0; 16]));
        self.ops.push(record::quarantine(space, key, value, reason));
        self.merged.quarantined += 1;
    }

    fn put(&mut self, table: Table, key: &str, value: &[u8]) {
        self.ops.push(Op::Put { table, key: key.to_owned(), value: value.to_vec() });
        self.merged.new += 1;
    }
}

/// Both snapshots as one; nothing when ours has everything already.
fn join(
    ours: Snapshot,
    theirs: &Snapshot,
    session: Session,
) -> Result<Option<Snapshot>, DocumentError> {
    let mut document = Document::open(session, &ours.bytes)?;
    let before = document.version();
    document.import(&theirs.bytes)?;
    if document.version() == before {
        return Ok(None);
    }
    let mut covers: BTreeMap<DeviceId, Head> = ours.covers;
    for (device, head) in &theirs.covers {
        let known = covers.entry(*device).or_insert(*head);
        if head.seq > known.seq {
            *known = *head;
        }
    }
    let generation = ours.generation.max(theirs.generation) + 1;
    Ok(Some(Snapshot { generation, covers, bytes: document.snapshot()? }))
}
