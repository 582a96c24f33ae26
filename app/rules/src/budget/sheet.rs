//! The working sheet of one simulation: reads inputs, tariffs and levers once and turns them into nodes.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::figure::{Cell, Marks};
use super::graph::{Graph, Id, InputRef, Name, ONE, Op};
use super::input::{Baseline, Input, InputKey, Origin, Sector};
use super::item::{Item, Unit};
use super::lever::{Lever, LeverId, LeverKey};
use super::line::LineId;
use super::scenario::Scenario;
use super::settings::Settings;
use super::simulation::Simulation;
use super::tariff::{self, Edition, Tariff};
use crate::money::Money;
use crate::parameter::{Parameters, Row, Status};
use crate::text::{Text, t};

/// A line of one year, with its January-July and August-December halves when these are not 7/12 and 5/12.
#[derive(Clone, Copy, Debug)]
pub(super) struct YearLine {
    pub(super) year: Id,
    /// January to July, August to December.
    pub(super) halves: Option<(Id, Id)>,
}

/// An input by item, part and year.
type Key = (Item, Option<u16>, i32);

pub(super) struct Sheet<'a> {
    pub(super) baseline: &'a Baseline,
    pub(super) scenario: &'a Scenario,
    pub(super) parameters: &'a Parameters,
    pub(super) settings: &'a Settings,
    pub(super) graph: Graph,
    pub(super) cells: BTreeMap<Cell, Id>,
    /// The lines of a calendar year that carry money themselves.
    pub(super) lines: BTreeMap<(i32, LineId), YearLine>,
    pub(super) boards: Vec<String>,
    /// The baseline's inputs with the part as a number, sorted, so that a look-up compares whole numbers.
    given: Vec<(Key, &'a Input)>,
    inputs: BTreeMap<Key, Id>,
    tariffs: BTreeMap<(Tariff, i32), Id>,
    pub(super) counts: BTreeMap<(Item, i32), (Id, Id)>,
    /// One bit per lever of this sector that the scenario turned.
    turned: u64,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(
        baseline: &'a Baseline,
        scenario: &'a Scenario,
        parameters: &'a Parameters,
        settings: &'a Settings,
    ) -> Self {
        let boards = boards(baseline);
        let fits = |lever: &Lever| lever.sector.is_none_or(|sector| sector == baseline.sector);
        let keys = scenario.changes.keys().filter(|key| fits(key.lever.lever()));
        let turned = keys.fold(0, |set, key| set | 1 << (key.lever as u64));
        Self {
            baseline,
            scenario,
            parameters,
            settings,
            graph: Graph::with_capacity(1_500),
            cells: BTreeMap::new(),
            lines: BTreeMap::new(),
            given: indexed_inputs(baseline, &boards),
            boards,
            inputs: BTreeMap::new(),
            tariffs: BTreeMap::new(),
            counts: BTreeMap::new(),
            turned,
        }
    }

    pub(super) fn is_po(&self) -> bool {
        self.baseline.sector == Sector::Po
    }

    pub(super) fn given(&self, item: Item, part: Option<u16>, year: i32) -> Option<&'a Input> {
        let key = (item, part, year);
        let at = self.given.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        self.given.get(at).map(|(_, input)| *input)
    }

    pub(super) fn has(&self, item: Item, year: i32) -> bool {
        self.given(item, None, year).is_some()
    }

    pub(super) fn input(&mut self, item: Item, year: i32) -> Id {
        self.input_of(item, None, year)
    }

    /// An input; an optional one that nobody gave counts as nothing and is reported as left out.
    pub(super) fn input_of(&mut self, item: Item, area: Option<u16>, year: i32) -> Id {
        if let Some(id) = self.inputs.get(&(item, area, year)) {
            return *id;
        }
        let info = item.info();
        let name = Name { title: info.title, year, unit: info.unit };
        let reference = InputRef { item, area, year };
        let (op, value, marks) = match self.given(item, area, year) {
            Some(input) => (Op::Input(reference), Some(input.value), origin_marks(&input.origin)),
            None if info.optional => (Op::Absent(reference), Some(0), Marks::NONE),
            None => (Op::Input(reference), None, Marks::NONE),
        };
        let id = self.graph.leaf(op, name, value, marks);
        self.inputs.insert((item, area, year), id);
        id
    }

    /// A tariff of a calendar year, or of the school year that begins in it, after the index levers.
    pub(super) fn tariff(&mut self, tariff: Tariff, year: i32) -> Id {
        if let Some(id) = self.tariffs.get(&(tariff, year)) {
            return *id;
        }
        let row = self.row(tariff, year);
        let id = if tariff.indexed() { self.indexed(row, tariff, year) } else { row };
        self.tariffs.insert((tariff, year), id);
        id
    }

    fn row(&mut self, tariff: Tariff, year: i32) -> Id {
        let key = tariff.key(self.baseline.sector);
        let unit = if tariff.is_share() { Unit::Millionths } else { Unit::Cents };
        let name = Name { title: tariff.title(), year, unit };
        let school_year = tariff.per_school_year();
        let day = NaiveDate::from_ymd_opt(year, if school_year { 12 } else { 7 }, 1);
        let found = day.and_then(|day| tariff::find(self.parameters, key, day, self.edition()));
        match found.and_then(|(at, row)| Some((at, row, whole(row, unit)?))) {
            Some((at, row, value)) => {
                self.graph.leaf(Op::Row(at), name, Some(value), status_marks(row.status))
            }
            None => {
                let op = Op::MissingRow { key, year, school_year };
                self.graph.leaf(op, name, None, Marks::NONE)
            }
        }
    }

    fn edition(&self) -> Edition {
        match self.scenario.value(LeverId::Edition, 0) {
            1 => Edition::First,
            _ => Edition::Newest,
        }
    }

    /// Each turned index from the first budget year on, one after the other, rounded to a cent.
    fn indexed(&mut self, row: Id, tariff: Tariff, year: i32) -> Id {
        if !self.is_turned(LeverId::IndexWage) && !self.is_turned(LeverId::IndexPrice) {
            return row;
        }
        let mut amount = row;
        for y in self.baseline.first_year..=year {
            let mut parts = Vec::new();
            for (lever, share) in
                [(LeverId::IndexWage, Tariff::WageShare), (LeverId::IndexPrice, Tariff::PriceShare)]
            {
                if let Some((key, value)) = self.turn(lever, y) {
                    let leaf = self.lever_leaf(key, y, value);
                    let share = self.tariff(share, y);
                    let name = Name::rate(t("Index maal deel", "Index times share"), y);
                    parts.push(self.graph.make(Op::Rate, name, &[leaf, share]));
                }
            }
            if !parts.is_empty() {
                let factor = self.factor(&parts, y);
                let name = Name::cents(tariff.title(), year);
                amount = self.graph.make(Op::Rate, name, &[amount, factor]);
            }
        }
        amount
    }

    /// One plus the changes: what an amount is multiplied with.
    pub(super) fn factor(&mut self, changes: &[Id], year: i32) -> Id {
        let whole = self.graph.fixed(Name::rate(t("Het geheel", "The whole"), 0), ONE);
        let parts: Vec<Id> = std::iter::once(whole).chain(changes.iter().copied()).collect();
        self.graph.sum(Name::rate(t("Factor", "Factor"), year), &parts)
    }

    pub(super) fn is_turned(&self, lever: LeverId) -> bool {
        self.turned >> (lever as u64) & 1 == 1
    }

    /// The turn of a lever that works in this year: its own, or the one for every year from the first
    /// budget year on.
    pub(super) fn turn(&self, lever: LeverId, year: i32) -> Option<(LeverKey, i64)> {
        if !self.is_turned(lever) {
            return None;
        }
        let (key, value) = self.scenario.found(lever, year)?;
        let works = key.year.is_some() || year >= self.baseline.first_year;
        (works && value != lever.lever().default).then_some((key, value))
    }

    pub(super) fn lever_leaf(&mut self, key: LeverKey, year: i32, value: i64) -> Id {
        let lever = key.lever.lever();
        let name = Name { title: lever.title, year, unit: lever.unit };
        self.graph.leaf(Op::Lever(key), name, Some(value), Marks::CHANGED)
    }

    /// An amount plus the lever of that year, if turned.
    pub(super) fn with_lever(&mut self, amount: Id, lever: LeverId, title: Text, year: i32) -> Id {
        match self.turn(lever, year) {
            Some((key, value)) => {
                let leaf = self.lever_leaf(key, year, value);
                self.graph.sum(Name::cents(title, year), &[amount, leaf])
            }
            None => amount,
        }
    }

    pub(super) fn zero(&mut self) -> Id {
        self.graph.fixed(Name::cents(t("Nul", "Zero"), 0), 0)
    }

    /// What was worked out, with the years that it is shown for.
    pub(super) fn finish(self, years: Vec<i32>) -> Simulation {
        let areas = &self.baseline.areas;
        let mut parts: Vec<String> = areas.iter().map(|area| area.slug.clone()).collect();
        parts.extend(self.boards);
        Simulation { years, graph: self.graph, cells: self.cells, parts, areas: areas.len() }
    }

    /// Puts a line of a calendar year in the table.
    pub(super) fn put(&mut self, line: LineId, year: i32, id: Id) {
        self.put_halves(line, year, YearLine { year: id, halves: None });
    }

    pub(super) fn put_halves(&mut self, line: LineId, year: i32, amounts: YearLine) {
        self.cells.insert(Cell::Year(line, year), amounts.year);
        self.lines.insert((year, line), amounts);
    }

    pub(super) fn cell(&self, line: LineId, year: i32) -> Option<Id> {
        self.cells.get(&Cell::Year(line, year)).copied()
    }

    /// August to December: 5 of 12 months.
    pub(super) fn autumn(&mut self, amount: Id, year: i32) -> Id {
        let five = self.months(5);
        let twelve = self.months(12);
        let title = t("Augustus tot en met december", "August to December");
        self.graph.make(Op::Part, Name::cents(title, year), &[amount, five, twelve])
    }

    /// January to July: what August to December leaves.
    pub(super) fn spring(&mut self, amount: Id, autumn: Id, year: i32) -> Id {
        let title = t("Januari tot en met juli", "January to July");
        self.graph.make(Op::Minus, Name::cents(title, year), &[amount, autumn])
    }

    pub(super) fn months(&mut self, months: i64) -> Id {
        let title = t("Maanden", "Months");
        self.graph.fixed(Name { title, year: 0, unit: Unit::Months }, months)
    }
}

