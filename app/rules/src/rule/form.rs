//! From what a person typed about a rule to facts: one text per field, kept as typed. What cannot be read is missing
//! for the rule and gets a sentence; the text itself is never touched.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::sheet::MOST;
use super::{Field, FieldKind, Rule, Sheet};
use crate::money::Money;
use crate::notation::{
    Problem, count, money, percent, read_count, read_date, read_money, read_percent, value,
};
use crate::parameter::unit_words;
use crate::text::{Lang, Text, t};
use crate::value::Value;

/// What a yes-or-no field holds: one of these, or nothing for *weet ik niet*.
pub const YES: &str = "ja";
pub const NO: &str = "nee";

/// Why a field was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// In a list, the line from one that cannot be read.
    pub line: Option<usize>,
    pub text: Text,
}

/// The facts that could be read, and the fields that could not.
#[derive(Clone, Debug)]
pub struct Filled {
    pub sheet: Sheet,
    /// By the field's place in the rule.
    pub troubles: Vec<(usize, Trouble)>,
}

/// Reads a whole form. `typed` is in the order of the rule's fields; what lies beyond its end is not filled in.
pub fn fill(rule: &'static Rule, typed: &[String], lang: Lang) -> Filled {
    let mut filled = Filled { sheet: Sheet::new(rule), troubles: Vec::new() };
    for (at, (field, typed)) in rule.fields.iter().zip(typed).enumerate() {
        let read = read(field, typed, lang);
        let set = read.and_then(|value| {
            filled.sheet.set(field.name, value).map_err(|error| whole(error.problem))
        });
        if let Err(trouble) = set {
            filled.troubles.push((at, trouble));
        }
    }
    filled
}

/// One field; `None` is *not filled in*, and that is never a problem.
///
/// # Errors
/// When the text is not an answer to the field.
pub fn read(field: &Field, typed: &str, lang: Lang) -> Result<Option<Value>, Trouble> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let one = |typed: &str| read_one(field.kind, typed, lang);
    if !field.kind.is_list() {
        return one(typed.trim()).map(Some).map_err(whole);
    }
    let lines = typed.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let values = lines
        .map(|(at, line)| one(line.trim()).map_err(|text| Trouble { line: Some(at + 1), text }));
    values.collect::<Result<Vec<_>, _>>().map(|values| Some(Value::List(values)))
}

/// How a text was understood, to show beside it: `€ 1.250,00`. `None` where the text says it already.
pub fn understood(field: &Field, typed: &str, lang: Lang) -> Option<String> {
    match (field.kind, read(field, typed, lang).ok()??) {
        (FieldKind::YesNo | FieldKind::Text | FieldKind::Choice(_), _) => None,
        (FieldKind::Count(unit), read) => {
            Some(format!("{} {}", value(&read, lang), unit.get(lang)))
        }
        (FieldKind::Counts(_), Value::List(values)) => Some(total_count(&values, lang)),
        (FieldKind::Amounts, Value::List(values)) => Some(total_money(&values, lang)),
        (_, Value::List(values)) => Some(lines(values.len(), lang)),
        (_, read) => Some(value(&read, lang)),
    }
}

/// A parameter's value with its unit: a share of the whole is a percentage, an amount has its euro sign.
pub fn amount(number: Decimal, unit: &str, lang: Lang) -> (String, String) {
    let said = unit_words(unit).map_or(unit, |words| words.get(lang)).to_owned();
    if unit.starts_with("deel") {
        return (percent(number, lang), said);
    }
    let exact = |amount: &Money| amount.to_decimal() == number;
    match Money::from_decimal(number).filter(exact) {
        Some(amount) if unit.starts_with("euro") => (money(amount, lang), said),
        _ => (crate::notation::decimal(number, lang), said),
    }
}

fn read_one(kind: FieldKind, typed: &str, lang: Lang) -> Result<Value, Text> {
    let problem = |problem: Problem| problem.text();
    match kind {
        FieldKind::YesNo => match typed {
            YES => Ok(Value::YesNo(true)),
            NO => Ok(Value::YesNo(false)),
            _ => Err(t("Kies ja, nee of weet ik niet.", "Choose yes, no or I do not know.")),
        },
        FieldKind::Count(_) | FieldKind::Counts(_) => {
            let count = read_count(typed, lang).map_err(problem)?;
            within(count.unsigned_abs() <= MOST_THINGS).map(|()| Value::Count(count))
        }
        FieldKind::Money | FieldKind::Amounts => {
            let money = read_money(typed, lang).map_err(problem)?;
            within(-MOST <= money && money <= MOST).map(|()| Value::Money(money))
        }
        FieldKind::Rate => {
            let rate = read_percent(typed, lang).map_err(problem)?;
            within(rate.abs() <= Decimal::ONE_HUNDRED).map(|()| Value::Rate(rate))
        }
        FieldKind::Date | FieldKind::Dates => {
            read_date(typed, lang).map(Value::Date).map_err(problem)
        }
        FieldKind::Text | FieldKind::Choice(_) => Ok(Value::Text(typed.to_owned())),
    }
}

/// A thousand billion: no country has as many of anything that rules count.
const MOST_THINGS: u64 = 1_000_000_000_000;

fn within(fits: bool) -> Result<(), Text> {
    if fits { Ok(()) } else { Err(Problem::TooLarge.text()) }
}

const fn whole(text: Text) -> Trouble {
    Trouble { line: None, text }
}

fn lines(number: usize, lang: Lang) -> String {
    let word = match (number, lang) {
        (1, Lang::Nl) => "regel",
        (_, Lang::Nl) => "regels",
        (1, Lang::En) => "line",
        (_, Lang::En) => "lines",
    };
    format!("{number} {word}")
}

fn together(lang: Lang) -> &'static str {
    t("samen", "together").get(lang)
}

fn total_count(values: &[Value], lang: Lang) -> String {
    let one = |value: &Value| if let Value::Count(count) = value { Some(*count) } else { None };
    let total = values.iter().filter_map(one).fold(0_i64, i64::saturating_add);
    format!("{}, {} {}", lines(values.len(), lang), together(lang), count(total, lang))
}

fn total_money(values: &[Value], lang: Lang) -> String {
    let one = |value: &Value| if let Value::Money(money) = value { Some(*money) } else { None };
    let total = values.iter().filter_map(one).sum();
    format!("{}, {} {}", lines(values.len(), lang), together(lang), money(total, lang))
}

/// The day that was typed as reference date.
///
/// # Errors
/// When it is not a date.
pub fn read_day(typed: &str, lang: Lang) -> Result<NaiveDate, Text> {
    read_date(typed, lang).map_err(Problem::text)
}

#[cfg(test)]
mod tests;
