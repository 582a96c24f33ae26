//! One open document for the pages: its view as a signal, and the ways to change it. A command changes the document and
//! the screen at once; the disk follows in order, and the screen says "saved" only after it did.

use super::app::AppState;
use super::book::{Book, Shelved, Told, Updates};
use super::status::{Boot, Reason};
use super::typing::Typing;
use crate::platform::{self, Timer, panic, visibility};
use leptos::prelude::*;
use model::about::Kind;
use model::spaces::{OpenSpace, Part};
use replica::document::Document;
use replica::id::{DeviceId, PartId, SpaceId};
use std::rc::Rc;
use std::sync::Arc;

/// Why a command was not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal<P> {
    /// The command itself is wrong; the book says how.
    Problem(P),
    /// The role in this space does not allow it.
    MayNot,
    /// An earlier change could not be saved. Solve that first; nothing was changed.
    NotSaved(Reason),
    /// The device is not open (yet), or another tab goes on.
    NotOpen,
    /// The program failed; start again.
    Stopped,
}

/// In which space a document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// In the space of this kind that lies open.
    Current(Kind),
    /// In this one.
    In(SpaceId),
}

/// One open document. `Copy`; hand it around freely.
pub struct Ledger<B: Book> {
    /// What there is to see; nothing until the device is open.
    pub view: ReadSignal<Option<Arc<B::View>>>,
    /// Whether there is something to take back.
    pub can_undo: ReadSignal<bool>,
    /// Whether there is something to do again.
    pub can_redo: ReadSignal<bool>,
    /// Whether the document could not be read, so that nobody may change it.
    pub blocked: ReadSignal<bool>,
    set_view: WriteSignal<Option<Arc<B::View>>>,
    set_undo: WriteSignal<bool>,
    set_redo: WriteSignal<bool>,
    set_blocked: WriteSignal<bool>,
    part: PartId,
    app: AppState,
    inner: StoredValue<Inner<B>, LocalStorage>,
}

struct Inner<B: Book> {
    open: Option<Open<B>>,
    /// The document as it was read after the last change, without what is being typed.
    read: Option<Arc<B::View>>,
    typing: Typing<B::Command>,
    /// What came in and is not shown yet.
    arriving: Option<Timer>,
    /// Words that were typed and are not shown elsewhere yet.
    following: Option<Timer>,
}

/// For how long what comes in may gather before it is read and shown, in milliseconds. A quarter of what a person notices.
const GATHER_MS: i32 = 25;

/// The book of a part, which is on the shelf from now on; nothing when it could not be read.
fn on_shelf<B: Book>(space: &OpenSpace, part: PartId) -> Option<Rc<Shelved<B>>> {
    match space.part(part) {
        Part::Shelved(book) => book.as_any().downcast::<Shelved<B>>().ok(),
        Part::Free(document) => {
            let book = Rc::new(Shelved::new(B::open(document, space.session()), space.session()));
            space.put_on_shelf(part, book.clone());
            Some(book)
        }
        Part::Blocked => None,
    }
}

/// Reads a document that perhaps no page shows.
pub fn look_into<B: Book>(app: AppState, id: SpaceId, part: PartId) -> Option<B::View> {
    let space = app.open_desk()?.spaces.get(id)?;
    on_shelf::<B>(&space, part)?.view()
}

/// Reads as much of a document that perhaps no page shows as is needed, and not the whole of it.
pub fn look_at_document<B: Book, T>(
    app: AppState,
    id: SpaceId,
    part: PartId,
    read: impl FnOnce(&Document) -> T,
) -> Option<T> {
    let space = app.open_desk()?.spaces.get(id)?;
    on_shelf::<B>(&space, part)?.read(|book| read(book.document()))
}

