//! How numbers, amounts and dates are written and read in Dutch and English. No floats, no locale of the machine.
//!
//! Reading is generous: `1.250,50`, `1250.5` and `€ 1 250,50` are the same amount. A lone separator before three
//! digits is ambiguous; then the language decides, so in Dutch `1.250` is a thousand two hundred and fifty.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::money::{Money, group, grouped};
use crate::text::{Lang, Text, t};
use crate::value::Value;

mod read;
#[cfg(test)]
mod tests;

pub use read::{Problem, read_count, read_date, read_decimal, read_money, read_percent};

/// Full month names, January first.
pub const MONTHS: [Text; 12] = [
    t("januari", "January"),
    t("februari", "February"),
    t("maart", "March"),
    t("april", "April"),
    t("mei", "May"),
    t("juni", "June"),
    t("juli", "July"),
    t("augustus", "August"),
    t("september", "September"),
    t("oktober", "October"),
    t("november", "November"),
    t("december", "December"),
];

const NARROW: char = '\u{a0}';

/// `€ 1.250,50` in Dutch, `€1,250.50` in English; a minus goes before the sign.
pub fn money(amount: Money, lang: Lang) -> String {
    let cents = amount.as_cents().unsigned_abs();
    let sign = if amount.is_negative() { "-" } else { "" };
    let euros = whole(cents / 100, lang);
    match lang {
        Lang::Nl => format!("{sign}€{NARROW}{euros},{:02}", cents % 100),
        Lang::En => format!("{sign}€{euros}.{:02}", cents % 100),
    }
}

/// An amount as it is typed: without the sign, `1.250,50`.
pub fn money_typed(amount: Money, lang: Lang) -> String {
    money(amount, lang).replace(['€', '\u{a0}'], "")
}

/// Whole euros, rounded half away from zero: `€ 12.400`. For sentences and charts, never for sums.
pub fn money_rounded(amount: Money, lang: Lang) -> String {
    let euros = (amount.as_cents().unsigned_abs() + 50) / 100;
    let sign = if amount.is_negative() && euros > 0 { "-" } else { "" };
    let space = if lang == Lang::Nl { "\u{a0}" } else { "" };
    format!("{sign}€{space}{}", whole(euros, lang))
}

/// `12.345` in Dutch, `12,345` in English.
pub fn count(number: i64, lang: Lang) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", whole(number.unsigned_abs(), lang))
}

/// All decimals that the number has, without trailing zeros: `1.234,5`.
pub fn decimal(number: Decimal, lang: Lang) -> String {
    let plain = number.normalize().abs().to_string();
    let (units, decimals) = plain.split_once('.').map_or((plain.as_str(), ""), |(u, d)| (u, d));
    let units = group(units, if lang == Lang::Nl { '.' } else { ',' });
    let sign = if number.is_sign_negative() && !number.is_zero() { "-" } else { "" };
    let mark = if lang == Lang::Nl { ',' } else { '.' };
    if decimals.is_empty() {
        format!("{sign}{units}")
    } else {
        format!("{sign}{units}{mark}{decimals}")
    }
}

/// A rate as a percentage: `0.035` is `3,5%`.
pub fn percent(rate: Decimal, lang: Lang) -> String {
    let hundredfold = rate.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX);
    format!("{}%", decimal(hundredfold, lang))
}

/// `22 november 2026`, `22 November 2026`.
pub fn date(day: NaiveDate, lang: Lang) -> String {
    let month = MONTHS.get(day.month0() as usize).map_or("", |month| month.get(lang));
    format!("{}{NARROW}{month} {}", day.day(), day.year())
}

/// The words as the beginning of a sentence.
pub fn sentence_case(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A value of an explanation, with its unit.
pub fn value(value: &Value, lang: Lang) -> String {
    match value {
        Value::YesNo(yes) => {
            if *yes { t("ja", "yes") } else { t("nee", "no") }.get(lang).to_owned()
        }
        Value::Count(number) => count(*number, lang),
        Value::Money(amount) => money(*amount, lang),
        Value::Rate(rate) => percent(*rate, lang),
        Value::Number(number) => decimal(*number, lang),
        Value::Date(day) => date(*day, lang),
        Value::Text(text) => text.clone(),
        Value::Words(words) => words.get(lang).to_owned(),
        Value::List(values) => {
            values.iter().map(|v| self::value(v, lang)).collect::<Vec<_>>().join(", ")
        }
    }
}

fn whole(number: u64, lang: Lang) -> String {
    let dutch = grouped(number);
    if lang == Lang::Nl { dutch } else { dutch.replace('.', ",") }
}
