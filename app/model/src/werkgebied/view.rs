//! What there is to see of a werkgebied. Where two values wait for a choice, the first one counts until then.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use replica::document::{Document, Registers, Value};
use replica::gather::Gather;
use rules::money::Money;
use rules::order::Order;

use super::command::{Field, PlanAbout, SchoolKind, Term};
use super::{SCHEMA, layout};
use crate::field::{collect, date, flag, get, read_time, text, texts};
use crate::table::Seat;
use crate::typed::schema;

/// The table of a werkgebied itself.
const OWN_TABLE: &str = "werkgebied";

/// A field of a werkgebied with several values.
pub type Conflict = crate::field::Conflict<Field>;

/// A werkgebied, read.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub name: String,
    /// Slug of the table; see `table::table`.
    pub table: String,
    pub region: String,
    pub area: Option<String>,
    /// People keep to the agreements of a plan that has ended.
    pub keeps_plan: bool,
    pub memo: Option<NaiveDate>,
    pub gifted_elsewhere: Option<i64>,
    /// What a netwerkgroep is for; empty for any other table.
    pub assignment: Assignment,
    /// In the order that people gave them, those that left at the end.
    pub schools: Vec<School>,
    pub people: Vec<Person>,
    pub plans: Vec<Plan>,
    /// By calendar year.
    pub budgets: BTreeMap<i32, Budget>,
    /// By day, those without a day last.
    pub meetings: Vec<MeetingLine>,
    pub conflicts: Vec<Conflict>,
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
    /// Nothing has been written yet.
    pub is_empty: bool,
}

/// The assignment of a netwerkgroep (NWG-01).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    pub task: String,
    pub theme: String,
    pub term: Option<Term>,
    /// The day on which it was settled with the directeur-bestuurder.
    pub settled: Option<NaiveDate>,
    pub fits: Option<bool>,
    /// Who has the lead, by id.
    pub lead: Option<String>,
}

/// A school.
#[derive(Clone, Debug, PartialEq)]
pub struct School {
    pub id: String,
    pub name: String,
    pub kind: SchoolKind,
    pub board: String,
    pub gifted: Option<bool>,
    /// What it can be asked for, by the id of the line.
    pub expertise: BTreeMap<String, String>,
    pub gone: bool,
}

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub id: String,
    pub name: String,
    pub seats: BTreeSet<Seat>,
    /// Id of the school; nothing for somebody of another organisation.
    pub school: Option<String>,
    pub organisation: String,
    pub contact: String,
    /// What they can be asked for, by the id of the line.
    pub expertise: BTreeMap<String, String>,
    pub gone: bool,
}

/// A development plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub id: String,
    pub about: PlanAbout,
    pub title: String,
    pub adopted: Option<NaiveDate>,
    pub helped: Option<bool>,
    pub text: String,
    pub gone: bool,
}

/// What there is to spend in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Budget {
    pub amount: Option<Money>,
    pub frictions: Option<Money>,
}

/// A meeting in the year planning.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingLine {
    pub id: String,
    /// Slug of the table.
    pub table: String,
    pub title: String,
    pub on: Option<NaiveDate>,
    pub at: Option<NaiveTime>,
    /// How long it is planned to last.
    pub minutes: Option<u16>,
    pub location: String,
    pub cancelled: bool,
    pub held: bool,
    /// Slugs of the topics that came up, once it was held.
    pub topics: Vec<String>,
    /// Who was there, once it was held.
    pub seats: Vec<Seat>,
    /// Decisions and actions that it made, once it was held.
    pub agreed: u32,
}

/// A line of the card "wie kan je waarvoor benaderen".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contact {
    pub what: String,
    /// The person, or the school itself.
    pub who: String,
    pub school: String,
    pub contact: String,
}

impl View {
    /// Whether this is the space of the werkgebied itself, and not of a table beside it: a conversation with one school is shared
    /// with that school, so what is about all of them has no place there.
    pub fn is_of_all(&self) -> bool {
        self.table == OWN_TABLE
    }

    /// The school with this id.
    pub fn school(&self, id: &str) -> Option<&School> {
        self.schools.iter().find(|school| school.id == id)
    }

    /// The person with this id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// Schools that take part now.
    pub fn present_schools(&self) -> impl Iterator<Item = &School> {
        self.schools.iter().filter(|school| !school.gone)
    }

