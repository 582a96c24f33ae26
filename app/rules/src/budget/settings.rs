//! Choices about how to calculate that are neither a lever nor an input.

use serde::{Deserialize, Serialize};

/// What the 3,5% of the signaleringswaarde is taken of. The texts say *bruto*; the choice is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum IncomeBase {
    /// Income before DUO takes off SBO and SO: our reading.
    #[default]
    Gross,
    /// Income after the deductions.
    Net,
}

/// How to calculate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Settings {
    /// Number of calendar years shown, from the baseline's first year. The plan asks for four (FIN-01).
    pub years: u8,
    pub income_base: IncomeBase,
}

impl Default for Settings {
    fn default() -> Self {
        Self { years: 4, income_base: IncomeBase::Gross }
    }
}

/// The most years one simulation shows.
pub const MAX_YEARS: u8 = 12;
