//! Own rows on top of the national ones: entered by the user, or estimated with an index.

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Gap, Parameters, Row, Status};
use crate::explain::{Because, Explanation, Label};
use crate::source::Source;
use crate::text::{Text, t};
use crate::value::Value;

impl Parameters {
    /// The same parameters with a layer on top. Rows of the layer win over what was there.
    #[must_use]
    pub fn with_layer(&self, layer: Vec<Row>) -> Self {
        let mut rows = layer;
        rows.extend(self.rows.iter().cloned());
        Self::with_gaps(rows, self.gaps.clone())
    }

    /// The amounts that are still missing: a gap closes when a row covers its first day.
    pub fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.gaps.iter().filter(|gap| self.get(&gap.key, gap.valid_from).is_none())
    }
}

/// A row that somebody typed in on the day `on`, for one calendar year.
/// `None` when the year lies outside what the calendar can hold.
pub fn entered(
    key: &str,
    value: Decimal,
    unit: &str,
    year: i32,
    source: Source,
    on: NaiveDate,
) -> Option<Row> {
    let (valid_from, valid_to) = calendar_year(year)?;
    Some(Row {
        key: key.to_owned(),
        value,
        unit: unit.to_owned(),
        valid_from,
        valid_to: Some(valid_to),
        status: Status::Entered,
        source,
        checked: on,
        note: String::new(),
        note_en: String::new(),
    })
}

/// An estimated row and how it was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    pub row: Row,
    pub explanation: Explanation,
}

/// A *raming* for a year without a row: the known row times one plus an index that the user
/// chose (`0.03` is 3%), rounded to a cent. `None` when the amount or year does not fit.
pub fn estimate(base: &Row, index: Decimal, year: i32) -> Option<Estimate> {
    let (valid_from, valid_to) = calendar_year(year)?;
    let exact = base.value.checked_mul(Decimal::ONE.checked_add(index)?)?;
    let row = Row {
        key: base.key.clone(),
        value: exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero),
        unit: base.unit.clone(),
        valid_from,
        valid_to: Some(valid_to),
        status: Status::Estimate,
        source: base.source.clone(),
        checked: base.checked,
        note: format!("Raming: het bedrag vanaf {} met een gekozen index.", base.valid_from),
        note_en: format!("Estimate: the amount from {} with a chosen index.", base.valid_from),
    };
    let explanation = explain(base, index, row.value, year);
    Some(Estimate { row, explanation })
}

fn explain(base: &Row, index: Decimal, value: Decimal, year: i32) -> Explanation {
    let known = Because::Parameter {
        key: base.key.clone(),
        status: base.status,
        source: base.source.clone(),
    };
    let amount = Value::Number(base.value);
    let from = base.valid_from.to_string();
    Explanation {
        label: Label { text: t("Geraamd bedrag", "Estimated amount"), about: year.to_string() },
        value: Some(Value::Number(value)),
        because: Because::Product,
        parts: vec![
            leaf(t("Bekend bedrag", "Known amount"), from, amount, known),
            leaf(
                t("Gekozen index", "Chosen index"),
                String::new(),
                Value::Rate(index),
                Because::Entered,
            ),
        ],
    }
}

fn leaf(text: Text, about: String, value: Value, because: Because) -> Explanation {
    Explanation { label: Label { text, about }, value: Some(value), because, parts: Vec::new() }
}

fn calendar_year(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
}
