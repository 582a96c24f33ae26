//! One open space: the sealed space, its documents, and what is known of its sending.

mod documents;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use replica::document::{Document, Session};
use replica::id::{DeviceId, PartId, SpaceId};
use replica::keys::CryptoRng;
use replica::member::{Grant, PersonId, SideId};
use replica::role::{Action, Role};
use replica::space::{Report, Space, Task};
use replica::store::{SaveState, StoreError};
use replica::sync::WriteError;

use super::shelf::OnShelf;
use crate::about::{About, View};
use crate::refused::Refused;
use crate::sharing::sides;
use crate::sharing::status::{FilesWait, Known, LastSuccess, Reach};

/// See the module's header.
pub struct OpenSpace {
    pub(super) space: RefCell<Space>,
    about: RefCell<About>,
    /// Parts of which the document was not read yet; [`fetch`](Self::fetch) reads one.
    unread: RefCell<BTreeSet<PartId>>,
    /// What was found when it was opened and in the documents that were read since.
    report: RefCell<Report>,
    /// Documents that no page holds.
    free: RefCell<BTreeMap<PartId, Document>>,
    shelf: RefCell<BTreeMap<PartId, Rc<dyn OnShelf>>>,
    blocked: RefCell<BTreeSet<PartId>>,
    /// Begun, and nothing was written in it: only in memory.
    draft: Cell<bool>,
    /// Changes that are on the screen and that the space did not take yet.
    held: RefCell<VecDeque<(PartId, Vec<u8>)>>,
    /// Since when something of a part waits to be sent.
    pub(super) since: RefCell<BTreeMap<PartId, u64>>,
    last: Cell<LastSuccess>,
    unanswered: Cell<bool>,
    stuck: Cell<bool>,
    /// Files of this space that wait to be sent.
    pub(super) files: Cell<FilesWait>,
    /// Letters went out of it to people without a device: it must be at the server for their answers.
    reaches_out: Cell<bool>,
    /// Something was written here in this session, so it may be taken back.
    is_touched: Cell<bool>,
}

/// What came of doing what a space asked for.
#[derive(Default)]
pub(super) struct Settled {
    pub(super) messages: Vec<Vec<u8>>,
    erased: bool,
}

impl OpenSpace {
    pub(super) fn new(space: Space, about: About, unread: BTreeSet<PartId>, draft: bool) -> Self {
        Self {
            space: RefCell::new(space),
            about: RefCell::new(about),
            unread: RefCell::new(unread),
            draft: Cell::new(draft),
            free: RefCell::default(),
            report: RefCell::default(),
            shelf: RefCell::default(),
            blocked: RefCell::default(),
            held: RefCell::default(),
            since: RefCell::default(),
            last: Cell::default(),
            unanswered: Cell::default(),
            stuck: Cell::default(),
            files: Cell::default(),
            reaches_out: Cell::default(),
            is_touched: Cell::default(),
        }
    }

    /// Whether something was written here since it was opened.
    pub(super) fn is_touched(&self) -> bool {
        self.is_touched.get()
    }

    /// The space.
    pub fn id(&self) -> SpaceId {
        self.space.borrow().id()
    }

    /// Who writes in this session.
    pub fn session(&self) -> Session {
        self.space.borrow().session()
    }

    /// Reads the sealed space itself: people, story, alarms.
    pub fn read<T>(&self, read: impl FnOnce(&Space) -> T) -> T {
        read(&self.space.borrow())
    }

    /// The sealed space, for an invitation.
    pub const fn space(&self) -> &RefCell<Space> {
        &self.space
    }

    /// What it is: kind and title.
    pub fn about(&self) -> View {
        let holds = |part| {
            self.free.borrow().contains_key(&part)
                || self.shelf.borrow().contains_key(&part)
                || self.is_unread(part)
        };
        self.about.borrow().view(&holds)
    }

    pub(super) fn about_document<T>(&self, read: impl FnOnce(&mut About) -> T) -> T {
        read(&mut self.about.borrow_mut())
    }