    /// People who take part now.
    pub fn present_people(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| !person.gone)
    }

    /// Meetings that were not cancelled and have a day.
    pub fn days(&self) -> impl Iterator<Item = (&MeetingLine, NaiveDate)> {
        let valid = self.meetings.iter().filter(|meeting| !meeting.cancelled);
        valid.filter_map(|meeting| Some((meeting, meeting.on?)))
    }

    /// Those of the own table: a meso-gesprek is no meeting of the werkgebied.
    pub fn own_days(&self) -> impl Iterator<Item = (&MeetingLine, NaiveDate)> {
        self.days().filter(|(meeting, _)| meeting.table == self.table)
    }

    /// "Wie kan je waarvoor benaderen", by subject; `wanted` narrows it to lines with all these words.
    pub fn contacts(&self, wanted: &str) -> Vec<Contact> {
        let of_people = self.present_people().flat_map(|person| {
            let school = person.school.as_deref().and_then(|id| self.school(id));
            let place = school.map_or(&person.organisation, |school| &school.name);
            person.expertise.values().map(move |what| Contact {
                what: what.clone(),
                who: person.name.clone(),
                school: place.clone(),
                contact: person.contact.clone(),
            })
        });
        let of_schools = self.present_schools().flat_map(|school| {
            school.expertise.values().map(|what| Contact {
                what: what.clone(),
                who: school.name.clone(),
                school: school.name.clone(),
                contact: String::new(),
            })
        });
        let holds =
            |line: &Contact| crate::search::holds(wanted, &[&line.what, &line.who, &line.school]);
        let mut lines: Vec<Contact> = of_people.chain(of_schools).filter(holds).collect();
        lines.order_by_key(|line| (line.what.to_lowercase(), line.clone()));
        lines
    }
}

pub(super) fn read(document: &Document) -> View {
    let itself = document.registers(&layout::itself());
    let budget = document.registers(&layout::budget());
    let mut conflicts = Vec::new();
    collect(&mut conflicts, &itself, |name| Field::Itself(name.to_owned()));
    collect(&mut conflicts, &budget, |name| Field::Budget(name.to_owned()));
    let all = &mut conflicts;
    let mut schools = items(document, layout::SCHOOLS, all, field_of_school, school);
    let mut people = items(document, layout::PEOPLE, all, field_of_person, person);
    let mut plans = items(document, layout::PLANS, all, field_of_plan, |id, registers| {
        plan(id, registers, document.text(&layout::plan(id), layout::TEXT))
    });
    let mut meetings = items(document, layout::MEETINGS, all, field_of_meeting, meeting);
    schools.order_by_key(|school| school.gone);
    people.order_by_key(|person| person.gone);
    plans.order_by_key(|plan| plan.gone);
    meetings
        .order_by_key(|meeting| (meeting.on.is_none(), meeting.on, meeting.at, meeting.id.clone()));
    View {
        name: text(&itself, layout::NAME),
        table: text(&itself, layout::TABLE),
        region: text(&itself, layout::REGION),
        area: get(&itself, layout::AREA).and_then(Value::text).map(str::to_owned),
        keeps_plan: flag(&itself, layout::KEEPS),
        memo: get(&itself, layout::MEMO).and_then(date),
        gifted_elsewhere: get(&itself, layout::GIFTED_ELSEWHERE).and_then(Value::int),
        assignment: assignment(&itself),
        budgets: budgets(&budget),
        read_only: schema(document, layout::ROOT) > SCHEMA,
        is_empty: itself.is_empty()
            && schools.is_empty()
            && people.is_empty()
            && meetings.is_empty(),
        schools,
        people,
        plans,
        meetings,
        conflicts,
    }
}

fn assignment(registers: &Registers) -> Assignment {
    let lead = get(registers, layout::LEAD).and_then(Value::text).map(str::to_owned);
    Assignment {
        task: text(registers, layout::TASK),
        theme: text(registers, layout::THEME),
        term: Term::from_slug(&text(registers, layout::TERM)),
        settled: get(registers, layout::SETTLED).and_then(date),
        fits: get(registers, layout::FITS).and_then(Value::bool),
        lead,
    }
}

