//! Everything that a person can do to a meeting. Ids, dates and moments are made by the caller.

use chrono::{NaiveDate, NaiveTime};
use replica::id::BlobId;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use super::casus::{Casus, Parents};
use super::{Touches, layout};
use crate::attachment::Attachment;
use crate::table::{Seat, named};

named! {
    /// What is asked of the table with an item (VERG-2).
    ItemKind {
        Informeren => "informeren", "Informeren", "Inform";
        Bespreken => "bespreken", "Bespreken", "Discuss";
        Besluiten => "besluiten", "Besluiten", "Decide";
        Casus => "casus", "Casus", "Casus";
    }
}

named! {
    /// Whether somebody is there (VERG-7).
    Presence {
        Aanwezig => "aanwezig", "Aanwezig", "Present";
        Afgemeld => "afgemeld", "Afgemeld", "Sent apologies";
        Afwezig => "afwezig", "Afwezig", "Absent";
    }
}

named! {
    /// What somebody does for the meeting (VERG-3).
    Office {
        Voorzitter => "voorzitter", "Voorzitter", "Chair";
        Notulist => "notulist", "Notulist", "Minute taker";
        Tijdbewaker => "tijdbewaker", "Tijdbewaker", "Timekeeper";
    }
}

/// One thing that a person does; one undo step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Several as one undo step, in this order; when one is refused, none is carried out.
    Together(Vec<Command>),
    /// Begins with what `agenda::draft` made.
    Start(Box<Start>),
    Set(Change),
    /// A new item after another one, or at the end.
    AddItem {
        id: String,
        item: NewItem,
        after: Option<String>,
    },
    /// An item from the own device before the meeting; it waits beside the agenda until the chair takes it in.
    Propose {
        id: String,
        item: NewItem,
    },
    /// A casus: a label, a question and a link to its dossier, and never a name (VERG-12). `proposed`: it waits for the chair.
    AddCasus {
        id: String,
        casus: Casus,
        minutes: u16,
        proposed: bool,
    },
    /// What stands of a casus, as its dossier says it now; words that are empty stay.
    FromDossier {
        id: String,
        casus: Casus,
    },
    SetItem {
        id: String,
        change: ItemChange,
    },
    /// Puts an item after another one, or first.
    MoveItem {
        id: String,
        after: Option<String>,
    },
    /// Takes over what an earlier meeting did not finish. What is here already is left alone; running it twice is once.
    Carry {
        items: Vec<Carried>,
    },
    AddPerson(Seated),
    Attend {
        person: String,
        presence: Option<Presence>,
    },
    /// Gives an office to somebody, or to nobody.
    Appoint {
        office: Office,
        person: Option<String>,
    },
    /// This item is on now. The clock of the item that was on stops. `at` is milliseconds since 1970.
    Now {
        item: String,
        at: i64,
    },
    /// Nothing is on: a break.
    Pause {
        at: i64,
    },
    /// What somebody made of the notes of an item (or of the meeting): what was there when typing began, and what is there now.
    Note {
        item: Option<String>,
        base: String,
        text: String,
    },
    /// The meeting ends and so does the clock; from now on its minutes are a concept. `next` is the day of the next one, `at`
    /// the moment in milliseconds since 1970.
    Close {
        on: NaiveDate,
        next: Option<NaiveDate>,
        at: i64,
    },
    /// It goes on after all.
    Reopen,
    /// The minutes are *vastgesteld*, in this later meeting.
    Adopt {
        on: NaiveDate,
        meeting: String,
    },
    /// Of several values that were written at the same time, keeps this one.
    Choose {
        field: Field,
        write: String,
    },
}

/// What a meeting begins with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Start {
    /// Slug of the table.
    pub table: String,
    pub title: String,
    /// Name of the werkgebied or group.
    pub area: String,
    /// What stands between year and number in the number of a decision.
    pub code: String,
    pub on: Option<NaiveDate>,
    pub at: Option<NaiveTime>,
    /// How long it may last.
    pub minutes: Option<u16>,
    pub location: String,
    /// Id and name of every school of the table.
    pub schools: Vec<(String, String)>,
    pub people: Vec<Seated>,
    pub items: Vec<(String, NewItem)>,
    pub carried: Vec<Carried>,
    /// Ids of the items in their order.
    pub order: Vec<String>,
}

/// Somebody at the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seated {
    pub id: String,
    pub name: String,
    pub seats: Vec<Seat>,
    /// Id of the school.
    pub school: Option<String>,
}

/// A new agenda item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewItem {
    pub title: String,
    pub kind: ItemKind,
    pub minutes: u16,
    /// Who brings it in, by id.
    pub by: Option<String>,
    /// What is to be decided, beforehand.
    pub ask: String,
    /// Slug of the returning topic.
    pub topic: Option<String>,
    /// The rule that asks for it.
    pub rule: Option<String>,
    /// Stands on every agenda, so that it needs no carrying over.
    pub fixed: bool,
}

/// An item that an earlier meeting did not finish, under its own id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    pub id: String,
    /// The meeting in which it last stood on the agenda.
    pub from: String,
    /// How many times it was carried over, this time counted.
    pub times: u32,
    pub item: NewItem,
    pub casus: Option<Casus>,
    pub files: Vec<Attachment>,
}

/// One change of the meeting itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Title(String),
    On(NaiveDate),
    At(Option<NaiveTime>),
    Minutes(Option<u16>),
    Location(String),
    /// Schools that must be represented; nothing is: no quorum.
    Quorum(Option<u16>),
    Next(Option<NaiveDate>),
}

/// One change of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemChange {
    Title(String),
    Kind(ItemKind),
    Minutes(u16),
    By(Option<String>),
    Ask(String),
    /// How the table calls a casus.
    Label(String),
    /// What is asked of the table about a casus.
    Question(String),
    /// What the parents say about it.
    Parents(Option<Parents>),
    Attach(Attachment),
    Detach(BlobId),
    /// The chair takes a proposal in, or puts it back beside the agenda.
    Accepted(bool),
    Done(bool),
    /// To the next meeting.
    Postponed(bool),
    /// Off the agenda; it stays visible among what was removed.
    Gone(bool),
}

/// Names a field, for a choice between two values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Itself(String),
    Item { id: String, name: String },
    Person { id: String, name: String },
}

impl Command {
    pub(super) fn touches(&self) -> Touches {
        match self {
            Self::Choose { field: Field::Itself(name), .. } if name == layout::ADOPTED => {
                Touches::Free
            }
            _ => Touches::Minutes,
        }
    }
}
