//! The budget at work: the document on the table, the scenario that is open, and the two
//! simulations that every page, table and chart reads. Worked out once per change, never per view.

use std::sync::Arc;

use leptos::prelude::*;
use model::budget::{Budget, Command, Conflict, Field, ScenarioView, View};
use model::refused::Refused;
use replica::id::{DeviceId, SpaceId};
use rules::budget::present::{cell_name, short_name};
use rules::budget::{
    Baseline, Cell, Figure, InputKey, LeverKey, Scenario, Sector, Settings, Simulation, simulate,
};
use rules::parameter::{Parameters, Row};
use rules::region::{Region, regions};
use rules::text::{Lang, Text};

use crate::components::told::why_not;
use crate::platform::{clock, random};
use crate::state::budget::Budgets;
use crate::state::ledger::{Ledger, Refusal};
use crate::texts::begroting as words;

/// Handed around as a context; `Copy`.
#[derive(Clone, Copy)]
pub struct Work {
    pub view: Signal<Option<Arc<View>>>,
    pub baseline: Memo<Arc<Baseline>>,
    /// Own rows with their ids.
    pub rows: Memo<Vec<(String, Row)>>,
    pub parameters: Memo<Arc<Parameters>>,
    pub scenarios: Memo<Vec<ScenarioView>>,
    /// Out of sight, and still to be put back.
    pub removed: Memo<Vec<ScenarioView>>,
    /// Fields with two versions that wait for a choice.
    pub conflicts: Memo<Vec<Conflict>>,
    /// The scenario that is open.
    pub card: Memo<Option<ScenarioView>>,
    pub scenario: Memo<Scenario>,
    open_id: Memo<Option<String>>,
    pub settings: Memo<Settings>,
    /// The baseline worked out.
    pub base: Memo<Arc<Simulation>>,
    /// The open scenario worked out.
    pub now: Memo<Arc<Simulation>>,
    /// The year that the sentence is about.
    pub year: RwSignal<i32>,
    /// Why the last change was not made.
    pub problem: RwSignal<Option<Text>>,
    chosen: RwSignal<Option<String>>,
    budgets: Budgets,
}

fn always<T>(_: Option<&T>, _: Option<&T>) -> bool {
    true
}

impl Work {
    /// Lays the document on the table for everything below.
    pub fn provide(budgets: Budgets) -> Self {
        let view = Signal::derive(move || budgets.current().view.get());
        fn of<T: Default>(view: &Option<Arc<View>>, get: impl Fn(&View) -> T) -> T {
            view.as_ref().map(|view| get(view)).unwrap_or_default()
        }
        let baseline = Memo::new(move |_| view.with(|v| of(v, |v| v.baseline.clone())));
        let rows = Memo::new(move |_| view.with(|v| of(v, |v| v.parameters.clone())));
        let scenarios = Memo::new(move |_| view.with(|v| of(v, |v| v.scenarios.clone())));
        let removed = Memo::new(move |_| view.with(|v| of(v, |v| v.removed.clone())));
        let conflicts = Memo::new(move |_| view.with(|v| of(v, |v| v.conflicts.clone())));
        let settings = Memo::new(move |_| view.with(|v| of(v, |v| v.settings)));
        let national = StoredValue::new(Parameters::national().unwrap_or_default());
        let layer = move || rows.with(|rows| rows.iter().map(|(_, row)| row.clone()).collect());
        let parameters = Memo::new_with_compare(
            move |_| Arc::new(national.with_value(|national| national.with_layer(layer()))),
            always,
        );
        let chosen = RwSignal::new(None);
        let card = Memo::new(move |_| scenarios.with(|all| open_card(all, chosen.get())));
        let open_id = Memo::new(move |_| card.with(|c| c.as_ref().map(|c| c.id.clone())));
        let scenario = Memo::new(move |_| {
            card.with(|c| c.as_ref().map(|c| c.scenario.clone())).unwrap_or_default()
        });
        let run = move |scenario: &Scenario| {
            let settings = settings.get();
            Arc::new(
                baseline
                    .with(|base| parameters.with(|rows| simulate(base, scenario, rows, &settings))),
            )
        };
        let base = Memo::new_with_compare(move |_| run(&Scenario::default()), always);
        let now = Memo::new_with_compare(move |_| scenario.with(run), always);
        let (year, problem) = (RwSignal::new(0), RwSignal::new(None));
        let work = Self {
            view,
            baseline,
            rows,
            parameters,
            scenarios,
            removed,
            conflicts,
            card,
            scenario,
            open_id,
            settings,
            base,
            now,
            year,
            problem,
            chosen,
            budgets,
        };
        Effect::new(move || work.keep_year());
        provide_context(work);
        work
    }

    /// The budget on the table; `None` outside the room.
    pub fn get() -> Option<Self> {
        use_context()
    }

    fn keep_year(self) {
        let years = self.now.with(|now| now.years.clone());
        if let Some(first) = years.first().filter(|_| !years.contains(&self.year.get_untracked())) {
            self.year.set(*first);
        }
    }

