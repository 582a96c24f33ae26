//! One space on one device: what is written goes to the store, then to the relay, and what the relay
//! has comes here. Events in, effects out.
//!
//! One request is under way at a time, and one batch at the store. Nothing is sent that is not on
//! the disk, so a crash never makes a chain fork.

mod build;
mod erase;
mod exchange;
mod link;
mod loading;
mod opening;
mod prune;
mod send;
mod share;
mod storing;
mod told;
mod write;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

pub use build::Built;
pub use erase::{is_erased, sweep};
pub use loading::load;
pub use opening::open;
pub(crate) use opening::open_known;
pub use write::{Due, WriteError};

use self::link::Link;
use self::loading::Loading;
use self::prune::Floor;
use self::share::Sharing;
use self::storing::Storing;
use super::inbox::{Apart, Counts, Inbox, Tips};
use super::rows::{self, Server};
use super::{Alarm, Item, Range, Reason, Refusal};
use crate::gather::Gather;
use crate::id::{DeviceId, Hash, PartId, Seq};
use crate::keys::DeviceKeys;
use crate::member::{self, Grant, Log};
use crate::store::{Op, StoreError};

/// How many different things are told about one space since it was opened. After that only that there is more.
pub const MAX_ALARMS: usize = 1_000;

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
    /// The rows that [`Effect::Load`] asked for, as far as they are there: what [`load`] answers.
    Loaded(Result<Vec<Vec<u8>>, StoreError>),
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
    /// Give this to the document of the part, by [`Document::take`](crate::document::Document::take). It is
    /// on the disk.
    Apply { part: PartId, grant: Grant, payload: Vec<u8> },
    /// What counted of this part has changed: take its document anew from [`Client::build`].
    Rebuild(PartId),
    /// Read these rows of the log; answer with [`Event::Loaded`]. There is one at a time.
    Load(Vec<Range>),
    /// The space is erased and the tombstone is on the disk: delete the rest with [`sweep`]. The
    /// documents are to be closed.
    Sweep { with_log: bool },
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
    loading: Loading,
    /// The documents of the local snapshot that this start began with.
    starts: BTreeMap<PartId, Vec<u8>>,
    /// The shared snapshots below which envelopes may be gone.
    floors: BTreeMap<PartId, Floor>,
    sharing: Sharing,
    absent: BTreeSet<DeviceId>,
    taken: usize,
    buried: bool,
    /// Whether the rest was deleted, and the log too.
    swept: Option<bool>,
    /// Parts of which this relay took the proof that all may be pruned, with how many receipts; and of
    /// which it refused it.
    proven: BTreeMap<PartId, usize>,
    refused_proof: BTreeSet<PartId>,
    asked_proof: Option<PartId>,
    /// What the newest local snapshot holds: chains, and hashes of documents.
    based: Tips,
    documents: BTreeMap<PartId, Hash>,
    /// When something of each device last came in.
    arrived: BTreeMap<DeviceId, u64>,
    newer: Vec<Hash>,
    /// Rows of the log that were found damaged when it was opened, with why: set apart.
    damaged: Vec<(Hash, Reason)>,
    /// What is in the quarantine, as far as it was counted.
    apart: Apart,
    effects: VecDeque<Effect>,
}

impl Client {
    fn new(inbox: Inbox) -> Self {
        Self {
            storing: Storing::default(),
            link: Link::default(),
            server: None,
            own: BTreeMap::new(),
            saved: BTreeMap::new(),
            theirs: BTreeMap::new(),
            stuck: BTreeSet::new(),
            untold: BTreeMap::new(),
            told: BTreeMap::new(),
            alarmed: BTreeSet::new(),
            loading: Loading::default(),
            starts: BTreeMap::new(),
            floors: BTreeMap::new(),
            sharing: Sharing::default(),
            absent: BTreeSet::new(),
            taken: 0,
            buried: false,
            swept: None,
            proven: BTreeMap::new(),
            refused_proof: BTreeSet::new(),
            asked_proof: None,
            based: Tips::new(),
            documents: BTreeMap::new(),
            arrived: BTreeMap::new(),
            newer: Vec::new(),
            damaged: Vec::new(),
            apart: Apart::default(),
            effects: VecDeque::new(),
            inbox,
        }
    }

