//! What there is to see of a meeting. Where two values wait for a choice, the first one counts until then.
//!
//! Items are shared: a copy of a view costs a count, not the words, so that every key may make one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use replica::document::{Document, Registers, Value};
use replica::gather::Gather;
use replica::id::{hex, sha256};
use rules::order::Order;
use rules::text::{Text, t};

use super::casus::{self, Casus};
use super::command::{Command, Field, ItemKind, Office, Presence};
use super::timer::Run;
use super::{SCHEMA, layout};
use crate::attachment::Attachment;
use crate::field::{collect, collect_some, date, flag, get, read_time, text, texts};
use crate::table::{Seat, table};
use crate::typed::schema;

/// A field of a meeting with several values.
pub type Conflict = crate::field::Conflict<Field>;

/// A meeting, read.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Slug of the table; see `table::table`.
    pub table: String,
    pub title: String,
    pub area: String,
    /// What stands between year and number in the number of a decision.
    pub code: String,
    pub on: Option<NaiveDate>,
    pub at: Option<NaiveTime>,
    /// How long it may last.
    pub minutes: Option<u16>,
    pub location: String,
    pub schools: Arc<Vec<SchoolName>>,
    pub people: Arc<Vec<Participant>>,
    /// Who does what, by id.
    pub offices: BTreeMap<Office, String>,
    /// Schools that must be represented, when people want a quorum.
    pub quorum: Option<u16>,
    /// The agenda, in its order.
    pub items: Vec<Arc<Item>>,
    /// Proposed beforehand, waiting for the chair.
    pub proposals: Vec<Arc<Item>>,
    /// Off the agenda, and still to be put back.
    pub removed: Vec<Arc<Item>>,
    /// The item that is on.
    pub now: Option<String>,
    /// General notes.
    pub note: String,
    pub closed: Option<NaiveDate>,
    /// The day of the next meeting.
    pub next: Option<NaiveDate>,
    pub adopted: Option<Adopted>,
    pub conflicts: Vec<Conflict>,
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
    /// Nothing has been written yet.
    pub is_empty: bool,
}

/// A school of the table, as it was called then.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchoolName {
    pub id: String,
    pub name: String,
}

/// Somebody at the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    pub id: String,
    pub name: String,
    pub seats: BTreeSet<Seat>,
    /// Id of the school.
    pub school: Option<String>,
    /// Nothing until somebody said so.
    pub presence: Option<Presence>,
}

/// An agenda item.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub id: String,
    /// Empty for a casus.
    pub title: String,
    pub kind: ItemKind,
    pub minutes: u16,
    /// Who brings it in, by id.
    pub by: Option<String>,
    pub ask: String,
    pub topic: Option<String>,
    pub rule: Option<String>,
    pub fixed: bool,
    /// Of a casus, and of nothing else.
    pub casus: Option<Casus>,
    pub files: Vec<Attachment>,
    /// How many times it was carried over.
    pub times: u32,
    /// The meeting it was carried over from.
    pub from: Option<String>,
    pub done: bool,
    pub postponed: bool,
    /// When it was on, first first.
    pub runs: Vec<Run>,
    /// Empty for a casus.
    pub note: String,
}

/// That the minutes were adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    pub on: NaiveDate,
    /// The later meeting that did so.
    pub meeting: String,
    /// Something arrived from a device that did not know yet: the content is not what was adopted.
    pub changed_since: bool,
}

/// How far a meeting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Preparing,
    Going,
    /// It ended; the minutes are a concept.
    Concept,
    Adopted,
}

impl Phase {
    pub const fn label(self) -> Text {
        match self {
            Self::Preparing => t("In voorbereiding", "Being prepared"),
            Self::Going => t("Bezig", "Going on"),
            Self::Concept => t("Conceptverslag", "Draft minutes"),
            Self::Adopted => t("Verslag vastgesteld", "Minutes adopted"),
        }
    }
}

