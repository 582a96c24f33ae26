//! Amounts, thresholds and dates from outside: dated rows with unit, source and status.
//! A year without a row is unknown, never last year's value.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::source::Source;

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
}

/// Every row that is in force for one calculation, in layers: the user's own rows first,
/// then the werkgebied's, the region's and the national ones.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    rows: Vec<Row>,
}

impl Parameters {
    /// Rows that come earlier win over rows that come later.
    pub fn new(rows: Vec<Row>) -> Self {
        Self { rows }
    }

    pub fn get(&self, key: &str, on: NaiveDate) -> Option<&Row> {
        self.rows.iter().find(|row| {
            row.key == key && row.valid_from <= on && row.valid_to.is_none_or(|end| on <= end)
        })
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }
}
