//! A tablet with one space: what the app does around the door.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chacha20::ChaCha20Rng;
use rand_core::SeedableRng;
use replica::document::{Document, DocumentError, Place};
use replica::id::{PartId, SpaceId};
use replica::keys::DeviceKeys;
use replica::member::{PartRule, PersonId, SideId};
use replica::space::{self, Founding, Report, Space, Task, Ticket};
use replica::store::{MemoryStore, SaveState, StoreError};
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
                Task::Apply { part, payload, .. } => {
                    self.docs.get_mut(&part).unwrap().import(&payload).unwrap();
                }
                Task::Rebuild(part) => {
                    let built = self.space.borrow().build(part).unwrap();
                    self.docs.insert(part, built.document);
                }
                Task::Send(_) | Task::Tell(_) => {}
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

    pub(crate) fn hashes(&self) -> Vec<[u8; 32]> {
        self.docs.values().map(Document::state_hash).collect()
    }

    /// Takes everything that the other has, as from a file.
    pub(crate) fn takes_from(&mut self, other: &Self) {
        let theirs = other.space.borrow();
        let inbox = theirs.client().inbox();
        let mut items: Vec<_> =
            inbox.log().entries().map(|signed| Item::Entry(signed.encode())).collect();
        items.extend(inbox.accepted().filter_map(|(header, _)| {
            use replica::member::Chains;
            let hash = inbox.chains().hash(header.part, header.device, header.seq)?;
            Some(Item::Envelope(inbox.envelope_of(&hash)?.encode()))
        }));
        self.now += 1;
        self.space.borrow_mut().on(Event::Items(items), self.now, 0);
        self.save();
    }
}