    /// A space that this device begins or comes to by an invitation. Its log is queued for the store;
    /// what of it is `own` still goes to the relay.
    pub fn begin(keys: DeviceKeys, log: Log, own: bool) -> Self {
        let mut client = Self::new(Inbox::new(keys, log, member::check));
        let (space, log) = (client.inbox.space(), client.inbox.log());
        let (mut ops, mut told) = (vec![rows::root(space, &log.root())], Vec::new());
        for signed in log.entries() {
            ops.push(rows::put(rows::entry_key(space, signed.id()), signed.encode()));
            if own {
                ops.push(rows::put(rows::untold_key(space, signed.id()), Vec::new()));
                told.push(*signed.id());
            }
        }
        client.untold = told.iter().map(|id| (*id, false)).gather();
        client.queue(ops, told.into_iter().map(storing::After::Told).collect());
        client
    }

    /// Takes an event. `now` is in milliseconds and never goes back; `jitter` is a random number.
    pub fn on(&mut self, event: Event, now: u64, jitter: u32) -> Vec<Effect> {
        self.link.now = now.max(self.link.now);
        self.link.jitter = jitter;
        match event {
            Event::Online(online) => self.link.connect(online),
            Event::Message(bytes) => self.message(&bytes),
            Event::Items(items) => {
                self.items(&items);
                if !self.link.online {
                    // Nobody else to ask for what is missing.
                    self.adopt();
                }
            }
            Event::Committed(outcome) => self.committed(outcome),
            Event::Loaded(rows) => self.loaded(rows),
            Event::Tick => {}
        }
        self.go_on()
    }

    /// Whether everything received was judged by what the membership says now. Not while rows are read
    /// that it made count otherwise.
    pub const fn is_judged(&self) -> bool {
        !self.inbox.stale
    }

    /// As [`Event::Committed`], when no time has passed.
    pub(crate) fn ended(&mut self, outcome: Result<(), StoreError>) -> Vec<Effect> {
        self.committed(outcome);
        if self.storing.failed().is_some() {
            // Offered again at the next event, not at once.
            return self.effects.drain(..).collect();
        }
        self.go_on()
    }

    /// As [`Event::Loaded`], when no time has passed.
    pub(crate) fn rows(&mut self, rows: Result<Vec<Vec<u8>>, StoreError>) -> Vec<Effect> {
        self.loaded(rows);
        self.go_on()
    }

    /// What waits for the store and was not handed out by an effect.
    pub(crate) fn next_batch(&mut self) -> Option<Vec<Op>> {
        self.storing.begin()
    }

    /// What may be done now: write what waits, ask what is next, tell what is new.
    fn go_on(&mut self) -> Vec<Effect> {
        self.bury();
        self.forget_judged();
        self.load();
        self.shelve();
        self.look_at_shared();
        self.prune();
        if std::mem::take(&mut self.inbox.look_for_left_out) {
            (self.link.greeted, self.link.want_at) = (false, 0);
        }
        self.ask();
        self.sweep();
        if let Some(batch) = self.storing.begin() {
            self.effects.push_back(Effect::Commit(batch));
        }
        for alarm in std::mem::take(&mut self.inbox.alarms) {
            self.tell(alarm);
        }
        self.effects.drain(..).collect()
    }

    fn tell(&mut self, alarm: Alarm) {
        // Who is told so much needs no more of it, and a relay can promise ever other things.
        let many = self.alarmed.len() >= MAX_ALARMS && !self.alarmed.contains(&alarm);
        let alarm = if many { Alarm::Flooded } else { alarm };
        if self.alarmed.insert(alarm) {
            self.effects.push_back(Effect::Tell(alarm));
        }
    }
}
