//! What there is to see of a school year of a school. Where two values wait for a choice, the first one counts until then.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use replica::document::{Document, Registers, Value};
use replica::gather::Gather;
use rules::order::Order;

use super::command::{Command, Field, Row, Status, of_the_school};
use super::{SCHEMA, layout};
use crate::afspraken::{NewAction, Subject};
use crate::attachment::Attachment;
use crate::field::{collect, date, flag, get, items, text};
use crate::table::Seat;
use crate::typed::schema;

/// A field of a school year with several values.
pub type Conflict = crate::field::Conflict<Field>;

/// A school year of a school, read.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub name: String,
    pub board: String,
    pub region: String,
    pub area: Option<String>,
    /// People keep to the agreements of a plan that has ended.
    pub keeps_plan: bool,
    pub people: Vec<Person>,
    /// Every row, in the order of the plan, also those about which nobody said anything.
    pub lines: Vec<Line>,
    pub conflicts: Vec<Conflict>,
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
    /// Nothing has been written yet.
    pub is_empty: bool,
}

/// Somebody who takes part in the conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub id: String,
    pub name: String,
    /// Nothing for a seat that this version does not know.
    pub seat: Option<Seat>,
    pub gone: bool,
}

/// A row of the checklist.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub row: Row,
    /// What they say together; nothing until they talked about it.
    pub together: Option<Status>,
    /// What each thinks, in the order of the people.
    pub answers: Vec<Answer>,
    pub explanation: String,
    /// What was advised before advice had a part of its own (`advies`).
    pub early_advice: String,
    /// Those taken away are at the end.
    pub evidence: Vec<Proof>,
    /// Photos and documents that show how things stand.
    pub files: Vec<Attachment>,
    pub steps: Vec<Step>,
}

/// What a row comes down to, for who sees all rows at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// What they say together.
    Together(Status),
    /// Nobody talked about it yet, and whoever answered thinks the same.
    Same(Status),
    /// They think differently and have not talked about it.
    Differ,
    /// Nobody said anything.
    Nothing,
}

/// What one colleague thinks.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Id of the person.
    pub person: String,
    pub name: String,
    pub status: Status,
}

/// What shows how things stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    pub id: String,
    pub words: String,
    /// The name of a file that version 1 spoke of and never had; files are in `Line::files`.
    pub file: Option<String>,
    pub gone: bool,
}

/// A next step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub id: String,
    pub what: String,
    pub who: Option<String>,
    pub who_name: String,
    pub due: Option<NaiveDate>,
    pub done: Option<NaiveDate>,
    /// Why it is not needed any more.
    pub dropped: Option<String>,
}

impl View {
    /// One row.
    pub fn line(&self, row: Row) -> Option<&Line> {
        self.lines.iter().find(|line| line.row == row)
    }

    /// Who takes part now and speaks for the school.
    pub fn colleagues(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|one| !one.gone && one.seat.is_some_and(of_the_school))
    }

    /// Who takes part under this name, as a person signs in with it.
    pub fn person_named(&self, name: &str) -> Option<&Person> {
        let name = name.trim().to_lowercase();
        let present = self.people.iter().filter(|one| !one.gone);
        present.into_iter().find(|one| !name.is_empty() && one.name.to_lowercase() == name)
    }

    /// What somebody still has to do, the most urgent first: by day, then what has no day.
    pub fn open_steps(&self) -> Vec<(Row, &Step)> {
        let of = |line| -> Vec<(Row, &Step)> {
            let line: &Line = line;
            line.steps.iter().map(|step| (line.row, step)).collect()
        };
        let mut open: Vec<_> = self.lines.iter().flat_map(of).collect();
        open.retain(|(_, step)| step.is_open());
        open.order_by_key(|(_, step)| (step.due.is_none(), step.due));
        open
    }

    /// How many rows have been talked about, and how many there are.
    pub fn talked(&self) -> (usize, usize) {
        (self.lines.iter().filter(|line| line.together.is_some()).count(), self.lines.len())
    }

    /// The first row that asks for something: where colleagues differ, else what nobody said anything about, else what was
    /// not talked about.
    pub fn next_row(&self) -> Option<Row> {
        let silent = |line: &&Line| line.answers.is_empty() && line.together.is_none();
        let unsaid = |line: &&Line| line.together.is_none();
        let first = self.to_discuss().next();
        let first = first.or_else(|| self.lines.iter().find(silent));
        first.or_else(|| self.lines.iter().find(unsaid)).map(|line| line.row)
    }

    /// The command that begins a next year with the same school and the same people. What they thought stays in its year.
    pub fn begin_next(&self) -> Command {
        let start = Command::Start {
            name: self.name.clone(),
            board: self.board.clone(),
            region: self.region.clone(),
            area: self.area.clone(),
        };
        let again = |person: &Person| {
            let seat = person.seat.filter(|_| !person.gone)?;
            Some(Command::AddPerson { id: person.id.clone(), name: person.name.clone(), seat })
        };
        let keeps = self.keeps_plan.then_some(Command::KeepPlan(true));
        let people = self.people.iter().filter_map(again);
        Command::Together(std::iter::once(start).chain(keeps).chain(people).collect())
    }

    /// Rows to begin the conversation with: colleagues differ there and have not said anything together yet.
    pub fn to_discuss(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.together.is_none() && line.differs())
    }
}

