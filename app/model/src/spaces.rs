//! The sealed spaces of one person on one device, open at once: documents, what waits for the disk and for the network, and
//! what came in. Pure: the store is a port, the time and the random source are arguments.

mod carry;
mod copy;
mod files;
mod join;
mod kit;
mod lost;
mod one;
mod opening;
mod pool;
mod same;
mod shelf;
mod since;

#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use replica::carry::Carried;
use replica::document::Session;
use replica::id::{PartId, SpaceId};
use replica::keys::{CryptoRng, DeviceKeys};
use replica::member::{PersonId, SideId};
use replica::space::{self, DecideError, Founding, Report, Space, TakeOverError};
use replica::store::{Op, SaveState, Store, StoreError, Table};
use replica::sync::{Event, WriteError};
use rules::order::Order;

pub use carry::{CameIn, TakeError};
pub use copy::{Brought, CopyError};
pub use files::{Amount, DeviceCopy, Moved, NotOpened};
pub use join::{Coming, InviteId, JoinError, OPEN_FOR, is_open};
pub use kit::{KitError, KnownKit, Restored};
pub use lost::{OwnDevice, Place, TakenOut};
pub use one::OpenSpace;
pub use same::Controlegetal;
pub use shelf::{OnShelf, Part};

use crate::about::{About, Kind};
use crate::refused::Refused;
use crate::sharing::invite::{Inviter, Joiner};

/// Where the device keeps which space of a kind lies open. Rows below `local/` never leave the device.
const CHOSEN: &str = "local/open/";

/// Who this is on this device.
#[derive(Clone, Debug)]
pub struct Me {
    pub keys: DeviceKeys,
    /// As others see it.
    pub name: String,
    /// The number of this session.
    pub peer: u64,
}

impl Me {
    /// Who writes in this session.
    fn session(&self) -> Session {
        Session { device: self.keys.id(), peer: self.peer }
    }
}

/// What opening found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub report: Report,
    /// Spaces of the version that did not seal, which stay as they are, and why.
    pub unopened: Vec<(SpaceId, TakeOverError)>,
}

/// Why a space was not begun.
#[derive(Clone, Debug, PartialEq)]
pub enum FoundError {
    Refused(Refused),
    Author(replica::member::AuthorError),
    Write(WriteError),
}

