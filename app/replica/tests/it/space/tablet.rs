//! A tablet with one space: what the app does around the door.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chacha20::ChaCha20Rng;
use rand_core::SeedableRng;
use replica::document::{Document, DocumentError, Place};
use replica::envelope::{Envelope, Kind};
use replica::id::{PartId, SpaceId};
use replica::keys::DeviceKeys;
use replica::member::{PartRule, PersonId, SideId};
use replica::role::Role;
use replica::seal;
use replica::space::{self, Founding, Report, Space, Task, Ticket};
use replica::store::{MemoryStore, SaveState, Store, StoreError, Table};
use replica::sync::{Event, Item};
use replica::testing::block_on;

pub(crate) const SPACE: SpaceId = SpaceId::from_bytes(*b"dossier van Noor");

pub(crate) fn rng(seed: u8) -> ChaCha20Rng {
    ChaCha20Rng::from_seed([seed; 32])
}

pub(crate) fn agenda() -> PartId {
    PartId::named("agenda")
}

pub(crate) fn plan() -> PartId {
    PartId::named("plan")
}

pub(crate) struct Tablet {
    pub(crate) keys: DeviceKeys,
    pub(crate) store: MemoryStore,
    pub(crate) space: RefCell<Space>,
    pub(crate) docs: BTreeMap<PartId, Document>,
    pub(crate) report: Report,
    pub(crate) rng: ChaCha20Rng,
    pub(crate) now: u64,
}

impl Tablet {
    /// A space that was just begun and is not saved yet.
    pub(crate) fn founder(seed: u8, store: MemoryStore) -> Self {
        let mut rng = rng(seed);
        let keys = DeviceKeys::generate(&mut rng);
        let founding = Founding {
            space: SPACE,
            person: PersonId::from_bytes([seed; 16]),
            side: SideId::named("school"),
            name: "Anna",
            parts: &[(agenda(), PartRule::Common), (plan(), PartRule::Common)],
            at: 1,
        };
        let space = Space::create(&founding, keys.clone(), 1, &mut rng).unwrap();
        Self::with(keys, store, space, rng)
    }

    /// Somebody who was invited.
    pub(crate) fn invited(seed: u8, by: &Self) -> Self {
        let mut rng = rng(seed);
        let keys = DeviceKeys::generate(&mut rng);
        let space = by.space.borrow();
        let log = space.client().inbox().log();
        let entries: Vec<_> = log.entries().map(|signed| signed.encode()).collect();
        let space = Space::join(&log.root(), &entries, keys.clone(), u64::from(seed)).unwrap();
        Self::with(keys, MemoryStore::default(), space, rng)
    }

    fn with(keys: DeviceKeys, store: MemoryStore, space: Space, rng: ChaCha20Rng) -> Self {
        let docs = [agenda(), plan()]
            .map(|part| (part, Document::new(space.session()).unwrap()))
            .into_iter()
            .collect();
        let (space, report) = (RefCell::new(space), Report::default());
        Self { keys, store, space, docs, report, rng, now: 10 }
    }

    /// Opens what the store has, as after a restart.
    pub(crate) fn again(&self, peer: u64) -> Result<Option<Self>, StoreError> {
        let opened = block_on(space::open(&self.store, SPACE, self.keys.clone(), peer))?;
        Ok(opened.map(|opened| {
            let rng = rng(peer as u8 + 100);
            let mut tablet = Self::with(self.keys.clone(), self.store.clone(), opened.space, rng);
            tablet.docs.extend(opened.parts);
            tablet.report = opened.report;
            tablet
        }))
    }

    pub(crate) fn save(&mut self) -> SaveState {
        let state = block_on(space::save(&self.space, &self.store));
        let tasks = self.space.borrow_mut().take();
        for task in tasks {
            match task {
                Task::Apply { part, grant, payload } => {
                    self.docs.get_mut(&part).unwrap().take(grant, &payload).unwrap();
                }
                Task::Rebuild(part) => {
                    let built = self.space.borrow().build(part).unwrap();
                    self.docs.insert(part, built.document);
                }
                Task::Send(_) | Task::Tell(_) | Task::Erased => {}
            }
        }
        state
    }