    /// Another title. The change is to be recorded.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn rename(&self, title: &str) -> Result<Option<Vec<u8>>, Refused> {
        self.about.borrow_mut().rename(title)
    }

    /// Whether nothing was written in it yet, so that it is only in memory.
    pub fn is_draft(&self) -> bool {
        self.draft.get()
    }

    pub(super) fn is_written(&self) {
        self.draft.set(false);
    }

    /// Whether somebody erased it for everybody.
    pub fn is_erased(&self) -> bool {
        self.space.borrow().is_erased()
    }

    /// Whether there is somebody to send to: anybody else is or was in, or a recovery kit is to bring it back elsewhere. Who
    /// has just come in by an invitation knows of the others alone.
    pub fn is_shared(&self) -> bool {
        if self.reaches_out.get() {
            return true;
        }
        let space = self.space.borrow();
        let this = space.session().device;
        space.members().has_recovery()
            || space.members().devices().any(|(device, _)| device != this)
    }

    /// Letters go out of it, so it is sent as a shared one is, for as long as this device is open.
    pub fn reach_out(&self) {
        self.reaches_out.set(true);
    }

    /// What this device may do; `None` when it has left.
    pub fn role(&self) -> Option<Role> {
        let space = self.space.borrow();
        space.members().role(space.session().device)
    }

    /// The person and the side that this device is of.
    pub fn who(&self) -> Option<(PersonId, SideId)> {
        let space = self.space.borrow();
        let member = space.members().device(space.session().device)?;
        Some((member.joined.person, member.joined.side))
    }

    /// The person of a device, also of one that is out again.
    pub fn person_of(&self, device: DeviceId) -> Option<PersonId> {
        self.space.borrow().members().device(device).map(|member| member.joined.person)
    }

    /// Whether this device came to advise: it reads everything and writes advice alone (BAS-04).
    pub fn advises(&self) -> bool {
        self.who().is_some_and(|(_, side)| side == sides::advisers())
    }

    /// Whether this device may write in a part.
    pub fn may_write(&self, part: PartId) -> bool {
        let space = self.space.borrow();
        let device = space.session().device;
        space.members().may(device, Action::Write, part).is_ok()
            || space.members().may(device, Action::Add, part).is_ok()
    }

    /// A change that came another way than by the space itself: with a copy.
    pub(super) fn take_change(&self, part: PartId, update: &[u8]) {
        self.apply(part, Grant::Write, update);
    }

    /// Puts a change in line; what the space does not take now is held and tried again at every save.
    pub(super) fn record(&self, part: PartId, update: Vec<u8>, rng: &mut impl CryptoRng, now: u64) {
        self.draft.set(false);
        self.is_touched.set(true);
        self.since.borrow_mut().entry(part).or_insert(now);
        self.held.borrow_mut().push_back((part, update));
        self.hand_in(rng);
    }

    fn hand_in(&self, rng: &mut impl CryptoRng) {
        loop {
            let Some((part, update)) = self.held.borrow_mut().pop_front() else { return };
            match self.space.borrow_mut().record(part, &update, rng) {
                Ok(_) => {}
                Err(error) => {
                    self.held.borrow_mut().push_front((part, update));
                    let passes = matches!(error, WriteError::NotYet | WriteError::NotSaved(_));
                    self.stuck.set(!passes);
                    return;
                }
            }
        }
    }

    /// What is true about saving: not saved as long as a change is not even in line.
    pub fn state(&self) -> SaveState {
        match self.space.borrow().state() {
            SaveState::SavedHere if self.held.borrow().is_empty() => SaveState::SavedHere,
            SaveState::SavedHere if !self.stuck.get() => SaveState::Saving,
            SaveState::SavedHere => {
                SaveState::NotSaved(StoreError::Other("a change is not taken".to_owned()))
            }
            state => state,
        }
    }

    /// Does what the space asked for.
    pub(super) fn settle(&self) -> Settled {
        let mut settled = Settled::default();
        loop {
            let tasks = self.space.borrow_mut().take();
            if tasks.is_empty() {
                return settled;
            }
            for task in tasks {
                match task {
                    Task::Send(message) => settled.messages.push(message),
                    Task::Apply { part, grant, payload } => self.apply(part, grant, &payload),
                    Task::Rebuild(part) => self.rebuild(part),
                    Task::Erased => settled.erased = true,
                    Task::Tell(_) => {}
                }
            }
            if settled.erased {
                self.shelf.take().values().for_each(|book| book.gone());
                self.free.borrow_mut().clear();
                self.unread.borrow_mut().clear();
                self.held.borrow_mut().clear();
            }
        }
    }

    /// After a save that succeeded: hands in what was held, shortens, and does what is due. True when there is something to
    /// save again.
    pub(super) fn tidy(&self, rng: &mut impl CryptoRng, now: u64) -> bool {
        let mut more = !self.held.borrow().is_empty();
        self.hand_in(rng);
        let shared = self.is_shared();
        self.each_read(&mut |part, document| {
            let mut space = self.space.borrow_mut();
            more |= space.snapshot_when_due(part, document);
            more |= shared && space.share_when_due(part, document, rng);
        });
        // What cannot be done now is due again at the next save.
        more |= shared && self.space.borrow_mut().care(now, rng).unwrap_or(false);
        more
    }

    /// Looks how the sending stands, to remember when it last succeeded.
    pub(super) fn look(&self) {
        let space = self.space.borrow();
        let waiting = space.waiting();
        self.since.borrow_mut().retain(|part, _| waiting.parts.contains_key(part));
        let mut last = self.last.get();
        last.see(waiting.count() + self.files.get().count, space.status().last_answer);
        self.last.set(last);
    }

    /// A message was handed to the network (true), or it is known what became of it (false).
    pub fn under_way(&self, unanswered: bool) {
        self.unanswered.set(unanswered);
    }

    /// Since when something of each part waits, as far as this device wrote it down.
    pub fn since(&self) -> BTreeMap<PartId, u64> {
        self.since.borrow().clone()
    }

    /// How many changes, decisions and files nobody else has yet; none in a space of one person alone.
    pub fn waiting(&self) -> (u64, u64) {
        match self.is_shared() {
            true => (self.space.borrow().waiting().count(), self.files.get().count),
            false => (0, 0),
        }
    }

    /// Hands what is known of the sending to `then`.
    pub fn known<T>(&self, reach: Reach, then: impl FnOnce(&Space, &Known<'_>) -> T) -> T {
        let space = self.space.borrow();
        let (save, status) = (self.state(), space.status());
        let waiting = if self.is_shared() { space.waiting().count() } else { 0 };
        let known = Known {
            save: &save,
            waiting,
            files: self.files.get(),
            choices: self.shelf.borrow().values().map(|book| book.choices()).sum(),
            status: &status,
            reach: if self.is_shared() { reach } else { Reach::NoServer },
            unanswered: self.unanswered.get(),
            sent_at: self.last.get().at,
        };
        then(&space, &known)
    }
}
