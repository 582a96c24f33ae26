//! The whole state in a browser, with a small book: open, change, saved, undo, typing, and the second tab.
//! One page plays two tabs: locks and channels do not know the difference.
#![allow(clippy::expect_used, clippy::panic)] // ok: a test may stop

use leptos::prelude::*;
use replica::document::{Document, DocumentError, Place, Session, Step, Value};
use replica::id::PartId;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web::platform::{marker, sleep, storage};
use web::state::AppState;
use web::state::book::{Book, Updates};
use web::state::copy::CopyError;
use web::state::ledger::{Ledger, Refusal};
use web::state::status::{Boot, SaveStatus};

wasm_bindgen_test_configure!(run_in_browser);

/// One number. Negative ones are refused.
struct Number {
    document: Document,
    done: Vec<Step>,
    undone: Vec<Step>,
}

fn place() -> Place {
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
    fn import(&mut self, changes: &[u8]) -> bool {
        self.document.import(changes).is_ok()
    }
}

/// A tab: state and ledger, mounted for as long as the page lives.
fn tab() -> (AppState, Ledger<Number>) {
    let made = Rc::new(Cell::new(None));
    let out = made.clone();
    leptos::mount::mount_to_body(move || {
        let app = AppState::start();
        out.set(Some((app, Ledger::follow(app, PartId::named("test")))));
    });
    made.get().expect("mounted")
}

async fn until(law: &str, mut holds: impl FnMut() -> bool) {
    for _ in 0..400 {
        if holds() {
            return;
        }
        sleep(20).await;
    }
    panic!("never came true: {law}");
}

fn shown(ledger: &Ledger<Number>) -> Option<i64> {
    ledger.view.get_untracked().and_then(|view| *view)
}

fn is_saved(app: &AppState) -> bool {
    matches!(app.save.get_untracked(), SaveStatus::SavedHere { .. })
}

#[wasm_bindgen_test]
async fn a_day_with_two_tabs() {
    marker::clear();
    storage::delete(storage::DATABASE).await.expect("clean");

    let (first, number) = tab();
    assert_eq!(number.dispatch(&1), Err(Refusal::NotOpen), "not before the device is open");
    until("the first tab opens", || number.view.get_untracked().is_some()).await;
    assert_eq!(first.boot.get_untracked(), Boot::Ready);
    assert_eq!(first.save.get_untracked(), SaveStatus::Nothing);
    assert!(!marker::is_set(), "a first visit leaves no mark");

    assert_eq!(number.dispatch(&-1), Err(Refusal::Problem("negative")));
    assert_eq!(number.dispatch(&1), Ok(()));
    assert_eq!(shown(&number), Some(1), "on the screen at once");
    assert_eq!(first.save.get_untracked(), SaveStatus::Saving, "and not yet called saved");
    until("it is saved", || is_saved(&first)).await;
    assert!(marker::is_set());

    number.type_in("field", 2);
    number.type_in("field", 23);
    assert_eq!(shown(&number), Some(1), "typing is no change yet");
    assert_eq!(first.save.get_untracked(), SaveStatus::Saving, "nor is it called saved");
    until("the typing rests", || shown(&number) == Some(23)).await;
    until("and is saved", || is_saved(&first)).await;
    number.type_in("field", -1);
    until("a refused text takes nothing away", || is_saved(&first)).await;
    assert_eq!(shown(&number), Some(23));
    assert_eq!(number.undo(), Ok(()));
    assert_eq!(shown(&number), Some(1), "one step for what was typed in one go");
    assert_eq!(number.redo(), Ok(()));
    assert_eq!(number.redo(), Err(Refusal::Problem("nothing")));
    assert_eq!(shown(&number), Some(23));

    let (second, other) = tab();
    until("the second tab waits", || second.boot.get_untracked() == Boot::Elsewhere).await;
    assert_eq!(other.dispatch(&5), Err(Refusal::NotOpen));
    number.type_in("field", 42);
    second.take_over();
    until("the second tab goes on", || other.view.get_untracked().is_some()).await;
    assert_eq!(first.boot.get_untracked(), Boot::Elsewhere);
    assert_eq!(shown(&other), Some(42), "also what was being typed in the first tab");
    assert_eq!(number.dispatch(&6), Err(Refusal::NotOpen));
    assert_eq!(other.dispatch(&7), Ok(()));
    until("the second tab saves", || is_saved(&second)).await;

    // The browser removes everything while the app is open.
    storage::delete(storage::DATABASE).await.expect("cleared");
    assert_eq!(other.dispatch(&8), Ok(()));
    let not_saved = || matches!(second.save.get_untracked(), SaveStatus::NotSaved { .. });
    until("it is said loudly", not_saved).await;
    assert!(matches!(other.dispatch(&9), Err(Refusal::NotSaved(_))), "nothing new is taken in");
    assert_eq!(shown(&other), Some(8));
    second.retry_save();
    until("everything is written anew", || is_saved(&second)).await;

    first.take_over();
    until("the first tab is back", || number.view.get_untracked().is_some()).await;
    assert_eq!(shown(&number), Some(8));
    let copy = first.copy().await.expect("a copy of the device");

    // And once more while the app is closed.
    second.take_over();
    until("the second tab is back", || other.view.get_untracked().is_some()).await;
    storage::delete(storage::DATABASE).await.expect("cleared");
    first.take_over();
    until("an eviction is told", || first.boot.get_untracked() == Boot::Evicted).await;
    first.start_anew();
    until("the person begins anew", || number.view.get_untracked().is_some()).await;
    assert_eq!(shown(&number), None);
    assert_eq!(first.merge_copy(b"holiday.jpg").await, Err(CopyError::NotACopy));
    let brought = first.merge_copy(&copy).await.expect("the copy is brought in");
    assert!(brought.merged.new > 0 && !brought.is_a_choice);
    until("the copy is on the screen", || shown(&number) == Some(8)).await;
    assert_eq!(number.dispatch(&9), Ok(()));
    until("work goes on", || is_saved(&first)).await;
}