    /// Whether there is a budget at all.
    pub fn is_begun(self) -> bool {
        self.view.with(|view| view.as_ref().is_some_and(|view| !view.is_empty))
    }

    pub fn is_locked(self) -> bool {
        self.view.with(|view| view.as_ref().is_some_and(|view| view.locked.is_some()))
    }

    pub fn is_frozen(self) -> bool {
        self.card.with(|card| card.as_ref().is_some_and(|card| card.frozen))
    }

    fn ledger(self) -> Ledger<Budget> {
        untrack(|| self.budgets.current())
    }

    /// Which of the two budgets lies open.
    pub fn which(self) -> usize {
        self.budgets.open.get()
    }

    /// Lays the other partnership's budget on the table.
    pub fn take_up(self, which: usize) {
        self.ledger().commit_typing();
        self.problem.set(None);
        self.chosen.set(None);
        self.budgets.open.set(which);
    }

    /// The region and the sector of both budgets, as far as they were begun.
    pub fn begun(self) -> [Option<(String, Sector)>; 2] {
        [0, 1].map(|which| {
            let view = self.budgets.at(which).view.get()?;
            let base = &view.baseline;
            (!view.is_empty).then(|| (base.region.clone(), base.sector))
        })
    }

    /// Carries out a command; when it is refused, the page says why.
    pub fn act(self, command: Command) {
        self.say(self.ledger().dispatch(&command));
    }

    fn say<T>(self, done: Result<T, Refusal<Refused>>) {
        let why = |refusal| why_not(refusal, words::MAY_NOT, words::NOT_OPEN);
        self.problem.set(done.err().map(why));
    }

    /// Begins with a baseline and one scenario to turn levers in.
    pub fn begin(self, baseline: Baseline, name: &str) {
        let scenario = Command::AddScenario {
            id: random::id(),
            name: name.to_owned(),
            on: clock::today(),
            copy_of: None,
        };
        self.act(Command::Together(vec![Command::Start(baseline), scenario]));
    }

    /// Makes a scenario and opens it.
    pub fn add_scenario(self, name: String, copy_of: Option<String>) {
        let id = random::id();
        self.ledger().commit_typing();
        self.act(Command::AddScenario { id: id.clone(), name, on: clock::today(), copy_of });
        self.chosen.set(Some(id));
    }

    /// Turns a lever: on the screen at once, in the document when the hand rests.
    pub fn turn(self, key: LeverKey, value: i64) {
        let Some(scenario) = self.card.with(|card| card.as_ref().map(|card| card.id.clone()))
        else {
            return;
        };
        self.ledger().type_in(&key.to_string(), Command::SetLever { scenario, key, value });
    }

    pub fn undo(self) {
        self.say(self.ledger().undo());
    }

    pub fn redo(self) {
        self.say(self.ledger().redo());
    }

    pub fn can_undo(self) -> bool {
        self.budgets.current().can_undo.get()
    }

    pub fn can_redo(self) -> bool {
        self.budgets.current().can_redo.get()
    }

    /// Opens another scenario.
    pub fn open(self, id: String) {
        self.ledger().commit_typing();
        self.chosen.set(Some(id));
    }

    /// The id of the open scenario.
    pub fn open_id(self) -> Option<String> {
        self.open_id.get()
    }

    /// The partnership, short.
    pub fn name(self) -> String {
        self.baseline.with(|base| short_name(&base.name).to_owned())
    }

    pub fn figure(self, cell: Cell) -> Option<Figure> {
        self.now.with(|now| now.figure(cell))
    }

    /// Works another scenario out on the same baseline.
    pub fn run(self, scenario: &Scenario) -> Simulation {
        let settings = self.settings.get();
        self.baseline
            .with(|base| self.parameters.with(|rows| simulate(base, scenario, rows, &settings)))
    }

    pub fn cell_name(self, cell: Cell, lang: Lang) -> String {
        self.baseline.with(|base| cell_name(base, cell, lang))
    }

    /// What a person calls a field of the document.
    pub fn field_name(self, field: &Field, lang: Lang) -> String {
        let view = self.view.get();
        view.map_or_else(String::new, |view| field.name(&view, lang))
    }

    /// The space in which the budget on the table is.
    pub fn space(self) -> Option<SpaceId> {
        self.view.track();
        self.ledger().space()
    }

    /// This device, as the document knows it.
    pub fn device(self) -> Option<DeviceId> {
        self.ledger().device()
    }

    /// The input in a cell of the grid.
    pub fn input(self, key: &InputKey) -> Option<rules::budget::Input> {
        self.baseline.with(|base| base.inputs.get(key).cloned())
    }

    /// The region's own file, with what its plan prints.
    pub fn region(self) -> Option<Region> {
        let slug = self.baseline.with_untracked(|base| base.region.clone());
        regions().unwrap_or_default().into_iter().find(|region| region.slug == slug)
    }
}

/// The chosen scenario, or the first when nothing (or something that is gone) was chosen.
fn open_card(cards: &[ScenarioView], chosen: Option<String>) -> Option<ScenarioView> {
    let chosen = chosen.and_then(|id| cards.iter().find(|card| card.id == id));
    chosen.or_else(|| cards.first()).cloned()
}
