//! The core of the server: takes sealed items, keeps them, hands them out. It holds no key, reads
//! no content and no clock. Bytes in, bytes out; what it keeps lives behind [`RelayStore`].
//!
//! It verifies signatures and membership and nothing else. Who is not a member learns nothing, not
//! even that a space exists. The caller proves which device asks.

mod known;
mod memo;
mod prune;
mod push;
mod store;

pub mod memory;

#[cfg(any(test, feature = "acceptance"))]
pub mod acceptance;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

pub use memory::MemoryRelay;
pub use store::{AppendError, Kept, NewRow, Only, RelayError, RelayStore};

use self::known::Known;
use self::memo::Memo;
use crate::envelope::Envelope;
use crate::gather::Gather;
use crate::id::{DeviceId, Hash, SpaceId};
use crate::member::MAX_LOG;
use crate::role::Role;
use crate::sync::{
    Body, Frame, Item, MAX_ITEMS, MAX_MESSAGE, Range, Refusal, ServerEpoch, WireError,
};

/// Bytes of items in one answer.
const ROOM: usize = MAX_MESSAGE - 1024;

/// Bytes of membership logs that are kept in memory. An ordinary log has a few kilobytes; read into structures
/// it takes a few times its bytes.
const LOGS: usize = 32 * 1024 * 1024;

/// What to send back, and whom to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub reply: Vec<u8>,
    /// For every other device that listens to the space.
    pub poke: Option<Vec<u8>>,
}

/// See the module's header. Several may share one store.
#[derive(Debug)]
pub struct Relay<S> {
    store: S,
    logs: Mutex<Memo>,
    /// A space with so many bytes of items takes no more.
    full: Option<u64>,
}

impl<S: RelayStore> Relay<S> {
    /// A relay over a store.
    pub const fn new(store: S) -> Self {
        Self::with_room(store, LOGS)
    }

    /// The same, that remembers membership logs of at most so many bytes together. What is not remembered is
    /// read again.
    pub const fn with_room(store: S, bytes: usize) -> Self {
        Self { store, logs: Mutex::new(Memo::new(bytes)), full: None }
    }

    /// The same, in which a space that holds so many bytes of items is full.
    #[must_use]
    pub fn full_at(self, bytes: u64) -> Self {
        Self { full: Some(bytes), ..self }
    }

    /// Whether the membership of a space is in memory, so that it is surely not new here.
    pub fn remembers(&self, space: SpaceId) -> bool {
        self.logs().has(space)
    }

    /// Of how many spaces the membership is in memory, and how many bytes their logs have.
    pub fn remembered(&self) -> (usize, usize) {
        self.logs().size()
    }

    /// The store.
    pub const fn store(&self) -> &S {
        &self.store
    }

    /// Another process over the same store: what was remembered is gone.
    pub fn again(self) -> Self {
        Self::new(self.store)
    }

    /// Answers one message of a device that proved who it is. `None`: not worth an answer.
    pub async fn on(&self, device: DeviceId, bytes: &[u8]) -> Option<Answer> {
        self.on_without(device, bytes, &BTreeSet::new()).await
    }

    /// The same, when these devices were away for longer than the offline window: nothing is kept for
    /// them.
    pub async fn on_without(
        &self,
        device: DeviceId,
        bytes: &[u8],
        absent: &BTreeSet<DeviceId>,
    ) -> Option<Answer> {
        let frame = match Frame::decode(bytes) {
            Ok(frame) => frame,
            Err(error) => return Some(refuse(SpaceId::from_bytes([0; 16]), 0, of_wire(error))),
        };
        let (space, id) = (frame.space, frame.id);
        let pushed = matches!(frame.body, Body::Push { .. });
        match self.answer(device, space, frame.body, absent).await {
            Ok((body, news)) => {
                let reply = Frame { space, id, body: body.clone() }.encode();
                let poke = match body {
                    Body::Ack { server, newest, .. } if pushed && news => {
                        Some(Frame { space, id: 0, body: Body::Poke { server, newest } }.encode())
                    }
                    _ => None,
                };
                Some(Answer { reply, poke })
            }
            Err(refusal) => Some(refuse(space, id, refusal)),
        }
    }

