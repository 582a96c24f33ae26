//! Honest devices around a relay that may lie, all in one thread.

use std::cell::RefCell;
use std::collections::BTreeSet;

use chacha20::ChaCha20Rng;
use rand_core::SeedableRng;
use replica::document::{Document, DocumentError, Place};
use replica::envelope::{Envelope, Header, Kind, hash};
use replica::id::{DeviceId, Hash, NO_HASH, PartId, Seq, SpaceId};
use replica::keys::DeviceKeys;
use replica::member::{PersonId, SideId};
use replica::relay::{MemoryRelay, Relay};
use replica::role::Role;
use replica::seal::{self, Heads};
use replica::space::{Founding, Space, Task, open, save};
use replica::store::MemoryStore;
use replica::sync::{Alarm, Body, Event, Frame, Item};
use replica::testing::block_on;

pub(crate) const SPACE: SpaceId = SpaceId::from_bytes(*b"dossier van Noor");

/// More questions than an honest exchange ever needs.
const MANY: usize = 200;

pub(crate) fn rng(seed: u8) -> ChaCha20Rng {
    ChaCha20Rng::from_seed([seed; 32])
}

pub(crate) fn part() -> PartId {
    PartId::named("agenda")
}

/// What a relay makes of a question and its honest answer.
pub(crate) type Lie<'a> = &'a dyn Fn(&Body, Body) -> Body;

/// What comes back on the bytes that a device sends.
type Answering<'a> = &'a mut dyn FnMut(DeviceId, &[u8]) -> Option<Vec<u8>>;

/// An honest relay.
pub(crate) const HONEST: Lie<'static> = &|_, answer| answer;

pub(crate) struct Device {
    pub(crate) keys: DeviceKeys,
    pub(crate) space: RefCell<Space>,
    pub(crate) document: Document,
    pub(crate) store: MemoryStore,
    rng: ChaCha20Rng,
    now: u64,
}

/// An honest relay's core.
pub(crate) type Server = Relay<MemoryRelay>;

pub(crate) fn server() -> Server {
    Relay::new(MemoryRelay::new([7; 16]))
}

/// Anna, and these with her in a space that the relay knows.
pub(crate) fn room(server: &Server, others: &[Role]) -> (Device, Vec<Device>) {
    let mut anna = Device::founder(1, SPACE);
    let others = others.iter().zip(2..).map(|(role, seed)| anna.lets_in(seed, *role)).collect();
    anna.meets(server, HONEST);
    (anna, others)
}

impl Device {
    pub(crate) fn founder(seed: u8, space: SpaceId) -> Self {
        let mut rng = rng(seed);
        let keys = DeviceKeys::generate(&mut rng);
        let founding = Founding {
            space,
            person: PersonId::from_bytes([seed; 16]),
            side: SideId::named("school"),
            name: "Anna",
            parts: &[],
            at: 1,
        };
        let space = Space::create(&founding, keys.clone(), u64::from(seed), &mut rng).unwrap();
        Self::with(keys, space, rng)
    }

    fn with(keys: DeviceKeys, space: Space, rng: ChaCha20Rng) -> Self {
        let document = Document::new(space.session()).unwrap();
        let (space, store) = (RefCell::new(space), MemoryStore::default());
        let mut device = Self { keys, space, document, store, rng, now: 0 };
        device.settle(&mut |_| None);
        device
    }

    pub(crate) fn lets_in(&mut self, seed: u8, role: Role) -> Self {
        let mut rng = rng(seed);
        let keys = DeviceKeys::generate(&mut rng);
        let who = (PersonId::from_bytes([seed; 16]), SideId::named("school"), "Bram");
        self.space.borrow_mut().add(*keys.public(), who, role, 2, &mut self.rng).unwrap();
        self.settle(&mut |_| None);
        let space = self.space.borrow();
        let log = space.client().inbox().log();
        let entries: Vec<_> = log.entries().map(|signed| signed.encode()).collect();
        let peer = u64::from(seed);
        let joined = Space::join(&log.root(), &entries, keys.clone(), peer).unwrap();
        drop(space);
        Self::with(keys, joined, rng)
    }

    /// The same device after a restart: with what is on its disk and nothing else.
    pub(crate) fn starts_again(self) -> Self {
        let keys = self.keys.clone();
        let opened = block_on(open(&self.store, SPACE, keys, 77)).unwrap().unwrap();
        let document = match opened.parts.into_iter().next() {
            Some((_, document)) => document,
            None => Document::new(opened.space.session()).unwrap(),
        };
        Self { space: RefCell::new(opened.space), document, ..self }
    }

    pub(crate) fn id(&self) -> DeviceId {
        self.keys.id()
    }

    fn settle(&mut self, ask: &mut dyn FnMut(&[u8]) -> Option<Vec<u8>>) {
        let mut asked = 0;
        loop {
            block_on(save(&self.space, &self.store));
            let tasks = self.space.borrow_mut().take();
            if tasks.is_empty() {
                return;
            }
            for task in tasks {
                match task {
                    Task::Send(bytes) => {
                        asked += 1;
                        assert!(asked < MANY, "it goes on asking and asking");
                        if let Some(reply) = ask(&bytes) {
                            let event = Event::Message(reply);
                            self.space.borrow_mut().on(event, self.now, 0);
                        }
                    }
                    // The app too shows what can be read.
                    Task::Apply { grant, payload, .. } => {
                        drop(self.document.take(grant, &payload));
                    }
                    Task::Rebuild(part) => {
                        self.document = self.space.borrow().build(part).unwrap().document;
                    }
                    Task::Erased | Task::Tell(_) => {}
                }
            }
        }
    }