fn items<T>(
    document: &Document,
    collection: &str,
    conflicts: &mut Vec<Conflict>,
    field: fn(&str, &str) -> Field,
    read: impl Fn(&str, &Registers) -> T,
) -> Vec<T> {
    let ids = document.items(collection).into_iter();
    let of = |id: String| {
        let registers = document.registers(&replica::document::Place::item(collection, &id));
        collect(conflicts, &registers, |name| field(&id, name));
        read(&id, &registers)
    };
    ids.map(of).collect()
}

fn field_of_school(id: &str, name: &str) -> Field {
    Field::School { id: id.to_owned(), name: name.to_owned() }
}

fn field_of_person(id: &str, name: &str) -> Field {
    Field::Person { id: id.to_owned(), name: name.to_owned() }
}

fn field_of_plan(id: &str, name: &str) -> Field {
    Field::Plan { id: id.to_owned(), name: name.to_owned() }
}

fn field_of_meeting(id: &str, name: &str) -> Field {
    Field::Meeting { id: id.to_owned(), name: name.to_owned() }
}

fn expertise(registers: &Registers) -> BTreeMap<String, String> {
    let line = |name: &String| {
        let id = layout::expertise_of(name)?.to_owned();
        Some((id, text(registers, name)))
    };
    registers.keys().filter_map(line).gather()
}

fn school(id: &str, registers: &Registers) -> School {
    let kind = SchoolKind::from_slug(&text(registers, layout::KIND));
    School {
        id: id.to_owned(),
        name: text(registers, layout::NAME),
        kind: kind.unwrap_or(SchoolKind::Regulier),
        board: text(registers, layout::BOARD),
        gifted: get(registers, layout::GIFTED).and_then(Value::bool),
        expertise: expertise(registers),
        gone: flag(registers, layout::GONE),
    }
}

fn person(id: &str, registers: &Registers) -> Person {
    let seats = registers.keys().filter(|name| flag(registers, name));
    Person {
        id: id.to_owned(),
        name: text(registers, layout::NAME),
        seats: seats.filter_map(|name| Seat::from_slug(layout::seat_of(name)?)).gather(),
        school: get(registers, layout::SCHOOL).and_then(Value::text).map(str::to_owned),
        organisation: text(registers, layout::ORGANISATION),
        contact: text(registers, layout::CONTACT),
        expertise: expertise(registers),
        gone: flag(registers, layout::GONE),
    }
}

fn plan(id: &str, registers: &Registers, body: String) -> Plan {
    let about = PlanAbout::from_slug(&text(registers, layout::ABOUT));
    Plan {
        id: id.to_owned(),
        about: about.unwrap_or(PlanAbout::Anders),
        title: text(registers, layout::TITLE),
        adopted: get(registers, layout::ADOPTED).and_then(date),
        helped: get(registers, layout::HELPED).and_then(Value::bool),
        text: body,
        gone: flag(registers, layout::GONE),
    }
}

fn meeting(id: &str, registers: &Registers) -> MeetingLine {
    let list = |name| get(registers, name).map(texts).unwrap_or_default();
    let minutes = get(registers, layout::MINUTES).and_then(Value::int);
    MeetingLine {
        id: id.to_owned(),
        table: text(registers, layout::TABLE),
        title: text(registers, layout::TITLE),
        on: get(registers, layout::ON).and_then(date),
        at: get(registers, layout::AT).and_then(read_time),
        minutes: minutes.and_then(|minutes| u16::try_from(minutes).ok()),
        location: text(registers, layout::LOCATION),
        cancelled: flag(registers, layout::CANCELLED),
        held: flag(registers, layout::HELD),
        agreed: get(registers, layout::AGREED)
            .and_then(Value::int)
            .and_then(|agreed| u32::try_from(agreed).ok())
            .unwrap_or(0),
        topics: list(layout::TOPICS),
        seats: list(layout::SEATS).iter().filter_map(|slug| Seat::from_slug(slug)).collect(),
    }
}

fn budgets(registers: &Registers) -> BTreeMap<i32, Budget> {
    let mut budgets: BTreeMap<i32, Budget> = BTreeMap::new();
    for name in registers.keys() {
        let Some((year, frictions)) = layout::budget_name(name) else { continue };
        let money = get(registers, name).and_then(Value::int).map(Money::cents);
        let budget = budgets.entry(year).or_default();
        if frictions { budget.frictions = money } else { budget.amount = money }
    }
    budgets
}
