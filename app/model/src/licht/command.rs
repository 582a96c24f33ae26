//! Everything that a person can do with the money for light support. Ids and dates are made by the caller.

use chrono::NaiveDate;
use rules::money::Money;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use crate::table::named;

named! {
    /// What the money is for: the five purposes of BAS-07, in the order of the plan, and what is none of them.
    Purpose {
        Professionalisering => "professionalisering", "Professionalisering", "Professional development";
        Arrangement => "arrangement", "Licht arrangement", "Light arrangement";
        IbOnderzoek => "ib_onderzoek", "Extra intern begeleider of onderzoek", "Extra intern begeleider or assessment";
        Handen => "handen", "Extra handen in de klas", "Extra hands in the classroom";
        Specialist => "specialist", "Specialist op school", "Specialist at school";
        Anders => "anders", "Iets anders", "Something else";
    }
}

/// One thing that a person does; one undo step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Several as one undo step, in this order; when one is refused, none is carried out.
    Together(Vec<Command>),
    /// Begins: of which school, region and year.
    Start {
        school: String,
        region: String,
        year: i32,
    },
    /// What the school got for this year (BAS-06); nothing is unknown, not zero.
    SetReceived {
        amount: Option<Money>,
    },
    Add {
        id: String,
        purpose: Purpose,
        what: String,
        amount: Option<Money>,
    },
    Set {
        id: String,
        change: UseChange,
    },
    /// The day on which the annual report said what was done (BAS-09).
    SetAccounted {
        on: Option<NaiveDate>,
    },
    /// The words for the annual report: what was in the field when typing began, and what is there now.
    Account {
        base: String,
        text: String,
    },
    /// Of several values that were written at the same time, keeps this one.
    Choose {
        field: Field,
        write: String,
    },
}

/// One change of a use of the money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UseChange {
    Purpose(Purpose),
    What(String),
    Amount(Option<Money>),
    /// The day of the evaluation (BAS-08).
    Evaluated(Option<NaiveDate>),
    /// Whether the evaluation shows that it works.
    Works(Option<bool>),
    Evaluation {
        base: String,
        text: String,
    },
    Gone(bool),
}

/// Names a field, for a choice between two values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Itself(String),
    Use { id: String, name: String },
}