/// Who is there (VERG-7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    pub present: usize,
    pub apologies: usize,
    pub absent: usize,
    /// Nobody said yet.
    pub unknown: usize,
    /// Names of the schools with nobody there.
    pub schools_missing: Vec<String>,
    pub schools_present: usize,
    pub schools: usize,
    /// Seats of this kind of table with nobody there.
    pub seats_missing: Vec<Seat>,
    /// Whether there is a quorum, when one is asked.
    pub quorum: Option<bool>,
}

impl View {
    /// The item with this id, on the agenda, proposed or removed.
    pub fn item(&self, id: &str) -> Option<&Arc<Item>> {
        self.all_items().find(|item| item.id == id)
    }

    pub(super) fn all_items(&self) -> impl Iterator<Item = &Arc<Item>> {
        self.items.iter().chain(&self.proposals).chain(&self.removed)
    }

    pub(super) fn all_items_mut(&mut self) -> impl Iterator<Item = &mut Arc<Item>> {
        self.items.iter_mut().chain(&mut self.proposals).chain(&mut self.removed)
    }

    /// The item that comes before the one that is on, or after it. With nothing on: the first, or the first that is not finished.
    pub fn beside_now(&self, after: bool) -> Option<&Arc<Item>> {
        let at = self.now.as_ref().and_then(|now| self.items.iter().position(|one| one.id == *now));
        match (at, after) {
            (Some(at), true) => self.items.get(at + 1),
            (Some(at), false) => self.items.get(at.checked_sub(1)?),
            (None, true) => {
                let open = self.items.iter().find(|one| !one.done && one.runs.is_empty());
                open.or_else(|| self.items.first())
            }
            (None, false) => None,
        }
    }

    /// The command that puts an item on another place of the agenda, from zero; nothing when it is there already.
    pub fn moved(&self, id: &str, to: usize) -> Option<Command> {
        let from = self.items.iter().position(|one| one.id == id)?;
        let to = to.min(self.items.len().saturating_sub(1));
        if from == to {
            return None;
        }
        let others = self.items.iter().filter(|one| one.id != id);
        let after = to.checked_sub(1).and_then(|at| others.map(|one| one.id.clone()).nth(at));
        Some(Command::MoveItem { id: id.to_owned(), after })
    }

    /// The person with this id.
    pub fn person(&self, id: &str) -> Option<&Participant> {
        self.people.iter().find(|person| person.id == id)
    }

    /// Minutes that the agenda takes together.
    pub fn planned(&self) -> u32 {
        self.items.iter().map(|item| u32::from(item.minutes)).sum()
    }

    /// Minutes left when all goes as planned; below zero when the agenda is too full. Nothing without a length.
    pub fn room(&self) -> Option<i64> {
        Some(i64::from(self.minutes?) - i64::from(self.planned()))
    }

    /// How far the meeting is.
    pub fn phase(&self) -> Phase {
        if self.adopted.is_some() {
            Phase::Adopted
        } else if self.closed.is_some() {
            Phase::Concept
        } else if self.now.is_some() || self.items.iter().any(|item| !item.runs.is_empty()) {
            Phase::Going
        } else {
            Phase::Preparing
        }
    }

    /// Who is there, and who is not.
    pub fn attendance(&self) -> Attendance {
        let count = |presence| self.people.iter().filter(|one| one.presence == presence).count();
        let present: Vec<&Participant> =
            self.people.iter().filter(|one| one.presence == Some(Presence::Aanwezig)).collect();
        let there = |id: &str| present.iter().any(|one| one.school.as_deref() == Some(id));
        let missing = self.schools.iter().filter(|school| !there(&school.id));
        let schools_missing: Vec<String> = missing.map(|school| school.name.clone()).collect();
        let schools_present = self.schools.len() - schools_missing.len();
        let seats = table(&self.table).map_or(&[][..], |table| table.seats);
        let taken = |seat: &Seat| present.iter().any(|one| one.seats.contains(seat));
        Attendance {
            present: present.len(),
            apologies: count(Some(Presence::Afgemeld)),
            absent: count(Some(Presence::Afwezig)),
            unknown: count(None),
            schools_present,
            schools: self.schools.len(),
            schools_missing,
            seats_missing: seats.iter().copied().filter(|seat| !taken(seat)).collect(),
            quorum: self.quorum.map(|quorum| schools_present >= usize::from(quorum)),
        }
    }