/// Carries out a command that came in by itself, on a document that perhaps no page shows; one that does is told. It is no step of the
/// person who works there: "Ongedaan" passes it by.
///
/// # Errors
/// See [`Refusal`]; then nothing was changed.
pub fn note_in<B: Book>(
    app: AppState,
    id: SpaceId,
    part: PartId,
    command: &B::Command,
) -> Result<(), Refusal<B::Problem>> {
    let space = app.open_desk().and_then(|desk| desk.spaces.get(id)).ok_or(Refusal::NotOpen)?;
    let book = on_shelf::<B>(&space, part).ok_or(Refusal::NotOpen)?;
    change_book(app, part, &space, &book, |book| book.note(command).map_err(Refusal::Problem))
}

fn change_book<B: Book>(
    app: AppState,
    part: PartId,
    space: &OpenSpace,
    book: &Shelved<B>,
    change: impl FnOnce(&mut B) -> Result<Updates, Refusal<B::Problem>>,
) -> Result<(), Refusal<B::Problem>> {
    if panic::happened() {
        return Err(Refusal::Stopped);
    }
    let desk = app.open_desk().ok_or(Refusal::NotOpen)?;
    app.accepts_edits(&desk).map_err(Refusal::NotSaved)?;
    if !space.may_write(part) {
        return Err(Refusal::MayNot);
    }
    let outcome = book.change(change);
    book.tell(Told::Changed);
    for update in outcome? {
        app.keep(&desk, space, part, update);
    }
    Ok(())
}

struct Open<B: Book> {
    space: Rc<OpenSpace>,
    book: Rc<Shelved<B>>,
    watch: u64,
}

impl<B: Book> Clone for Open<B> {
    fn clone(&self) -> Self {
        Self { space: self.space.clone(), book: self.book.clone(), watch: self.watch }
    }
}

impl<B: Book> Clone for Ledger<B> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<B: Book> Copy for Ledger<B> {}

