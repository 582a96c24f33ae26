//! One open document for the pages: its view as a signal, and the ways to change it. A command changes the document and
//! the screen at once; the disk follows in order, and the screen says "saved" only after it did.

use super::app::AppState;
use super::book::{Book, Updates};
use super::status::{Boot, Reason};
use super::typing::Typing;
use crate::platform::{panic, visibility};
use leptos::prelude::*;
use replica::document::Document;
use replica::id::{DeviceId, PartId};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// Why a command was not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal<P> {
    /// The command itself is wrong; the book says how.
    Problem(P),
    /// An earlier change could not be saved. Solve that first; nothing was changed.
    NotSaved(Reason),
    /// The device is not open (yet), or another tab goes on.
    NotOpen,
    /// The program failed; start again.
    Stopped,
}

/// One open document. `Copy`; hand it around freely.
pub struct Ledger<B: Book> {
    /// What there is to see; nothing until the device is open.
    pub view: ReadSignal<Option<Arc<B::View>>>,
    /// Whether there is something to take back.
    pub can_undo: ReadSignal<bool>,
    /// Whether there is something to do again.
    pub can_redo: ReadSignal<bool>,
    set_view: WriteSignal<Option<Arc<B::View>>>,
    set_undo: WriteSignal<bool>,
    set_redo: WriteSignal<bool>,
    part: PartId,
    app: AppState,
    inner: StoredValue<Inner<B>, LocalStorage>,
}

struct Inner<B: Book> {
    book: Option<Rc<RefCell<B>>>,
    /// The document as it was read after the last change, without what is being typed.
    read: Option<Arc<B::View>>,
    typing: Typing<B::Command>,
}

impl<B: Book> Clone for Ledger<B> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<B: Book> Copy for Ledger<B> {}

impl<B: Book> Ledger<B> {
    /// Follows the device: opens the document when the device opens, lets go of it when another tab goes on.
    /// Call once per document, high in the tree, and share it as context.
    pub fn follow(app: AppState, part: PartId) -> Self {
        let (view, set_view) = signal(None);
        let (can_undo, set_undo) = signal(false);
        let (can_redo, set_redo) = signal(false);
        let inner =
            StoredValue::new_local(Inner { book: None, read: None, typing: Typing::default() });
        let ledger =
            Self { view, can_undo, can_redo, set_view, set_undo, set_redo, part, app, inner };
        Effect::new(move || match app.boot.get() {
            Boot::Ready => ledger.open(),
            _ => ledger.close(),
        });
        visibility::on_leaving(move || ledger.commit_typing());
        app.before_giving_way(move || ledger.commit_typing());
        ledger
    }

    /// Carries out a command. When this answers, the screen has it and the disk is being written.
    ///
    /// # Errors
    /// See [`Refusal`]; then nothing was changed.
    pub fn dispatch(&self, command: &B::Command) -> Result<(), Refusal<B::Problem>> {
        self.commit_typing();
        self.carry_out(|book| book.apply(command).map_err(Refusal::Problem))
    }

    /// Takes in what is being typed in `field`: carried out half a second after the last key, when the field is
    /// left (`commit_typing`), before any other command, and when the page is hidden. A newer one replaces it, so that
    /// dragging a lever is one step to take back. The view shows the book's preview at once.
    pub fn type_in(&self, field: &str, command: B::Command) {
        let ledger = *self;
        let view = self.inner.try_update_value(|inner| {
            inner.typing.put(field, command, move || ledger.commit_typing());
            Some(Arc::new(B::preview(inner.read.as_ref()?, &inner.typing.waiting())))
        });
        if let Some(view) = view.flatten() {
            self.app.typing_began();
            let _ = self.set_view.try_set(Some(view));
        }
    }

    /// Carries out what was typed and waits. A command that is refused is dropped; its field keeps the text and shows why.
    pub fn commit_typing(&self) {
        let typed = self.inner.try_update_value(|inner| inner.typing.take()).unwrap_or_default();
        for command in typed {
            let _ = self.carry_out(|book| book.apply(&command).map_err(Refusal::Problem));
        }
        self.app.typing_ended();
    }

    /// Takes the last command back.
    ///
    /// # Errors
    /// See [`Refusal`]; then nothing was changed.
    pub fn undo(&self) -> Result<(), Refusal<B::Problem>> {
        self.commit_typing();
        self.carry_out(|book| book.undo().map_err(Refusal::Problem))
    }

    /// Does again what was taken back.
    ///
    /// # Errors
    /// See [`Refusal`]; then nothing was changed.
    pub fn redo(&self) -> Result<(), Refusal<B::Problem>> {
        self.commit_typing();
        self.carry_out(|book| book.redo().map_err(Refusal::Problem))
    }

    /// The device that writes, while it is open.
    pub fn device(&self) -> Option<DeviceId> {
        self.app.open_desk().map(|desk| desk.space.session().device)
    }

    fn carry_out(
        &self,
        change: impl FnOnce(&mut B) -> Result<Updates, Refusal<B::Problem>>,
    ) -> Result<(), Refusal<B::Problem>> {
        if panic::happened() {
            return Err(Refusal::Stopped);
        }
        let desk = self.app.open_desk().ok_or(Refusal::NotOpen)?;
        self.app.accepts_edits(&desk).map_err(Refusal::NotSaved)?;
        let book = self.inner.try_with_value(|inner| inner.book.clone()).flatten();
        let book = book.ok_or(Refusal::NotOpen)?;
        let outcome = change(&mut *book.borrow_mut());
        self.show(&book.borrow());
        for update in outcome? {
            self.app.keep(&desk, self.part, update);
        }
        Ok(())
    }

    fn open(&self) {
        let Some(desk) = self.app.open_desk() else { return };
        let session = desk.space.session();
        let held = desk.take_document(self.part);
        let Some(document) = held.or_else(|| Document::new(session).ok()) else { return };
        let book = Rc::new(RefCell::new(B::open(document, session)));
        desk.put_on_shelf(self.part, book.clone());
        self.show(&book.borrow());
        let _ = self.inner.try_update_value(|inner| inner.book = Some(book));
    }

    fn close(&self) {
        let _ = self.inner.try_update_value(|inner| (inner.book, inner.read) = (None, None));
        let _ = self.set_view.try_set(None);
        let _ = self.set_undo.try_set(false);
        let _ = self.set_redo.try_set(false);
    }

    fn show(&self, book: &B) {
        let view = Arc::new(book.view());
        let _ = self.inner.try_update_value(|inner| inner.read = Some(view.clone()));
        let _ = self.set_view.try_set(Some(view));
        let _ = self.set_undo.try_set(book.can_undo());
        let _ = self.set_redo.try_set(book.can_redo());
    }
}