/// See the module's header.
pub struct Spaces<S, R> {
    store: S,
    me: Me,
    rng: RefCell<R>,
    open: RefCell<BTreeMap<SpaceId, Rc<OpenSpace>>>,
    /// Which space of a kind lies open, by the word of the kind.
    chosen: RefCell<BTreeMap<String, SpaceId>>,
    /// Kinds of which the choice is not on the disk, because nothing was written in the chosen one.
    unkept: RefCell<BTreeSet<String>>,
    outbox: RefCell<Vec<(SpaceId, Vec<u8>)>>,
    carried: RefCell<Carried>,
    inviting: RefCell<BTreeMap<[u8; 16], Inviter>>,
    joining: RefCell<BTreeMap<[u8; 16], Joiner>>,
    /// The recovery kits that open these spaces elsewhere.
    kits: RefCell<Vec<KnownKit>>,
    files: files::Cell,
    waits: since::Kept,
}

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// The store below.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Who this is.
    pub fn me(&self) -> &Me {
        &self.me
    }

    /// Every space that is open, in an order that does not change.
    pub fn all(&self) -> Vec<Rc<OpenSpace>> {
        let shown = |open: &Rc<OpenSpace>| !open.is_erased() && !self.is_of_kit(open.id());
        self.with_erased().into_iter().filter(shown).collect()
    }

    /// One of them.
    pub fn get(&self, id: SpaceId) -> Option<Rc<OpenSpace>> {
        self.find(id).filter(|open| !open.is_erased())
    }

    /// Also those that are erased, as long as others have to hear of it.
    pub fn with_erased(&self) -> Vec<Rc<OpenSpace>> {
        self.open.borrow().values().cloned().collect()
    }

    /// One of all.
    pub fn find(&self, id: SpaceId) -> Option<Rc<OpenSpace>> {
        self.open.borrow().get(&id).cloned()
    }

    /// The space of a kind that lies open: the chosen one, or else the first.
    pub fn current(&self, kind: &Kind) -> Option<Rc<OpenSpace>> {
        let chosen = self.chosen.borrow().get(kind.word()).copied();
        let of_kind = |open: &Rc<OpenSpace>| open.about().kind == *kind;
        chosen.and_then(|id| self.get(id)).filter(of_kind).or_else(|| {
            let mut all: Vec<_> = self.all().into_iter().filter(of_kind).collect();
            // One in which nothing was written gives way to any other.
            all.order_by_key(|open| open.is_draft());
            all.into_iter().next()
        })
    }

    /// Lays a space open instead of the others of its kind, now and from now on.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn choose(&self, id: SpaceId) -> Result<(), StoreError> {
        let Some(open) = self.get(id) else { return Ok(()) };
        let word = open.about().kind.word().to_owned();
        self.chosen.borrow_mut().insert(word.clone(), id);
        if open.is_draft() {
            // Kept together with the first change: looking writes nothing.
            self.unkept.borrow_mut().insert(word);
            return Ok(());
        }
        self.unkept.borrow_mut().remove(&word);
        self.keep_choice(&word, id).await
    }

    async fn keep_choice(&self, word: &str, id: SpaceId) -> Result<(), StoreError> {
        let row = Op::Put {
            table: Table::Meta,
            key: format!("{CHOSEN}{word}"),
            value: id.bytes().to_vec(),
        };
        self.store.commit(&[row]).await
    }

    /// Begins a space of this person's own. Until the first change it is only in memory: looking writes nothing.
    ///
    /// # Errors
    /// A title that is not taken.
    pub fn found(&self, kind: &Kind, title: &str, now: u64) -> Result<Rc<OpenSpace>, FoundError> {
        self.found_from(kind, title, None, now)
    }

    fn found_from(
        &self,
        kind: &Kind,
        title: &str,
        from: Option<SpaceId>,
        now: u64,
    ) -> Result<Rc<OpenSpace>, FoundError> {
        let rng = &mut *self.rng.borrow_mut();
        let founding = Founding {
            space: SpaceId::from_bytes(bytes(rng)),
            person: PersonId::from_bytes(bytes(rng)),
            side: SideId::from_bytes(bytes(rng)),
            name: &self.me.name,
            parts: &[],
            at: now,
        };
        let space = Space::create(&founding, self.me.keys.clone(), self.me.peer, rng);
        let mut space = space.map_err(FoundError::Author)?;
        let failed = |error| FoundError::Refused(Refused::Failed(error));
        let mut about = About::new(space.session()).map_err(failed)?;
        let update = about.found(kind, title, from).map_err(FoundError::Refused)?;
        if let Some(update) = update {
            space.record(crate::about::part(), &update, rng).map_err(FoundError::Write)?;
        }
        let open = Rc::new(OpenSpace::new(space, about, BTreeSet::new(), true));
        self.open.borrow_mut().insert(open.id(), open.clone());
        Ok(open)
    }

    /// Keeps a space that was begun, also when nothing is written in it yet. Save afterwards.
    pub fn keep(&self, open: &OpenSpace) {
        open.is_written();
    }

    /// Puts a change that is in its document already in line for the disk. Save afterwards.
    pub fn record(&self, open: &OpenSpace, part: PartId, update: Vec<u8>, now: u64) {
        open.record(part, update, &mut *self.rng.borrow_mut(), now);
        self.settle(open);
    }

    /// A decision about who is in, or about the space itself. Save afterwards.
    ///
    /// # Errors
    /// What the space says.
    pub fn decide<T>(
        &self,
        open: &OpenSpace,
        decision: impl FnOnce(&mut Space, &mut R) -> Result<T, DecideError>,
    ) -> Result<T, DecideError> {
        let outcome = decision(&mut open.space.borrow_mut(), &mut self.rng.borrow_mut());
        open.is_written();
        self.settle(open);
        outcome
    }

    /// Something happened to a space: see [`Event`]. Save afterwards, and send what [`Spaces::take_messages`] gives.
    pub fn on(&self, id: SpaceId, event: Event, now: u64, jitter: u32) {
        let Some(open) = self.find(id) else { return };
        open.space.borrow_mut().on(event, now, jitter);
        self.settle(&open);
        open.look();
    }

    /// What is to be sent, by space. Each is given once.
    pub fn take_messages(&self) -> Vec<(SpaceId, Vec<u8>)> {
        self.outbox.take()
    }

    /// Writes what waits, of every space, until nothing waits or the store refuses; then this is the retry. Afterwards it
    /// does what this device owes the others, and shortens what has become long.
    pub async fn save(&self, now: u64) -> SaveState {
        self.tend_kits(now);
        let mut worst = SaveState::SavedHere;
        for open in self.with_erased() {
            if open.is_draft() {
                continue;
            }
            let state = self.save_one(&open, now).await;
            if rank(&state) > rank(&worst) {
                worst = state;
            }
        }
        self.count_files();
        if worst == SaveState::SavedHere {
            self.keep_choices().await;
            self.keep_since(now).await;
        }
        worst
    }

    /// Keeps the choice of what is no draft any more. What does not succeed is tried at the next save.
    async fn keep_choices(&self) {
        let words: Vec<_> = self.unkept.borrow().iter().cloned().collect();
        for word in words {
            let chosen = self.chosen.borrow().get(&word).copied().and_then(|id| self.get(id));
            let Some(open) = chosen.filter(|open| !open.is_draft()) else { continue };
            if self.keep_choice(&word, open.id()).await.is_ok() {
                self.unkept.borrow_mut().remove(&word);
            }
        }
    }

    async fn save_one(&self, open: &OpenSpace, now: u64) -> SaveState {
        // Once more when the first round left something to be written: a snapshot, a receipt, a key for somebody.
        for _ in 0..3 {
            let state = space::save(&open.space, &self.store).await;
            self.settle(open);
            if state != SaveState::SavedHere {
                return state;
            }
            let more = open.tidy(&mut *self.rng.borrow_mut(), now);
            self.settle(open);
            open.look();
            if !more {
                break;
            }
        }
        open.state()
    }

    /// What is true about saving now: the worst of all spaces.
    pub fn state(&self) -> SaveState {
        let states = self.with_erased().into_iter().filter(|open| !open.is_draft());
        let worst = states.map(|open| open.state()).max_by_key(rank);
        worst.unwrap_or(SaveState::SavedHere)
    }

    /// Does what a space asked for: documents take in what arrived, messages wait to be sent.
    fn settle(&self, open: &OpenSpace) {
        let settled = open.settle();
        let messages = settled.messages.into_iter().map(|message| (open.id(), message));
        self.outbox.borrow_mut().extend(messages);
    }

    /// The part of a space as the pages hold it.
    pub fn part(&self, id: SpaceId, part: PartId) -> Option<Part> {
        self.get(id).map(|open| open.part(part))
    }
}

fn rank(state: &SaveState) -> u8 {
    match state {
        SaveState::SavedHere => 0,
        SaveState::Saving => 1,
        SaveState::NotSaved(_) => 2,
    }
}

fn bytes<const N: usize>(rng: &mut impl CryptoRng) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill_bytes(&mut bytes);
    bytes
}
