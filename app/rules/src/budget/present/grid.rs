//! Inputs as a person fills them in: grouped by where to look them up and by what the year stands for, what is missing
//! first, one row per item and one cell per year.

use std::collections::{BTreeMap, BTreeSet};

use crate::budget::{Baseline, Input, InputKey, Item, Missing, Moment, Simulation};
use crate::text::Text;

/// How much a cell is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Nothing can be worked out without it.
    ToDo,
    /// Filled in.
    Known,
    /// Counts as nothing while it is empty.
    MayBeEmpty,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridCell {
    pub key: InputKey,
    pub input: Option<Input>,
    pub need: Need,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    pub item: Item,
    pub part: Option<String>,
    /// One per year of the group; `None` where the item plays no part in that year.
    pub cells: Vec<Option<GridCell>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridGroup {
    /// Where to find the figures.
    pub place: Text,
    pub moment: Moment,
    pub years: Vec<i32>,
    pub rows: Vec<GridRow>,
    /// How many cells are still to do.
    pub to_do: usize,
}

pub type Grid = Vec<GridGroup>;

impl GridRow {
    fn holds(&self, keys: &BTreeSet<InputKey>) -> bool {
        self.cells.iter().flatten().any(|cell| keys.contains(&cell.key))
    }
}

/// Inputs of the partnership as a whole. Groups and rows that hold one of `first` come first, so that a screen can keep
/// its order while a person fills it in.
pub fn grid(baseline: &Baseline, simulation: &Simulation, first: &BTreeSet<InputKey>) -> Grid {
    build(baseline, simulation, first, |key| key.part.is_none())
}

/// Inputs per werkgebied.
pub fn area_grid(baseline: &Baseline, simulation: &Simulation, first: &BTreeSet<InputKey>) -> Grid {
    build(baseline, simulation, first, |key| key.part.is_some())
}

/// The inputs that are missing now.
pub fn missing_inputs(simulation: &Simulation) -> BTreeSet<InputKey> {
    let input = |one| match one {
        Missing::Input(key) => Some(key),
        Missing::Tariff { .. } => None,
    };
    simulation.to_do().into_iter().filter_map(input).collect()
}

fn build(
    baseline: &Baseline,
    simulation: &Simulation,
    first: &BTreeSet<InputKey>,
    wanted: impl Fn(&InputKey) -> bool,
) -> Grid {
    let found = cells(baseline, simulation, wanted);
    let mut groups: Vec<GridGroup> = Vec::new();
    for cell in found.values() {
        let info = cell.key.item.info();
        let at = groups.iter().position(|g| g.place == info.place && g.moment == info.moment);
        let at = at.unwrap_or_else(|| {
            let (place, moment) = (info.place, info.moment);
            groups.push(GridGroup { place, moment, years: vec![], rows: vec![], to_do: 0 });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(at) {
            group.years.push(cell.key.year);
            group.to_do += usize::from(cell.need == Need::ToDo);
        }
    }
    for group in &mut groups {
        group.years.sort_unstable();
        group.years.dedup();
        group.rows = these_first(rows(group, &found), |row| row.holds(first));
    }
    these_first(groups, |group| group.rows.iter().any(|row| row.holds(first)))
}

/// Those that count first in front, all in the order that they had. A sort would do it in ten times the code.
fn these_first<T>(all: Vec<T>, is_first: impl Fn(&T) -> bool) -> Vec<T> {
    let (mut first, rest): (Vec<T>, Vec<T>) = all.into_iter().partition(is_first);
    first.extend(rest);
    first
}

fn cells(
    baseline: &Baseline,
    simulation: &Simulation,
    wanted: impl Fn(&InputKey) -> bool,
) -> BTreeMap<InputKey, GridCell> {
    let to_do = missing_inputs(simulation);
    let first = baseline.first_year - 1;
    let last = simulation.years.last().copied().unwrap_or(first);
    let known = baseline.inputs.keys().cloned();
    let optional = simulation.left_out();
    let all: BTreeSet<InputKey> = known.chain(optional).chain(to_do.iter().cloned()).collect();
    let used = |key: &InputKey| (first..=last).contains(&key.year) && wanted(key);
    let cell = |key: InputKey| {
        let input = baseline.inputs.get(&key).cloned();
        let need = match &input {
            _ if to_do.contains(&key) => Need::ToDo,
            Some(_) => Need::Known,
            None => Need::MayBeEmpty,
        };
        (key.clone(), GridCell { key, input, need })
    };
    all.into_iter().filter(used).map(cell).collect()
}

fn rows(group: &GridGroup, found: &BTreeMap<InputKey, GridCell>) -> Vec<GridRow> {
    let mut rows: Vec<GridRow> = Vec::new();
    for cell in found.values() {
        let info = cell.key.item.info();
        if info.place != group.place || info.moment != group.moment {
            continue;
        }
        let same = |row: &GridRow| row.item == cell.key.item && row.part == cell.key.part;
        if rows.iter().any(same) {
            continue;
        }
        let key = |year| InputKey { year, ..cell.key.clone() };
        let cells = group.years.iter().map(|year| found.get(&key(*year)).cloned()).collect();
        rows.push(GridRow { item: cell.key.item, part: cell.key.part.clone(), cells });
    }
    rows
}
