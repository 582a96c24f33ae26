//! Reading a space back from the store. A refusal of the store is an error, never an empty space.

use std::collections::BTreeMap;

use super::Client;
use super::erase::is_erased;
use super::loading::load;
use super::prune::{Floor, read_row};
use crate::envelope::{Envelope, EnvelopeError};
use crate::gather::Gather;
use crate::id::{Hash, PartId, Seq, SpaceId, sha256};
use crate::journal::record;
use crate::keys::DeviceKeys;
use crate::member::{self, Grant, Log, Signed};
use crate::seal;
use crate::store::{Op, Row, Store, StoreError, Table, all};
use crate::sync::Range;
use crate::sync::inbox::{Apart, Inbox, Judge, Reason, Shelf, Tips, Waits};
use crate::sync::judged::Judged;
use crate::sync::rows;
use crate::sync::shared::Joining;

/// How many rows of the log are read at once where many may lie below a snapshot.
const NEAR: usize = 64;

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
    let known = store.get(Table::Meta, &rows::root_key(space)).await?;
    let erased = is_erased(store, space).await?;
    if known.is_none() && erased {
        return Err(other("the space was erased here"));
    }
    for row in all(store, Table::Meta, &rows::entries(space)).await? {
        // What was taken once is taken again; a damaged row is missing and is asked for.
        let _ = log.add(&row.value);
    }
    let device = keys.id();
    let mut inbox = Inbox::new(keys, log, judge.unwrap_or(member::check));
    let floors = floors(store, &inbox).await?;
    inbox.stand(floors.values().map(|floor| &floor.shared));
    let (judged, starts) = judged(store, &mut inbox, &floors).await?;
    if erased || inbox.members().is_erased() {
        inbox.erase();
        return buried(store, inbox).await;
    }
    let (mut set_apart, newer, damaged, apart) = held(store, &mut inbox, space).await?;
    inbox.rejudge();
    let own = own(&all(store, Table::Meta, &record::heads_prefix(space)).await?);
    let saved = own.iter().map(|(part, (seq, _))| (*part, *seq)).gather();
    let acknowledged = all(store, Table::Meta, &record::acknowledged_prefix(space)).await?;
    let theirs = acknowledged.iter().filter_map(|row| {
        Some(((record::last_part(&row.key)?, device), record::decode_seq(&row.value)?))
    });
    let server = store.get(Table::Meta, &rows::server_key(space)).await?;
    let untold = all(store, Table::Meta, &rows::untold(space)).await?;
    let untold = |id: &Hash| untold.iter().any(|row| row.key == rows::untold_key(space, id));
    let entries = inbox.log().entries().map(|signed| *signed.id());
    let untold = entries.filter(untold).map(|id| (id, true)).gather();
    let mut client = Client::new(inbox);
    if known.is_none() {
        set_apart.push(rows::root(space, first.id()));
    }
    client.queue(set_apart, Vec::new());
    client.server = server.as_deref().and_then(rows::read_server);
    (client.own, client.saved) = (own, saved);
    (client.theirs, client.untold) = (theirs.gather(), untold);
    (client.starts, client.newer, client.floors) = (starts, newer, floors);
    (client.damaged, client.apart) = (damaged, apart);
    client.sharing.look = true;
    client.look_at_shared();
    if let Some(judged) = judged {
        (client.documents, client.based) = (judged.documents, judged.tips);
    }
    Ok(client)
}

/// Opens what this device has of a space that it began or came to before; `None` if there is none.
pub(crate) async fn open_known<S: Store>(
    store: &S,
    space: SpaceId,
    keys: DeviceKeys,
) -> Result<Option<Client>, StoreError> {
    let Some(root) = store.get(Table::Meta, &rows::root_key(space)).await? else { return Ok(None) };
    let key = format!("{}{}", rows::entries(space), crate::id::hex(&root));
    let first = store.get(Table::Meta, &key).await?;
    let first = first.and_then(|bytes| Signed::decode(&bytes).ok());
    let Some(first) = first.filter(|first| first.id().as_slice() == root) else {
        return Err(StoreError::Corrupt { key });
    };
    open(store, keys, &first, None).await.map(Some)
}

/// A space that is erased and of which somebody must still hear.
async fn buried<S: Store>(store: &S, inbox: Inbox) -> Result<Client, StoreError> {
    let space = inbox.space();
    let untold = all(store, Table::Meta, &rows::untold(space)).await?;
    let mut client = Client::new(inbox);
    let entries = client.inbox.log().entries().map(|signed| *signed.id());
    let untold = |id: &Hash| untold.iter().any(|row| row.key == rows::untold_key(space, id));
    client.untold = entries.filter(untold).map(|id| (id, true)).gather();
    client.bury();
    Ok(client)
}

