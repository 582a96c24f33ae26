//! The budgets for the pages: the model's documents behind their ledgers.

use super::app::AppState;
use super::ledger::{Ledger, Where};
use leptos::prelude::{Get, RwSignal, provide_context, use_context};
use model::about::Kind;
use model::budget::{Budget, other_part, part};

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
