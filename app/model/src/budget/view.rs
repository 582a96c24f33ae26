//! What there is to see in a budget. Where two values wait for a choice, the first one counts until then.

use std::sync::Arc;

use chrono::NaiveDate;
use replica::document::{Document, Registers, Value};
use rules::budget::{Baseline, InputKey, Scenario, Settings};
use rules::parameter::Row;

use super::{Field, SCHEMA, layout};
use crate::field::{Choice, collect, date, first, get};
use crate::typed::schema;

/// A budget, read.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Name, region, years and inputs, ready to simulate with.
    pub baseline: Arc<Baseline>,
    /// Inputs under keys that this version does not know. Kept as they are.
    pub unknown_inputs: Vec<String>,
    /// When the baseline was adopted, if it was.
    pub locked: Option<NaiveDate>,
    /// In the order that people gave them.
    pub scenarios: Vec<ScenarioView>,
    /// Removed, and still to be restored.
    pub removed: Vec<ScenarioView>,
    /// Own rows with their ids.
    pub parameters: Vec<(String, Row)>,
    pub settings: Settings,
    pub note: String,
    /// Fields with several values, written at the same time on different devices.
    pub conflicts: Vec<Conflict>,
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
    /// Nothing has been written yet.
    pub is_empty: bool,
}

/// A scenario, read.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioView {
    pub id: String,
    /// Name and differences, ready to simulate with.
    pub scenario: Scenario,
    /// Differences under keys or with values that this version does not know. Kept as they are.
    pub unknown: Vec<(String, i64)>,
    pub date: Option<NaiveDate>,
    pub note: String,
    pub frozen: bool,
}

/// A field of a budget with several values.
pub type Conflict = crate::field::Conflict<Field>;

impl Choice {
    /// The number in it, if it is an input or a lever (in the unit of that item or lever).
    pub fn number(&self) -> Option<i64> {
        self.value.int().or_else(|| self.value.member("value")?.int())
    }
}

pub(super) fn read(document: &Document) -> View {
    let budget = document.registers(&layout::budget());
    let inputs = document.registers(&layout::inputs());
    let rows = document.registers(&layout::parameters());
    let mut conflicts = Vec::new();
    collect(&mut conflicts, &budget, |name| Field::Budget(name.to_owned()));
    collect(&mut conflicts, &inputs, |key| Field::Input(key.to_owned()));
    let mut scenarios = Vec::new();
    let mut removed = Vec::new();
    for id in document.items(layout::SCENARIOS) {
        let registers = document.registers(&layout::scenario(&id));
        collect(&mut conflicts, &registers, |name| Field::Scenario {
            id: id.clone(),
            name: name.into(),
        });
        let gone = get(&registers, layout::REMOVED).and_then(Value::bool).unwrap_or(false);
        let to = if gone { &mut removed } else { &mut scenarios };
        to.push(of_registers(document, &id, &registers));
    }
    collect(&mut conflicts, &rows, |id| Field::Parameter(id.to_owned()));
    let (baseline, unknown_inputs) = baseline(&budget, &inputs);
    View {
        baseline: Arc::new(baseline),
        unknown_inputs,
        locked: get(&budget, layout::LOCKED).and_then(date),
        scenarios,
        removed,
        parameters: rows
            .iter()
            .filter_map(|(id, all)| Some((id.clone(), layout::read_row(first(all)?)?)))
            .collect(),
        settings: settings(&budget),
        note: document.text(&layout::budget(), layout::NOTE),
        conflicts,
        read_only: schema(document, layout::BUDGET) > SCHEMA,
        is_empty: get(&budget, layout::REGION).is_none() && inputs.is_empty(),
    }
}

pub(super) fn scenario(document: &Document, id: &str) -> ScenarioView {
    of_registers(document, id, &document.registers(&layout::scenario(id)))
}

fn of_registers(document: &Document, id: &str, registers: &Registers) -> ScenarioView {
    let name = get(registers, layout::NAME).and_then(Value::text).unwrap_or_default();
    let changes = registers
        .iter()
        .filter_map(|(name, entries)| Some((layout::changed_key(name)?, first(entries)?.int()?)));
    let (scenario, unknown) = Scenario::read(name, changes);
    ScenarioView {
        id: id.to_owned(),
        scenario,
        unknown,
        date: get(registers, layout::DATE).and_then(date),
        note: document.text(&layout::scenario(id), layout::NOTE),
        frozen: get(registers, layout::FROZEN).and_then(Value::bool).unwrap_or(false),
    }
}

fn baseline(budget: &Registers, inputs: &Registers) -> (Baseline, Vec<String>) {
    let text = |name| get(budget, name).and_then(Value::text).unwrap_or_default().to_owned();
    let year = get(budget, layout::FIRST_YEAR).and_then(Value::int);
    let mut baseline = Baseline {
        name: text(layout::NAME),
        region: text(layout::REGION),
        sector: get(budget, layout::SECTOR).map(layout::read_sector).unwrap_or_default(),
        first_year: year.and_then(|year| i32::try_from(year).ok()).unwrap_or_default(),
        areas: get(budget, layout::AREAS).map(layout::read_areas).unwrap_or_default(),
        ..Baseline::default()
    };
    let mut unknown = Vec::new();
    for (key, entries) in inputs {
        let input = first(entries).and_then(layout::read_input);
        match (key.parse::<InputKey>(), input) {
            (Ok(key), Some(input)) => baseline.set(key, input),
            _ => unknown.push(key.clone()),
        }
    }
    (baseline, unknown)
}

fn settings(budget: &Registers) -> Settings {
    let default = Settings::default();
    let years = get(budget, layout::YEARS).and_then(Value::int);
    Settings {
        years: years.and_then(|years| u8::try_from(years).ok()).unwrap_or(default.years),
        income_base: get(budget, layout::INCOME_BASE)
            .map_or(default.income_base, layout::read_income_base),
    }
}
