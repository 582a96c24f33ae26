//! One space on one device: what is written goes to the store, then to the relay, and what the relay
//! has comes here. Events in, effects out.
//!
//! One request is under way at a time, and one batch at the store. Nothing is sent that is not on
//! the disk, so a crash never makes a chain fork.

mod exchange;
mod link;
mod opening;
mod send;
mod storing;
mod write;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

pub use opening::open;
pub use write::{Due, WriteError};

use self::link::Link;
use self::storing::Storing;
use super::inbox::{Counts, Inbox};
use super::rows::Server;
use super::{Alarm, Item, Refusal};
use crate::id::{DeviceId, Hash, PartId, Seq, SpaceId};
use crate::member::Grant;
use crate::store::{Op, StoreError};

/// Something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// There is a connection, or there is none. A new connection begins anew, without waiting.
    Online(bool),
    /// A message of the relay.
    Message(Vec<u8>),
    /// Entries and envelopes by another way: a file, QR.
    Items(Vec<Item>),
    /// What became of the batch of [`Effect::Commit`].
    Committed(Result<(), StoreError>),
    /// Time passed.
    Tick,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Send this message to the relay.
    Send(Vec<u8>),
    /// Write this batch; answer with [`Event::Committed`]. There is one at a time.
    Commit(Vec<Op>),
    /// Give this to the document of the part. It is on the disk. With [`Grant::AddOnly`] take only
    /// what adds.
    Apply { part: PartId, grant: Grant, payload: Vec<u8> },
    /// What counted of this part has changed: build its document again from [`Inbox::accepted`].
    Rebuild(PartId),
    /// A person must know this.
    Tell(Alarm),
}

/// Where one own change is. The order is that of the truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Delivery {
    /// Only in memory.
    Unsaved,
    /// "Op dit apparaat."
    Saved,
    /// "Verzonden": the relay has it in its durable store.
    Sent,
}

/// How it stands with the relay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    Offline,
    /// Asked and not answered, or waiting to ask again.
    Trying,
    /// It answers.
    Online,
    /// It says no.
    Refused(Refusal),
}

/// What the screen may say. Never stronger than the truth (I3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    pub connection: Connection,
    /// The store refused this: nothing more is taken until it takes it.
    pub not_saved: Option<StoreError>,
    /// Own envelopes and entries that the relay has not acknowledged.
    pub waiting: usize,
    /// Everything that the relay had when it last answered is here.
    pub up_to_date: bool,
    /// When the relay last answered, in the caller's milliseconds.
    pub last_answer: Option<u64>,
    pub counts: Counts,
}

/// See the module's header.
#[derive(Clone, Debug)]
pub struct Client {
    inbox: Inbox,
    storing: Storing,
    link: Link,
    server: Option<Server>,
    /// The newest own envelope per part, also if it is not on the disk yet.
    own: BTreeMap<PartId, (Seq, Hash)>,
    /// The newest own envelope per part that is on the disk.
    saved: BTreeMap<PartId, Seq>,
    /// What the relay has of every chain, as far as it said so.
    theirs: BTreeMap<(PartId, DeviceId), Seq>,
    /// Own chains that the relay does not take.
    stuck: BTreeSet<PartId>,
    /// Entries that the relay has not acknowledged, and whether they are on the disk.
    untold: BTreeMap<Hash, bool>,
    /// What own envelopes told about already.
    told: BTreeMap<(PartId, DeviceId), Seq>,
    alarmed: BTreeSet<Alarm>,
    effects: VecDeque<Effect>,
}

impl Client {
    /// Takes an event. `now` is in milliseconds and never goes back; `jitter` is a random number.
    pub fn on(&mut self, event: Event, now: u64, jitter: u32) -> Vec<Effect> {
        self.link.now = now.max(self.link.now);
        self.link.jitter = jitter;
        match event {
            Event::Online(online) => self.link.connect(online),
            Event::Message(bytes) => self.message(&bytes),
            Event::Items(items) => self.items(&items),
            Event::Committed(outcome) => self.committed(outcome),
            Event::Tick => {}
        }
        self.go_on()
    }

    /// When to call again with [`Event::Tick`], in the caller's milliseconds.
    pub fn wake_at(&self) -> Option<u64> {
        self.link.wake_at()
    }

    /// The space.
    pub const fn space(&self) -> SpaceId {
        self.inbox.space()
    }

    /// What was received, and what became of it.
    pub const fn inbox(&self) -> &Inbox {
        &self.inbox
    }

    /// How far the relay's order was followed. Under one server it never goes down.
    pub fn cursor(&self) -> u64 {
        self.server.map_or(0, |server| server.cursor)
    }

    /// Where an own envelope is.
    pub fn delivery(&self, part: PartId, seq: Seq) -> Delivery {
        let saved = self.saved.get(&part).is_some_and(|saved| seq <= *saved);
        let sent = self.sent(part) >= seq;
        match (saved, sent) {
            (false, _) => Delivery::Unsaved,
            (true, false) => Delivery::Saved,
            (true, true) => Delivery::Sent,
        }
    }

    fn sent(&self, part: PartId) -> Seq {
        self.theirs.get(&(part, self.inbox.keys().id())).copied().unwrap_or(0)
    }

    /// What the screen may say.
    pub fn status(&self) -> Status {
        let envelopes: u64 =
            self.own.iter().map(|(part, (seq, _))| seq.saturating_sub(self.sent(*part))).sum();
        Status {
            connection: self.link.connection(),
            not_saved: self.storing.failed().cloned(),
            waiting: self.untold.len() + envelopes as usize,
            up_to_date: self.link.greeted && self.cursor() >= self.link.newest,
            last_answer: self.link.last_answer,
            counts: self.inbox.counts(),
        }
    }

    /// What may be done now: write what waits, ask what is next, tell what is new.
    fn go_on(&mut self) -> Vec<Effect> {
        self.shelve();
        self.ask();
        if let Some(batch) = self.storing.begin() {
            self.effects.push_back(Effect::Commit(batch));
        }
        for alarm in std::mem::take(&mut self.inbox.alarms) {
            self.tell(alarm);
        }
        self.effects.drain(..).collect()
    }

    fn tell(&mut self, alarm: Alarm) {
        if self.alarmed.insert(alarm) {
            self.effects.push_back(Effect::Tell(alarm));
        }
    }
}