    /// Whether a device may listen to a space.
    pub async fn is_member(&self, device: DeviceId, space: SpaceId) -> bool {
        self.known_to(device, space).await.is_ok()
    }

    /// What a device is in a space; *not found* if it is nothing there, *erased* if nobody is any more.
    pub async fn role(&self, device: DeviceId, space: SpaceId) -> Result<Role, Refusal> {
        let known = self.known_to(device, space).await?;
        if known.members.is_erased() {
            return Err(Refusal::Erased);
        }
        known.members.role(device).ok_or(Refusal::NotFound)
    }

    /// Everybody who is in a space now, with the role.
    pub async fn members(&self, space: SpaceId) -> Result<BTreeMap<DeviceId, Role>, Refusal> {
        let Some(known) = self.known(space).await? else { return Ok(BTreeMap::new()) };
        let devices = known.members.devices().map(|(device, _)| device);
        let roles = devices.filter_map(|device| Some((device, known.members.role(device)?)));
        Ok(roles.gather())
    }

    async fn answer(
        &self,
        device: DeviceId,
        space: SpaceId,
        body: Body,
        absent: &BTreeSet<DeviceId>,
    ) -> Result<(Body, bool), Refusal> {
        match body {
            Body::Prune { part, heads, receipts } => {
                self.prune(device, space, (part, heads), &receipts, absent).await
            }
            Body::Push { items } => return self.push(device, space, items).await,
            Body::Hello { device: named, .. } if named != device => return Err(Refusal::NotFound),
            Body::Hello { server, all, .. } => {
                let known = self.known_to(device, space).await?;
                self.welcome(device, &known, server, all).await
            }
            Body::List { server, after } => {
                let known = self.known(space).await?.ok_or(Refusal::NotFound)?;
                if known.members.role(device).is_some() {
                    self.page(space, server, after).await
                } else if known.members.is_recovery(device) {
                    self.page_of_log(space, server, after).await
                } else {
                    Err(Refusal::NotFound)
                }
            }
            Body::Want { entries, ranges } => {
                let known = self.known_to(device, space).await?;
                self.given(&known, &entries, &ranges).await
            }
            _ => Err(Refusal::Damaged),
        }
        .map(|body| (body, false))
    }

    async fn welcome(
        &self,
        device: DeviceId,
        known: &Known,
        server: Option<ServerEpoch>,
        all: bool,
    ) -> Result<Body, Refusal> {
        let epoch = self.store.server_epoch().await?;
        let space = known.log.space();
        let newest = self.store.newest(space).await?;
        let of = if all || server != Some(epoch) { None } else { Some(device) };
        let heads = self.store.heads(space, of).await?;
        Ok(Body::Welcome { server: epoch, newest, log: known.log.heads(), heads })
    }

    async fn page(&self, space: SpaceId, server: ServerEpoch, after: u64) -> Result<Body, Refusal> {
        let epoch = self.store.server_epoch().await?;
        let newest = self.store.newest(space).await?;
        if server != epoch {
            return Ok(Body::Page { server: epoch, after, last: after, newest, items: Vec::new() });
        }
        let rows = self.store.since(space, after, MAX_ITEMS, ROOM).await?;
        // After the last row nothing is left up to the newest place: it was pruned.
        let last = rows.last().map_or(newest.max(after), |(place, _)| *place);
        let items = rows.into_iter().map(|(_, item)| item).collect();
        Ok(Body::Page { server, after, last, newest: newest.max(last), items })
    }

