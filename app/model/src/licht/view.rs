//! What there is to see of the money for light support. Where two values wait for a choice, the first one counts until then.

use chrono::NaiveDate;
use replica::document::{Document, Registers, Value};
use rules::money::Money;
use rules::order::Order;

use super::command::{Field, Purpose};
use super::{SCHEMA, layout};
use crate::field::{collect, date, flag, get, items, text};
use crate::typed::schema;

/// A field with several values.
pub type Conflict = crate::field::Conflict<Field>;

/// The money for light support of a year, read.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub school: String,
    pub region: String,
    /// The calendar year; nothing before the first command.
    pub year: Option<i32>,
    pub received: Option<Money>,
    /// In the order that people gave them, those taken away at the end.
    pub uses: Vec<Use>,
    pub accounted: Option<NaiveDate>,
    /// The words for the annual report.
    pub account: String,
    pub conflicts: Vec<Conflict>,
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
    /// Nothing has been written yet.
    pub is_empty: bool,
}

/// One use of the money.
#[derive(Clone, Debug, PartialEq)]
pub struct Use {
    pub id: String,
    pub purpose: Purpose,
    pub what: String,
    /// Nothing is unknown, not zero.
    pub amount: Option<Money>,
    pub evaluated: Option<NaiveDate>,
    pub works: Option<bool>,
    pub evaluation: String,
    pub gone: bool,
}

impl View {
    /// Uses that count.
    pub fn present(&self) -> impl Iterator<Item = &Use> {
        self.uses.iter().filter(|one| !one.gone)
    }

    /// What was used together; nothing while the amount of one use is unknown.
    pub fn used(&self) -> Option<Money> {
        self.present().map(|one| one.amount).sum()
    }

    /// What is left of what the school got, below zero when more was used; nothing while something is unknown.
    pub fn left(&self) -> Option<Money> {
        Some(self.received? - self.used()?)
    }

    /// What was used for each purpose, every purpose in its order; nothing where an amount is unknown.
    pub fn by_purpose(&self) -> Vec<(Purpose, Option<Money>)> {
        let of = |purpose: Purpose| {
            let uses = self.present().filter(|one| one.purpose == purpose);
            (purpose, uses.map(|one| one.amount).sum())
        };
        Purpose::ALL.iter().copied().map(of).collect()
    }
}

pub(super) fn read(document: &Document) -> View {
    let itself = document.registers(&layout::itself());
    let mut conflicts = Vec::new();
    collect(&mut conflicts, &itself, |name| Field::Itself(name.to_owned()));
    let field = |id: &str, name: &str| Field::Use { id: id.to_owned(), name: name.to_owned() };
    let mut uses = items(document, layout::USES, &mut conflicts, field, |id, registers| {
        let evaluation = document.text(&layout::one(id), layout::TEXT);
        Use { evaluation, ..one(id, registers) }
    });
    uses.order_by_key(|one| one.gone);
    let year = get(&itself, layout::YEAR).and_then(Value::int);
    View {
        school: text(&itself, layout::SCHOOL),
        region: text(&itself, layout::REGION),
        year: year.and_then(|year| i32::try_from(year).ok()),
        received: money(&itself, layout::RECEIVED),
        accounted: get(&itself, layout::ACCOUNTED).and_then(date),
        account: document.text(&layout::itself(), layout::TEXT),
        read_only: schema(document, layout::ROOT) > SCHEMA,
        is_empty: itself.is_empty(),
        uses,
        conflicts,
    }
}

fn money(registers: &Registers, name: &str) -> Option<Money> {
    get(registers, name).and_then(Value::int).map(Money::cents)
}

fn one(id: &str, registers: &Registers) -> Use {
    Use {
        id: id.to_owned(),
        purpose: Purpose::from_slug(&text(registers, layout::PURPOSE)).unwrap_or(Purpose::Anders),
        what: text(registers, layout::WHAT),
        amount: money(registers, layout::AMOUNT),
        evaluated: get(registers, layout::EVALUATED).and_then(date),
        works: get(registers, layout::WORKS).and_then(Value::bool),
        evaluation: String::new(),
        gone: flag(registers, layout::GONE),
    }
}