impl Line {
    /// Whether colleagues think differently. Not knowing is a view too.
    pub fn differs(&self) -> bool {
        let all: BTreeSet<Status> = self.answers.iter().map(|answer| answer.status).gather();
        all.len() > 1
    }

    /// What the row comes down to.
    pub fn shown(&self) -> Shown {
        match (self.together, self.answers.first()) {
            (Some(status), _) => Shown::Together(status),
            (None, None) => Shown::Nothing,
            (None, Some(_)) if self.differs() => Shown::Differ,
            (None, Some(answer)) => Shown::Same(answer.status),
        }
    }

    /// How many think what, every status in its order.
    pub fn spread(&self) -> Vec<(Status, usize)> {
        let of = |status| self.answers.iter().filter(|answer| answer.status == status).count();
        Status::ALL.iter().map(|status| (*status, of(*status))).collect()
    }
}

impl Person {
    /// Whether this person answers for the school, and does not only advise (BAS-04).
    pub fn speaks(&self) -> bool {
        self.seat.is_some_and(of_the_school)
    }
}

impl Step {
    /// Whether the day has passed and it is still open.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due.is_some_and(|due| due < today)
    }

    /// Whether somebody still has to do something.
    pub fn is_open(&self) -> bool {
        self.done.is_none() && self.dropped.is_none()
    }

    /// The same as an action of a meeting, for *Mijn acties*. Ids of people are those of that meeting's werkgebied.
    pub fn action(&self, meeting: &str, table: &str, on: NaiveDate) -> NewAction {
        NewAction {
            subject: Subject { meeting: meeting.to_owned(), item: None, casus: false },
            table: table.to_owned(),
            on: Some(on),
            what: self.what.clone(),
            who: self.who.clone(),
            who_name: self.who_name.clone(),
            due: self.due,
        }
    }
}

/// The name of the school and its werkgebied, without reading the rest.
pub fn place(document: &Document) -> (String, Option<String>) {
    let itself = document.registers(&layout::itself());
    let area = get(&itself, layout::AREA).and_then(Value::text).map(str::to_owned);
    (text(&itself, layout::NAME), area)
}

/// Only what they said together about each row, for whoever reads many years or schools at once.
pub fn together(document: &Document) -> BTreeMap<Row, Status> {
    let values = document.values(layout::ROWS);
    let said = |row: Row| {
        let status = values.get(row.slug())?.get(layout::TOGETHER)?.text();
        Some((row, status.and_then(Status::from_slug)?))
    };
    Row::ALL.iter().copied().filter_map(said).gather()
}

/// What is still to be done, the most urgent first, for whoever reads many schools at once: how many, and the first.
pub fn to_do(document: &Document) -> Option<(usize, String)> {
    let steps = document.values(layout::STEPS);
    let says = |registers: &BTreeMap<String, Value>, name| {
        registers.get(name).and_then(Value::text).map(str::to_owned)
    };
    let open = steps
        .values()
        .filter(|step| !step.contains_key(layout::DONE) && !step.contains_key(layout::DROPPED));
    let open = open.filter_map(|step| {
        let due = says(step, layout::DUE).and_then(|due| due.parse::<NaiveDate>().ok());
        Some(((due.is_none(), due), says(step, layout::WHAT)?))
    });
    let all: Vec<_> = open.collect();
    let first = all.iter().min_by_key(|(urgent, _)| *urgent)?;
    Some((all.len(), first.1.clone()))
}

