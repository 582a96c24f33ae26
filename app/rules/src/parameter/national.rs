//! The national rows, compiled in from `parameters/national.json`.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Deserialize;

use super::{Gap, Parameters, Row, Status};
use crate::source::Source;

const NATIONAL: &str = include_str!("../../parameters/national.json");

/// A data file that does not have the documented shape; the sentence comes from serde.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    pub file: String,
    pub problem: String,
}

#[derive(Deserialize)]
struct File {
    /// The day the figures were compiled and compared with their sources.
    checked: NaiveDate,
    rows: Vec<UndatedRow>,
    gaps: Vec<Gap>,
}

/// A row as it stands in the file, where the checked day stands once on top.
#[derive(Deserialize)]
struct UndatedRow {
    key: String,
    value: Decimal,
    unit: String,
    valid_from: NaiveDate,
    valid_to: Option<NaiveDate>,
    status: Status,
    source: Source,
    #[serde(default)]
    note: String,
    #[serde(default)]
    note_en: String,
}

impl Parameters {
    /// The rows and known gaps that ship with the app.
    ///
    /// # Errors
    /// When the file that was built in cannot be read; a test keeps that from shipping.
    pub fn national() -> Result<Self, DataError> {
        Self::from_json("national.json", NATIONAL)
    }

    /// Rows and gaps from a text in the format of `parameters/national.json`.
    ///
    /// # Errors
    /// When the text does not have that format.
    pub fn from_json(file: &str, text: &str) -> Result<Self, DataError> {
        let problem = |error: serde_json::Error| DataError {
            file: file.to_owned(),
            problem: error.to_string(),
        };
        let File { checked, rows, gaps } = serde_json::from_str(text).map_err(problem)?;
        let rows = rows.into_iter().map(|row| row.checked_on(checked)).collect();
        Ok(Self::with_gaps(rows, gaps))
    }
}

impl UndatedRow {
    pub(crate) fn checked_on(self, checked: NaiveDate) -> Row {
        Row {
            key: self.key,
            value: self.value,
            unit: self.unit,
            valid_from: self.valid_from,
            valid_to: self.valid_to,
            status: self.status,
            source: self.source,
            checked,
            note: self.note,
            note_en: self.note_en,
        }
    }
}
