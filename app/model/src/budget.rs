//! The budget document of a samenwerkingsverband: a baseline, scenarios as differences to it, own
//! parameter rows. Commands in, changes out; the view is in the words of `rules::budget`.

use replica::document::{Document, DocumentError, Imported, Session};
use replica::id::PartId;

use crate::history::{History, Way};
use crate::refused::Refused;

mod carry_out;
mod command;
mod layout;
mod migrate;
mod patch;
mod view;
mod words;

pub use command::{Command, Field};
pub use view::{Choice, Conflict, ScenarioView, View};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The part of a space that holds the budget.
pub fn part() -> PartId {
    PartId::named("begroting")
}

/// The part with the budget of the other partnership, where one for primary and one for secondary make one plan.
pub fn other_part() -> PartId {
    PartId::named("begroting.2")
}

/// What a command or an undo did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Bytes for the journal; nothing when everything stayed as it was.
    pub update: Option<Vec<u8>>,
    /// After an undo: what stayed because somebody else changed it since.
    pub left_alone: usize,
}

/// What a step touches, to ask again before it is undone.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Touches {
    Baseline,
    Scenario(String),
    /// The lock itself, names, settings: always allowed.
    Free,
    All(Vec<Touches>),
}

/// An open budget, with this session's undo.
#[derive(Debug)]
pub struct Budget {
    document: Document,
    history: History<Touches>,
}

impl Budget {
    /// An empty budget.
    pub fn new(session: Session) -> Result<Self, DocumentError> {
        Document::new(session).map(Self::open)
    }

    /// The budget in a document that the journal opened.
    pub fn open(document: Document) -> Self {
        Self { document, history: History::default() }
    }

    /// The document, for snapshots, hashes and versions.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Brings an older layout up to date. The change goes to the journal; it cannot be undone.
    pub fn migrate(&mut self) -> Result<Change, Refused> {
        let update = migrate::run(&mut self.document)?;
        Ok(Change { update, left_alone: 0 })
    }

    /// Takes in changes from elsewhere. Undo keeps working and leaves them alone.
    pub fn import(&mut self, bytes: &[u8]) -> Result<Imported, DocumentError> {
        self.document.import(bytes)
    }

    /// Carries out one command as one undo step.
    pub fn run(&mut self, command: &Command) -> Result<Change, Refused> {
        self.writable()?;
        let touches = command.touches();
        self.allowed(&touches)?;
        let edit = self.document.edit(|to| carry_out::carry_out(to, command))?;
        self.history.did(edit.step, touches);
        Ok(Change { update: edit.update, left_alone: 0 })
    }

    /// Takes back this session's last command; what others did stays.
    pub fn undo(&mut self) -> Result<Change, Refused> {
        self.go(Way::Undo)
    }

    /// Does again what was taken back.
    pub fn redo(&mut self) -> Result<Change, Refused> {
        self.go(Way::Redo)
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        self.history.next(Way::Undo).is_some()
    }

    /// Whether there is something to do again.
    pub fn can_redo(&self) -> bool {
        self.history.next(Way::Redo).is_some()
    }

    /// What there is to see.
    pub fn view(&self) -> View {
        view::read(&self.document)
    }

    /// Whether a newer version of the app wrote this document. It can be read and copied, not changed.
    pub fn is_newer(&self) -> bool {
        layout::schema(&self.document) > SCHEMA
    }

    fn go(&mut self, way: Way) -> Result<Change, Refused> {
        self.writable()?;
        let past = self.history.next(way).ok_or(Refused::NothingToUndo)?;
        self.allowed(&past.touches)?;
        let edit = self.document.undo(&past.step)?;
        self.history.went(way, edit.step);
        Ok(Change { update: edit.update, left_alone: edit.answer.left_alone })
    }

    fn writable(&self) -> Result<(), Refused> {
        if self.is_newer() { Err(Refused::Newer) } else { Ok(()) }
    }

    fn allowed(&self, touches: &Touches) -> Result<(), Refused> {
        match touches {
            Touches::Baseline if layout::locked(&self.document).is_some() => Err(Refused::Locked),
            Touches::All(all) => all.iter().try_for_each(|one| self.allowed(one)),
            Touches::Scenario(id) if layout::frozen(&self.document, id) => Err(Refused::Frozen),
            _ => Ok(()),
        }
    }
}
