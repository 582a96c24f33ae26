//! Everything that a person can do to a werkgebied. Ids and dates are made by the caller.

use chrono::{NaiveDate, NaiveTime};
use rules::money::Money;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use crate::table::{Seat, named};

named! {
    /// What kind of school it is.
    SchoolKind {
        Regulier => "regulier", "Reguliere basisschool", "Regular primary school";
        Sbo => "sbo", "School voor SBO", "School for SBO";
        So => "so", "School voor SO", "School for SO";
    }
}

named! {
    /// What a development plan is about.
    PlanAbout {
        Hoogbegaafdheid => "hoogbegaafdheid", "Hoogbegaafdheid", "Giftedness";
        Inclusiever => "inclusiever", "Inclusiever onderwijs", "More inclusive education";
        Anders => "anders", "Iets anders", "Something else";
    }
}

named! {
    /// How long a netwerkgroep exists (NWG-01).
    Term {
        Tijdelijk => "tijdelijk", "Tijdelijk", "Temporary";
        Blijvend => "blijvend", "Blijvend", "Permanent";
    }
}

/// One thing that a person does; one undo step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Several as one undo step, in this order; when one is refused, none is carried out.
    Together(Vec<Command>),
    /// Begins: what it is called, which table it is (slug of `table::TABLES`), of which region and area.
    Start {
        name: String,
        table: String,
        region: String,
        area: Option<String>,
    },
    Rename {
        name: String,
    },
    /// Whether people keep to the agreements of a plan that has ended, until there is a new one.
    KeepPlan {
        on: bool,
    },
    /// The day of the latest memo with the policy framework (WGB-14).
    SetMemo {
        on: Option<NaiveDate>,
    },
    /// Schools for gifted children with extra needs in other werkgebieden that form a combination with this one (WGB-16).
    SetGiftedElsewhere {
        schools: Option<i64>,
    },
    /// What a netwerkgroep is for (NWG-01, NWG-05).
    SetAssignment {
        change: AssignmentChange,
    },
    AddSchool {
        id: String,
        name: String,
        kind: SchoolKind,
    },
    SetSchool {
        id: String,
        change: SchoolChange,
    },
    AddPerson {
        id: String,
        name: String,
        seats: Vec<Seat>,
        school: Option<String>,
    },
    SetPerson {
        id: String,
        change: PersonChange,
    },
    /// What somebody (or a school) can be asked for; `id` names this one line, an empty text takes it away.
    SetExpertise {
        who: Who,
        id: String,
        what: String,
    },
    AddPlan {
        id: String,
        about: PlanAbout,
        title: String,
    },
    SetPlan {
        id: String,
        change: PlanChange,
    },
    /// What there is to spend in a calendar year and what is reserved for frictions; nothing is unknown, not zero.
    SetBudget {
        year: i32,
        amount: Option<Money>,
        frictions: Option<Money>,
    },
    /// Puts a meeting in the year planning. Its part is `meeting::part(id)`.
    PlanMeeting {
        id: String,
        table: String,
        on: NaiveDate,
    },
    SetMeeting {
        id: String,
        change: MeetingChange,
    },
    /// Of several values that were written at the same time, keeps this one.
    Choose {
        field: Field,
        write: String,
    },
}

/// One change of the assignment of a netwerkgroep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentChange {
    Task(String),
    Theme(String),
    Term(Option<Term>),
    /// The day on which it was settled with the directeur-bestuurder.
    Settled(Option<NaiveDate>),
    /// Whether it fits the ondersteuningsplan and the annual plans.
    Fits(Option<bool>),
    /// Who has the lead, by id of the person.
    Lead(Option<String>),
}

/// Whose expertise it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    School(String),
    Person(String),
}

/// One change of a school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchoolChange {
    Name(String),
    Kind(SchoolKind),
    Board(String),
    /// Offers what gifted children with extra needs need (WGB-16).
    Gifted(bool),
    /// No longer part of the werkgebied, or again.
    Gone(bool),
}

/// One change of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonChange {
    Name(String),
    School(Option<String>),
    /// Where somebody works who is not of a school.
    Organisation(String),
    /// How to reach them at work.
    Contact(String),
    Seat(Seat, bool),
    /// Does not take part any more, or again.
    Gone(bool),
}

/// One change of a development plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanChange {
    Title(String),
    About(PlanAbout),
    /// The day on which the werkgebied agreed on it.
    Adopted(Option<NaiveDate>),
    /// Whether the network group helps (WGB-17).
    Helped(Option<bool>),
    /// The text: what was in the field when typing began, and what is there now.
    Text {
        base: String,
        text: String,
    },
    Gone(bool),
}

/// One change of a planned meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingChange {
    On(NaiveDate),
    At(Option<NaiveTime>),
    Minutes(Option<u16>),
    Location(String),
    Title(String),
    Cancelled(bool),
    /// It was held: the topics that came up and the seats that were taken, for the rules that watch; and how many
    /// decisions and actions it made, so that a device knows whether it has them.
    Held {
        topics: Vec<String>,
        seats: Vec<Seat>,
        agreed: u32,
    },
    /// It was not held after all.
    NotHeld,
}

/// Names a field, for a choice between two values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// A field of the werkgebied itself.
    Itself(String),
    School {
        id: String,
        name: String,
    },
    Person {
        id: String,
        name: String,
    },
    Plan {
        id: String,
        name: String,
    },
    Meeting {
        id: String,
        name: String,
    },
    /// A register of the budget: `2027/bedrag`, `2027/fricties`.
    Budget(String),
}
