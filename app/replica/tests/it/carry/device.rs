//! A device with a store, a client and a document, and spaces made of them.

use chacha20::ChaCha20Rng;
use rand_core::SeedableRng;
use replica::carry::{Bag, Stock};
use replica::document::{Document, DocumentError, Place, Session};
use replica::id::{DeviceId, Hash, PartId, SpaceId};
use replica::keys::DeviceKeys;
use replica::member::{Change, Log, PersonId, SideId, Signed};
use replica::role::Role;
use replica::store::{MemoryStore, Store};
use replica::sync::{Alarm, Client, Effect, Event, Item, load, open};
use replica::testing::block_on;

pub(crate) const SPACE: SpaceId = SpaceId::from_bytes(*b"dossier van Noor");

pub(crate) struct Device {
    pub(crate) keys: DeviceKeys,
    pub(crate) store: MemoryStore,
    pub(crate) client: Client,
    pub(crate) document: Document,
    pub(crate) told: Vec<Alarm>,
    /// What the client wants to try again after the store refused.
    stopped: Vec<Effect>,
    rng: ChaCha20Rng,
}

pub(crate) fn rng(seed: u8) -> ChaCha20Rng {
    ChaCha20Rng::from_seed([seed; 32])
}

fn person(who: u8) -> (PersonId, SideId, &'static str) {
    (PersonId::from_bytes([who; 16]), SideId::named("school"), "Naam")
}

pub(crate) fn part() -> PartId {
    PartId::named("plan")
}

impl Device {
    fn new(who: u8, first: &Signed) -> Self {
        let (mut rng, store) = (rng(who), MemoryStore::default());
        let keys = DeviceKeys::generate(&mut rng);
        let client = block_on(open(&store, keys.clone(), first, None)).unwrap();
        let session = Session { peer: u64::from(who), device: keys.id() };
        let document = Document::new(session).unwrap();
        Self { keys, store, client, document, told: Vec::new(), stopped: Vec::new(), rng }
    }

    pub(crate) fn id(&self) -> DeviceId {
        self.keys.id()
    }

    /// Takes effects as a real device does, the store included.
    pub(crate) fn follow(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Commit(ops) => {
                    let done = block_on(self.store.commit(&ops));
                    let refused = done.is_err();
                    let next = self.client.on(Event::Committed(done), 0, 0);
                    if refused { self.stopped.extend(next) } else { self.follow(next) }
                }
                Effect::Apply { payload, .. } => drop(self.document.import(&payload).unwrap()),
                Effect::Rebuild(_) => {}
                Effect::Load(ranges) => {
                    let rows = block_on(load(&self.store, SPACE, &ranges));
                    let next = self.client.on(Event::Loaded(rows), 0, 0);
                    self.follow(next);
                }
                Effect::Sweep { .. } => panic!("nothing is erased here"),
                Effect::Tell(alarm) => self.told.push(alarm),
                Effect::Send(_) => panic!("nobody is online here"),
            }
        }
    }

    /// There is room again.
    pub(crate) fn try_again(&mut self) {
        let effects = std::mem::take(&mut self.stopped);
        self.follow(effects);
    }

    pub(crate) fn write(&mut self, key: &str) {
        let edit = self.document.edit(|to| {
            to.set(&Place::root("values"), key, 1)?;
            Ok::<(), DocumentError>(())
        });
        let update = edit.unwrap().update.unwrap();
        let (_, effects) = self.client.write(part(), &update, &mut self.rng).unwrap();
        self.follow(effects);
    }

    /// Writes, and dies before it is on the disk.
    pub(crate) fn write_unsaved(&mut self, key: &str) {
        let edit = self.document.edit(|to| to.set(&Place::root("values"), key, 1)).unwrap();
        let _ = self.client.write(part(), &edit.update.unwrap(), &mut self.rng).unwrap();
    }

    pub(crate) fn decide(&mut self, change: Change) {
        let (_, effects) = self.client.decide(change, 5).unwrap();
        self.follow(effects);
    }

    pub(crate) fn let_in(&mut self, who: u8, role: Role) {
        let public = *DeviceKeys::generate(&mut rng(who)).public();
        let (members, ring) = (self.client.inbox().members().clone(), self.client.inbox().ring());
        let change = members.add(public, person(who), role, ring, &mut self.rng).unwrap();
        self.decide(change);
    }

    pub(crate) fn take(&mut self, items: Vec<Item>) {
        let effects = self.client.on(Event::Items(items), 0, 0);
        self.follow(effects);
    }

    pub(crate) fn take_bags(&mut self, bags: Vec<Bag>) {
        bags.into_iter().filter(|bag| bag.space == SPACE).for_each(|bag| self.take(bag.items));
    }

    pub(crate) fn stock(&self) -> Stock<'_> {
        Stock::of(&self.client)
    }

    pub(crate) fn state(&self) -> (Hash, Vec<Hash>) {
        (self.document.state_hash(), self.client.inbox().log().heads())
    }

    fn first(&self) -> Signed {
        self.client.inbox().log().entries().next().unwrap().clone()
    }

    /// Who was invited and has nothing but the first entry.
    pub(crate) fn newcomer(&self, who: u8) -> Self {
        Self::new(who, &self.first())
    }

    /// After a restart: what is in the store.
    pub(crate) fn restarted(&self) -> Client {
        block_on(open(&self.store, self.keys.clone(), &self.first(), None)).unwrap()
    }
}

/// Anna founded the space and let in so many others, who know everything so far.
pub(crate) fn space_of(others: u8) -> Vec<Device> {
    let mut rng = rng(1);
    let keys = DeviceKeys::generate(&mut rng);
    let log = Log::create(SPACE, person(1), &keys, 1, &mut rng).unwrap();
    let mut anna = Device::new(1, log.entries().next().unwrap());
    (2..2 + others).for_each(|who| anna.let_in(who, Role::Bewerken));
    let mut all = vec![];
    for who in 2..2 + others {
        let mut other = anna.newcomer(who);
        other.take_bags(replica::carry::give(&[anna.stock()], None).bags);
        all.push(other);
    }
    all.insert(0, anna);
    all
}
