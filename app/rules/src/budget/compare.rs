//! Scenarios side by side: differences, the result sentence's numbers, what weighs most, and low to high.

use super::figure::{AreaLine, Cell, Figure};
use super::input::Baseline;
use super::item::Unit;
use super::lever::{LeverKey, Span, levers};
use super::line::LineId;
use super::scenario::Scenario;
use super::settings::Settings;
use super::simulate::simulate;
use super::simulation::Simulation;
use crate::money::Money;
use crate::parameter::Parameters;

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
    let one = |cell| {
        let (from, to) = (before.figure(cell), after.figure(cell));
        let known =
            |figure: &Option<Figure>| figure.as_ref().map_or(Some(Money::ZERO), Figure::money);
        let change = match (known(&from), known(&to)) {
            (Some(from), Some(to)) => Some(to - from),
            _ => None,
        };
        Difference { cell, before: from, after: to, change }
    };
    cells.into_iter().map(one).filter(|one| one.before != one.after).collect()
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

impl Sway {
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
    found.sort_by_key(|sway| (std::cmp::Reverse(sway.width()), sway.key));
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
