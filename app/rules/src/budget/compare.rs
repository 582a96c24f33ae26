//! Scenarios side by side: differences, the result sentence's numbers, what weighs most, and low to high.

use super::figure::{Amount, AreaLine, Cell, Figure, Marks};
use super::input::Baseline;
use super::item::Unit;
use super::lever::{LeverKey, Span, levers};
use super::line::LineId;
use super::scenario::Scenario;
use super::settings::Settings;
use super::simulate::simulate;
use super::simulation::Simulation;
use crate::explain::{Because, Explanation, Label};
use crate::money::Money;
use crate::order::Order;
use crate::parameter::Parameters;
use crate::text::{Text, t};
use crate::value::Value;

/// One cell in two simulations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub cell: Cell,
    pub before: Option<Figure>,
    pub after: Option<Figure>,
    /// After minus before; absent when either is unknown. A line that is not there counts as nothing.
    pub change: Option<Money>,
}

/// Every cell per calendar year that differs between two simulations.
pub fn compare(before: &Simulation, after: &Simulation) -> Vec<Difference> {
    let mut cells: Vec<Cell> = before.cells.keys().chain(after.cells.keys()).copied().collect();
    cells.retain(|cell| !cell.is_school());
    cells.sort();
    cells.dedup();
    let one = |cell| Difference {
        cell,
        before: before.figure(cell),
        after: after.figure(cell),
        change: difference(before, after, cell).money(),
    };
    cells.into_iter().map(one).filter(|one| one.before != one.after).collect()
}

/// One cell after minus before. A line that is not there counts as nothing; what is unknown in either is unknown.
pub fn difference(before: &Simulation, after: &Simulation, cell: Cell) -> Figure {
    let nothing = || Figure { amount: Amount::Known(Money::ZERO), marks: Marks::NONE };
    let at = |simulation: &Simulation| simulation.figure(cell).unwrap_or_else(nothing);
    let (from, to) = (at(before), at(after));
    let amount = match (from.money(), to.money()) {
        (Some(from), Some(to)) => Amount::Known(to - from),
        _ => {
            let mut missing = [from.missing(), to.missing()].concat();
            missing.sort();
            missing.dedup();
            Amount::Unknown(missing)
        }
    };
    Figure { amount, marks: from.marks.and(to.marks) }
}

/// A simulation with the name of its scenario.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    pub name: &'a str,
    pub simulation: &'a Simulation,
}

/// Why a cell differs between two simulations of one baseline: both amounts, each with its own why.
pub fn why_difference(
    before: Named<'_>,
    after: Named<'_>,
    baseline: &Baseline,
    parameters: &Parameters,
    cell: Cell,
) -> Explanation {
    let difference = difference(before.simulation, after.simulation, cell);
    let part = |named: Named<'_>| {
        let why = named.simulation.why(baseline, parameters, cell);
        let mut why = why.unwrap_or_else(|| Explanation {
            label: label(t("Deze regel is er niet", "This line is not there"), String::new()),
            value: Some(Value::Money(Money::ZERO)),
            because: Because::Fixed,
            parts: Vec::new(),
        });
        let about = format!("{} {}", why.label.about, named.name);
        about.trim_start().clone_into(&mut why.label.about);
        why
    };
    Explanation {
        label: label(t("Verschil", "Difference"), format!("{} {}", after.name, cell.year())),
        value: difference.money().map(Value::Money),
        because: Because::Difference,
        parts: vec![part(after), part(before)],
    }
}

fn label(text: Text, about: String) -> Label {
    Label { text, about }
}

/// The numbers of "Met deze keuzes houdt … in … over (was …)". The words are the screen's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The werkgebied by its place, or the whole partnership.
    pub area: Option<usize>,
    pub year: i32,
    /// Below zero is short.
    pub now: Figure,
    pub was: Figure,
}

