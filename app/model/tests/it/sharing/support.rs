//! A device with one space on a store in memory, and how a moment reads there.

use std::cell::RefCell;

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng;
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use model::sharing::Telling;
use replica::document::{Document, DocumentError, Place};
use replica::id::{PartId, SpaceId};
use replica::keys::DeviceKeys;
use replica::member::{PartRule, PersonId, SideId};
use replica::space::{self, Founding, Space, Task};
use replica::store::{MemoryStore, SaveState};
use replica::sync::Event;
use replica::testing::block_on;
use rules::text::Lang;

pub(crate) const SPACE: SpaceId = SpaceId::from_bytes(*b"werkgebied heilo");

/// 25 November 2026, 14:32 UTC.
pub(crate) const NOW: u64 = 1_795_617_120_000;

fn local(at: u64) -> Option<NaiveDateTime> {
    DateTime::from_timestamp_millis(i64::try_from(at).ok()?).map(|moment| moment.naive_utc())
}

pub(crate) fn telling(lang: Lang) -> Telling<'static> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
    Telling { lang, today, local: &local }
}

pub(crate) const NL: Lang = Lang::Nl;

pub(crate) fn rng(seed: u8) -> ChaCha20Rng {
    ChaCha20Rng::from_seed([seed; 32])
}

pub(crate) fn agenda() -> PartId {
    PartId::named("agenda")
}

pub(crate) struct Device {
    pub(crate) keys: DeviceKeys,
    pub(crate) store: MemoryStore,
    pub(crate) space: RefCell<Space>,
    pub(crate) document: RefCell<Document>,
    rng: RefCell<ChaCha20Rng>,
}

impl Device {
    /// Who begins the space, as Anna.
    pub(crate) fn founder(seed: u8) -> Self {
        let keys = DeviceKeys::generate(&mut rng(seed));
        let founding = Founding {
            space: SPACE,
            person: PersonId::from_bytes([seed; 16]),
            side: SideId::named("school"),
            name: "Anna",
            parts: &[(agenda(), PartRule::Common)],
            at: NOW,
        };
        let space = Space::create(&founding, keys.clone(), 1, &mut rng(seed + 1)).unwrap();
        Self::with(keys, space, seed)
    }

    pub(crate) fn with(keys: DeviceKeys, space: Space, seed: u8) -> Self {
        let document = RefCell::new(Document::new(space.session()).unwrap());
        let (store, space) = (MemoryStore::default(), RefCell::new(space));
        let device = Self { keys, store, space, document, rng: RefCell::new(rng(seed + 2)) };
        device.save();
        device
    }

    /// Saves, and does what is to be done; what is to be sent comes back.
    pub(crate) fn save(&self) -> Vec<Vec<u8>> {
        let mut send = Vec::new();
        loop {
            let state = block_on(space::save(&self.space, &self.store));
            assert_eq!(state, SaveState::SavedHere);
            let tasks = self.space.borrow_mut().take();
            if tasks.is_empty() {
                return send;
            }
            tasks.into_iter().for_each(|task| self.carry_out(task, &mut send));
        }
    }

    fn carry_out(&self, task: Task, send: &mut Vec<Vec<u8>>) {
        match task {
            Task::Send(bytes) => send.push(bytes),
            Task::Apply { grant, payload, .. } => {
                self.document.borrow_mut().take(grant, &payload).unwrap();
            }
            Task::Rebuild(part) => {
                let built = self.space.borrow().build(part).unwrap();
                *self.document.borrow_mut() = built.document;
            }
            Task::Erased | Task::Tell(_) => {}
        }
    }

    pub(crate) fn on(&self, event: Event, now: u64) -> Vec<Vec<u8>> {
        self.space.borrow_mut().on(event, now, 0);
        self.save()
    }

    /// A person writes something in the agenda.
    pub(crate) fn write(&self, key: &str, value: &str) -> Vec<Vec<u8>> {
        let edit = self.document.borrow_mut().edit(|to| {
            to.set(&Place::root("punten"), key, value.to_owned())?;
            Ok::<(), DocumentError>(())
        });
        let update = edit.unwrap().update.unwrap();
        let mut rng = self.rng.borrow_mut();
        self.space.borrow_mut().record(agenda(), &update, &mut *rng).unwrap();
        drop(rng);
        self.save()
    }
}
