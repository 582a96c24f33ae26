//! Everything that a person can do to the councils of a region and to what came out of them. Ids and dates are made by the
//! caller.

use chrono::NaiveDate;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use super::questions::{Group, Standard};
use crate::attachment::Attachment;
use crate::inbreng::Way;
use crate::table::named;
use crate::tekening::world::Spot;

named! {
    /// What was decided about what children said.
    Decision {
        Ja => "ja", "Ja, dat doen we", "Yes, we do that";
        Deels => "deels", "Een deel ervan", "A part of it";
        Nee => "nee", "Nee, dat kan niet", "No, that cannot be done";
    }
}

/// One thing that a person does; one undo step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Several as one undo step, in this order; when one is refused, none is carried out.
    Together(Vec<Command>),
    /// Begins: what it is called, and of which samenwerkingsverband.
    Start {
        name: String,
        region: String,
    },
    /// Whether people keep to a plan that has ended, until there is a new one.
    KeepPlan {
        on: bool,
    },
    /// Plans a council.
    Plan {
        id: String,
        title: String,
        on: NaiveDate,
        group: Group,
    },
    SetCouncil {
        id: String,
        change: CouncilChange,
    },
    /// Asks something: one of the three of the plan, or in own words.
    AddQuestion {
        id: String,
        council: String,
        standard: Option<Standard>,
        own: String,
    },
    SetQuestion {
        id: String,
        change: QuestionChange,
    },
    /// Asks it right after another one; first when there is none.
    MoveQuestion {
        id: String,
        after: Option<String>,
    },
    /// Something that children said and that adults take up.
    AddTheme {
        id: String,
        council: String,
        title: String,
        spot: Spot,
    },
    SetTheme {
        id: String,
        change: ThemeChange,
    },
    /// An adult recorded a sentence, named by `voice::name`; nothing takes the recording away.
    Record {
        sentence: String,
        sound: Option<Box<Attachment>>,
    },
    /// Writes in a text: what was in the field when typing began, and what is there now.
    Write {
        words: Words,
        base: String,
        text: String,
    },
    /// Of several values that were written at the same time, keeps this one.
    Choose {
        field: Field,
        write: String,
    },
}

/// One change of a council.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CouncilChange {
    Title(String),
    On(NaiveDate),
    Group(Group),
    /// Which schools, in words.
    Schools(String),
    /// The children were here.
    Held(bool),
    /// Its layer lies in the tekening.
    Drawn(bool),
    Gone(bool),
}

/// One change of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionChange {
    /// In own words. One of the plan without any goes back to the words that it has.
    Own(String),
    /// Whether it can be answered in this way.
    Way(Way, bool),
    Gone(bool),
}

/// One change of a theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChange {
    Title(String),
    Spot(Spot),
    /// Who talked about it: a table or people in their role.
    By(String),
    Discussed(Option<NaiveDate>),
    Decision(Option<Decision>),
    /// The day on which the children heard.
    Told(Option<NaiveDate>),
    /// What was learned is used.
    Used(bool),
    Gone(bool),
}

/// One of the texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Words {
    /// What adults promised, and what became of it: read before a council begins.
    Promised(String),
    /// What was heard, about a theme.
    Heard(String),
    /// Why it was decided so.
    Why(String),
    /// What the children are told, in their language.
    Back(String),
}

/// Names a field, for a choice between two values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Itself(String),
    Council { id: String, name: String },
    Question { id: String, name: String },
    Theme { id: String, name: String },
}
