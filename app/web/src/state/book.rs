//! What the state asks of a typed document. The model's types fulfil it, one short adaptor each, so that dispatch,
//! saving and undo are written once for every kind of document.

use model::spaces::OnShelf;
use replica::document::{Document, Session};
use replica::member::Grant;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Changes for the journal, in order; none when nothing changed.
pub type Updates = Vec<Vec<u8>>;

/// A typed document. All methods are quick and do no I/O.
pub trait Book: Sized + 'static {
    /// What a person does.
    type Command: 'static;
    /// What a person sees; read again after every change.
    type View: Send + Sync + 'static;
    /// Why a command was not carried out, for the person.
    type Problem: 'static;

    /// The book on this document, which is empty when it never existed. Writes nothing.
    fn open(document: Document, session: Session) -> Self;
    /// Carries out a command, or changes nothing.
    ///
    /// # Errors
    /// What is wrong with the command.
    fn apply(&mut self, command: &Self::Command) -> Result<Updates, Self::Problem>;
    /// Carries out a command that no person here gave, or changes nothing. It cannot be taken back.
    ///
    /// # Errors
    /// What is wrong with the command.
    fn note(&mut self, command: &Self::Command) -> Result<Updates, Self::Problem>;
    /// Takes the last command of this session back.
    ///
    /// # Errors
    /// Why that cannot be done.
    fn undo(&mut self) -> Result<Updates, Self::Problem>;
    /// Does again what was taken back.
    ///
    /// # Errors
    /// Why that cannot be done.
    fn redo(&mut self) -> Result<Updates, Self::Problem>;
    /// Whether there is something to take back.
    fn can_undo(&self) -> bool;
    /// Whether there is something to do again.
    fn can_redo(&self) -> bool;
    /// What there is to see now.
    fn view(&self) -> Self::View;
    /// What there will be to see when these commands, still being typed, are carried out on what was `read` last.
    /// Called for every key and every step of a slider, so it reads no document.
    fn preview(read: &Self::View, typed: &[&Self::Command]) -> Self::View;
    /// In how many fields two versions wait for a choice.
    fn choices(_: &Self::View) -> usize {
        0
    }
    /// The document below.
    fn document(&self) -> &Document;
    /// Takes in changes from elsewhere, within what their author may; false when they could not be read.
    fn import(&mut self, grant: Grant, changes: &[u8]) -> bool;
}

/// What a book tells who watches it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// It reads differently, by what was done here: the screen has it at once.
    Changed,
    /// It reads differently, by what came in: much may come at once, and is read once.
    Arrived,
    /// Its space is gone for ever.
    Gone,
}

type Watcher = Rc<dyn Fn(Told)>;

/// A book in use: changes may come from the page and from elsewhere, and whoever shows it is told.
pub(super) struct Shelved<B: Book> {
    book: RefCell<B>,
    session: Session,
    /// As the view was last read.
    choices: Cell<usize>,
    watchers: RefCell<BTreeMap<u64, Watcher>>,
}

impl<B: Book> Shelved<B> {
    pub(super) fn new(book: B, session: Session) -> Self {
        Self {
            book: RefCell::new(book),
            session,
            choices: Cell::default(),
            watchers: RefCell::default(),
        }
    }

    /// Changes the book. Tell afterwards.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut B) -> T) -> T {
        change(&mut self.book.borrow_mut())
    }

    /// Reads the book; nothing while it is being changed.
    pub(super) fn read<T>(&self, read: impl FnOnce(&B) -> T) -> Option<T> {
        self.book.try_borrow().ok().map(|book| read(&book))
    }

    /// What there is to see now; nothing while it is being changed. It is remembered whether something waits for a choice.
    pub(super) fn view(&self) -> Option<B::View> {
        let view = self.read(B::view)?;
        self.choices.set(B::choices(&view));
        Some(view)
    }

    /// Calls `then` at every change, until [`unwatch`](Self::unwatch).
    pub(super) fn watch(&self, then: impl Fn(Told) + 'static) -> u64 {
        let mut watchers = self.watchers.borrow_mut();
        let number = watchers.last_key_value().map_or(0, |(last, _)| last + 1);
        watchers.insert(number, Rc::new(then));
        number
    }

    pub(super) fn unwatch(&self, number: u64) {
        self.watchers.borrow_mut().remove(&number);
    }

    pub(super) fn tell(&self, told: Told) {
        let watchers: Vec<_> = self.watchers.borrow().values().cloned().collect();
        watchers.iter().for_each(|watcher| watcher(told));
    }
}

impl<B: Book> OnShelf for Shelved<B> {
    fn with_document(&self, then: &mut dyn FnMut(&Document)) {
        if let Ok(book) = self.book.try_borrow() {
            then(book.document());
        }
    }

    fn import(&self, grant: Grant, changes: &[u8]) -> bool {
        let taken = self.book.borrow_mut().import(grant, changes);
        self.tell(Told::Arrived);
        taken
    }

    fn replace(&self, document: Document) {
        self.book.replace(B::open(document, self.session));
        self.tell(Told::Changed);
    }

    fn choices(&self) -> usize {
        self.choices.get()
    }

    fn gone(&self) {
        self.tell(Told::Gone);
    }

    fn as_any(self: Rc<Self>) -> Rc<dyn Any> {
        self
    }
}