/// The shared snapshots below which rows may be gone. One that cannot be read is as if it were not
/// there: what is missing is asked for.
async fn floors<S: Store>(store: &S, inbox: &Inbox) -> Result<BTreeMap<PartId, Floor>, StoreError> {
    let mut floors = BTreeMap::new();
    for row in all(store, Table::Meta, &rows::floors(inbox.space())).await? {
        let place = record::last_part(&row.key).zip(read_row(&row.value));
        let Some((part, (device, from, to))) = place else { continue };
        let range = Range { part: PartId::beside(part), device, from, to };
        let pieces = load(store, inbox.space(), &[range]).await?;
        let mut joining = Joining::default();
        let mut shared = None;
        for piece in &pieces {
            let Ok(envelope) = Envelope::decode(piece) else { break };
            let Some(public) = inbox.members().public(envelope.header.device) else { break };
            let Ok(opened) = seal::open(&envelope, public, inbox.ring()) else { break };
            shared = joining.piece(&opened.payload);
        }
        if let Some((shared, last)) = shared.zip(pieces.last()) {
            floors.insert(part, Floor { snapshot: sha256(last), shared });
        }
    }
    Ok(floors)
}

/// The local snapshot with its documents, if the membership still says what it said then. Whatever is
/// wrong with it, the log has everything.
async fn judged<S: Store>(
    store: &S,
    inbox: &mut Inbox,
    floors: &BTreeMap<PartId, Floor>,
) -> Result<(Option<Judged>, BTreeMap<PartId, Vec<u8>>), StoreError> {
    let space = inbox.space();
    let starts = floors.values().map(|floor| &floor.shared);
    let mut starts: BTreeMap<_, _> =
        starts.map(|shared| (shared.part, shared.document.clone())).gather();
    inbox.stand_only();
    let row = store.get(Table::Meta, &rows::judged_key(space)).await?;
    let judged = row.and_then(|row| Judged::decode(&row).ok());
    let now = inbox.members().standing();
    let Some(mut judged) = judged.filter(|judged| judged.standing.holds_in(&now)) else {
        return Ok((None, starts));
    };
    for (part, hash) in judged.documents.clone() {
        let floor = floors.get(&part).map(|floor| &floor.shared);
        if floor.is_some_and(|floor| floor.is_above(part, &judged.tips)) {
            judged.without(part);
            continue;
        }
        match store.get(Table::Meta, &rows::document_key(space, part)).await? {
            Some(bytes) if sha256(&bytes) == hash => drop(starts.insert(part, bytes)),
            _ => judged.without(part),
        }
    }
    inbox.start(&judged);
    Ok((Some(judged), starts))
}

/// The steps that set damaged rows apart, what a later version wrote, which rows are damaged, and how much is in the
/// quarantine.
type Held = (Vec<Op>, Vec<Hash>, Vec<(Hash, Reason)>, Apart);

/// Takes what the store has above the local snapshot. What a later version wrote stays as it is.
async fn held<S: Store>(store: &S, inbox: &mut Inbox, space: SpaceId) -> Result<Held, StoreError> {
    let (mut set_apart, mut newer, mut damaged, mut apart) = Held::default();
    for row in log_above(store, space, &inbox.below).await? {
        if let Err(error) = inbox.load(&row.value, Shelf::Accepted(Grant::Write)) {
            let (hash, reason) = (sha256(&row.value), Reason::from(error));
            if matches!(error, EnvelopeError::Newer(_)) {
                newer.push(hash);
                continue;
            }
            damaged.push((hash, reason));
            set_apart.push(rows::quarantine(space, &hash, reason.name(), &row.value));
            set_apart.push(Op::Delete { table: Table::Log, key: row.key });
        }
    }
    for row in all(store, Table::Meta, &rows::pending(space)).await? {
        let _ = inbox.load(&row.value, Shelf::Waiting(Waits::New));
    }
    for row in all(store, Table::Quarantine, &format!("{space}/")).await? {
        if let Some(bytes) = rows::quarantined(&row.value) {
            apart.count(sha256(bytes), bytes.len());
            let _ = inbox.load(bytes, Shelf::Refused(Reason::Unreadable));
        }
    }
    Ok((set_apart, newer, damaged, apart))
}

/// The rows of the log without those below. Few are read along, many are jumped over: a step of the store costs more than a row.
async fn log_above<S: Store>(
    store: &S,
    space: SpaceId,
    below: &Tips,
) -> Result<Vec<Row>, StoreError> {
    let prefix = format!("{space}/");
    if below.is_empty() {
        return all(store, Table::Log, &prefix).await;
    }
    let (mut rows, mut after) = (Vec::new(), None::<String>);
    loop {
        let page = store.scan(Table::Log, &prefix, after.as_deref(), NEAR).await?;
        let full = page.len() == NEAR;
        for row in page {
            // Where the reading goes on if this row is the last of its page.
            let tip = record::parse_log_key(&row.key).and_then(|(_, part, device, _)| {
                let tip = below.get(&(part, device))?;
                Some(record::seq_key(&format!("{space}/{part}/{device}/"), tip.seq))
            });
            let tip = tip.filter(|tip| row.key <= *tip);
            after = Some(tip.clone().unwrap_or_else(|| row.key.clone()));
            if tip.is_none() {
                rows.push(row);
            }
        }
        if !full {
            return Ok(rows);
        }
    }
}

fn own(heads: &[Row]) -> BTreeMap<PartId, (Seq, Hash)> {
    let head = |row: &Row| {
        let head = record::decode_head(&row.value)?;
        Some((record::last_part(&row.key)?, (head.seq, head.hash)))
    };
    heads.iter().filter_map(head).gather()
}

fn other(error: impl std::fmt::Display) -> StoreError {
    StoreError::Other(error.to_string())
}
