//! A region is a file: what its own plan says about itself, with the place in that plan.
//! Figures that the plan contradicts stand side by side, as found.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use crate::budget::Sector;
use crate::money::Money;
use crate::parameter::{DataError, Row};

const FILES: [(&str, &str); 4] = [
    ("ppo-nk.json", include_str!("../regions/ppo-nk.json")),
    ("kop-van-noord-holland.json", include_str!("../regions/kop-van-noord-holland.json")),
    ("west-friesland.json", include_str!("../regions/west-friesland.json")),
    ("vo-midden-kennemerland.json", include_str!("../regions/vo-midden-kennemerland.json")),
];

/// Everything that a samenwerkingsverband's plan says about itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    pub slug: String,
    pub name: String,
    /// Two where a partnership for primary and one for secondary make one plan together; each has its own money.
    pub sectors: Vec<Sector>,
    pub plan: Plan,
    #[serde(default)]
    pub municipalities: Vec<Place>,
    #[serde(default)]
    pub bodies: Vec<Body>,
    #[serde(default)]
    pub werkgebieden: Vec<Place>,
    /// Where the plan lists the werkgebieden.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub werkgebieden_place: Option<String>,
    /// Published numbers, one for every place that prints one.
    #[serde(default)]
    pub figures: Vec<Figure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expenses: Option<Expenses>,
    /// The way to the plan, in order.
    #[serde(default)]
    pub steps: Vec<ProcessStep>,
    #[serde(default)]
    pub contradictions: Vec<Contradiction>,
    /// Own amounts and thresholds, for [`crate::parameter::Parameters::with_layer`].
    #[serde(default)]
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    pub title: String,
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// Where the period comes from.
    pub place: String,
}

impl Plan {
    /// The last day of the plan, when that is past.
    pub fn over_on(&self, today: NaiveDate) -> Option<NaiveDate> {
        Some(self.until).filter(|until| *until < today)
    }
}

/// Both languages of a text that stands in data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub nl: String,
    pub en: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Stable name in data: `heerhugowaard-noord`.
    pub slug: String,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    pub slug: String,
    pub name: String,
    /// What the plan says that it is, in our own words.
    pub role: Words,
    pub place: String,
}

/// One printed number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The same key twice is the same thing in two places of the plan.
    pub key: String,
    pub label: Words,
    pub value: Decimal,
    /// `euro`, `deel`, `leerlingen`, `scholen`, …
    pub unit: String,
    /// What stands before the number: *minder dan*, *meer dan*, *ongeveer*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// Document and section.
    pub place: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    LessThan,
    MoreThan,
    About,
}

/// A printed table of expenses by category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expenses {
    pub place: String,
    pub note: Words,
    pub categories: Vec<Category>,
    pub years: Vec<ExpenseYear>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    pub slug: String,
    pub label: Words,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpenseYear {
    pub year: i32,
    /// Cents, in the order of the categories.
    pub amounts: Vec<Money>,
    /// As printed, in cents; not our own sum.
    pub printed_total: Money,
}

/// One step of the way to a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcessStep {
    pub label: Words,
    /// As far as the plan says it; `None` is not printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// What the plan says about when, if it is not one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Words>,
    pub place: String,
}

/// Two or more places that do not agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// Number in the catalogue, `X11`, or our own name.
    pub id: String,
    pub about: Words,
    pub claims: Vec<Claim>,
    /// The rule that shows it, when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub says: Words,
    pub place: String,
}

impl ExpenseYear {
    pub fn sum(&self) -> Money {
        self.amounts.iter().copied().sum()
    }
}

/// The regions that ship with the app.
///
/// # Errors
/// When a built-in file cannot be read; a test keeps that from shipping.
pub fn regions() -> Result<Vec<Region>, DataError> {
    FILES.iter().map(|(file, text)| Region::from_json(file, text)).collect()
}

/// The region with this slug; the other files are not read.
pub fn region(slug: &str) -> Option<Region> {
    let named = |file: &str| file.strip_suffix(".json") == Some(slug);
    let (file, text) = FILES.iter().find(|(file, _)| named(file))?;
    Region::from_json(file, text).ok()
}

impl Region {
    /// One region file.
    ///
    /// # Errors
    /// When the text is not a region in the documented format.
    pub fn from_json(file: &str, text: &str) -> Result<Self, DataError> {
        serde_json::from_str(text)
            .map_err(|error| DataError { file: file.to_owned(), problem: error.to_string() })
    }

    /// Every place that prints this number.
    pub fn figures(&self, key: &str) -> impl Iterator<Item = &Figure> {
        self.figures.iter().filter(move |figure| figure.key == key)
    }
}

#[cfg(test)]
mod tests;
