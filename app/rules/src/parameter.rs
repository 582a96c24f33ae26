//! Amounts, thresholds and dates from outside: dated rows with unit, source and status.
//! A year without a row is unknown, never last year's value.

mod layers;
mod national;
mod unit;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::source::Source;
use crate::text::{Lang, in_lang};

pub use layers::{Estimate, entered, estimate};
pub use national::DataError;
pub use unit::unit_words;

/// How firm a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The first regulation, in the autumn before the year: price part only.
    First,
    /// The definitive regulation, in the summer of the year.
    Definitive,
    /// Published, without a first/definitive distinction.
    Published,
    /// Worked out from published parts.
    Derived,
    /// From general knowledge; nobody has checked it against the regulation.
    Unverified,
    /// *raming*: an index that the user chose, on a known row.
    Estimate,
    /// *zelf ingevuld*.
    Entered,
}

/// One dated row. Both ends are inclusive; `None` is still valid.
///
/// A key that has rows for both sectors carries the sector as a suffix: `zware_norm.po`,
/// `zware_norm.vo`. Dates are whole numbers: `MMDD` or `JJJJMMDD`, as the unit says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub key: String,
    pub value: Decimal,
    pub unit: String,
    pub valid_from: NaiveDate,
    pub valid_to: Option<NaiveDate>,
    pub status: Status,
    pub source: Source,
    /// The day somebody last compared the row with its source.
    pub checked: NaiveDate,
    /// What a reader should know about this row, in our own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The same in English. Documents from before it was kept do not have it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note_en: String,
}

impl Row {
    /// The note with the language that it is in; nothing when there is none.
    pub fn note(&self, lang: Lang) -> Option<(&str, Lang)> {
        (!self.note.is_empty()).then(|| in_lang(&self.note, &self.note_en, lang))
    }

    /// Adds a sentence to the note.
    pub(crate) fn say(&mut self, nl: &str, en: &str) {
        for (note, more) in [(&mut self.note, nl), (&mut self.note_en, en)] {
            *note = format!("{note} {more}").trim().to_owned();
        }
    }

    pub fn in_force(&self, on: NaiveDate) -> bool {
        self.valid_from <= on && self.valid_to.is_none_or(|end| on <= end)
    }
}

/// An amount that is known to exist and that nobody has found yet: the screen lists it with
/// the place to look, and a calculation that needs it says *onbekend*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    pub key: String,
    pub unit: String,
    pub valid_from: NaiveDate,
    pub valid_to: Option<NaiveDate>,
    /// The regulation to take the amount from.
    pub look_in: String,
}

/// Every row that is in force for one calculation, in layers: the user's own rows first,
/// then the werkgebied's, the region's and the national ones.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    rows: Vec<Row>,
    gaps: Vec<Gap>,
    /// Positions in `rows` by key, so that a lookup does not read the whole table.
    index: BTreeMap<String, Vec<u32>>,
}

impl Parameters {
    /// Rows that come earlier win over rows that come later.
    pub fn new(rows: Vec<Row>) -> Self {
        Self::with_gaps(rows, Vec::new())
    }

    pub(crate) fn with_gaps(rows: Vec<Row>, gaps: Vec<Gap>) -> Self {
        let mut index: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (position, row) in (0..).zip(&rows) {
            index.entry(row.key.clone()).or_default().push(position);
        }
        Self { rows, gaps, index }
    }

    pub fn get(&self, key: &str, on: NaiveDate) -> Option<&Row> {
        self.positions(key)
            .iter()
            .filter_map(|position| self.row(*position))
            .find(|row| row.in_force(on))
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Where the rows with this key stand, in order of precedence.
    pub(crate) fn positions(&self, key: &str) -> &[u32] {
        self.index.get(key).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn row(&self, position: u32) -> Option<&Row> {
        self.rows.get(usize::try_from(position).ok()?)
    }
}

#[cfg(test)]
mod tests;
