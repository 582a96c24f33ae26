//! The budgets for the pages: the model's documents behind their ledgers.

use super::app::AppState;
use super::book::{Book, Updates};
use super::ledger::{Ledger, Where};
use leptos::prelude::{Get, RwSignal, provide_context, use_context};
use model::about::Kind;
use model::budget::{Budget, Change, Command, View, other_part, part};
use model::refused::Refused;
use replica::document::{Document, Session};
use replica::member::Grant;

/// The budget as the pages share it.
pub type BudgetLedger = Ledger<Budget>;

/// The budget, and the one of the other partnership where two make one plan. One of them lies open.
#[derive(Clone, Copy)]
pub struct Budgets {
    all: [BudgetLedger; 2],
    /// Which of the two lies open.
    pub open: RwSignal<usize>,
}

impl Budgets {
    /// One of the two; the first when there is no such one.
    pub fn at(self, which: usize) -> BudgetLedger {
        self.all.get(which).copied().unwrap_or(self.all[0])
    }

    /// The one that lies open.
    pub fn current(self) -> BudgetLedger {
        self.at(self.open.get())
    }
}

/// Opens the budgets with the device and offers them to everything below. Call once, right after `AppState::start`.
pub fn provide(app: AppState) {
    let all = [part(), other_part()]
        .map(|part| Ledger::follow(app, Where::Current(Kind::Begroting), part));
    provide_context(Budgets { all, open: RwSignal::new(0) });
}

/// The budgets, anywhere below `provide`.
#[must_use]
pub fn get() -> Option<Budgets> {
    use_context()
}

fn updates(change: Change) -> Updates {
    change.update.into_iter().collect()
}

impl Book for Budget {
    type Command = Command;
    type View = View;
    type Problem = Refused;

    fn open(document: Document, _: Session) -> Self {
        Self::open(document)
    }

    fn apply(&mut self, command: &Command) -> Result<Updates, Refused> {
        // An older layout is brought up to date with the first change, so that looking writes nothing.
        let mut all = updates(self.migrate()?);
        all.extend(updates(self.run(command)?));
        Ok(all)
    }

    fn undo(&mut self) -> Result<Updates, Refused> {
        self.undo().map(updates)
    }

    fn redo(&mut self) -> Result<Updates, Refused> {
        self.redo().map(updates)
    }

    fn can_undo(&self) -> bool {
        self.can_undo()
    }

    fn can_redo(&self) -> bool {
        self.can_redo()
    }

    fn view(&self) -> View {
        self.view()
    }

    fn preview(read: &View, typed: &[&Command]) -> View {
        let mut view = read.clone();
        typed.iter().for_each(|command| view.patch(command));
        view
    }

    fn document(&self) -> &Document {
        self.document()
    }

    fn import(&mut self, grant: Grant, changes: &[u8]) -> bool {
        self.take(grant, changes).is_ok()
    }
}