    /// Slugs of the topics that came up: those that were on or are finished.
    pub fn topics_treated(&self) -> Vec<String> {
        let treated = self.items.iter().filter(|item| item.done || !item.runs.is_empty());
        treated.filter_map(|item| item.topic.clone()).collect()
    }

    /// The seats that were taken.
    pub fn seats_taken(&self) -> Vec<Seat> {
        let present = self.people.iter().filter(|one| one.presence == Some(Presence::Aanwezig));
        let seats: BTreeSet<Seat> = present.flat_map(|one| one.seats.iter().copied()).gather();
        seats.into_iter().collect()
    }
}

impl Item {
    /// The first moment at which it was on, in milliseconds since 1970.
    pub fn began(&self) -> Option<i64> {
        self.runs.first().map(|run| run.from)
    }
}

pub(super) fn read(document: &Document) -> View {
    let itself = document.registers(&layout::itself());
    let mut conflicts = Vec::new();
    collect_some(&mut conflicts, &itself, layout::is_chosen, |name| Field::Itself(name.to_owned()));
    let mut people = Vec::new();
    for id in document.items(layout::PEOPLE) {
        let registers = document.registers(&layout::person(&id));
        let field = |name: &str| Field::Person { id: id.clone(), name: name.to_owned() };
        collect(&mut conflicts, &registers, field);
        people.push(participant(&id, &registers));
    }
    let (mut items, mut proposals, mut removed) = (Vec::new(), Vec::new(), Vec::new());
    for id in document.items(layout::ITEMS) {
        let registers = document.registers(&layout::item(&id));
        let field = |name: &str| Field::Item { id: id.clone(), name: name.to_owned() };
        collect_some(&mut conflicts, &registers, layout::is_chosen, field);
        let to = if flag(&registers, layout::GONE) {
            &mut removed
        } else if flag(&registers, layout::PROPOSED) {
            &mut proposals
        } else {
            &mut items
        };
        to.push(Arc::new(item(document, &id, &registers)));
    }
    let number = |name| get(&itself, name).and_then(Value::int)?.try_into().ok();
    let mut view = View {
        table: text(&itself, layout::TABLE),
        title: text(&itself, layout::TITLE),
        area: text(&itself, layout::AREA),
        code: text(&itself, layout::CODE),
        on: get(&itself, layout::ON).and_then(date),
        at: get(&itself, layout::AT).and_then(read_time),
        minutes: number(layout::MINUTES),
        location: text(&itself, layout::LOCATION),
        schools: Arc::new(schools(&itself)),
        people: Arc::new(people),
        offices: offices(&itself),
        quorum: number(layout::QUORUM),
        is_empty: itself.is_empty() && items.is_empty() && proposals.is_empty(),
        items,
        proposals,
        removed,
        now: get(&itself, layout::NOW).and_then(Value::text).map(str::to_owned),
        note: document.text(&layout::itself(), layout::NOTE),
        closed: get(&itself, layout::CLOSED).and_then(date),
        next: get(&itself, layout::NEXT).and_then(date),
        adopted: None,
        conflicts,
        read_only: schema(document, layout::ROOT) > SCHEMA,
    };
    view.adopted = get(&itself, layout::ADOPTED).and_then(|value| adopted(&view, value));
    view
}

fn schools(registers: &Registers) -> Vec<SchoolName> {
    let school = |name: &String| {
        let id = layout::school_of(name)?.to_owned();
        Some(SchoolName { id, name: text(registers, name) })
    };
    let mut schools: Vec<SchoolName> = registers.keys().filter_map(school).collect();
    schools.order_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    schools
}

