//! An answer carries its explanation: a tree of values, each with why it is what it is.
//! Screens, tests, prints and exports all read this one structure.

use serde::Serialize;

use crate::parameter::Status;
use crate::source::Source;
use crate::text::Text;
use crate::value::Value;

/// One value and the values it was made from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    pub label: Label,
    /// `None` is *onbekend*: the parts tell what is missing.
    pub value: Option<Value>,
    pub because: Because,
    pub parts: Vec<Explanation>,
}

impl Explanation {
    /// Every value below this one for which `wanted` holds, in the order in which they are told.
    pub fn all(&self, wanted: fn(&Because) -> bool) -> Vec<&Self> {
        let mut found = Vec::new();
        for part in &self.parts {
            if wanted(&part.because) {
                found.push(part);
            }
            found.extend(part.all(wanted));
        }
        found
    }
}

/// What a value is: a fixed text, and what or when it is about ("Heiloo", "2027").
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Label {
    #[serde(serialize_with = "crate::text::dutch")]
    pub text: Text,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
}

/// Why a value is what it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// Somebody filled it in.
    Entered,
    /// A published figure.
    Published(Source),
    /// Assumed, with what the assumption leans on.
    Assumed(Source),
    /// A dated parameter row.
    Parameter {
        key: String,
        status: Status,
        source: Source,
    },
    /// A lever of the scenario changed it; the parts hold the value before.
    Lever,
    Sum,
    Difference,
    Product,
    Quotient,
    Largest,
    Smallest,
    /// A share of a pot, divided by largest remainder so that the shares add up.
    Share,
    /// Rounded to a whole cent or a whole pupil.
    Rounded,
    /// A rule of the catalogue decided it.
    Rule {
        id: String,
        source: Source,
    },
    /// A fact or a fixed date of the calendar that the rule works with.
    Fixed,
    /// A part of the rule that was looked at and does not apply here; the label says why.
    NotApplied,
    /// The nearest value or input that would change the outcome.
    WouldChange,
    /// A known contradiction between sources (`X11`); the label says what clashes.
    Finding {
        id: String,
    },
    /// Nobody has given this value yet.
    Missing,
}