/// The inputs with their part as a place: first the werkgebieden, then the boards. Parts that are neither are
/// of no use to the calculation.
fn indexed_inputs<'a>(baseline: &'a Baseline, boards: &[String]) -> Vec<(Key, &'a Input)> {
    let areas = baseline.areas.len();
    let place = |slug: &str| {
        let area = baseline.areas.iter().position(|area| area.slug == slug);
        area.or_else(|| boards.iter().position(|board| board == slug).map(|at| at + areas))
    };
    let one = |(key, input): (&InputKey, &'a Input)| {
        let part = match &key.part {
            None => None,
            Some(slug) => Some(u16::try_from(place(slug)?).ok()?),
        };
        Some(((key.item, part, key.year), input))
    };
    let mut all: Vec<_> = baseline.inputs.iter().filter_map(one).collect();
    all.sort_unstable_by_key(|(key, _)| *key);
    all
}

/// The boards that have a pupil count in the baseline, sorted.
pub(super) fn boards(baseline: &Baseline) -> Vec<String> {
    let keys = baseline.inputs.keys().filter(|key| key.item == Item::Board);
    let mut slugs: Vec<String> = keys.filter_map(|key| key.part.clone()).collect();
    slugs.sort();
    slugs.dedup();
    slugs
}

fn origin_marks(origin: &Origin) -> Marks {
    match origin {
        Origin::Assumed(_) => Marks::ASSUMED,
        Origin::Published(_) | Origin::Entered => Marks::NONE,
    }
}

fn status_marks(status: Status) -> Marks {
    match status {
        Status::Estimate => Marks::ESTIMATE,
        Status::Entered => Marks::ENTERED,
        Status::Unverified => Marks::UNVERIFIED,
        Status::First => Marks::FIRST,
        _ => Marks::NONE,
    }
}

/// A row's value in whole cents or millionths.
fn whole(row: &Row, unit: Unit) -> Option<i64> {
    match unit {
        Unit::Cents => Money::from_decimal(row.value).map(Money::as_cents),
        _ => row
            .value
            .checked_mul(Decimal::from(ONE))?
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            .to_i64(),
    }
}
