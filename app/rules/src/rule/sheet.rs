//! Facts that somebody typed or that came from a file: owned, checked against the fields.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json};

use super::{Fact, Field, FieldKind, Rule};
use crate::money::Money;
use crate::text::{Text, t};
use crate::value::Value;

/// One owned fact per field of a rule; what nobody filled in is missing.
#[derive(Clone, Debug)]
pub struct Sheet {
    fields: &'static [Field],
    held: Vec<Held>,
}

#[derive(Clone, Debug, PartialEq)]
enum Held {
    Missing,
    YesNo(bool),
    Count(i64),
    Money(Money),
    Rate(Decimal),
    Date(NaiveDate),
    Text(String),
    Choice(u8),
    Counts(Vec<i64>),
    Amounts(Vec<Money>),
    Dates(Vec<NaiveDate>),
}

/// Why a fact could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactError {
    pub field: String,
    pub problem: Text,
}

const NO_FIELD: Text = t("Deze regel vraagt dit niet.", "This rule does not ask for this.");
const NOT_THIS: Text =
    t("Dit past niet bij wat de regel vraagt.", "This does not fit what the rule asks for.");

impl Sheet {
    pub fn new(rule: &Rule) -> Self {
        Self { fields: rule.fields, held: vec![Held::Missing; rule.fields.len()] }
    }

    /// Facts from a JSON object with the names of the fields. Money and rates may be numbers or
    /// texts (`"1250.50"`), dates are `"2026-11-22"`, a choice is its name, `null` is missing.
    ///
    /// # Errors
    /// When a name is not a field of the rule or a value does not fit.
    pub fn parse(rule: &Rule, facts: &Map<String, Json>) -> Result<Self, FactError> {
        let mut sheet = Self::new(rule);
        for (name, json) in facts {
            let error = |problem| FactError { field: name.clone(), problem };
            let at = sheet.place(name).ok_or_else(|| error(NO_FIELD))?;
            let kind = rule.fields.get(at).map(|field| field.kind);
            let held = kind.and_then(|kind| held(kind, json)).ok_or_else(|| error(NOT_THIS))?;
            sheet.put(at, held);
        }
        Ok(sheet)
    }

    /// Fills in one field; `None` empties it.
    ///
    /// # Errors
    /// When the rule has no such field or the value does not fit it.
    pub fn set(&mut self, name: &str, value: Option<Value>) -> Result<(), FactError> {
        let error = |problem| FactError { field: name.to_owned(), problem };
        let at = self.place(name).ok_or_else(|| error(NO_FIELD))?;
        let kind = self.fields.get(at).map(|field| field.kind);
        let held = match value {
            None => Some(Held::Missing),
            Some(value) => kind.and_then(|kind| from_value(kind, value)),
        };
        self.put(at, held.ok_or_else(|| error(NOT_THIS))?);
        Ok(())
    }

    /// The facts to evaluate with, in the order of the fields.
    pub fn facts(&self) -> Vec<Fact<'_>> {
        self.held.iter().map(Held::fact).collect()
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    fn put(&mut self, at: usize, held: Held) {
        if let Some(place) = self.held.get_mut(at) {
            *place = held;
        }
    }
}

impl Held {
    fn fact(&self) -> Fact<'_> {
        match self {
            Self::Missing => Fact::Missing,
            Self::YesNo(yes) => Fact::YesNo(*yes),
            Self::Count(count) => Fact::Count(*count),
            Self::Money(money) => Fact::Money(*money),
            Self::Rate(rate) => Fact::Rate(*rate),
            Self::Date(date) => Fact::Date(*date),
            Self::Text(text) => Fact::Text(text),
            Self::Choice(choice) => Fact::Choice(*choice),
            Self::Counts(counts) => Fact::Counts(counts),
            Self::Amounts(amounts) => Fact::Amounts(amounts),
            Self::Dates(dates) => Fact::Dates(dates),
        }
    }
}

fn held(kind: FieldKind, json: &Json) -> Option<Held> {
    if json.is_null() {
        return Some(Held::Missing);
    }
    match kind {
        FieldKind::YesNo => json.as_bool().map(Held::YesNo),
        FieldKind::Count(_) => json.as_i64().map(Held::Count),
        FieldKind::Money => money(json).map(Held::Money),
        FieldKind::Rate => decimal(json).map(Held::Rate),
        FieldKind::Date => date(json).map(Held::Date),
        FieldKind::Text => text(json).map(Held::Text),
        FieldKind::Choice(_) => from_value(kind, Value::Text(json.as_str()?.to_owned())),
        FieldKind::Counts(_) => list(json, Json::as_i64).map(Held::Counts),
        FieldKind::Amounts => list(json, money).map(Held::Amounts),
        FieldKind::Dates => list(json, date).map(Held::Dates),
    }
}

fn list<T>(json: &Json, one: impl Fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    json.as_array()?.iter().map(one).collect()
}

/// An answer of only spaces stays what it is: filled in and empty, for the rule to say what that means.
fn text(json: &Json) -> Option<String> {
    json.as_str().map(str::to_owned)
}

fn date(json: &Json) -> Option<NaiveDate> {
    json.as_str()?.parse().ok()
}

/// Ten thousand billion euros: no budget comes near it, and sums of it still fit.
pub(super) const MOST: Money = Money::euros(10_000_000_000_000);

fn money(json: &Json) -> Option<Money> {
    let euros = decimal(json).filter(|euros| euros.normalize().scale() <= 2)?;
    Money::from_decimal(euros).filter(|money| -MOST <= *money && *money <= MOST)
}

/// A decimal from a JSON number or text, digit by digit.
pub(crate) fn decimal(json: &Json) -> Option<Decimal> {
    let written = match json {
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        _ => return None,
    };
    written.parse().or_else(|_| Decimal::from_scientific(&written)).ok()
}

fn from_value(kind: FieldKind, value: Value) -> Option<Held> {
    match (kind, value) {
        (FieldKind::YesNo, Value::YesNo(yes)) => Some(Held::YesNo(yes)),
        (FieldKind::Count(_), Value::Count(count)) => Some(Held::Count(count)),
        (FieldKind::Money, Value::Money(money)) => Some(Held::Money(money)),
        (FieldKind::Rate, Value::Rate(rate) | Value::Number(rate)) => Some(Held::Rate(rate)),
        (FieldKind::Date, Value::Date(date)) => Some(Held::Date(date)),
        (FieldKind::Text, Value::Text(text)) => Some(Held::Text(text)),
        (FieldKind::Choice(choices), Value::Text(name)) => {
            let at = choices.iter().position(|choice| choice.name == name)?;
            u8::try_from(at).ok().map(Held::Choice)
        }
        (kind, Value::List(values)) => from_values(kind, values),
        _ => None,
    }
}

fn from_values(kind: FieldKind, values: Vec<Value>) -> Option<Held> {
    let values = values.into_iter();
    match kind {
        FieldKind::Counts(_) => values
            .map(|value| if let Value::Count(count) = value { Some(count) } else { None })
            .collect::<Option<_>>()
            .map(Held::Counts),
        FieldKind::Amounts => values
            .map(|value| if let Value::Money(money) = value { Some(money) } else { None })
            .collect::<Option<_>>()
            .map(Held::Amounts),
        FieldKind::Dates => values
            .map(|value| if let Value::Date(date) = value { Some(date) } else { None })
            .collect::<Option<_>>()
            .map(Held::Dates),
        _ => None,
    }
}
