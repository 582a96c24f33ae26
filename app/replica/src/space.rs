//! The one door to a sealed space on this device: create or open it, write, decide, and say what is
//! true. Thin: [`Client`] does the work, documents stay with the caller.
//!
//! Sans-IO as below: [`Space::begin`] hands out one batch, [`Space::end`] tells what became of it;
//! [`save`] does the round with a store. What else is to be done waits in [`Space::take`].

mod decide;
mod open;
mod people;
mod recover;
mod story;
mod take_over;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

pub use decide::DecideError;
pub use open::{Opened, Report, SetApart, enter, open, spaces};
pub use people::{DeviceSeen, Person};
pub use recover::{Reading, RecoverError};
pub use story::{Deed, Told};
pub use take_over::{ROOM, TakeOverError, take_over, unsealed};

use crate::document::{Document, DocumentError, Session};
use crate::id::{DeviceId, PartId, Seq, SpaceId};
use crate::journal::CompactError;
use crate::keys::{CryptoRng, DeviceKeys};
use crate::member::{
    AuthorError, Change, Grant, Log, LogError, Members, PartRule, PersonId, SideId,
};
use crate::store::{Op, SaveState, Store, StoreError, Table};
use crate::sync::{self, Alarm, Built, Client, Delivery, Due, Effect, Event, Range, Status};

/// Names one recorded change, to ask later where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket {
    pub part: PartId,
    pub seq: Seq,
}

/// Who begins a space, and its parts. The ids are drawn by the caller.
#[derive(Clone, Copy, Debug)]
pub struct Founding<'a> {
    pub space: SpaceId,
    pub person: PersonId,
    pub side: SideId,
    pub name: &'a str,
    /// What is not named here is common.
    pub parts: &'a [(PartId, PartRule)],
    /// The device's clock, in milliseconds since 1970. Only ever shown.
    pub at: u64,
}

/// Something to do beside saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Send this message to the relay.
    Send(Vec<u8>),
    /// Give this to the document of the part, by [`Document::take`]: it sees to it that who may only add does
    /// not more.
    Apply { part: PartId, grant: Grant, payload: Vec<u8> },
    /// Take the document of the part anew from [`Space::build`].
    Rebuild(PartId),
    /// The space is erased: close its documents. What is on the disk goes by itself.
    Erased,
    /// A person must know this. It also stays in [`Space::alarms`].
    Tell(Alarm),
}

/// What nobody else has yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Changes by part; parts where nothing waits are left out.
    pub parts: BTreeMap<PartId, u64>,
    /// Decisions about members.
    pub decisions: usize,
}

impl Waiting {
    /// Of the whole space: "3 wijzigingen wachten".
    pub fn count(&self) -> u64 {
        self.parts.values().sum::<u64>() + self.decisions as u64
    }
}

/// See the module's header.
#[derive(Debug)]
pub struct Space {
    client: Client,
    session: Session,
    tasks: Vec<Task>,
    batch: Option<Vec<Op>>,
    load: Option<Vec<Range>>,
    sweep: Option<bool>,
    alarms: BTreeSet<Alarm>,
}

