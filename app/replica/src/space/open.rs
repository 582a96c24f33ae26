//! Opening: everything that the store has of a space, and what was found. Documents may be read with it, or one by one when
//! somebody needs them.

use std::collections::{BTreeMap, BTreeSet};

use super::Space;
use crate::document::Document;
use crate::gather::Gather;
use crate::id::{Hash, PartId, SpaceId};
use crate::journal::Kept;
use crate::keys::DeviceKeys;
use crate::member::Pending;
use crate::store::{Store, StoreError, Table, all};
use crate::sync::{self, Reason, Shelf, Waits, rows};

/// A space that is open.
#[derive(Debug)]
pub struct Opened {
    pub space: Space,
    /// The documents by part.
    pub parts: BTreeMap<PartId, Document>,
    pub report: Report,
}

/// Something that is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetApart {
    /// It does not count, for this reason. The bytes are in the quarantine.
    Refused(Reason),
    /// It counts, and the changes in it are damaged. It stays in the log.
    BadChanges,
}

/// What opening found, in the words of the journal's report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Changes that are in the documents.
    pub applied: usize,
    /// Changes that wait for something which has not arrived.
    pub pending: usize,
    /// Left as they are for a later version or a key.
    pub kept: Vec<(Hash, Kept)>,
    /// Set apart, now or earlier.
    pub quarantined: Vec<(Hash, SetApart)>,
    /// Parts whose document could not be built: show what there is, let nobody edit.
    pub blocked: Vec<PartId>,
}

impl Report {
    /// Both together.
    pub fn add(&mut self, other: Self) {
        self.applied += other.applied;
        self.pending += other.pending;
        self.kept.extend(other.kept);
        self.quarantined.extend(other.quarantined);
        self.blocked.extend(other.blocked);
    }
}

/// The sealed spaces on this device.
///
/// # Errors
/// Those of the store.
pub async fn spaces<S: Store>(store: &S) -> Result<Vec<SpaceId>, StoreError> {
    let roots = all(store, Table::Meta, rows::ROOTS).await?;
    let ids = roots.iter().filter_map(|row| row.key.strip_prefix(rows::ROOTS)?.parse().ok());
    Ok(ids.collect())
}

/// Opens a space; `None` when there is nothing of it here, or only its tombstone
/// ([`is_erased`](sync::is_erased)). `peer` is the number of this session.
///
/// # Errors
/// Those of the store. A store that cannot be read is never an empty space.
pub async fn open<S: Store>(
    store: &S,
    space: SpaceId,
    keys: DeviceKeys,
    peer: u64,
) -> Result<Option<Opened>, StoreError> {
    let Some((space, mut report)) = enter(store, space, keys, peer).await? else {
        return Ok(None);
    };
    let read = |part| Some((part, space.read(part, &mut report)?));
    let parts = space.parts().into_iter().filter_map(read).gather();
    Ok(Some(Opened { space, parts, report }))
}

/// As [`open`], without the documents: [`Space::read`] gives each when it is needed, also after more has arrived. The report
/// says nothing of what is in them yet.
///
/// # Errors
/// Those of the store.
pub async fn enter<S: Store>(
    store: &S,
    space: SpaceId,
    keys: DeviceKeys,
    peer: u64,
) -> Result<Option<(Space, Report)>, StoreError> {
    let Some(client) = sync::open_known(store, space, keys).await? else {
        // Whatever a crash left behind.
        sync::sweep(store, space, true).await?;
        return Ok(None);
    };
    let space = Space::of(client, peer);
    // Everything below the local snapshot is in its documents.
    let mut report = Report { applied: space.client().spared(), ..Report::default() };
    shelves(&space, &mut report);
    Ok(Some((space, report)))
}

impl Space {
    /// The parts that have a document.
    pub fn parts(&self) -> BTreeSet<PartId> {
        self.client.parts()
    }

    /// The document of a part as the log has it, and in `report` what was found. `None`: the part is blocked.
    pub fn read(&self, part: PartId, report: &mut Report) -> Option<Document> {
        let Ok(built) = self.build(part) else {
            report.blocked.push(part);
            return None;
        };
        report.applied += built.applied;
        report.pending += built.pending;
        let bad = built.bad.into_iter().map(|hash| (hash, SetApart::BadChanges));
        report.quarantined.extend(bad);
        Some(built.document)
    }
}

fn shelves(space: &Space, report: &mut Report) {
    for (hash, shelf) in space.client().inbox().shelves() {
        match shelf {
            Shelf::Accepted(_) => {}
            Shelf::Waiting(Waits::For(Pending::Newer(_))) => {
                report.kept.push((*hash, Kept::Newer));
            }
            Shelf::Waiting(Waits::Key(_)) => report.kept.push((*hash, Kept::Locked)),
            Shelf::Waiting(_) => report.pending += 1,
            Shelf::Refused(reason) => {
                report.quarantined.push((*hash, SetApart::Refused(reason)));
            }
        }
    }
    let damaged = space.client().damaged_rows().iter();
    report.quarantined.extend(damaged.map(|(hash, reason)| (*hash, SetApart::Refused(*reason))));
    let newer = space.client().newer_rows().iter().map(|hash| (*hash, Kept::Newer));
    report.kept.extend(newer);
}