fn offices(registers: &Registers) -> BTreeMap<Office, String> {
    let office =
        |name: &String| Some((Office::from_slug(layout::office_of(name)?)?, text(registers, name)));
    registers.keys().filter_map(office).gather()
}

fn participant(id: &str, registers: &Registers) -> Participant {
    let seats = get(registers, layout::SEATS).map(texts).unwrap_or_default();
    Participant {
        id: id.to_owned(),
        name: text(registers, layout::NAME),
        seats: seats.iter().filter_map(|slug| Seat::from_slug(slug)).gather(),
        school: get(registers, layout::SCHOOL).and_then(Value::text).map(str::to_owned),
        presence: Presence::from_slug(&text(registers, layout::PRESENCE)),
    }
}

/// What somebody else wrote into a casus is not shown, whoever did it.
fn item(document: &Document, id: &str, registers: &Registers) -> Item {
    let optional = |name| get(registers, name).and_then(Value::text).map(str::to_owned);
    let number = |name| get(registers, name).and_then(Value::int).unwrap_or(0);
    let kind = ItemKind::from_slug(&text(registers, layout::KIND)).unwrap_or(ItemKind::Bespreken);
    let found = casus::read(registers);
    let casus = Some(found).filter(|one| one.dossier.is_some() || kind == ItemKind::Casus);
    let words = |text: String| if casus.is_some() { String::new() } else { text };
    let mut runs = Vec::new();
    let mut files = Vec::new();
    for (name, entries) in registers {
        let Some(value) = crate::field::first(entries) else { continue };
        if let Some(from) = layout::run_of(name) {
            runs.push(Run { from, until: value.int() });
        }
        files.extend(layout::read_file(name, value).filter(|_| casus.is_none()));
    }
    runs.sort_unstable();
    Item {
        id: id.to_owned(),
        title: words(text(registers, layout::TITLE)),
        kind: if casus.is_some() { ItemKind::Casus } else { kind },
        minutes: u16::try_from(number(layout::MINUTES)).unwrap_or(0),
        by: optional(layout::BY),
        ask: words(text(registers, layout::ASK)),
        topic: optional(layout::TOPIC),
        rule: optional(layout::RULE),
        fixed: flag(registers, layout::FIXED),
        files,
        times: times(registers),
        from: optional(layout::FROM),
        done: flag(registers, layout::DONE),
        postponed: flag(registers, layout::POSTPONED),
        runs,
        note: words(document.text(&layout::item(id), layout::NOTE)),
        casus,
    }
}

/// Two devices that did not know the same carried it over differently: the higher count is the true one.
fn times(registers: &Registers) -> u32 {
    let entries = registers.get(layout::TIMES).map(Vec::as_slice).unwrap_or_default();
    let counts = entries.iter().filter_map(|entry| u32::try_from(entry.value.int()?).ok());
    counts.max().unwrap_or(0)
}

fn adopted(view: &View, value: &Value) -> Option<Adopted> {
    Some(Adopted {
        on: value.member("dag").and_then(date)?,
        meeting: value.member("in").and_then(Value::text).unwrap_or_default().to_owned(),
        changed_since: value.member("inhoud").and_then(Value::text) != Some(&digest(view)),
    })
}

/// One short text for the content of the minutes: who was there, the agenda and the notes.
pub(super) fn digest(view: &View) -> String {
    let mut content = String::new();
    let mut add = |part: &str| {
        content.push_str(&part.len().to_string());
        content.push(':');
        content.push_str(part);
    };
    add(&view.title);
    add(&view.note);
    for person in view.people.iter() {
        add(&person.name);
        add(person.presence.map_or("", Presence::slug));
    }
    for item in &view.items {
        add(&item.title);
        add(&item.ask);
        add(&item.note);
    }
    hex(&sha256(content.as_bytes()))
}