impl Space {
    /// Begins a space: the first entry with the first key, and the rules of its parts. `keys` is this
    /// device, `peer` the number of this session. Nothing is on the disk before [`save`].
    ///
    /// # Errors
    /// A name that is too long, or the same part twice.
    pub fn create(
        founding: &Founding<'_>,
        keys: DeviceKeys,
        peer: u64,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, AuthorError> {
        let who = (founding.person, founding.side, founding.name);
        let mut log = Log::create(founding.space, who, &keys, founding.at, rng)?;
        for (part, rule) in founding.parts {
            log.write(Change::Part { part: *part, rule: *rule }, &keys, founding.at)?;
        }
        Ok(Self::of(Client::begin(keys, log, true), peer))
    }

    /// Comes to a space by an invitation, with the first entry that the invitation told and what the
    /// inviter or the relay gave of the log. The rest comes with the first exchange.
    ///
    /// # Errors
    /// Those of the log: the first entry is not the one that was told.
    pub fn join(
        first: &crate::id::Hash,
        entries: &[Vec<u8>],
        keys: DeviceKeys,
        peer: u64,
    ) -> Result<Self, LogError> {
        let is_first = |bytes: &&Vec<u8>| crate::id::sha256(bytes) == *first;
        let root = entries.iter().find(is_first).ok_or(LogError::OtherRoot)?;
        let mut log = Log::open(first, root)?;
        for entry in entries {
            log.add(entry)?;
        }
        Ok(Self::of(Client::begin(keys, log, false), peer))
    }

    fn of(client: Client, peer: u64) -> Self {
        let session = Session { peer, device: client.inbox().keys().id() };
        let (tasks, alarms) = Default::default();
        Self { client, session, tasks, batch: None, load: None, sweep: None, alarms }
    }

    /// The space.
    pub const fn id(&self) -> SpaceId {
        self.client.space()
    }

    /// Who writes in this session.
    pub const fn session(&self) -> Session {
        self.session
    }

    /// Whether the space is erased.
    pub const fn is_erased(&self) -> bool {
        self.client.is_erased()
    }

    /// The machine below, for what this door does not show.
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// Who may what.
    pub const fn members(&self) -> &Members {
        self.client.inbox().members()
    }

    /// Takes an event; see [`Client::on`]. Then [`save`], and do what [`take`](Self::take) answers.
    pub fn on(&mut self, event: Event, now: u64, jitter: u32) {
        let effects = self.client.on(event, now, jitter);
        self.keep(effects);
    }

    /// When to call again with [`Event::Tick`].
    pub fn wake_at(&self) -> Option<u64> {
        self.client.wake_at()
    }

    /// What is to be done now, beside saving. Each is given once.
    pub fn take(&mut self) -> Vec<Task> {
        std::mem::take(&mut self.tasks)
    }

    fn keep(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Send(bytes) => self.tasks.push(Task::Send(bytes)),
                Effect::Apply { part, grant, payload } => {
                    self.tasks.push(Task::Apply { part, grant, payload });
                }
                Effect::Rebuild(part) => {
                    // What was to be applied is in the document that is built.
                    let other =
                        |task: &Task| !matches!(task, Task::Apply { part: of, .. } if *of == part);
                    self.tasks.retain(other);
                    self.tasks.push(Task::Rebuild(part));
                }
                Effect::Tell(alarm) => {
                    self.alarms.insert(alarm);
                    self.tasks.push(Task::Tell(alarm));
                }
                Effect::Commit(batch) => self.batch = Some(batch),
                Effect::Load(ranges) => self.load = Some(ranges),
                Effect::Sweep { with_log } => {
                    self.tasks.push(Task::Erased);
                    self.sweep = Some(with_log);
                }
            }
        }
    }

    /// Puts a change that is in its document already in line for the disk.
    ///
    /// # Errors
    /// The caller still has the change: the role does not allow it, a new key is due, the store refuses,
    /// or it does not fit.
    pub fn record(
        &mut self,
        part: PartId,
        update: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<Ticket, sync::WriteError> {
        let (seq, effects) = self.client.write(part, update, rng)?;
        self.keep(effects);
        Ok(Ticket { part, seq })
    }

    /// The document of a part as the log has it.
    ///
    /// # Errors
    /// A local snapshot that cannot be read; opening the space anew does without it.
    pub fn build(&self, part: PartId) -> Result<Built, DocumentError> {
        self.client.build(part, self.session)
    }

    /// Queues a local snapshot when it is time; the next start begins there. False when nothing was
    /// queued: it is not time, or not possible now. The log has everything either way.
    pub fn snapshot_when_due(&mut self, part: PartId, document: &Document) -> bool {
        self.client.snapshot_is_due(part) && self.snapshot(part, document).is_ok()
    }

    /// Queues a local snapshot.
    ///
    /// # Errors
    /// Why there is none now; the log has everything.
    pub fn snapshot(&mut self, part: PartId, document: &Document) -> Result<(), CompactError> {
        let effects = self.client.snapshot(part, document)?;
        self.keep(effects);
        Ok(())
    }

    /// Makes a snapshot for the others when so much was written since the last one. When all have it,
    /// what lies below goes, here and at the relay. False when it is not time or not possible now.
    pub fn share_when_due(
        &mut self,
        part: PartId,
        document: &Document,
        rng: &mut impl CryptoRng,
    ) -> bool {
        self.client.share_is_due(part) && self.share(part, document, rng).is_ok()
    }

    /// Makes a snapshot for the others.
    ///
    /// # Errors
    /// The role does not allow it, something is still under way, or it is too large.
    pub fn share(
        &mut self,
        part: PartId,
        document: &Document,
        rng: &mut impl CryptoRng,
    ) -> Result<(), sync::WriteError> {
        let effects = self.client.share(part, document, rng)?;
        self.keep(effects);
        Ok(())
    }

    /// Devices that were away for longer than the offline window: nothing is kept for them any more.
    pub fn set_absent(&mut self, absent: BTreeSet<DeviceId>) {
        let effects = self.client.set_absent(absent);
        self.keep(effects);
    }

    /// Own changes of a part that the relay does not have: when this device is too old, give them to a
    /// document that joined anew and record them there.
    pub fn unsent(&self, part: PartId) -> Vec<Vec<u8>> {
        self.client.unsent(part)
    }

    /// What is true about saving now.
    pub fn state(&self) -> SaveState {
        self.client.state()
    }

    /// Whether edits may be made; not after a refusal, until it is solved.
    pub fn accepts_edits(&self) -> bool {
        !matches!(self.state(), SaveState::NotSaved(_))
    }

    /// Where a recorded change is.
    pub fn delivery(&self, ticket: Ticket) -> Delivery {
        self.client.delivery(ticket.part, ticket.seq)
    }

    /// What nobody else has yet.
    pub fn waiting(&self) -> Waiting {
        let mut parts = self.client.waiting();
        // Snapshots and receipts are nobody's changes.
        let documents = self.client.parts();
        parts.retain(|part, _| documents.contains(part));
        Waiting { parts, decisions: self.client.waiting_entries() }
    }

    /// How it stands with the relay.
    pub fn status(&self) -> Status {
        self.client.status()
    }

    /// What a person must know, since the space was opened.
    pub const fn alarms(&self) -> &BTreeSet<Alarm> {
        &self.alarms
    }

    /// What this device must do for the others; [`Space::care`] does it.
    pub fn due(&self) -> Option<Due> {
        self.client.due()
    }

    /// Rows that are on the screen and not on the disk, for a copy in need.
    pub fn rescue(&self) -> Vec<(Table, String, Vec<u8>)> {
        self.client.rescue()
    }

    /// The batch to write now; nothing while one is under way or nothing waits.
    pub fn begin(&mut self) -> Option<Vec<Op>> {
        if self.batch.is_none() {
            self.batch = self.client.next_batch();
        }
        self.batch.take()
    }

    fn loaded(&mut self, rows: Result<Vec<Vec<u8>>, StoreError>) {
        let effects = self.client.rows(rows);
        self.keep(effects);
    }

    /// What became of the batch.
    pub fn end(&mut self, outcome: Result<(), StoreError>) {
        let effects = self.client.ended(outcome);
        self.keep(effects);
    }
}

/// Writes what waits until nothing waits or the store refuses; then this is the retry. Reads what the
/// space asks for. Safe to call at any time: no borrow is held while the store works.
pub async fn save<S: Store>(space: &RefCell<Space>, store: &S) -> SaveState {
    loop {
        let batch = space.borrow_mut().begin();
        if let Some(batch) = batch {
            let outcome = store.commit(&batch).await;
            space.borrow_mut().end(outcome);
            if !space.borrow().accepts_edits() {
                return space.borrow().state();
            }
            continue;
        }
        let id = space.borrow().id();
        let sweep = space.borrow_mut().sweep.take();
        if let Some(with_log) = sweep
            && let Err(error) = sync::sweep(store, id, with_log).await
        {
            // Tried again at the next call, and at the next start.
            space.borrow_mut().sweep = sweep;
            return SaveState::NotSaved(error);
        }
        let ranges = space.borrow_mut().load.take();
        let Some(ranges) = ranges else { return space.borrow().state() };
        let rows = sync::load(store, id, &ranges).await;
        space.borrow_mut().loaded(rows);
    }
}
