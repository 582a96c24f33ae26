//! Everything that a person can do to a budget. Ids and dates are made by the caller.

use chrono::NaiveDate;
use rules::budget::{Baseline, Input, InputKey, LeverKey, Settings};
use rules::parameter::Row;
use serde::{Deserialize, Serialize};

use super::Touches;

/// One thing that a person does; one undo step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Several as one undo step, in this order; when one is refused, none is carried out.
    Together(Vec<Command>),
    /// Begins with this baseline: its name, region, years and inputs. Inputs already there and not in it stay.
    Start(Baseline),
    /// Renames the budget.
    Rename {
        name: String,
    },
    /// The first budget year.
    SetFirstYear {
        year: i32,
    },
    /// Fills in inputs, together. One, or what a proposal brings.
    SetInputs {
        inputs: Vec<(InputKey, Input)>,
    },
    /// Makes an input unknown again.
    ClearInput {
        key: InputKey,
    },
    /// *Vastgesteld* on this day: the baseline can no longer be changed.
    Lock {
        on: NaiveDate,
    },
    /// Takes the adoption back.
    Unlock,
    /// A new scenario, empty or with the differences of another one.
    AddScenario {
        id: String,
        name: String,
        on: NaiveDate,
        copy_of: Option<String>,
    },
    RenameScenario {
        id: String,
        name: String,
    },
    NoteScenario {
        id: String,
        note: String,
    },
    /// Frozen scenarios cannot be changed by accident.
    FreezeScenario {
        id: String,
        frozen: bool,
    },
    /// Out of sight; `RestoreScenario` brings it back, from any device.
    RemoveScenario {
        id: String,
    },
    RestoreScenario {
        id: String,
    },
    /// Puts a scenario after another one, or first.
    MoveScenario {
        id: String,
        after: Option<String>,
    },
    /// Turns a lever, in the lever's unit.
    SetLever {
        scenario: String,
        key: LeverKey,
        value: i64,
    },
    /// Back to the baseline for one lever.
    ResetLever {
        scenario: String,
        key: LeverKey,
    },
    /// "Terug naar begin": every difference goes.
    ResetScenario {
        id: String,
    },
    /// An own row: *zelf ingevuld* or *raming*.
    SetParameter {
        id: String,
        row: Row,
    },
    RemoveParameter {
        id: String,
    },
    /// How to calculate and how many years to show.
    SetSettings(Settings),
    /// The free note with the budget.
    SetNote {
        text: String,
    },
    /// Of several values that were written at the same time, keeps this one.
    Choose {
        field: Field,
        write: String,
    },
}

/// Names a field, for a choice between two values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// A field of the budget itself: `name`, `first_year`, `locked`, …
    Budget(String),
    /// An input, by its key as stored.
    Input(String),
    /// A field or a lever of a scenario, as stored.
    Scenario { id: String, name: String },
    /// An own parameter row, by its id.
    Parameter(String),
}

impl Command {
    pub(super) fn touches(&self) -> Touches {
        match self {
            Self::Start(_) | Self::SetFirstYear { .. } | Self::SetInputs { .. } => {
                Touches::Baseline
            }
            Self::ClearInput { .. } => Touches::Baseline,
            Self::SetLever { scenario: id, .. } | Self::ResetLever { scenario: id, .. } => {
                Touches::Scenario(id.clone())
            }
            Self::ResetScenario { id } | Self::RenameScenario { id, .. } => {
                Touches::Scenario(id.clone())
            }
            Self::NoteScenario { id, .. } | Self::RemoveScenario { id } => {
                Touches::Scenario(id.clone())
            }
            Self::Choose { field, .. } => field.touches(),
            Self::Together(all) => Touches::All(all.iter().map(Self::touches).collect()),
            _ => Touches::Free,
        }
    }
}

impl Field {
    fn touches(&self) -> Touches {
        match self {
            Self::Input(_) => Touches::Baseline,
            Self::Budget(name) if name == super::layout::FIRST_YEAR => Touches::Baseline,
            Self::Scenario { id, name } if name != super::layout::FROZEN => {
                Touches::Scenario(id.clone())
            }
            _ => Touches::Free,
        }
    }
}