    pub(crate) fn write(&mut self, part: PartId, number: i64) -> Ticket {
        let edit = self.docs.get_mut(&part).unwrap().edit(|to| {
            to.set(&Place::root("r"), &format!("k{}", number % 50), number)?;
            Ok::<(), DocumentError>(())
        });
        let update = edit.unwrap().update.unwrap();
        self.space.borrow_mut().record(part, &update, &mut self.rng).unwrap()
    }

    /// Lets somebody in and takes what it has of it.
    pub(crate) fn lets_in(&mut self, seed: u8, role: Role) -> Self {
        let keys = DeviceKeys::generate(&mut rng(seed));
        let who = (PersonId::from_bytes([seed; 16]), SideId::named("school"), "Bram");
        self.space.borrow_mut().add(*keys.public(), who, role, 2, &mut rng(seed + 50)).unwrap();
        self.save();
        let mut tablet = Self::invited(seed, self);
        tablet.save();
        tablet
    }

    /// Does what is due.
    pub(crate) fn cares(&mut self) {
        while self.space.borrow_mut().care(3, &mut self.rng).unwrap() {
            assert_eq!(block_on(space::save(&self.space, &self.store)), SaveState::SavedHere);
        }
        self.save();
    }

    /// Makes a snapshot for everybody.
    pub(crate) fn shares(&mut self) {
        let shared = self.space.borrow_mut().share(agenda(), &self.docs[&agenda()], &mut self.rng);
        assert_eq!(shared, Ok(()));
        self.save();
    }

    /// How many changes of the agenda are on the disk.
    pub(crate) fn rows(&self) -> usize {
        let prefix = format!("{SPACE}/{}/", agenda());
        block_on(self.store.scan(Table::Log, &prefix, None, 9_999)).unwrap().len()
    }

    pub(crate) fn hashes(&self) -> Vec<[u8; 32]> {
        self.docs.values().map(Document::state_hash).collect()
    }

    /// Everything on the disk that another member may have.
    pub(crate) fn items(&self) -> Vec<Item> {
        let rows = |table, prefix| block_on(self.store.scan(table, prefix, None, 9_999)).unwrap();
        let entries = rows(Table::Meta, "member/").into_iter().map(|row| Item::Entry(row.value));
        let log = rows(Table::Log, "").into_iter().map(|row| Item::Envelope(row.value));
        entries.chain(log).collect()
    }

    /// Takes everything that the other has, as from a file.
    pub(crate) fn takes_from(&mut self, other: &Self) {
        let items = other.items();
        self.now += 1;
        self.space.borrow_mut().on(Event::Items(items), self.now, 0);
        self.save();
    }
    /// Shares, and tells the others something else in its own name.
    pub(crate) fn forges_snapshot(&mut self) -> Vec<Item> {
        self.shares();
        let state = self.docs[&agenda()].state_hash();
        let mut items = self.items();
        let (space, keys) = (self.space.borrow(), &self.keys);
        let ring = space.client().inbox().ring();
        for item in &mut items {
            let Item::Envelope(bytes) = item else { continue };
            let envelope = Envelope::decode(bytes).unwrap();
            if envelope.header.kind != Kind::Snapshot {
                continue;
            }
            let mut opened = seal::open(&envelope, keys.public(), ring).unwrap();
            let at = opened.payload.windows(32).position(|bytes| bytes == state).unwrap();
            opened.payload[at] ^= 1;
            let (payload, heads) = (&opened.payload, &opened.heads);
            let forged = seal::seal(envelope.header, payload, heads, keys, ring, &mut rng(66));
            *bytes = forged.unwrap().encode();
        }
        items
    }
}
