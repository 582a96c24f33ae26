//! What the tests of the state share: a small book, a tab, people, and waiting for something to come true.

use leptos::prelude::*;
use model::about::Kind;
use model::people::PersonId;
use replica::document::{Document, DocumentError, Place, Session, Step, Value};
use replica::id::PartId;
use replica::member::Grant;
use std::cell::Cell;
use std::rc::Rc;
use web::platform::settings::{self, Settings};
use web::platform::{locks, marker, own_key, sleep, storage};
use web::state::AppState;
use web::state::book::{Book, Updates};
use web::state::ledger::{Ledger, Where};
use web::state::status::{Boot, SaveStatus};

/// The PIN of whoever is alone on the device.
pub(crate) const PIN: &str = "483915";

/// One number. Negative ones are refused.
pub(crate) struct Number {
    document: Document,
    done: Vec<Step>,
    undone: Vec<Step>,
}

pub(crate) fn place() -> Place {
    Place::root("test")
}

impl Book for Number {
    type Command = i64;
    type View = Option<i64>;
    type Problem = &'static str;

    fn open(document: Document, _: Session) -> Self {
        Self { document, done: vec![], undone: vec![] }
    }
    fn apply(&mut self, command: &i64) -> Result<Updates, &'static str> {
        if *command < 0 {
            return Err("negative");
        }
        let value = Value::Int(*command);
        let edit = self.document.edit(|w| w.set(&place(), "n", value).map(drop));
        let edit = edit.map_err(|_: DocumentError| "refused")?;
        self.done.push(edit.step);
        Ok(edit.update.into_iter().collect())
    }
    fn note(&mut self, command: &i64) -> Result<Updates, &'static str> {
        let noted = self.apply(command);
        self.done.pop();
        noted
    }
    fn undo(&mut self) -> Result<Updates, &'static str> {
        let step = self.done.pop().ok_or("nothing")?;
        let edit = self.document.undo(&step).map_err(|_| "refused")?;
        self.undone.push(edit.step);
        Ok(edit.update.into_iter().collect())
    }
    fn redo(&mut self) -> Result<Updates, &'static str> {
        let step = self.undone.pop().ok_or("nothing")?;
        let edit = self.document.undo(&step).map_err(|_| "refused")?;
        self.done.push(edit.step);
        Ok(edit.update.into_iter().collect())
    }
    fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }
    fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
    fn view(&self) -> Option<i64> {
        self.document.register(&place(), "n").first()?.value.int()
    }
    fn preview(read: &Option<i64>, _: &[&i64]) -> Option<i64> {
        *read
    }
    fn document(&self) -> &Document {
        &self.document
    }
    fn import(&mut self, grant: Grant, changes: &[u8]) -> bool {
        self.document.take(grant, changes).is_ok()
    }
}

/// A tab: state and ledger, mounted for as long as the page lives.
pub(crate) fn tab() -> (AppState, Ledger<Number>) {
    let made = Rc::new(Cell::new(None));
    let out = made.clone();
    leptos::mount::mount_to_body(move || {
        let app = AppState::start();
        out.set(Some((
            app,
            Ledger::follow(app, Where::Current(Kind::Begroting), PartId::named("test")),
        )));
    });
    made.get().expect("mounted")
}

pub(crate) async fn until(law: &str, mut holds: impl FnMut() -> bool) {
    for _ in 0..400 {
        if holds() {
            return;
        }
        sleep(20).await;
    }
    panic!("never came true: {law}");
}

pub(crate) fn shown(ledger: &Ledger<Number>) -> Option<i64> {
    ledger.view.get_untracked().and_then(|view| *view)
}

pub(crate) fn is_saved(app: &AppState) -> bool {
    matches!(app.save.get_untracked(), SaveStatus::SavedHere { .. })
}

/// Removes everything that the browser keeps for us, as a person or the browser itself may do.
pub(crate) async fn clear(people: &[PersonId]) {
    for id in people {
        storage::delete(&format!("{}-{id}", storage::PLAIN)).await.expect("cleared");
    }
    for name in [storage::PLAIN, storage::PEOPLE, own_key::DATABASE] {
        storage::delete(name).await.expect("cleared");
    }
}

/// The tabs of a test live as long as the page: the one that writes hands over, and nobody writes any more.
pub(crate) async fn nobody_writes() {
    locks::take_over(|| ()).await.expect("the writer hands over").release();
}

/// A device on which nobody ever was.
pub(crate) async fn new_device() {
    nobody_writes().await;
    settings::save(&Settings::default());
    marker::clear();
    clear(&[]).await;
}

/// The first start: a name and a PIN.
pub(crate) async fn begin(app: &AppState, name: &str) -> PersonId {
    until("nobody is here yet", || app.boot.get_untracked() == Boot::First).await;
    app.begin(name, PIN).await.expect("begins");
    until("and is in", || app.boot.get_untracked() == Boot::Ready).await;
    app.me.get_untracked().expect("somebody").id
}

/// Gets past the lock screen.
pub(crate) async fn enter(app: &AppState, id: PersonId, pin: &str) {
    until("it asks who it is", || app.boot.get_untracked() == Boot::Locked).await;
    app.unlock(id, pin).await.expect("the PIN is right");
    until("and is in", || app.boot.get_untracked() == Boot::Ready).await;
}
