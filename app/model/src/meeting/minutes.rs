//! The minutes as data: what a page, a print or an export shows. And reading back before the end: what is still open.

use chrono::{NaiveDate, NaiveTime};
use rules::money::Money;
use rules::notation;
use rules::text::{Lang, Text, t};

use super::agenda::unfinished;
use super::command::{ItemKind, Office, Presence};
use super::view::{Item, Participant, Phase, View};
use super::words::CASUS;
use crate::afspraken::{Action, Command as Agree, Decision, Register};
use crate::table::table;

/// The minutes of one meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Minutes {
    /// Id of the meeting, for a link back.
    pub meeting: String,
    /// "Werkgebiedoverleg Heiloo", or its own title.
    pub title: String,
    pub on: Option<NaiveDate>,
    pub at: Option<NaiveTime>,
    pub location: String,
    pub phase: Phase,
    /// The day on which they were adopted.
    pub adopted: Option<NaiveDate>,
    /// Something arrived after the adoption that was not adopted.
    pub changed_since: bool,
    pub present: Vec<Seated>,
    pub apologies: Vec<Seated>,
    pub absent: Vec<Seated>,
    pub schools_present: usize,
    pub schools: usize,
    pub note: String,
    pub sections: Vec<Section>,
    /// Decisions and actions of the meeting as a whole.
    pub decisions: Vec<DecisionLine>,
    pub actions: Vec<ActionLine>,
    pub next: Option<NaiveDate>,
}

/// Somebody, as the minutes name them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seated {
    pub name: String,
    pub school: String,
    pub offices: Vec<Office>,
}

/// One agenda item.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its place on the agenda, from one.
    pub number: usize,
    /// Id of the item, for a link back.
    pub id: String,
    pub title: String,
    pub kind: ItemKind,
    pub by: String,
    pub ask: String,
    /// Names of its documents.
    pub files: Vec<String>,
    pub note: String,
    pub decisions: Vec<DecisionLine>,
    pub actions: Vec<ActionLine>,
    /// It goes on to the next meeting.
    pub goes_on: bool,
    pub times: u32,
}

/// One decision.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionLine {
    pub id: String,
    pub number: String,
    pub provisional: bool,
    pub on: NaiveDate,
    pub words: String,
    pub how: Text,
    pub agreed: Vec<String>,
    pub minority: String,
    pub amount: Option<Money>,
    /// By which route, and from the budget of which year.
    pub route: Option<(Text, i32)>,
    /// Number of the decision that it replaces.
    pub replaces: Option<String>,
    pub in_force: bool,
    /// There are two: the chair chooses.
    pub to_choose: bool,
}

/// One action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionLine {
    pub id: String,
    pub what: String,
    /// Empty is "mist eigenaar".
    pub who: String,
    pub due: Option<NaiveDate>,
    pub done: Option<NaiveDate>,
}

/// The minutes of a meeting, with what was agreed in it.
pub fn minutes(meeting: &str, view: &View, register: &Register, lang: Lang) -> Minutes {
    let decisions: Vec<_> = register.of_meeting(meeting).collect();
    let actions: Vec<_> =
        register.actions_of(meeting).filter(|one| one.dropped.is_none()).collect();
    let decisions_on = |item: Option<&str>| {
        let on = decisions.iter().filter(|one| one.decided.subject.item.as_deref() == item);
        on.map(|one| decision_line(one, register, lang)).collect::<Vec<_>>()
    };
    let actions_on = |item: Option<&str>| {
        let on = actions.iter().filter(|one| one.item.as_deref() == item);
        on.map(|one| action_line(one)).collect::<Vec<_>>()
    };
    let section = |(number, item): (usize, &std::sync::Arc<Item>)| {
        let decisions = decisions_on(Some(&item.id));
        Section {
            number,
            id: item.id.clone(),
            title: title(item, lang),
            kind: item.kind,
            by: name(view, item.by.as_deref()),
            ask: item.ask.clone(),
            files: item.files.iter().map(|file| file.name.clone()).collect(),
            note: item.note.clone(),
            goes_on: decisions.is_empty() && unfinished(item),
            decisions,
            actions: actions_on(Some(&item.id)),
            times: item.times,
        }
    };
    let seated = |presence| {
        let people = view.people.iter().filter(|one| one.presence == Some(presence));
        people.map(|one| of_person(view, one)).collect()
    };
    let attendance = view.attendance();
    Minutes {
        meeting: meeting.to_owned(),
        title: heading(view, lang),
        on: view.on,
        at: view.at,
        location: view.location.clone(),
        phase: view.phase(),
        adopted: view.adopted.as_ref().map(|adopted| adopted.on),
        changed_since: view.adopted.as_ref().is_some_and(|adopted| adopted.changed_since),
        present: seated(Presence::Aanwezig),
        apologies: seated(Presence::Afgemeld),
        absent: seated(Presence::Afwezig),
        schools_present: attendance.schools_present,
        schools: attendance.schools,
        note: view.note.clone(),
        sections: (1..).zip(&view.items).map(section).collect(),
        decisions: decisions_on(None),
        actions: actions_on(None),
        next: view.next,
    }
}

