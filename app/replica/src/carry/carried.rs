//! What this device carries for spaces that it is not in: it cannot read it, keeps it within limits and
//! hands it on. Rows: `local/carried/space/hash` in the table meta.

use std::collections::BTreeMap;

use super::{Bag, Stock};
use crate::envelope::Envelope;
use crate::id::{Hash, SpaceId, hex, sha256};
use crate::keys::wire::{Reader, Writer};
use crate::member::Signed;
use crate::store::{Op, Store, StoreError, Table, all};
use crate::sync::{Item, rows};

/// How many bytes a device carries for others, in all.
pub const MAX_CARRIED: usize = 16 * 1024 * 1024;

/// How many spaces a device carries for.
const MAX_CARRIED_SPACES: usize = 64;

#[derive(Clone, Debug)]
enum Kept {
    Entry(Box<Signed>),
    Envelope(Envelope),
    /// Of a later version, or damaged: who is in the space will see.
    Opaque(Item),
}

impl Kept {
    fn new(item: Item, space: SpaceId) -> Self {
        match &item {
            Item::Entry(bytes) => match Signed::decode(bytes) {
                Ok(signed) if signed.entry().space == space => Self::Entry(Box::new(signed)),
                _ => Self::Opaque(item),
            },
            Item::Envelope(bytes) => match Envelope::decode(bytes) {
                Ok(envelope) if envelope.header.space == space => Self::Envelope(envelope),
                _ => Self::Opaque(item),
            },
        }
    }
}

/// What became of a bag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Took {
    /// Items that were not here.
    pub new: usize,
    /// Items that were here already.
    pub known: usize,
    /// Items for which there is no room: hand over what is carried, or let go of it.
    pub no_room: usize,
}

/// See the module's header.
#[derive(Clone, Debug, Default)]
pub struct Carried {
    spaces: BTreeMap<SpaceId, BTreeMap<Hash, Kept>>,
    size: usize,
}

impl Carried {
    /// Reads back what is carried. A row that cannot be read is passed over.
    pub async fn open<S: Store>(store: &S) -> Result<Self, StoreError> {
        let mut carried = Self::default();
        for row in all(store, Table::Meta, PREFIX).await? {
            let space = row.key.strip_prefix(PREFIX).and_then(|rest| rest.split_once('/'));
            let space = space.and_then(|(space, _)| space.parse().ok());
            if let (Some(space), Some(item)) = (space, decode(&row.value)) {
                let _ = carried.keep(space, item);
            }
        }
        Ok(carried)
    }

    /// Takes a bag of a space that this device is not in. Write the steps in one batch, and keep this
    /// only when that succeeds.
    pub fn take(&mut self, bag: Bag) -> (Took, Vec<Op>) {
        let (mut took, mut ops) = (Took::default(), Vec::new());
        for item in bag.items {
            let (hash, value) = (sha256(item.bytes()), encode(&item));
            match self.keep(bag.space, item) {
                Some(true) => {
                    took.new += 1;
                    ops.push(rows::put(key(bag.space, &hash), value));
                }
                Some(false) => took.known += 1,
                None => took.no_room += 1,
            }
        }
        (took, ops)
    }

    /// Whether it was new; nothing when there is no room.
    fn keep(&mut self, space: SpaceId, item: Item) -> Option<bool> {
        let (hash, size) = (sha256(item.bytes()), item.bytes().len());
        let here = self.spaces.get(&space);
        if here.is_some_and(|bag| bag.contains_key(&hash)) {
            return Some(false);
        }
        let crowded = here.is_none() && self.spaces.len() >= MAX_CARRIED_SPACES;
        if crowded || self.size + size > MAX_CARRIED {
            return None;
        }
        self.size += size;
        self.spaces.entry(space).or_default().insert(hash, Kept::new(item, space));
        Some(true)
    }

    /// Lets go of a space: its things were handed over, or this device is in it now. Answers the items,
    /// for the client of the space, and the steps.
    pub fn let_go(&mut self, space: SpaceId) -> (Vec<Item>, Vec<Op>) {
        let items = self.stock(space).map(|stock| stock.lacking(&Default::default()));
        let items = items.unwrap_or_default();
        let gone = self.spaces.remove(&space).unwrap_or_default();
        self.size = self.size.saturating_sub(items.iter().map(|item| item.bytes().len()).sum());
        let delete = |hash: &Hash| Op::Delete { table: Table::Meta, key: key(space, hash) };
        (items, gone.keys().map(delete).collect())
    }

    /// The spaces that something is carried for.
    pub fn spaces(&self) -> impl Iterator<Item = SpaceId> {
        self.spaces.keys().copied()
    }

    /// How many bytes are carried, of [`MAX_CARRIED`].
    pub const fn size(&self) -> usize {
        self.size
    }

    /// What can be handed on of a space.
    pub fn stock(&self, space: SpaceId) -> Option<Stock<'_>> {
        let bag = self.spaces.get(&space)?;
        let entries = bag.values().filter_map(|kept| match kept {
            Kept::Entry(signed) => Some(&**signed),
            _ => None,
        });
        let opaque = bag.values().filter_map(|kept| match kept {
            Kept::Opaque(item) => Some(item),
            _ => None,
        });
        let mut stock = Stock::new(space, entries.collect(), opaque.collect());
        for (hash, kept) in bag {
            if let Kept::Envelope(envelope) = kept {
                stock.add(*hash, envelope);
            }
        }
        Some(stock)
    }
}

const PREFIX: &str = "local/carried/";

fn key(space: SpaceId, hash: &Hash) -> String {
    format!("{PREFIX}{space}/{}", hex(hash))
}

fn encode(item: &Item) -> Vec<u8> {
    let mut to = Writer::array(2);
    to.number(u64::from(matches!(item, Item::Envelope(_)))).bytes(item.bytes());
    to.finish()
}

fn decode(value: &[u8]) -> Option<Item> {
    let mut from = Reader::new(value);
    from.exactly(2).ok()?;
    let (kind, bytes) = (from.number().ok()?, from.bytes(value.len()).ok()?.to_vec());
    Some(if kind == 0 { Item::Entry(bytes) } else { Item::Envelope(bytes) })
}
