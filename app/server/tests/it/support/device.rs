//! A whole device: keys, a store, a document, a space, and a session with the server. What the app does around the door.

use std::cell::{Ref, RefCell};

use chacha20::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use replica::document::{Document, DocumentError, Place};
use replica::id::{DeviceId, PartId, SpaceId};
use replica::invite::Link;
use replica::keys::DeviceKeys;
use replica::member::{PersonId, SideId, Signed};
use replica::role::Role;
use replica::space::{Founding, Space, Task, save};
use replica::store::MemoryStore;
use replica::sync::api::{Challenge, Done, Message, Session};
use replica::sync::{Client, Event};

use super::net::{Net, Reply};
use super::site::{ORIGIN, Site};

pub(crate) const SPACE: SpaceId = SpaceId::from_bytes(*b"werkgebied heilo");

pub(crate) fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

pub(crate) fn part() -> PartId {
    PartId::named("agenda")
}

pub(crate) struct Device {
    pub(crate) keys: DeviceKeys,
    pub(crate) rng: ChaCha20Rng,
    pub(crate) store: MemoryStore,
    pub(crate) space: RefCell<Space>,
    pub(crate) document: Document,
    pub(crate) net: Net,
    pub(crate) origin: String,
    pub(crate) token: Option<[u8; 32]>,
    pub(crate) now: u64,
    pub(crate) first: Signed,
}

pub(crate) fn person(number: u64) -> (PersonId, SideId, &'static str) {
    (PersonId::from_bytes([number as u8; 16]), SideId::named("school"), "Kanarie Janssen")
}

/// A new space of the device with this seed, the same at every call.
fn found(seed: u64, space: SpaceId, peer: u64) -> Space {
    let keys = DeviceKeys::generate(&mut rng(seed));
    let (person, side, name) = person(seed);
    let founding = Founding { space, person, side, name, parts: &[], at: 1 };
    Space::create(&founding, keys, peer, &mut rng(seed + 500)).unwrap()
}

/// The first entry of a new space, by the device with this seed.
pub(crate) fn begin(seed: u64, space: SpaceId) -> Signed {
    found(seed, space, 1).client().inbox().log().entries().next().unwrap().clone()
}

impl Device {
    pub(crate) async fn new(seed: u64, first: &Signed, net: &Net, origin: &str) -> Self {
        let mut rng = rng(seed);
        let keys = DeviceKeys::generate(&mut rng);
        let peer = rng.next_u64() >> 1;
        let space = if first.entry().author == keys.id() {
            found(seed, first.entry().space, peer)
        } else {
            Space::join(first.id(), &[first.encode()], keys.clone(), peer).unwrap()
        };
        let mut device = Self {
            document: Document::new(space.session()).unwrap(),
            keys,
            rng,
            store: MemoryStore::default(),
            space: RefCell::new(space),
            net: net.clone(),
            origin: origin.into(),
            token: None,
            now: 0,
            first: first.clone(),
        };
        device.settle().await;
        device
    }

