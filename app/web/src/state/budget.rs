//! The budget for the pages: the model's document behind the ledger. One per device for now.

use super::app::AppState;
use super::book::{Book, Updates};
use super::ledger::Ledger;
use leptos::prelude::{provide_context, use_context};
use model::budget::{Budget, Change, Command, View, part};
use model::refused::Refused;
use replica::document::{Document, Session};

/// The budget as the pages share it.
pub type BudgetLedger = Ledger<Budget>;

/// Opens the budget with the device and offers it to everything below. Call once, right after `AppState::start`.
pub fn provide(app: AppState) -> BudgetLedger {
    let ledger = Ledger::follow(app, part());
    provide_context(ledger);
    ledger
}

/// The budget, anywhere below `provide`.
#[must_use]
pub fn get() -> Option<BudgetLedger> {
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

    fn import(&mut self, changes: &[u8]) -> bool {
        self.import(changes).is_ok()
    }
}