impl Minutes {
    /// Adopts the decisions of these minutes in a later meeting: they get their numbers in the order of the agenda. For the
    /// part of the year in which they were taken; decisions between which the chair still has to choose stay as they are.
    pub fn adopt(&self, register: &Register, on: NaiveDate, meeting: &str) -> Option<Agree> {
        let ready = self.all_decisions().filter(|line| line.provisional && !line.to_choose);
        let ids: Vec<String> = ready.map(|line| line.id.clone()).collect();
        let first = ids.first().and_then(|id| register.decisions().find(|one| one.id == *id))?;
        let (year, code) = (first.number.year, first.number.code.as_str());
        let first = register.next_number(year, code);
        Some(Agree::Adopt { ids, on, meeting: meeting.to_owned(), first })
    }

    /// Every decision, in the order of the agenda: also the order in which they get their numbers.
    pub fn all_decisions(&self) -> impl Iterator<Item = &DecisionLine> {
        let of_items = self.sections.iter().flat_map(|section| &section.decisions);
        of_items.chain(&self.decisions)
    }

    /// Every action, in the order of the agenda.
    pub fn all_actions(&self) -> impl Iterator<Item = &ActionLine> {
        let of_items = self.sections.iter().flat_map(|section| &section.actions);
        of_items.chain(&self.actions)
    }
}

/// What the meeting is called: its own title, or what kind of meeting it is and whose.
pub fn heading(view: &View, lang: Lang) -> String {
    if !view.title.is_empty() {
        return view.title.clone();
    }
    let kind = table(&view.table).map_or(view.table.as_str(), |table| table.title.get(lang));
    format!("{kind} {}", view.area).trim().to_owned()
}

/// The title of an item; a casus has none of its own.
pub fn title(item: &Item, lang: Lang) -> String {
    match item.kind {
        ItemKind::Casus => CASUS.get(lang).to_owned(),
        _ => item.title.clone(),
    }
}

fn name(view: &View, id: Option<&str>) -> String {
    let person = id.and_then(|id| view.person(id));
    person.map_or_else(|| id.unwrap_or_default().to_owned(), |person| person.name.clone())
}

fn of_person(view: &View, person: &Participant) -> Seated {
    let school = view.schools.iter().find(|one| Some(&one.id) == person.school.as_ref());
    let offices = view.offices.iter().filter(|(_, id)| **id == person.id);
    Seated {
        name: person.name.clone(),
        school: school.map(|school| school.name.clone()).unwrap_or_default(),
        offices: offices.map(|(office, _)| *office).collect(),
    }
}

/// One decision, as a list shows it.
pub fn decision_line(decision: &Decision, register: &Register, lang: Lang) -> DecisionLine {
    let decided = &decision.decided;
    let replaced = decided.changes.as_deref().map(|id| {
        let earlier = register.decisions().find(|one| one.id == id);
        earlier.map_or_else(|| id.to_owned(), |one| one.number.to_string())
    });
    DecisionLine {
        id: decision.id.clone(),
        number: decision.number.to_string(),
        provisional: decision.number.provisional,
        on: decided.on,
        words: decided.words(lang),
        how: decided.how.label(),
        agreed: decided.agreed.clone(),
        minority: decided.minority.clone(),
        amount: decided.spend.as_ref().map(|spend| spend.amount),
        route: decided.spend.as_ref().map(|spend| (spend.route.label(), spend.year)),
        replaces: replaced,
        in_force: register.is_in_force(decision),
        to_choose: !decision.versions.is_empty(),
    }
}