impl<B: Book> Ledger<B> {
    /// Follows the device: opens the document when its space opens, lets go of it when another tab goes on. For as long as
    /// the owner lives: a page may call it for a document of its own.
    pub fn follow(app: AppState, place: Where, part: PartId) -> Self {
        let (view, set_view) = signal(None);
        let (can_undo, set_undo) = signal(false);
        let (can_redo, set_redo) = signal(false);
        let (blocked, set_blocked) = signal(false);
        let inner = StoredValue::new_local(Inner {
            open: None,
            read: None,
            typing: Typing::default(),
            arriving: None,
            following: None,
        });
        let ledger = Self {
            view,
            can_undo,
            can_redo,
            blocked,
            set_view,
            set_undo,
            set_redo,
            set_blocked,
            part,
            app,
            inner,
        };
        Effect::new(move || {
            app.laid.track();
            match app.boot.get() {
                Boot::Ready => ledger.open(&place),
                _ => ledger.close(),
            }
        });
        let leaving =
            StoredValue::new_local(visibility::on_leaving(move || ledger.commit_typing()));
        let act = app.before_giving_way(move || ledger.commit_typing());
        on_cleanup(move || {
            ledger.commit_typing();
            ledger.close();
            leaving.try_update_value(Vec::clear);
            app.no_longer_before_giving_way(act);
        });
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

    /// Writes down what happened by itself: it is no step to take back.
    ///
    /// # Errors
    /// See [`Refusal`]; then nothing was changed.
    pub fn note(&self, command: &B::Command) -> Result<(), Refusal<B::Problem>> {
        self.carry_out(|book| book.note(command).map_err(Refusal::Problem))
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

    /// The same for words in a field that shows them by itself: what else shows them follows a moment after the key, so that
    /// the letter is on the screen first.
    pub fn type_words(&self, field: &str, command: B::Command) {
        let ledger = *self;
        let _ = self.inner.try_update_value(|inner| {
            inner.typing.put(field, command, move || ledger.commit_typing());
            if inner.following.is_none() {
                inner.following = Some(platform::after(GATHER_MS, move || ledger.follow_typing()));
            }
        });
        self.app.typing_began();
    }

    /// Shows what is being typed everywhere.
    fn follow_typing(&self) {
        let shown = self.inner.try_update_value(|inner| {
            let timer = inner.following.take();
            // Dropped later, because it is running now.
            platform::spawn(async move { drop(timer) });
            let typed = inner.typing.waiting();
            // Carried out meanwhile, or refused: then the field keeps its words and nothing is put back.
            let read = inner.read.as_ref().filter(|_| !typed.is_empty())?;
            Some(Arc::new(B::preview(read, &typed)))
        });
        if let Some(view) = shown.flatten() {
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
        Some(self.opened()?.space.session().device)
    }

    /// What there is without what is being typed: what a text that is typed now began with.
    pub fn read(&self) -> Option<Arc<B::View>> {
        self.inner.try_with_value(|inner| inner.read.clone()).flatten()
    }

    /// The space of the document, while it is open.
    pub fn space(&self) -> Option<SpaceId> {
        Some(self.opened()?.space.id())
    }

    fn opened(&self) -> Option<Open<B>> {
        self.inner.try_with_value(|inner| inner.open.clone()).flatten()
    }

    fn carry_out(
        &self,
        change: impl FnOnce(&mut B) -> Result<Updates, Refusal<B::Problem>>,
    ) -> Result<(), Refusal<B::Problem>> {
        let open = self.opened().ok_or(Refusal::NotOpen)?;
        change_book(self.app, self.part, &open.space, &open.book, change)
    }

    fn open(&self, place: &Where) {
        let desk = self.app.open_desk();
        let space = desk.and_then(|desk| match place {
            Where::Current(kind) => desk.spaces.current(kind),
            Where::In(id) => desk.spaces.get(*id),
        });
        let Some(space) = space else { return self.close() };
        if self.opened().is_some_and(|open| Rc::ptr_eq(&open.space, &space)) {
            return;
        }
        self.close();
        let Some(book) = on_shelf::<B>(&space, self.part) else {
            let _ = self.set_blocked.try_set(true);
            return;
        };
        let ledger = *self;
        let watch = book.watch(move |told| match told {
            Told::Changed => ledger.show(),
            Told::Arrived => ledger.show_soon(),
            Told::Gone => ledger.close(),
        });
        let open = Open { space, book, watch };
        let _ = self.inner.try_update_value(|inner| inner.open = Some(open));
        self.show();
    }

    fn close(&self) {
        let open = self.inner.try_update_value(|inner| {
            inner.read = None;
            inner.arriving = None;
            inner.following = None;
            inner.open.take()
        });
        if let Some(Some(open)) = open {
            open.book.unwatch(open.watch);
        }
        let _ = self.set_view.try_set(None);
        let _ = self.set_undo.try_set(false);
        let _ = self.set_redo.try_set(false);
        let _ = self.set_blocked.try_set(false);
    }

    /// Shows what came in, in a moment, together with what comes in until then.
    fn show_soon(&self) {
        let ledger = *self;
        let _ = self.inner.try_update_value(|inner| {
            if inner.arriving.is_none() {
                inner.arriving = Some(platform::after(GATHER_MS, move || {
                    // Dropped later, because it is running now.
                    let timer = ledger.inner.try_update_value(|inner| inner.arriving.take());
                    platform::spawn(async move { drop(timer) });
                    ledger.show();
                }));
            }
        });
    }

    /// Shows the document, and on top of it what is being typed.
    fn show(&self) {
        let Some(open) = self.opened() else { return };
        // What came in is shown with it.
        let _ = self.inner.try_update_value(|inner| inner.arriving = None);
        let ways = open.book.read(|book| (book.can_undo(), book.can_redo()));
        let Some((view, (undo, redo))) = open.book.view().map(Arc::new).zip(ways) else { return };
        let shown = self.inner.try_update_value(|inner| {
            inner.read = Some(view.clone());
            let typed = inner.typing.waiting();
            if typed.is_empty() { view } else { Arc::new(B::preview(&view, &typed)) }
        });
        let _ = self.set_view.try_set(shown);
        let _ = self.set_undo.try_set(undo);
        let _ = self.set_redo.try_set(redo);
    }
}