    /// For a recovery kit: the log alone, counted by its entries. More it does not need to bring a device in.
    async fn page_of_log(
        &self,
        space: SpaceId,
        server: ServerEpoch,
        after: u64,
    ) -> Result<Body, Refusal> {
        let epoch = self.store.server_epoch().await?;
        let skip = if server == epoch {
            usize::try_from(after).unwrap_or(MAX_LOG).min(MAX_LOG)
        } else {
            0
        };
        let entries = self.store.entries(space, skip).await?;
        let newest = (skip + entries.len()) as u64;
        let mut size = 0;
        let fits = |entry: &Vec<u8>| {
            size += entry.len() + 16;
            size <= ROOM
        };
        let entries = entries.into_iter().take(MAX_ITEMS).take_while(fits);
        let items: Vec<_> = entries.map(Item::Entry).collect();
        let items = if server == epoch { items } else { Vec::new() };
        Ok(Body::Page { server: epoch, after, last: after + items.len() as u64, newest, items })
    }

    async fn given(
        &self,
        known: &Known,
        entries: &[Hash],
        ranges: &[Range],
    ) -> Result<Body, Refusal> {
        let entries = entries.iter().filter_map(|id| known.log.entry(id));
        let mut items: Vec<_> = entries.map(|signed| Item::Entry(signed.encode())).collect();
        let mut read = 0;
        for range in ranges {
            // What does not fit is not read.
            if read > ROOM || items.len() > MAX_ITEMS {
                break;
            }
            let chain = self.store.chain(known.log.space(), range).await?;
            read += chain.iter().map(|item| item.bytes().len()).sum::<usize>();
            items.extend(chain);
        }
        let mut size = 0;
        let fits = |item: &Item| {
            size += item.bytes().len() + 16;
            size <= ROOM
        };
        let items = items.into_iter().take(MAX_ITEMS).take_while(fits).collect();
        Ok(Body::Given { items })
    }

    /// The space, for a member only.
    async fn known_to(&self, device: DeviceId, space: SpaceId) -> Result<Arc<Known>, Refusal> {
        let known = self.known(space).await?.ok_or(Refusal::NotFound)?;
        known.members.role(device).map(|_| known).ok_or(Refusal::NotFound)
    }

    /// The membership of a space, read from the store as far as it was not read before.
    async fn known(&self, space: SpaceId) -> Result<Option<Arc<Known>>, Refusal> {
        let before = self.logs().get(space);
        let skip = before.as_ref().map_or(0, |known| known.count);
        let entries = self.store.entries(space, skip).await?;
        if entries.is_empty() {
            return Ok(before);
        }
        let known = Known::with(before.as_deref(), &entries).map(Arc::new);
        if let Some(known) = &known {
            if known.members.is_erased() {
                // Perhaps we died between the tombstone and this.
                self.store.erase(space).await?;
            }
            self.logs().put(space, Arc::clone(known));
        }
        Ok(known)
    }

    fn logs(&self) -> std::sync::MutexGuard<'_, Memo> {
        self.logs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn refuse(space: SpaceId, id: u64, refusal: Refusal) -> Answer {
    let body = Body::Refuse { refusal, retry_after: 0 };
    Answer { reply: Frame { space, id, body }.encode(), poke: None }
}

const fn of_wire(error: WireError) -> Refusal {
    match error {
        WireError::TooLarge => Refusal::TooLarge,
        WireError::Newer(_) => Refusal::Newer,
        WireError::Damaged => Refusal::Damaged,
    }
}

impl From<RelayError> for Refusal {
    fn from(_: RelayError) -> Self {
        Self::Busy
    }
}

/// The hash of an item: the name of an entry, or that by which a chain names an envelope.
fn hash(item: &Item) -> Hash {
    crate::id::sha256(item.bytes())
}

/// The row of an envelope.
fn row(envelope: &Envelope, hash: Hash, item: Item) -> NewRow {
    let header = &envelope.header;
    let kept = Kept { part: header.part, device: header.device, seq: header.seq };
    NewRow { hash, chain: Some((kept, header.prev)), item }
}
