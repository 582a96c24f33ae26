//! What a rule answers: one of five verdicts, perhaps a value, and the sentence that says it.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Key, Kind};
use crate::money::Money;
use crate::text::{Text, t};

/// The five outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Complies. For a calculation: it could be made and it adds up. For a fact: it holds.
    Voldoet,
    VoldoetNiet,
    NietVanToepassing,
    /// Something is missing; the answer names what.
    Onbekend,
    /// A person weighs and decides.
    MensBeslist,
}

impl Verdict {
    pub const ALL: [Self; 5] = [
        Self::Voldoet,
        Self::VoldoetNiet,
        Self::NietVanToepassing,
        Self::Onbekend,
        Self::MensBeslist,
    ];

    /// The words on screen. A calculation or a fact does not "comply": it is made, or holds.
    pub const fn label(self, kind: Kind) -> Text {
        match (self, kind) {
            (Self::Voldoet, Kind::Reken) => t("Berekend", "Calculated"),
            (Self::Voldoet, Kind::Feit) => t("Feit", "Fact"),
            (Self::Voldoet, _) => t("Voldoet", "Complies"),
            (Self::VoldoetNiet, Kind::Reken) => t("Klopt niet", "Does not add up"),
            (Self::VoldoetNiet, _) => t("Voldoet niet", "Does not comply"),
            (Self::NietVanToepassing, _) => t("Niet van toepassing", "Not applicable"),
            (Self::Onbekend, _) => t("Onbekend", "Unknown"),
            (Self::MensBeslist, _) => t("Een mens beslist", "A person decides"),
        }
    }
}

/// An outcome without its explanation: that stays in the trace until somebody asks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    pub verdict: Verdict,
    /// Something to look at, though nothing fails: a *streven* that is not met, a clash between
    /// sources, a rounding.
    pub signal: bool,
    pub value: Option<Val>,
    pub sentence: &'static Text,
}

/// A value that is cheap to copy. A list stands in the trace.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Val {
    YesNo(bool),
    Count(i64),
    Money(Money),
    Rate(Decimal),
    Number(Decimal),
    Date(NaiveDate),
    Text(&'static Text),
    /// `len` values of the trace's list, from `start` on.
    List {
        start: u32,
        len: u32,
    },
}

/// What an *onbekend* asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The place in the rule's fields.
    Field(u8),
    Parameter(Key, NaiveDate),
    /// Nobody has chosen a region.
    Region,
}