    /// The machine below the space.
    pub(crate) fn client(&self) -> Ref<'_, Client> {
        Ref::map(self.space.borrow(), Space::client)
    }

    pub(crate) fn id(&self) -> DeviceId {
        self.keys.id()
    }

    pub(crate) async fn challenge(&self) -> Option<Challenge> {
        let reply = self.net.post("challenge", None, Done {}.encode()).await?;
        Challenge::decode(&reply.body).ok()
    }

    /// Proves who this is; keeps the token.
    pub(crate) async fn sign_in(&mut self) -> bool {
        self.token = None;
        let Some(challenge) = self.challenge().await else { return false };
        let proof = challenge.prove(&self.origin, &self.keys).encode();
        let Some(reply) = self.net.post("session", None, proof).await else { return false };
        self.token = Session::decode(&reply.body).ok().map(|session| session.token);
        self.token.is_some()
    }

    /// Proves that this one has a link; answers the token.
    pub(crate) async fn with_link(&self, link: &Link) -> Reply {
        let challenge = self.challenge().await.unwrap();
        let proof = challenge.prove_invited(&self.origin, link).encode();
        self.net.post("session", None, proof).await.unwrap()
    }

    pub(crate) async fn ask(&self, route: &str, message: &impl Message) -> Reply {
        self.net.post(route, self.token.as_ref(), message.encode()).await.unwrap()
    }

    /// Gives an event to the space and does all that follows from it.
    pub(crate) async fn on(&mut self, event: Event) {
        self.tell(event);
        self.settle().await;
    }

    fn tell(&mut self, event: Event) {
        let jitter = self.rng.next_u32();
        self.space.borrow_mut().on(event, self.now, jitter);
    }

    /// Saves, and does what the space asks for, until nothing is left.
    pub(crate) async fn settle(&mut self) {
        loop {
            save(&self.space, &self.store).await;
            let tasks = self.space.borrow_mut().take();
            if tasks.is_empty() {
                return;
            }
            for task in tasks {
                self.carry_out(task).await;
            }
        }
    }

    async fn carry_out(&mut self, task: Task) {
        match task {
            Task::Send(bytes) => {
                let reply = self.net.post("sync", self.token.as_ref(), bytes).await;
                // Without an answer the space gives up by itself, in its own time.
                if let Some(reply) = reply {
                    self.tell(Event::Message(reply.body.to_vec()));
                }
            }
            Task::Apply { grant, payload, .. } => {
                self.document.take(grant, &payload).unwrap();
            }
            Task::Rebuild(part) => {
                self.document = self.space.borrow().build(part).unwrap().document;
            }
            Task::Erased => {}
            Task::Tell(alarm) => eprintln!("alarm: {alarm:?}"),
        }
    }

    /// A new connection: asks and sends until nothing is left to do.
    pub(crate) async fn meet(&mut self) {
        self.now += 1_000;
        self.on(Event::Online(false)).await;
        self.on(Event::Online(true)).await;
    }

    /// A person writes something.
    pub(crate) async fn write(&mut self, name: &str, value: &str) {
        let edit = self.document.edit(|to| {
            to.set(&Place::root("kanarie-plaats"), name, value.to_owned())?;
            Ok::<(), DocumentError>(())
        });
        let update = edit.unwrap().update.unwrap();
        self.space.borrow_mut().record(part(), &update, &mut self.rng).unwrap();
        self.settle().await;
    }

    /// Lets somebody in.
    pub(crate) async fn add(&mut self, other: &Device, role: Role) {
        let public = *other.keys.public();
        self.space.borrow_mut().add(public, person(2), role, 1, &mut self.rng).unwrap();
        self.settle().await;
    }

    /// Sends somebody away.
    pub(crate) async fn remove(&mut self, other: DeviceId) {
        self.space.borrow_mut().rotate(&[other], 1, &mut self.rng).unwrap();
        self.settle().await;
    }

    /// Does what is due for the others.
    pub(crate) async fn care(&mut self) {
        while self.space.borrow_mut().care(1, &mut self.rng).unwrap() {
            self.settle().await;
        }
    }

    /// Makes a snapshot for everybody.
    pub(crate) async fn share(&mut self) {
        self.space.borrow_mut().share(part(), &self.document, &mut self.rng).unwrap();
        self.settle().await;
    }

    /// Erases the space.
    pub(crate) async fn erase(&mut self) {
        self.space.borrow_mut().erase(1).unwrap();
        self.settle().await;
    }
}

/// Anna, and Bram whom she added: both are signed in and have the same.
pub(crate) async fn pair(site: &Site) -> (Device, Device) {
    let first = begin(1, SPACE);
    let mut anna = Device::new(1, &first, &site.net, ORIGIN).await;
    let mut bram = Device::new(2, &first, &site.net, ORIGIN).await;
    assert!(anna.sign_in().await && bram.sign_in().await);
    anna.meet().await;
    anna.add(&bram, Role::Bewerken).await;
    anna.meet().await;
    bram.meet().await;
    (anna, bram)
}
