//! The outcome of one simulation: a table per calendar year and per school year, and one per werkgebied.
//! Every cell is a number or the list of what is missing for it.

use std::collections::BTreeMap;

use super::figure::{Amount, AreaLine, Cell, Figure};
use super::graph::{Graph, Id, InputRef, Op};
use super::input::InputKey;
use super::line::LineId;
use super::{Marks, Missing};
use crate::money::Money;

/// One scenario worked out on one baseline.
#[derive(Clone, Debug)]
pub struct Simulation {
    /// The calendar years shown.
    pub years: Vec<i32>,
    pub(super) graph: Graph,
    pub(super) cells: BTreeMap<Cell, Id>,
    /// The slugs of the werkgebieden, then of the boards.
    pub(super) parts: Vec<String>,
    /// How many of the parts are werkgebieden.
    pub(super) areas: usize,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    pub line: LineId,
    /// One figure per column.
    pub figures: Vec<Figure>,
}

/// A table: columns are years, rows are lines in fixed order. Lines that no column has are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub columns: Vec<i32>,
    pub rows: Vec<TableRow>,
}

impl Simulation {
    /// The school years that follow from the calendar years, by the year of their August.
    pub fn school_years(&self) -> Vec<i32> {
        self.years.clone()
    }

    /// One cell; `None` when the line does not exist in that year.
    pub fn figure(&self, cell: Cell) -> Option<Figure> {
        let id = *self.cells.get(&cell)?;
        let node = self.graph.node(id)?;
        let amount = match node.value {
            Some(cents) => Amount::Known(Money::cents(cents)),
            None => Amount::Unknown(self.missing(id)),
        };
        Some(Figure { amount, marks: node.marks })
    }

    /// The known amount in a cell.
    pub fn money(&self, cell: Cell) -> Option<Money> {
        let id = *self.cells.get(&cell)?;
        self.graph.value(id).map(Money::cents)
    }

    /// The table per calendar year.
    pub fn calendar(&self) -> Table {
        self.table(&self.years, Cell::Year)
    }

    /// The table per school year: August to December of one year, January to July of the next.
    pub fn school(&self) -> Table {
        self.table(&self.school_years(), Cell::School)
    }

    fn table(&self, columns: &[i32], cell: fn(LineId, i32) -> Cell) -> Table {
        let empty = || Figure { amount: Amount::Known(Money::ZERO), marks: Marks::NONE };
        let mut rows = Vec::new();
        for line in LineId::ALL {
            let found: Vec<_> = columns.iter().map(|year| self.figure(cell(line, *year))).collect();
            if found.iter().any(Option::is_some) {
                let figures = found.into_iter().map(|one| one.unwrap_or_else(empty)).collect();
                rows.push(TableRow { line, figures });
            }
        }
        Table { columns: columns.to_vec(), rows }
    }

    /// The table of one werkgebied, by its place in the baseline.
    pub fn area(&self, area: usize) -> Vec<(AreaLine, Vec<Option<Figure>>)> {
        let row = |line| {
            let figures =
                self.years.iter().map(|year| self.figure(Cell::Area(line, area, *year))).collect();
            (line, figures)
        };
        AreaLine::ALL.into_iter().map(row).collect()
    }

    /// Everything that is missing for the calendar years, sorted: the list of what to fill in.
    pub fn to_do(&self) -> Vec<Missing> {
        let mut found = Vec::new();
        let mut seen = vec![false; self.graph.len()];
        for (_, id) in self.cells.iter().filter(|(cell, _)| !cell.is_school()) {
            self.collect(*id, &mut seen, &mut found);
        }
        found.sort();
        found.dedup();
        found
    }

    /// The slugs of the school boards with a pupil count, sorted.
    pub fn boards(&self) -> &[String] {
        self.parts.get(self.areas..).unwrap_or(&[])
    }

    /// Optional inputs that nobody gave: they count as nothing, and the screen says so.
    pub fn left_out(&self) -> Vec<InputKey> {
        let all = 0..u32::try_from(self.graph.len()).unwrap_or(u32::MAX);
        let absent = all.filter_map(|id| match self.graph.node(id)?.op {
            Op::Absent(input) => Some(self.key(input)),
            _ => None,
        });
        let mut keys: Vec<_> = absent.collect();
        keys.sort();
        keys.dedup();
        keys
    }

    fn missing(&self, id: Id) -> Vec<Missing> {
        let mut found = Vec::new();
        let mut seen = vec![false; self.graph.len()];
        self.collect(id, &mut seen, &mut found);
        found.sort();
        found.dedup();
        found
    }

    fn collect(&self, id: Id, seen: &mut [bool], found: &mut Vec<Missing>) {
        match seen.get_mut(id as usize) {
            Some(done) if !*done => *done = true,
            _ => return,
        }
        let Some(node) = self.graph.node(id) else { return };
        match node.op {
            _ if node.value.is_some() => {}
            Op::Input(input) => found.push(Missing::Input(self.key(input))),
            Op::MissingRow { key, year, school_year } => {
                found.push(Missing::Tariff { key, year, school_year });
            }
            _ => self.graph.parts(id).iter().for_each(|part| self.collect(*part, seen, found)),
        }
    }

    pub(super) fn key(&self, input: InputRef) -> InputKey {
        let part = input.area.and_then(|at| self.parts.get(usize::from(at)).cloned());
        InputKey { item: input.item, part, year: input.year }
    }
}