pub(super) fn read(document: &Document) -> View {
    let itself = document.registers(&layout::itself());
    let mut conflicts = Vec::new();
    collect(&mut conflicts, &itself, |name| Field::Itself(name.to_owned()));
    let all = &mut conflicts;
    let of = |id: &str, name: &str| (id.to_owned(), name.to_owned());
    let mut people = items(
        document,
        layout::PEOPLE,
        all,
        |id, name| {
            let (id, name) = of(id, name);
            Field::Person { id, name }
        },
        person,
    );
    let mut evidence = items(
        document,
        layout::EVIDENCE,
        all,
        |id, name| {
            let (id, name) = of(id, name);
            Field::Evidence { id, name }
        },
        |id, registers| {
            let words = document.text(&layout::evidence(id), layout::TEXT);
            (text(registers, layout::ROW), proof(id, registers, words))
        },
    );
    let steps = items(
        document,
        layout::STEPS,
        all,
        |id, name| {
            let (id, name) = of(id, name);
            Field::Step { id, name }
        },
        |id, registers| (text(registers, layout::ROW), step(id, registers)),
    );
    people.order_by_key(|person| person.gone);
    evidence.order_by_key(|(_, proof)| proof.gone);
    let lines: Vec<Line> = Row::ALL
        .iter()
        .map(|row| {
            let registers = document.registers(&layout::row(*row));
            collect(&mut conflicts, &registers, |name| Field::Row {
                row: row.slug().to_owned(),
                name: name.to_owned(),
            });
            Line {
                evidence: of_row(&evidence, *row),
                steps: of_row(&steps, *row),
                explanation: document.text(&layout::row(*row), layout::EXPLANATION),
                early_advice: document.text(&layout::row(*row), layout::ADVICE),
                ..line(*row, &registers, &people)
            }
        })
        .collect();
    View {
        name: text(&itself, layout::NAME),
        board: text(&itself, layout::BOARD),
        region: text(&itself, layout::REGION),
        area: get(&itself, layout::AREA).and_then(Value::text).map(str::to_owned),
        keeps_plan: flag(&itself, layout::KEEPS_PLAN),
        read_only: schema(document, layout::ROOT) > SCHEMA,
        is_empty: itself.is_empty(),
        people,
        lines,
        conflicts,
    }
}

fn of_row<T: Clone>(all: &[(String, T)], row: Row) -> Vec<T> {
    all.iter().filter(|(slug, _)| slug == row.slug()).map(|(_, one)| one.clone()).collect()
}

/// A row with what each thinks; texts, evidence and steps are filled in by the caller. Who left is not asked any more.
fn line(row: Row, registers: &Registers, people: &[Person]) -> Line {
    let status = |name: &str| get(registers, name)?.text().and_then(Status::from_slug);
    let given: BTreeMap<&str, Status> = registers
        .keys()
        .filter_map(|name| Some((layout::answer_of(name)?, status(name)?)))
        .gather();
    let answers = people.iter().filter(|one| !one.gone).filter_map(|one| {
        let status = *given.get(one.id.as_str())?;
        Some(Answer { person: one.id.clone(), name: one.name.clone(), status })
    });
    let files = registers.keys().filter_map(|name| layout::read_file(name, get(registers, name)?));
    Line {
        row,
        together: status(layout::TOGETHER),
        answers: answers.collect(),
        explanation: String::new(),
        early_advice: String::new(),
        evidence: Vec::new(),
        files: files.collect(),
        steps: Vec::new(),
    }
}

fn person(id: &str, registers: &Registers) -> Person {
    Person {
        id: id.to_owned(),
        name: text(registers, layout::NAME),
        seat: Seat::from_slug(&text(registers, layout::SEAT)),
        gone: flag(registers, layout::GONE),
    }
}

fn proof(id: &str, registers: &Registers, words: String) -> Proof {
    let file = Some(text(registers, layout::NAME)).filter(|name| !name.is_empty());
    Proof { id: id.to_owned(), words, file, gone: flag(registers, layout::GONE) }
}

fn step(id: &str, registers: &Registers) -> Step {
    let optional = |name| get(registers, name).and_then(Value::text).map(str::to_owned);
    let day = |name| get(registers, name).and_then(date);
    Step {
        id: id.to_owned(),
        what: text(registers, layout::WHAT),
        who: optional(layout::WHO),
        who_name: text(registers, layout::WHO_NAME),
        due: day(layout::DUE),
        done: day(layout::DONE),
        dropped: optional(layout::DROPPED),
    }
}
