//! Reads a space back from the store. A row that cannot be used is set apart, never dropped (I5).

use std::collections::BTreeMap;

use super::compact::Snapshot;
use super::record::{self, Reason};
use super::{Head, Journal, LogRow, Part};
use crate::document::{Document, Session, Version};
use crate::envelope::{Envelope, EnvelopeError, Kind, Sealer};
use crate::id::{PartId, SpaceId};
use crate::store::{Op, PAGE, Row, Store, StoreError, Table, all};

/// Why a row stays in the log unread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A newer version of the app wrote it: "vernieuw de app".
    Newer,
    /// There is no key for it here.
    Locked,
}

/// A row that was set apart while opening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    pub key: String,
    pub reason: Reason,
}

/// What opening found. The four numbers together are all rows of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Changes that are in the documents.
    pub applied: usize,
    /// Changes that wait for others which have not arrived.
    pub pending: usize,
    /// Rows left as they are for a later version or a key.
    pub kept: Vec<(String, Kept)>,
    /// Rows moved to quarantine.
    pub quarantined: Vec<Quarantined>,
    /// Parts whose snapshot could not be read: show what there is, let nobody edit.
    pub blocked: Vec<PartId>,
}

/// A space that is open.
#[derive(Debug)]
pub struct Opened<L> {
    pub journal: Journal<L>,
    pub parts: BTreeMap<PartId, Document>,
    pub report: Report,
}

pub(super) enum Unread {
    Kept(Kept),
    Bad(Reason),
}

/// The payload of an update or snapshot, and what it brings a document to.
pub(super) fn read(
    envelope: &Envelope,
    sealer: &impl Sealer,
) -> Result<(Vec<u8>, Version), Unread> {
    if matches!(envelope.header.kind, Kind::Receipt | Kind::Unknown(_)) {
        return Err(Unread::Kept(Kept::Newer));
    }
    let payload = envelope.payload(sealer).map_err(unread)?;
    let end = Version::of_update(&payload).map_err(|_| Unread::Bad(Reason::BadChanges))?;
    Ok((payload, end))
}

fn unread(error: EnvelopeError) -> Unread {
    match error {
        EnvelopeError::Newer(_) => Unread::Kept(Kept::Newer),
        EnvelopeError::Locked => Unread::Kept(Kept::Locked),
        other => Unread::Bad(Reason::of_envelope(other)),
    }
}

/// The spaces that have anything on this device.
pub async fn spaces<S: Store>(store: &S) -> Result<Vec<SpaceId>, StoreError> {
    let mut spaces = Vec::new();
    for table in [Table::Log, Table::Snapshot] {
        let mut after: Option<String> = None;
        while let Some(row) = store.scan(table, "", after.as_deref(), 1).await?.pop() {
            let space = row.key.split('/').next().unwrap_or_default();
            spaces.extend(space.parse::<SpaceId>());
            after = Some(format!("{space}/~"));
        }
    }
    spaces.sort();
    spaces.dedup();
    Ok(spaces)
}

/// Opens a space: snapshot, then log, part by part. A space without rows opens empty.
pub async fn open<S: Store, L: Sealer>(
    store: &S,
    space: SpaceId,
    session: Session,
    sealer: L,
) -> Result<Opened<L>, StoreError> {
    let mut opening = Opening::new(space, session, sealer);
    let prefix = format!("{space}/");
    opening.snapshots(all(store, Table::Snapshot, &prefix).await?)?;
    let mut after: Option<String> = None;
    loop {
        let rows = store.scan(Table::Log, &prefix, after.as_deref(), PAGE).await?;
        after = rows.last().map(|row| row.key.clone());
        let last = rows.len() < PAGE;
        rows.into_iter().for_each(|row| opening.row(row));
        if last {
            break;
        }
    }
    opening.heads(&all(store, Table::Meta, &record::heads_prefix(space)).await?);
    opening.acknowledged(&all(store, Table::Meta, &record::acknowledged_prefix(space)).await?);
    opening.apply()?;
    if !opening.set_apart.is_empty() {
        store.commit(&opening.set_apart).await?;
    }
    Ok(Opened { journal: opening.journal, parts: opening.documents, report: opening.report })
}

struct Opening<L> {
    journal: Journal<L>,
    session: Session,
    documents: BTreeMap<PartId, Document>,
    updates: BTreeMap<PartId, Vec<(Row, Vec<u8>, Version)>>,
    set_apart: Vec<Op>,
    report: Report,
}

impl<L: Sealer> Opening<L> {
    fn new(space: SpaceId, session: Session, sealer: L) -> Self {
        Self {
            journal: Journal::new(space, session.device, sealer),
            session,
            documents: BTreeMap::new(),
            updates: BTreeMap::new(),
            set_apart: Vec::new(),
            report: Report::default(),
        }
    }

