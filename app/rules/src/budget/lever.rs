//! The levers of the simulation: what a person may turn, within which limits, and how a turn is written down.
//! A lever at its default changes nothing.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::input::{KeyError, Sector};
use super::item::Unit;
use super::lever_table::LEVERS;
use crate::text::Text;

/// Every lever, in screen order. `So…(k)` levers exist per SO (or VSO) category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeverId {
    Trend,
    ShareSbo,
    ShareSo1,
    ShareSo2,
    ShareSo3,
    InflowSbo,
    InflowSo1,
    InflowSo2,
    InflowSo3,
    OutflowSbo,
    OutflowSo1,
    OutflowSo2,
    OutflowSo3,
    ReturnSbo,
    ReturnSo1,
    ReturnSo2,
    ReturnSo3,
    SboToSo1,
    SboToSo2,
    SboToSo3,
    Mix12,
    Mix13,
    Mix23,
    BorderSbo,
    BorderSo1,
    BorderSo2,
    BorderSo3,
    MoveMonth,
    StayYears,
    IndexWage,
    IndexPrice,
    Edition,
    AreaPerPupil,
    AreaFixed,
    AreaFriction,
    AreaSpending,
    BasePerPupil,
    BaseFoot,
    CostOza,
    CostOperations,
    CostManagement,
    CostTailored,
    CostOverhead,
    IndexOwn,
    IncomeSmw,
    IncomeMunicipal,
    IncomeSubsidy,
    IncomeOther,
    OneOffCost,
    OneOffIncome,
    SafetyThreshold,
    SafetyShare,
    SafetyMonths,
    DeficitKey,
}

/// Whether a lever may differ per year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// With a year in its key it works in that year; without one, in every year. The year's own value wins.
    PerYear,
    /// One value for the whole simulation.
    AllYears,
}

/// Where a lever stands on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    Pupils,
    Tariffs,
    Areas,
    Schools,
    Own,
    Income,
    Rules,
}

impl Group {
    pub const ALL: [Self; 7] = [
        Self::Pupils,
        Self::Tariffs,
        Self::Areas,
        Self::Schools,
        Self::Own,
        Self::Income,
        Self::Rules,
    ];

    pub fn title(self) -> Text {
        use crate::text::t;
        match self {
            Self::Pupils => t("Leerlingen", "Pupils"),
            Self::Tariffs => t("Tarieven", "Tariffs"),
            Self::Areas => t("Werkgebieden", "Werkgebieden"),
            Self::Schools => t("Scholen", "Schools"),
            Self::Own => t("Eigen organisatie", "Own organisation"),
            Self::Income => t("Inkomsten en eenmalig geld", "Income and one-off money"),
            Self::Rules => t("Afspraken", "Agreements"),
        }
    }
}

/// What is fixed about a lever. All numbers are in whole `unit`s.
#[derive(Clone, Copy, Debug)]
pub struct Lever {
    pub lever: LeverId,
    /// The first part of the key: `so.instroom.1`.
    pub id: &'static str,
    pub group: Group,
    /// `None` serves both sectors.
    pub sector: Option<Sector>,
    pub unit: Unit,
    pub span: Span,
    pub min: i64,
    pub max: i64,
    pub step: i64,
    /// The value that changes nothing.
    pub default: i64,
    /// A plausible low and high value, for the question what weighs most.
    pub plausible: (i64, i64),
    pub title: Text,
    pub hint: Text,
}

/// Every lever in screen order.
pub fn levers() -> &'static [Lever] {
    &LEVERS
}

impl LeverId {
    pub fn lever(self) -> &'static Lever {
        &LEVERS[self as usize]
    }
}

impl fmt::Display for LeverId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.lever().id)
    }
}

impl FromStr for LeverId {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let found = LEVERS.iter().find(|lever| lever.id == text);
        found.map(|lever| lever.lever).ok_or_else(|| KeyError::unknown(text))
    }
}

/// `so.instroom.1/2027`, or `so.instroom.1` for every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LeverKey {
    pub lever: LeverId,
    pub year: Option<i32>,
}

impl LeverKey {
    pub fn every_year(lever: LeverId) -> Self {
        Self { lever, year: None }
    }

    pub fn in_year(lever: LeverId, year: i32) -> Self {
        Self { lever, year: Some(year) }
    }
}

impl fmt::Display for LeverKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{}/{year}", self.lever),
            None => write!(f, "{}", self.lever),
        }
    }
}

impl FromStr for LeverKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let Some((name, year)) = text.rsplit_once('/') else {
            return Ok(Self::every_year(text.parse()?));
        };
        let lever: LeverId = name.parse()?;
        let year: i32 = year.parse().map_err(|_| KeyError::unknown(text))?;
        match lever.lever().span {
            Span::PerYear => Ok(Self::in_year(lever, year)),
            Span::AllYears => Err(KeyError::unknown(text)),
        }
    }
}

impl TryFrom<String> for LeverKey {
    type Error = KeyError;
    fn try_from(text: String) -> Result<Self, KeyError> {
        text.parse()
    }
}

impl From<LeverKey> for String {
    fn from(key: LeverKey) -> Self {
        key.to_string()
    }
}
