//! Reading a space back from the store. A refusal of the store is an error, never an empty space.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Client;
use super::link::Link;
use super::storing::Storing;
use crate::id::{Hash, PartId, Seq, SpaceId};
use crate::journal::record;
use crate::keys::DeviceKeys;
use crate::member::{self, Grant, Log, Signed};
use crate::store::{Row, Store, StoreError, Table, all};
use crate::sync::inbox::{Inbox, Judge, Reason, Shelf, Waits};
use crate::sync::rows;

/// Opens what this device has of a space. `first` is the first entry of the membership log, from
/// the invitation or made here.
pub async fn open<S: Store>(
    store: &S,
    keys: DeviceKeys,
    first: &Signed,
    judge: Option<Judge>,
) -> Result<Client, StoreError> {
    let space = first.entry().space;
    let mut log = Log::open(first.id(), &first.encode()).map_err(other)?;
    for row in all(store, Table::Meta, &rows::entries(space)).await? {
        // What was taken once is taken again; a damaged row is missing and is asked for.
        let _ = log.add(&row.value);
    }
    let device = keys.id();
    let mut inbox = Inbox::new(keys, log, judge.unwrap_or(member::check));
    held(store, &mut inbox, space).await?;
    inbox.rejudge();
    let own = own(&all(store, Table::Meta, &record::heads_prefix(space)).await?);
    let saved = own.iter().map(|(part, (seq, _))| (*part, *seq)).collect();
    let acknowledged = all(store, Table::Meta, &record::acknowledged_prefix(space)).await?;
    let theirs = acknowledged.iter().filter_map(|row| {
        Some(((record::last_part(&row.key)?, device), record::decode_seq(&row.value)?))
    });
    let server = store.get(Table::Meta, &rows::server_key(space)).await?;
    let untold = all(store, Table::Meta, &rows::untold(space)).await?;
    let untold = |id: &Hash| untold.iter().any(|row| row.key == rows::untold_key(space, id));
    let entries = inbox.log().entries().map(|signed| *signed.id());
    let untold = entries.filter(untold).map(|id| (id, true)).collect();
    Ok(Client {
        storing: Storing::default(),
        link: Link::default(),
        server: server.as_deref().and_then(rows::read_server),
        own,
        saved,
        theirs: theirs.collect(),
        stuck: BTreeSet::new(),
        untold,
        told: BTreeMap::new(),
        alarmed: BTreeSet::new(),
        effects: VecDeque::new(),
        inbox,
    })
}

async fn held<S: Store>(store: &S, inbox: &mut Inbox, space: SpaceId) -> Result<(), StoreError> {
    let accepted = Shelf::Accepted(Grant::Write);
    for row in all(store, Table::Log, &format!("{space}/")).await? {
        // A row that cannot be read stays where it is: the journal sets it apart.
        let _ = inbox.load(&row.value, accepted);
    }
    for row in all(store, Table::Meta, &rows::pending(space)).await? {
        let _ = inbox.load(&row.value, Shelf::Waiting(Waits::New));
    }
    for row in all(store, Table::Quarantine, &format!("{space}/")).await? {
        if let Some(bytes) = rows::quarantined(&row.value) {
            let _ = inbox.load(bytes, Shelf::Refused(Reason::Unreadable));
        }
    }
    Ok(())
}

fn own(heads: &[Row]) -> BTreeMap<PartId, (Seq, Hash)> {
    let head = |row: &Row| {
        let head = record::decode_head(&row.value)?;
        Some((record::last_part(&row.key)?, (head.seq, head.hash)))
    };
    heads.iter().filter_map(head).collect()
}

fn other(error: impl std::fmt::Display) -> StoreError {
    StoreError::Other(error.to_string())
}
