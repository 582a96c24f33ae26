//! A whole device: keys, a store, a document, the client's state machine, and a session with the server.

use std::collections::VecDeque;

use chacha20::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use replica::document::{Document, DocumentError, Place, Session as Writing};
use replica::id::{DeviceId, PartId, SpaceId};
use replica::invite::Link;
use replica::keys::DeviceKeys;
use replica::member::{Log, PersonId, SideId, Signed};
use replica::role::Role;
use replica::store::{MemoryStore, Store};
use replica::sync::api::{Challenge, Done, Message, Session};
use replica::sync::{Client, Effect, Event, open};

use super::net::{Net, Reply};

pub const SPACE: SpaceId = SpaceId::from_bytes(*b"werkgebied heilo");

pub fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

pub fn part() -> PartId {
    PartId::named("agenda")
}

pub struct Device {
    pub keys: DeviceKeys,
    pub rng: ChaCha20Rng,
    pub store: MemoryStore,
    pub client: Client,
    pub document: Document,
    pub net: Net,
    pub origin: String,
    pub token: Option<[u8; 32]>,
    pub now: u64,
    pub first: Signed,
}

pub fn person(number: u64) -> (PersonId, SideId, &'static str) {
    (PersonId::from_bytes([number as u8; 16]), SideId::named("school"), "Kanarie Janssen")
}

/// The first entry of a new space, by the device with this seed.
pub fn begin(seed: u64, space: SpaceId) -> Signed {
    let keys = DeviceKeys::generate(&mut rng(seed));
    let log = Log::create(space, person(seed), &keys, 1, &mut rng(seed + 500)).unwrap();
    log.entries().next().unwrap().clone()
}

impl Device {
    pub async fn new(seed: u64, first: &Signed, net: &Net, origin: &str) -> Self {
        let mut rng = rng(seed);
        let keys = DeviceKeys::generate(&mut rng);
        let store = MemoryStore::default();
        let client = open(&store, keys.clone(), first, None).await.unwrap();
        let writing = Writing { peer: rng.next_u64() >> 1, device: keys.id() };
        Self {
            document: Document::new(writing).unwrap(),
            keys,
            rng,
            store,
            client,
            net: net.clone(),
            origin: origin.into(),
            token: None,
            now: 0,
            first: first.clone(),
        }
    }

    pub fn id(&self) -> DeviceId {
        self.keys.id()
    }

    pub async fn challenge(&self) -> Option<Challenge> {
        let reply = self.net.post("challenge", None, Done {}.encode()).await?;
        Challenge::decode(&reply.body).ok()
    }

    /// Proves who this is; keeps the token.
    pub async fn sign_in(&mut self) -> bool {
        self.token = None;
        let Some(challenge) = self.challenge().await else { return false };
        let proof = challenge.prove(&self.origin, &self.keys).encode();
        let Some(reply) = self.net.post("session", None, proof).await else { return false };
        self.token = Session::decode(&reply.body).ok().map(|session| session.token);
        self.token.is_some()
    }

    /// Proves that this one has a link; answers the token.
    pub async fn with_link(&self, link: &Link) -> Reply {
        let challenge = self.challenge().await.unwrap();
        let proof = challenge.prove_invited(&self.origin, link).encode();
        self.net.post("session", None, proof).await.unwrap()
    }

    pub async fn ask(&self, route: &str, message: &impl Message) -> Reply {
        self.net.post(route, self.token.as_ref(), message.encode()).await.unwrap()
    }

    /// Gives an event to the client and does all that follows from it.
    pub async fn on(&mut self, event: Event) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            let jitter = self.rng.next_u32();
            for effect in self.client.on(event, self.now, jitter) {
                self.carry_out(effect, &mut events).await;
            }
        }
    }

    async fn carry_out(&mut self, effect: Effect, events: &mut VecDeque<Event>) {
        match effect {
            Effect::Commit(ops) => {
                events.push_back(Event::Committed(self.store.commit(&ops).await));
            }
            Effect::Send(bytes) => {
                let reply = self.net.post("sync", self.token.as_ref(), bytes).await;
                // Without an answer the client gives up by itself, in its own time.
                if let Some(reply) = reply {
                    events.push_back(Event::Message(reply.body.to_vec()));
                }
            }
            Effect::Apply { payload, .. } => {
                self.document.import(&payload).unwrap();
            }
            Effect::Rebuild(_) => self.rebuild(),
            Effect::Tell(alarm) => eprintln!("alarm: {alarm:?}"),
        }
    }

    fn rebuild(&mut self) {
        let writing = Writing { peer: self.rng.next_u64() >> 1, device: self.keys.id() };
        let mut document = Document::new(writing).unwrap();
        let payloads: Vec<_> =
            self.client.inbox().accepted().map(|(_, payload)| payload.to_vec()).collect();
        document.import_batch(&payloads).unwrap();
        self.document = document;
    }

    /// A new connection: asks and sends until nothing is left to do.
    pub async fn meet(&mut self) {
        self.now += 1_000;
        self.on(Event::Online(false)).await;
        self.on(Event::Online(true)).await;
    }

    /// A person writes something.
    pub async fn write(&mut self, name: &str, value: &str) {
        let edit = self.document.edit(|to| {
            to.set(&Place::root("kanarie-plaats"), name, value.to_owned())?;
            Ok::<(), DocumentError>(())
        });
        let update = edit.unwrap().update.unwrap();
        let (_, effects) = self.client.write(part(), &update, &mut self.rng).unwrap();
        let mut events = VecDeque::new();
        for effect in effects {
            self.carry_out(effect, &mut events).await;
        }
        for event in events {
            self.on(event).await;
        }
    }

    /// Lets somebody in.
    pub async fn add(&mut self, other: &Device, role: Role) {
        let (members, ring) =
            (self.client.inbox().members().clone(), self.client.inbox().ring().clone());
        let public = *other.keys.public();
        let change = members.add(public, person(2), role, &ring, &mut self.rng).unwrap();
        self.decide(change).await;
    }

    /// Sends somebody away.
    pub async fn remove(&mut self, other: DeviceId) {
        let (members, ring) =
            (self.client.inbox().members().clone(), self.client.inbox().ring().clone());
        let seen = self.client.inbox().chains().heads_of(&[other]);
        let (change, _) = members.rotate(&[other], seen, &ring, &mut self.rng).unwrap();
        self.decide(change).await;
    }

    async fn decide(&mut self, change: replica::member::Change) {
        let (_, effects) = self.client.decide(change, 1).unwrap();
        let mut events = VecDeque::new();
        for effect in effects {
            self.carry_out(effect, &mut events).await;
        }
        for event in events {
            self.on(event).await;
        }
    }
}
