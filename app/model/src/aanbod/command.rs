//! Everything that a person can do to what a school offers. Dates are made by the caller.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::need::{Need, Offer};

/// One thing that a person does; one undo step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Several as one undo step, in this order; when one is refused, none is carried out.
    Together(Vec<Command>),
    /// Begins: of which school, region and werkgebied.
    Start {
        school: String,
        region: String,
        area: Option<String>,
    },
    SetOffer {
        need: Need,
        offer: Option<Offer>,
    },
    /// Writes in a text: what was in the field when typing began, and what is there now.
    Write {
        words: Words,
        base: String,
        text: String,
    },
    /// The day on which pupils could say what they think, before the guide is adopted (L-28).
    SetHeard {
        on: Option<NaiveDate>,
    },
    /// The day on which the schoolgids of this year was adopted.
    SetAdopted {
        on: Option<NaiveDate>,
    },
    /// The day on which it was published for parents (SOP-05).
    SetPublished {
        on: Option<NaiveDate>,
    },
    /// Of several values that were written at the same time, keeps this one.
    Choose {
        field: Field,
        write: String,
    },
}

/// One of the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Words {
    /// For parents, in a few sentences.
    Short,
    /// The basic provisions (basisondersteuningsvoorzieningen).
    Basic,
    /// What pupils changed.
    Influence,
    /// Beside one need.
    Need(Need),
}

/// Names a field, for a choice between two values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Itself(String),
    /// A register of a need, by its name in data.
    Need {
        need: String,
        name: String,
    },
}