/// One action, as a list shows it.
pub fn action_line(action: &Action) -> ActionLine {
    ActionLine {
        id: action.id.clone(),
        what: action.what.clone(),
        who: action.who_name.clone(),
        due: action.due,
        done: action.done,
    }
}

/// Something to settle before the meeting ends (VERG-9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// Two decisions were written at the same time.
    Choose {
        decision: String,
    },
    /// Another field has two values.
    Conflicts(usize),
    ActionWithoutOwner {
        action: String,
    },
    ActionWithoutDay {
        action: String,
    },
    /// A decision was asked and not taken.
    Undecided {
        item: String,
    },
    /// Not finished and not put off: it goes on to the next meeting by itself.
    Unfinished {
        item: String,
    },
    /// Nobody said whether this many people are there.
    AttendanceUnknown(usize),
    NoNextMeeting,
}

impl Open {
    /// The sentence before the thing it is about.
    pub const fn label(&self) -> Text {
        match self {
            Self::Choose { .. } => t("Twee besluiten: kies", "Two decisions: choose"),
            Self::Conflicts(_) => {
                t("Twee versies van een gegeven: kies", "Two versions of a field: choose")
            }
            Self::ActionWithoutOwner { .. } => t("Mist eigenaar", "Has no owner"),
            Self::ActionWithoutDay { .. } => t("Mist een dag", "Has no day"),
            Self::Undecided { .. } => t("Nog niet besloten", "Not decided yet"),
            Self::Unfinished { .. } => {
                t("Schuift door naar de volgende keer", "Goes on to the next time")
            }
            Self::AttendanceUnknown(_) => {
                t("Aanwezigheid niet ingevuld", "Attendance not filled in")
            }
            Self::NoNextMeeting => t("Nog geen volgende datum", "No next date yet"),
        }
    }
}

/// What is still open, in the order in which it is best settled. Nothing of it stops the meeting from ending.
pub fn read_back(meeting: &str, view: &View, register: &Register) -> Vec<Open> {
    let mut open: Vec<Open> = register
        .of_meeting(meeting)
        .filter(|one| !one.versions.is_empty())
        .map(|one| Open::Choose { decision: one.id.clone() })
        .collect();
    if !view.conflicts.is_empty() {
        open.push(Open::Conflicts(view.conflicts.len()));
    }
    let actions = || register.actions_of(meeting).filter(|action| action.is_open());
    let lacking = actions().filter(|action| action.lacks_owner());
    open.extend(lacking.map(|action| Open::ActionWithoutOwner { action: action.id.clone() }));
    let undated = actions().filter(|action| action.due.is_none());
    open.extend(undated.map(|action| Open::ActionWithoutDay { action: action.id.clone() }));
    for item in view.items.iter().filter(|item| !register.is_decided(meeting, &item.id, item.fixed))
    {
        let id = item.id.clone();
        let asked = !item.ask.is_empty() || (item.kind == ItemKind::Besluiten && !item.fixed);
        if asked && !item.postponed && !item.done {
            open.push(Open::Undecided { item: id });
        } else if unfinished(item) {
            open.push(Open::Unfinished { item: id });
        }
    }
    let unknown = view.attendance().unknown;
    if unknown > 0 {
        open.push(Open::AttendanceUnknown(unknown));
    }
    if view.next.is_none() {
        open.push(Open::NoNextMeeting);
    }
    open
}

/// "11 maart 2027, 13:30", as far as it is known.
pub fn when(on: Option<NaiveDate>, at: Option<NaiveTime>, lang: Lang) -> String {
    let day = on.map(|on| notation::date(on, lang));
    let parts = [day, at.map(crate::field::time)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
