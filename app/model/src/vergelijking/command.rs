//! Everything that a person can do to a comparison. Ids and dates are made by the caller.

use chrono::NaiveDate;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use crate::table::named;

named! {
    /// Something that is done or looked at, by the field of the rule that asks for it.
    Mark {
        Profiel => "profiel", "Profiel of schoolgids", "Profile or school guide";
        Reflectie => "reflectie", "Reflectiegesprekken met besturen", "Reflection talks with boards";
        Aanvragen => "aanvragen", "Aanvragen van arrangementen", "Requests for arrangements";
        Verwijzingen => "verwijzingen", "Percentage verwijzingen", "Percentage of referrals";
        Consulent => "consulent", "Bevindingen van de consulent", "Findings of the consultant";
        Gewogen => "gewogen", "Gelijke behandeling is meegewogen", "Equal treatment was weighed";
        Verslag => "verslag", "Er is een verslag", "There is a report";
        Agenda => "agenda", "Het staat op de agenda van de Deelnemersraad", "It is on the agenda of the Deelnemersraad";
    }
}

impl Mark {
    /// The five sources (BAS-05).
    pub const SOURCES: [Self; 5] =
        [Self::Profiel, Self::Reflectie, Self::Aanvragen, Self::Verwijzingen, Self::Consulent];
    /// What goes to the Deelnemersraad (SOP-06).
    pub const TOLD: [Self; 2] = [Self::Verslag, Self::Agenda];
}

/// One thing that a person does; one undo step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Begins a comparison.
    Begin {
        id: String,
    },
    Set {
        id: String,
        change: Change,
    },
    /// Of several values that were written at the same time, keeps this one.
    Choose {
        field: Field,
        write: String,
    },
}

/// One change of a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Mark {
        mark: Mark,
        on: bool,
    },
    /// The day on which it was done; until then it is under way.
    Done(Option<NaiveDate>),
    /// What came out: what was in the field when typing began, and what is there now.
    Outcome {
        base: String,
        text: String,
    },
    /// Begun by mistake, or again.
    Gone(bool),
}

impl Change {
    /// The day on which it was done, as a person filled it in; otherwise why that cannot be.
    pub fn done(on: Option<NaiveDate>, today: NaiveDate) -> Result<Self, Text> {
        match on {
            None => Err(t("Vul de dag in.", "Fill in the day.")),
            Some(on) if on > today => {
                Err(t("Deze dag moet nog komen.", "This day has still to come."))
            }
            Some(_) => Ok(Self::Done(on)),
        }
    }
}

/// Names a field, for a choice between two values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Field {
    pub id: String,
    pub name: String,
}