    fn part(&mut self, id: PartId) -> &mut Part {
        self.journal.parts.entry(id).or_default()
    }

    fn snapshots(&mut self, rows: Vec<Row>) -> Result<(), StoreError> {
        let mut parts: BTreeMap<PartId, Vec<Vec<u8>>> = BTreeMap::new();
        for row in rows {
            if let Some((_, part)) = record::parse_piece_key(&row.key) {
                parts.entry(part).or_default().push(row.value);
            }
        }
        for (id, pieces) in parts {
            let snapshot = Snapshot::join(&pieces, &self.journal.sealer);
            let read = snapshot.and_then(|snapshot| {
                let document = Document::open(self.session, &snapshot.bytes).ok()?;
                Some((snapshot, document))
            });
            let count = pieces.len();
            match read {
                Some((snapshot, document)) => {
                    self.documents.insert(id, document);
                    let device = self.session.device;
                    if let Some(head) = snapshot.covers.get(&device) {
                        self.journal.heads.insert(id, *head);
                    }
                    let part = self.part(id);
                    part.pieces = count;
                    part.generation = snapshot.generation;
                    part.covers = snapshot.covers;
                }
                None => {
                    self.part(id).blocked = true;
                    self.report.blocked.push(id);
                }
            }
        }
        Ok(())
    }

    fn row(&mut self, row: Row) {
        let Some((_, id, device, seq)) = record::parse_log_key(&row.key) else {
            return self.bad(row, Reason::WrongPlace);
        };
        let envelope = match Envelope::decode(&row.value) {
            Ok(envelope) => envelope,
            Err(error) => return self.unread(row, unread(error)),
        };
        if record::log_key(&envelope.header) != row.key {
            return self.bad(row, Reason::WrongPlace);
        }
        match read(&envelope, &self.journal.sealer) {
            Ok((payload, end)) => {
                self.part(id).rows.insert((device, seq), LogRow { end: Some(end.clone()) });
                self.updates.entry(id).or_default().push((row, payload, end));
            }
            Err(why) => self.unread(row, why),
        }
    }

    fn unread(&mut self, row: Row, why: Unread) {
        match why {
            Unread::Bad(reason) => self.bad(row, reason),
            Unread::Kept(kept) => {
                if let Some((_, id, device, seq)) = record::parse_log_key(&row.key) {
                    self.part(id).rows.insert((device, seq), LogRow { end: None });
                }
                self.report.kept.push((row.key, kept));
            }
        }
    }

    fn bad(&mut self, row: Row, reason: Reason) {
        if let Some((_, id, device, seq)) = record::parse_log_key(&row.key) {
            self.part(id).rows.remove(&(device, seq));
        }
        self.set_apart.push(record::quarantine(self.journal.space, &row.key, &row.value, reason));
        self.set_apart.push(Op::Delete { table: Table::Log, key: row.key.clone() });
        self.report.quarantined.push(Quarantined { key: row.key, reason });
    }

    fn heads(&mut self, rows: &[Row]) {
        let own: Vec<_> = rows
            .iter()
            .filter_map(|row| {
                Some((record::last_part(&row.key)?, record::decode_head(&row.value)?))
            })
            .collect();
        for (part, head) in own {
            let known = self.journal.heads.entry(part).or_insert(Head::START);
            if head.seq > known.seq {
                *known = head;
            }
        }
    }

    fn acknowledged(&mut self, rows: &[Row]) {
        for row in rows {
            if let (Some(id), Some(seq)) =
                (record::last_part(&row.key), record::decode_seq(&row.value))
            {
                self.part(id).acknowledged = seq;
            }
        }
    }

    fn apply(&mut self) -> Result<(), StoreError> {
        for (id, rows) in std::mem::take(&mut self.updates) {
            let mut document = match self.documents.remove(&id) {
                Some(document) => document,
                None => Document::new(self.session).map_err(other)?,
            };
            let payloads: Vec<Vec<u8>> =
                rows.iter().map(|(_, payload, _)| payload.clone()).collect();
            let together = document.import_batch(&payloads).is_ok();
            for (row, payload, end) in rows {
                if !together && document.import(&payload).is_err() {
                    self.bad(row, Reason::BadChanges);
                } else if document.version().includes(&end) {
                    self.report.applied += 1;
                } else {
                    self.report.pending += 1;
                }
            }
            self.documents.insert(id, document);
        }
        Ok(())
    }
}

fn other(error: impl std::fmt::Display) -> StoreError {
    StoreError::Other(error.to_string())
}
