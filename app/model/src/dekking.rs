//! What schools offer together: the matrix of needs against werkgebieden, with its gaps, over the years, and what would
//! happen if a school grew (SOP-08). Pure: offers in, a table out. It counts schools and never children.

use std::collections::{BTreeMap, BTreeSet};

use replica::document::Document;
use replica::gather::Gather;
use rules::rule::Context;

use crate::aanbod::{Need, Offer, offers, place};
use crate::ask::{Facts, ask};
use crate::school;
use crate::werkgebied::planning::Watch;

mod reader;

pub use reader::{Here, Reader};

/// The offer of one school, as far as it is known here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// Id of the school's space.
    pub id: String,
    pub name: String,
    /// The werkgebied that it belongs to; a school without one counts in the whole only.
    pub area: Option<String>,
    /// What it says; a need that is not there is unknown.
    pub offers: BTreeMap<Need, Offer>,
}

/// How many schools say what about one need in one place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Schools where a child with this need can come, by themselves or with help.
    pub there: usize,
    /// Schools that want to grow in it.
    pub growing: usize,
    /// Schools that said *not yet*.
    pub not_yet: usize,
    /// Schools that said nothing yet.
    pub unknown: usize,
}

/// What a cell comes down to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cover {
    Covered,
    /// No school can, and every school has spoken.
    Gap,
    /// No school can as far as is known, and some have not spoken.
    Unknown,
}

/// A need in every werkgebied and in the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub need: Need,
    /// In the order of `Matrix::areas`.
    pub cells: Vec<Cell>,
    pub whole: Cell,
}

/// Needs against werkgebieden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    pub areas: Vec<String>,
    /// Every need, in the order in which everybody reads it.
    pub lines: Vec<Line>,
}

/// Something that is different in another matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub need: Need,
    /// Nothing for the whole.
    pub area: Option<String>,
    pub before: Cover,
    pub after: Cover,
}

impl School {
    /// What the documents of a school say in a year: its offer and its checklist, as far as they are here. Reads only what is
    /// counted, so that a hundred schools open at once. Nothing when neither was begun.
    pub fn of(id: &str, offer: Option<&Document>, school: Option<&Document>) -> Option<Self> {
        let places = [offer.map(place), school.map(school::place)];
        let begun = places.into_iter().flatten().find(|(name, _)| !name.is_empty());
        let (name, area) = begun?;
        let offers = offer.map(offers).unwrap_or_default();
        Some(Self { id: id.to_owned(), name, area, offers })
    }
}

impl Cell {
    fn count(&mut self, offer: Option<Offer>) {
        let of = match offer {
            Some(offer) if offer.is_there() => &mut self.there,
            Some(Offer::Groeit) => &mut self.growing,
            Some(_) => &mut self.not_yet,
            None => &mut self.unknown,
        };
        *of += 1;
    }

    /// Covered, a gap, or not known yet. A place without schools is not known.
    pub const fn cover(self) -> Cover {
        if self.there > 0 {
            Cover::Covered
        } else if self.unknown > 0 || self.growing + self.not_yet == 0 {
            Cover::Unknown
        } else {
            Cover::Gap
        }
    }
}

/// Adds the offers up. Areas come in the order of their names, so that every device shows the same.
pub fn matrix(schools: &[School]) -> Matrix {
    let areas: BTreeSet<&str> = schools.iter().filter_map(|one| one.area.as_deref()).gather();
    let areas: Vec<String> = areas.into_iter().map(str::to_owned).collect();
    let line = |need: Need| {
        let mut line =
            Line { need, cells: vec![Cell::default(); areas.len()], whole: Cell::default() };
        for school in schools {
            let offer = school.offers.get(&need).copied();
            line.whole.count(offer);
            let here =
                school.area.as_ref().and_then(|area| areas.iter().position(|one| one == area));
            here.and_then(|at| line.cells.get_mut(at))
                .into_iter()
                .for_each(|cell| cell.count(offer));
        }
        line
    };
    Matrix { lines: Need::ALL.iter().copied().map(line).collect(), areas }
}

/// The offers as they would be if this school could do this: "als deze school hierin groeit".
#[must_use]
pub fn what_if(schools: &[School], school: &str, need: Need) -> Vec<School> {
    let grown = |one: &School| {
        let mut one = one.clone();
        if one.id == school && !one.offers.get(&need).is_some_and(|offer| offer.is_there()) {
            one.offers.insert(need, Offer::Zelf);
        }
        one
    };
    schools.iter().map(grown).collect()
}

impl Matrix {
    /// Needs that no school covers, with the werkgebied, or with nothing for the whole.
    pub fn gaps(&self) -> Vec<(Need, Option<&str>)> {
        let of = |line: &Line| {
            let mut gaps = Vec::new();
            if line.whole.cover() == Cover::Gap {
                gaps.push((line.need, None));
            }
            gaps
        };
        let in_areas = |line: &Line| {
            let cells = self.areas.iter().zip(line.cells.clone());
            let gaps = cells.filter(|(_, cell)| cell.cover() == Cover::Gap);
            gaps.map(|(area, _)| (line.need, Some(area.as_str()))).collect::<Vec<_>>()
        };
        self.lines.iter().flat_map(|line| of(line).into_iter().chain(in_areas(line))).collect()
    }

    /// How many needs are covered in the whole, and how many there are.
    pub fn covered(&self) -> (usize, usize) {
        let covered = self.lines.iter().filter(|line| line.whole.cover() == Cover::Covered);
        (covered.count(), self.lines.len())
    }

    /// What is different in a later or imagined matrix. A werkgebied that is only in one of them is not compared.
    pub fn until(&self, later: &Self) -> Vec<Difference> {
        let mut all = Vec::new();
        for (before, after) in self.lines.iter().zip(&later.lines) {
            let mut note = |area: Option<&String>, before_cell: Cell, after_cell: Cell| {
                let (from, to) = (before_cell.cover(), after_cell.cover());
                if from != to {
                    let (need, area) = (before.need, area.cloned());
                    all.push(Difference { need, area, before: from, after: to });
                }
            };
            note(None, before.whole, after.whole);
            for (area, cell) in self.areas.iter().zip(&before.cells) {
                let at = later.areas.iter().position(|one| one == area);
                if let Some(there) = at.and_then(|at| after.cells.get(at)) {
                    note(Some(area), *cell, *there);
                }
            }
        }
        all
    }

    /// What SOP-08 says about a werkgebied, or about the whole. A need that is not known yet keeps it from answering.
    pub fn ask(&self, area: Option<&str>, context: &Context<'_>) -> Option<Watch> {
        let at = match area {
            Some(area) => Some(self.areas.iter().position(|one| one == area)?),
            None => None,
        };
        let cell = |line: &Line| at.map_or(Some(line.whole), |at| line.cells.get(at).copied());
        let cells: Option<Vec<Cell>> = self.lines.iter().map(cell).collect();
        let cells = cells?;
        let mut facts = Facts::default();
        if cells.iter().all(|cell| cell.cover() != Cover::Unknown) {
            facts.counts("scholen", cells.iter().map(|cell| cell.there).collect());
        }
        ask("SOP-08", facts, context)
    }
}
