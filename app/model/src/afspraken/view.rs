//! What there is to see of what was agreed in a year. Where two values wait for a choice, the first one counts until then;
//! what was adopted counts above everything that arrived later.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use replica::document::{Document, Registers, Value};
use replica::gather::Gather;
use replica::id::DeviceId;
use rules::order::Order;

use super::command::{Decided, Field};
use super::{SCHEMA, layout};
use crate::field::{Choice, collect, date, distinct, first, flag, get, text};
use crate::typed::schema;

/// A field of what was agreed with several values.
pub type Conflict = crate::field::Conflict<Field>;

/// What was agreed in a year, read.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// By number.
    pub decisions: Vec<Arc<Decision>>,
    /// As they were written down.
    pub actions: Vec<Arc<Action>>,
    /// Ids of decisions that only a newer version can read. Kept as they are.
    pub unread: Vec<String>,
    pub conflicts: Vec<Conflict>,
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
    pub is_empty: bool,
}

/// A decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    pub id: String,
    pub decided: Decided,
    pub number: Number,
    pub adopted: Option<Adopted>,
    /// It was taken back before it was adopted.
    pub withdrawn: bool,
    /// Decisions that were written on different devices at the same time: the chair chooses. Empty when there is one.
    pub versions: Vec<Version>,
}

/// One of the decisions to choose between.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// For `Command::Choose`.
    pub write: String,
    pub decided: Decided,
    pub device: Option<DeviceId>,
}

/// That a decision was adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    pub on: NaiveDate,
    /// The meeting that did so.
    pub meeting: String,
    /// A device that did not know yet wrote it otherwise afterwards; that does not count.
    pub changed_since: bool,
}

/// The number of a decision: year, what the table is called, and a number (VERG-6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    pub year: i32,
    pub code: String,
    pub nth: u32,
    /// It may still move up, until it is adopted.
    pub provisional: bool,
    /// Another decision was given the same number on another device.
    pub twice: bool,
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}-{}", self.year, self.code, self.nth)
    }
}

/// An action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    pub id: String,
    pub what: String,
    /// Who, by id.
    pub who: Option<String>,
    /// The name as it was when it was written down; empty is "mist eigenaar".
    pub who_name: String,
    pub due: Option<NaiveDate>,
    pub done: Option<NaiveDate>,
    /// Why it is not needed any more.
    pub dropped: Option<String>,
    pub meeting: String,
    pub item: Option<String>,
    /// Slug of the table.
    pub table: String,
    pub on: Option<NaiveDate>,
}

impl Action {
    /// Neither done nor dropped.
    pub fn is_open(&self) -> bool {
        self.done.is_none() && self.dropped.is_none()
    }

    /// Nobody was named.
    pub fn lacks_owner(&self) -> bool {
        self.who.is_none() && self.who_name.is_empty()
    }

    /// Open on a day after it was due.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due.is_some_and(|due| due < today)
    }
}

impl View {
    /// The decision with this id.
    pub fn decision(&self, id: &str) -> Option<&Arc<Decision>> {
        self.decisions.iter().find(|decision| decision.id == id)
    }

    /// The action with this id.
    pub fn action(&self, id: &str) -> Option<&Arc<Action>> {
        self.actions.iter().find(|action| action.id == id)
    }
}

pub(super) fn read(document: &Document) -> View {
    let mut conflicts = Vec::new();
    let (mut decisions, mut unread): (Vec<Decision>, _) = (Vec::new(), Vec::new());
    for id in document.items(layout::DECISIONS) {
        let registers = document.registers(&layout::decision(&id));
        let field = |name: &str| Field::Decision { id: id.clone(), name: name.to_owned() };
        collect(&mut conflicts, &registers, field);
        match decision(&id, &registers) {
            Some(decision) => decisions.push(decision),
            None => unread.push(id),
        }
    }
    let mut actions = Vec::new();
    for id in document.items(layout::ACTIONS) {
        let registers = document.registers(&layout::action(&id));
        let field = |name: &str| Field::Action { id: id.clone(), name: name.to_owned() };
        collect(&mut conflicts, &registers, field);
        actions.push(Arc::new(action(&id, &registers)));
    }
    number(&mut decisions);
    View {
        is_empty: decisions.is_empty() && actions.is_empty() && unread.is_empty(),
        unread,
        decisions: decisions.into_iter().map(Arc::new).collect(),
        actions,
        conflicts,
        read_only: schema(document, layout::ROOT) > SCHEMA,
    }
}