/// The result of the partnership, and of each werkgebied, with what it was in the baseline.
pub fn sentences(base: &Simulation, now: &Simulation, year: i32) -> Vec<Sentence> {
    let one = |area, cell| {
        let (now, was) = (now.figure(cell)?, base.figure(cell)?);
        Some(Sentence { area, year, now, was })
    };
    let whole = one(None, Cell::Year(LineId::Result, year));
    let areas = (0..now.parts.len())
        .filter_map(|area| one(Some(area), Cell::Area(AreaLine::Result, area, year)));
    whole.into_iter().chain(areas).collect()
}

/// How far one lever moves a cell between its plausible ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sway {
    pub key: LeverKey,
    /// The lever's value at the low and the high end, on top of the scenario.
    pub values: (i64, i64),
    /// The cell at the low and the high end.
    pub results: (Money, Money),
}

/// One of the two ends of a lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Low,
    High,
}

impl Sway {
    /// The scenario with the lever at one end, to work it out again and ask why.
    pub fn scenario(&self, scenario: &Scenario, end: End) -> Scenario {
        let mut turned = scenario.clone();
        let value = if end == End::Low { self.values.0 } else { self.values.1 };
        turned.changes.insert(self.key, value);
        turned
    }

    /// The distance between the two ends, in cents.
    pub fn width(&self) -> i64 {
        (self.results.1 - self.results.0).as_cents().abs()
    }
}

/// What weighs most: every lever between its plausible ends, the widest first. Empty when the cell is unknown.
pub fn sensitivity(
    baseline: &Baseline,
    scenario: &Scenario,
    parameters: &Parameters,
    settings: &Settings,
    cell: Cell,
) -> Vec<Sway> {
    let money = |key: LeverKey, value: i64| {
        let mut changed = scenario.clone();
        changed.changes.insert(key, value);
        simulate(baseline, &changed, parameters, settings).money(cell)
    };
    let mut found = Vec::new();
    for lever in levers() {
        let fits = lever.sector.is_none_or(|sector| sector == baseline.sector);
        if !fits || lever.plausible.0 == lever.plausible.1 {
            continue;
        }
        let key = LeverKey::every_year(lever.lever);
        let now = scenario.value(lever.lever, baseline.first_year);
        // A difference shifts with what is already turned; an absolute value does not.
        let shift = if lever.span == Span::PerYear && lever.unit != Unit::Months { now } else { 0 };
        let at = |end: i64| (end + shift).clamp(lever.min, lever.max);
        let values = (at(lever.plausible.0), at(lever.plausible.1));
        if let (Some(low), Some(high)) = (money(key, values.0), money(key, values.1)) {
            found.push(Sway { key, values, results: (low, high) });
        }
    }
    found.retain(|sway| sway.width() > 0);
    found.order_by_key(|sway| (std::cmp::Reverse(sway.width()), sway.key));
    found
}

/// The same table with the weightiest uncertain levers all against, as expected, and all in favour. The ends
/// are not equally likely: no chance is worked out.
#[derive(Clone, Debug)]
pub struct Outlook {
    pub low: Simulation,
    pub expected: Simulation,
    pub high: Simulation,
    /// The levers that make the ends.
    pub drivers: Vec<Sway>,
}

/// Low, expected and high for a cell, from the `count` weightiest of the given levers.
pub fn outlook(
    baseline: &Baseline,
    scenario: &Scenario,
    parameters: &Parameters,
    settings: &Settings,
    cell: Cell,
    count: usize,
) -> Outlook {
    let mut drivers = sensitivity(baseline, scenario, parameters, settings, cell);
    // What happens to a partnership, not what it decides itself.
    drivers.retain(|sway| {
        use super::lever::Group::{Pupils, Tariffs};
        matches!(sway.key.lever.lever().group, Pupils | Tariffs)
    });
    drivers.truncate(count);
    let mut low = scenario.clone();
    let mut high = scenario.clone();
    for sway in &drivers {
        let rising = sway.results.0 <= sway.results.1;
        let (worst, best) = if rising { sway.values } else { (sway.values.1, sway.values.0) };
        low.changes.insert(sway.key, worst);
        high.changes.insert(sway.key, best);
    }
    let run = |scenario: &Scenario| simulate(baseline, scenario, parameters, settings);
    Outlook { low: run(&low), expected: run(scenario), high: run(&high), drivers }
}