    /// A new connection with a relay that lies so; everything until nothing is left to ask.
    pub(crate) fn meets(&mut self, server: &Server, lie: Lie<'_>) {
        self.meets_with(&mut |id, bytes| {
            let question = Frame::decode(bytes).unwrap();
            let answer = block_on(server.on(id, bytes)).unwrap();
            let answer = Frame::decode(&answer.reply).unwrap();
            Some(Frame { body: lie(&question.body, answer.body), ..answer }.encode())
        });
    }

    /// The same, with anything that answers.
    pub(crate) fn meets_with(&mut self, answer: Answering<'_>) {
        let id = self.id();
        self.now += 60_000;
        for online in [false, true] {
            self.space.borrow_mut().on(Event::Online(online), self.now, 0);
        }
        self.settle(&mut |bytes| answer(id, bytes));
    }

    /// Takes items by another way than the relay.
    pub(crate) fn takes(&mut self, items: Vec<Item>) {
        self.now += 1;
        self.space.borrow_mut().on(Event::Items(items), self.now, 0);
        self.settle(&mut |_| None);
    }

    pub(crate) fn writes(&mut self, name: &str) {
        let edit = self.document.edit(|to| {
            to.set(&Place::root("velden"), name, "tekst".to_owned())?;
            Ok::<(), DocumentError>(())
        });
        let update = edit.unwrap().update.unwrap();
        self.space.borrow_mut().record(part(), &update, &mut self.rng).unwrap();
        self.settle(&mut |_| None);
    }

    /// Sends somebody away.
    pub(crate) fn removes(&mut self, other: DeviceId) {
        self.space.borrow_mut().rotate(&[other], 3, &mut self.rng).unwrap();
        self.settle(&mut |_| None);
    }

    /// Seals whatever it likes under its own name, past its own app.
    pub(crate) fn seals(&self, space: SpaceId, seq: Seq, prev: Hash, payload: &[u8]) -> Envelope {
        self.seals_as((part(), Kind::Update), (space, seq, prev), payload)
    }

    /// The same, of any kind.
    pub(crate) fn seals_as(
        &self,
        (part, kind): (PartId, Kind),
        (space, seq, prev): (SpaceId, Seq, Hash),
        payload: &[u8],
    ) -> Envelope {
        let own = self.space.borrow();
        let (device, epoch) = (self.id(), own.members().writing_epoch().unwrap());
        let header = Header { space, part, epoch, device, seq, prev, kind };
        let (ring, heads) = (own.client().inbox().ring(), Heads::default());
        seal::seal(header, payload, &heads, &self.keys, ring, &mut rng(seq as u8 | 128)).unwrap()
    }

    /// A first change to the document, sealed past its own app.
    pub(crate) fn seals_first(&self, name: &str) -> Item {
        let mut document = Document::new(self.space.borrow().session()).unwrap();
        let edit = document.edit(|to| {
            to.set(&Place::root("velden"), name, "tekst".to_owned())?;
            Ok::<(), DocumentError>(())
        });
        let update = edit.unwrap().update.unwrap();
        Item::Envelope(self.seals(SPACE, 1, NO_HASH, &update).encode())
    }

    pub(crate) fn shown(&self) -> Hash {
        self.document.state_hash()
    }

    pub(crate) fn accepted(&self) -> usize {
        self.space.borrow().client().inbox().counts().accepted
    }

    pub(crate) fn refused(&self) -> usize {
        self.space.borrow().client().inbox().counts().refused
    }

    pub(crate) fn alarms(&self) -> BTreeSet<Alarm> {
        self.space.borrow().alarms().clone()
    }

    pub(crate) fn waits(&self) -> u64 {
        self.space.borrow().waiting().count()
    }
}

/// Whose an item is, if it is an envelope.
pub(crate) fn author(item: &Item) -> Option<DeviceId> {
    match item {
        Item::Envelope(bytes) => Some(Envelope::decode(bytes).ok()?.header.device),
        Item::Entry(_) => None,
    }
}

/// The items of an answer changed, whatever answer it is.
pub(crate) fn with_items(answer: Body, change: &dyn Fn(Vec<Item>) -> Vec<Item>) -> Body {
    match answer {
        Body::Page { server, after, last, newest, items } => {
            Body::Page { server, after, last, newest, items: change(items) }
        }
        Body::Given { items } => Body::Given { items: change(items) },
        other => other,
    }
}

/// The name by which a chain goes on from an item.
pub(crate) fn name(item: &Item) -> Hash {
    hash(item.bytes())
}

/// Everything that a relay has.
pub(crate) fn everything(server: &Server) -> Vec<Item> {
    server.store().all(SPACE).into_iter().map(|(_, row)| row.item).collect()
}