/// Nothing for a decision that only a newer version can read: it is kept as it is.
fn decision(id: &str, registers: &Registers) -> Option<Decision> {
    let written = registers.get(layout::DECISION).map(Vec::as_slice).unwrap_or_default();
    let held = get(registers, layout::ADOPTED);
    let content = held.and_then(|value| value.member("besluit"));
    let decided = content.or(first(written)).and_then(layout::read_decision)?;
    let adopted = held.and_then(|value| {
        Some(Adopted {
            on: value.member("dag").and_then(date)?,
            meeting: value.member("in").and_then(Value::text).unwrap_or_default().to_owned(),
            changed_since: written.iter().any(|entry| Some(&entry.value) != content),
        })
    });
    let nth = held.and_then(|value| value.member("nummer")?.int());
    let several = adopted.is_none() && written.len() > 1;
    let versions = if several { distinct(written) } else { Vec::new() };
    let version = |choice: Choice| {
        let decided = layout::read_decision(&choice.value)?;
        Some(Version { write: choice.write, decided, device: choice.device })
    };
    let number = Number {
        year: decided.on.year(),
        code: decided.code.clone(),
        nth: nth.and_then(|nth| u32::try_from(nth).ok()).unwrap_or(0),
        provisional: adopted.is_none(),
        twice: false,
    };
    Some(Decision {
        id: id.to_owned(),
        number,
        withdrawn: adopted.is_none() && flag(registers, layout::WITHDRAWN),
        versions: if versions.len() > 1 {
            versions.into_iter().filter_map(version).collect()
        } else {
            Vec::new()
        },
        adopted,
        decided,
    })
}

/// Numbers what was not adopted yet after what was, in an order that is the same on every device, and puts all in order.
fn number(decisions: &mut [Decision]) {
    decisions.order_by(|a, b| {
        let key = |one: &Decision| (one.number.provisional, one.number.nth, one.decided.on);
        (&a.number.code, key(a), &a.id).cmp(&(&b.number.code, key(b), &b.id))
    });
    let codes: BTreeSet<String> = decisions.iter().map(|one| one.number.code.clone()).gather();
    for code in codes {
        let of_code = decisions.iter_mut().filter(|one| one.number.code == code);
        let (mut last, mut before) = (0_u32, None::<&mut Decision>);
        for one in of_code {
            if one.number.provisional {
                if !one.withdrawn {
                    last = last.saturating_add(1);
                    one.number.nth = last;
                }
            } else {
                if let Some(before) = before.filter(|before| before.number.nth == one.number.nth) {
                    before.number.twice = true;
                    one.number.twice = true;
                }
                last = last.max(one.number.nth);
                before = Some(one);
                continue;
            }
            before = None;
        }
    }
}

fn action(id: &str, registers: &Registers) -> Action {
    let optional = |name| get(registers, name).and_then(Value::text).map(str::to_owned);
    let day = |name| get(registers, name).and_then(date);
    Action {
        id: id.to_owned(),
        what: text(registers, layout::WHAT),
        who: optional(layout::WHO),
        who_name: text(registers, layout::WHO_NAME),
        due: day(layout::DUE),
        done: day(layout::DONE),
        dropped: optional(layout::DROPPED),
        meeting: text(registers, layout::MEETING),
        item: optional(layout::ITEM),
        table: text(registers, layout::TABLE),
        on: day(layout::ON),
    }
}
