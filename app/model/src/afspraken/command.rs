//! Everything that a person can do to what was agreed. Ids and dates are made by the caller.

use chrono::NaiveDate;
use rules::money::Money;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use super::{Touches, layout};
use crate::table::named;

named! {
    /// How something was agreed.
    How {
        GeenBezwaar => "geen-overwegend-bezwaar", "Geen overwegend bezwaar", "No overriding objection";
        Unaniem => "unaniem", "Iedereen is het eens", "Everybody agrees";
        Meerderheid => "meerderheid", "Meerderheid", "Majority";
        Instemming => "instemming", "Instemming gegeven", "Consent given";
        Advies => "advies", "Advies", "Advice";
    }
}

named! {
    /// By which route extra support is paid from the budget of the werkgebied (NIV-05 to NIV-07).
    Route {
        Een => "1", "Route 1: één school", "Route 1: one school";
        Twee => "2", "Route 2: meer scholen", "Route 2: several schools";
        Drie => "3", "Route 3: vernieuwing", "Route 3: innovation";
    }
}

/// One thing that a person does; one undo step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Several as one undo step, in this order; when one is refused, none is carried out.
    Together(Vec<Command>),
    /// Writes a decision down, or writes it anew before it is adopted. `id` is `Decided::id`: two devices that decide on
    /// the same item at the same time write the same one, and the chair sees a choice.
    Decide {
        id: String,
        decision: Box<Decided>,
    },
    /// It was no decision after all, or it was.
    Withdraw {
        id: String,
        on: bool,
    },
    /// A later meeting adopts these decisions: from now on they do not change. They get their numbers, from `first`.
    Adopt {
        ids: Vec<String>,
        on: NaiveDate,
        meeting: String,
        first: u32,
    },
    AddAction {
        id: String,
        action: NewAction,
    },
    SetAction {
        id: String,
        change: ActionChange,
    },
    /// Of several values that were written at the same time, keeps this one.
    Choose {
        field: Field,
        write: String,
    },
}

/// What something was agreed about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// Id of the meeting.
    pub meeting: String,
    /// Id of the agenda item; nothing for the meeting as a whole.
    pub item: Option<String>,
    /// The item is a casus: nothing in words is written about it here (VERG-12).
    pub casus: bool,
}

/// A decision, whole: two that were made at the same time are chosen between whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    pub subject: Subject,
    /// Slug of the table.
    pub table: String,
    /// What stands between year and number.
    pub code: String,
    pub on: NaiveDate,
    /// The exact words; empty for a casus.
    pub text: String,
    pub how: How,
    /// Names of who agreed, where people want that written down.
    pub agreed: Vec<String>,
    /// What a minority thinks.
    pub minority: String,
    pub spend: Option<Spend>,
    /// The decision that this one replaces, by id.
    pub changes: Option<String>,
}

/// A decision that draws on the budget of the werkgebied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spend {
    pub amount: Money,
    /// The calendar year whose budget pays.
    pub year: i32,
    pub route: Route,
    /// Schools concerned.
    pub schools: Option<u16>,
    /// Goes beyond basic and light support (route 1).
    pub beyond: Option<bool>,
    /// The same kind of need (route 2).
    pub same_need: Option<bool>,
    /// Schools of one werkgebied (route 2), or of this werkgebied.
    pub same_area: Option<bool>,
    /// The werkgebied found the need (route 3).
    pub found: Option<bool>,
    /// There is a plan of action.
    pub plan: Option<bool>,
    /// There is a TOP dossier.
    pub top: Option<bool>,
    /// Consultant, head and intern begeleider share it.
    pub consulent: Option<bool>,
    pub directeur: Option<bool>,
    pub ib: Option<bool>,
    /// It has to happen, whatever the budget (NIV-08).
    pub necessary: Option<bool>,
}

impl Spend {
    /// An amount by a route, with nothing known yet.
    pub const fn new(amount: Money, year: i32, route: Route) -> Self {
        Self {
            amount,
            year,
            route,
            schools: None,
            beyond: None,
            same_need: None,
            same_area: None,
            found: None,
            plan: None,
            top: None,
            consulent: None,
            directeur: None,
            ib: None,
            necessary: None,
        }
    }
}

/// A new action. It may be incomplete: the screen says what is missing (VERG-5).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAction {
    pub subject: Subject,
    /// Slug of the table.
    pub table: String,
    pub on: Option<NaiveDate>,
    pub what: String,
    /// Who, by id, and the name as it was.
    pub who: Option<String>,
    pub who_name: String,
    /// By when; the page proposes the next meeting.
    pub due: Option<NaiveDate>,
}

/// One change of an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionChange {
    What(String),
    Who {
        id: Option<String>,
        name: String,
    },
    Due(Option<NaiveDate>),
    /// Done on this day, or not done.
    Done(Option<NaiveDate>),
    /// Not needed any more, with why; it stays to be seen.
    Dropped(Option<String>),
}

/// Names a field, for a choice between two values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Decision { id: String, name: String },
    Action { id: String, name: String },
}

impl Decided {
    /// The id of the `nth` decision on its subject, from one. Who writes a second decision after seeing the first takes the
    /// next number; who writes one at the same time as somebody else takes the same, and a person chooses.
    pub fn id(subject: &Subject, nth: usize) -> String {
        let item = subject.item.as_deref().unwrap_or("-");
        format!("{}/{item}/{nth}", subject.meeting)
    }
}

impl Command {
    pub(super) fn touches(&self) -> Touches {
        match self {
            Self::Decide { id, .. } | Self::Withdraw { id, .. } => Touches::Decision(id.clone()),
            Self::Adopt { ids, .. } => {
                Touches::All(ids.iter().cloned().map(Touches::Decision).collect())
            }
            Self::Choose { field: Field::Decision { id, name }, .. } if name != layout::ADOPTED => {
                Touches::Decision(id.clone())
            }
            Self::Together(all) => Touches::All(all.iter().map(Self::touches).collect()),
            _ => Touches::Free,
        }
    }
}
