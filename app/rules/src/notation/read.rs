//! From what a person typed to a number, an amount or a date; or a problem that can be said in a sentence.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::MONTHS;
use crate::money::Money;
use crate::text::{Lang, Text, t};

/// Why what was typed is not taken. The typed text stays where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Empty,
    NotANumber,
    NotADate,
    /// Whole things only: half a pupil does not exist.
    NotWhole,
    /// An amount has at most two decimals.
    SmallerThanACent,
    /// A percentage has at most four decimals.
    TooPrecise,
    TooLarge,
}

impl Problem {
    /// The sentence for the person.
    pub const fn text(self) -> Text {
        match self {
            Self::Empty => t("Vul hier iets in.", "Fill in something here."),
            Self::NotANumber => {
                t("Vul een getal in, zoals 1.250,50.", "Fill in a number, such as 1,250.50.")
            }
            Self::NotADate => {
                t("Vul een datum in, zoals 22-11-2026.", "Fill in a date, such as 22-11-2026.")
            }
            Self::NotWhole => t(
                "Vul een heel getal in, zonder komma.",
                "Fill in a whole number, without decimals.",
            ),
            Self::SmallerThanACent => t(
                "Vul een bedrag in met hooguit twee cijfers achter de komma.",
                "Fill in an amount with at most two decimals.",
            ),
            Self::TooPrecise => t(
                "Vul een percentage in met hooguit vier cijfers achter de komma.",
                "Fill in a percentage with at most four decimals.",
            ),
            Self::TooLarge => t("Dit getal is te groot.", "This number is too large."),
        }
    }
}

/// A number with any decimals.
pub fn read_decimal(typed: &str, lang: Lang) -> Result<Decimal, Problem> {
    let (negative, digits) = strip(typed)?;
    let plain = plain_number(&digits, lang).ok_or(Problem::NotANumber)?;
    if plain.len() > 28 {
        return Err(Problem::TooLarge);
    }
    let number: Decimal = plain.parse().map_err(|_| Problem::TooLarge)?;
    Ok(if negative && !number.is_zero() { -number } else { number })
}

/// An amount in euros, to the cent.
pub fn read_money(typed: &str, lang: Lang) -> Result<Money, Problem> {
    let number = read_decimal(typed, lang)?.normalize();
    if number.scale() > 2 {
        return Err(Problem::SmallerThanACent);
    }
    Money::from_decimal(number).ok_or(Problem::TooLarge)
}

/// Whole things: pupils, schools.
pub fn read_count(typed: &str, lang: Lang) -> Result<i64, Problem> {
    let number = read_decimal(typed, lang)?;
    if !number.fract().is_zero() {
        return Err(Problem::NotWhole);
    }
    number.to_i64().ok_or(Problem::TooLarge)
}

/// A percentage as a rate: `3,5%` and `3,5` are `0.035`.
pub fn read_percent(typed: &str, lang: Lang) -> Result<Decimal, Problem> {
    let number = read_decimal(typed.trim().trim_end_matches('%'), lang)?;
    number.checked_div(Decimal::ONE_HUNDRED).map(|rate| rate.normalize()).ok_or(Problem::TooLarge)
}

/// `22-11-2026`, `22/11/2026`, `22 november 2026`, `22 nov 2026` or `2026-11-22`.
pub fn read_date(typed: &str, lang: Lang) -> Result<NaiveDate, Problem> {
    let lower = typed.trim().to_lowercase();
    if lower.is_empty() {
        return Err(Problem::Empty);
    }
    let parts: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).collect();
    let [first, second, third] = parts[..] else { return Err(Problem::NotADate) };
    let (day, month, year) =
        if first.len() == 4 { (third, second, first) } else { (first, second, third) };
    let day: u32 = day.parse().map_err(|_| Problem::NotADate)?;
    let month =
        month.parse().ok().or_else(|| month_number(month, lang)).ok_or(Problem::NotADate)?;
    let year: i32 = year.parse().map_err(|_| Problem::NotADate)?;
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(Problem::NotADate)?;
    if (1900..=2200).contains(&date.year()) { Ok(date) } else { Err(Problem::NotADate) }
}

/// The month whose name this is or begins with, in either language; at least three letters.
fn month_number(name: &str, lang: Lang) -> Option<u32> {
    let other = if lang == Lang::Nl { Lang::En } else { Lang::Nl };
    let fits = |lang: Lang| {
        (1..).zip(MONTHS).find(|(_, month)| month.get(lang).to_lowercase().starts_with(name))
    };
    if name.chars().count() < 3 {
        return None;
    }
    fits(lang).or_else(|| fits(other)).map(|(number, _)| number)
}

/// The sign, and what is left without spaces and euro sign.
fn strip(typed: &str) -> Result<(bool, String), Problem> {
    let bare: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
    let (negative, digits) = match bare.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, bare.strip_prefix('+').unwrap_or(&bare)),
    };
    if digits.is_empty() { Err(Problem::Empty) } else { Ok((negative, digits.to_owned())) }
}

/// The number with a point for the decimals and no groups; `None` when it is not one.
fn plain_number(digits: &str, lang: Lang) -> Option<String> {
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mark = decimal_mark(digits, lang);
    let (units, decimals) = match mark {
        Some(mark) => digits.split_once(mark)?,
        None => (digits, ""),
    };
    let groups = match mark {
        Some(',') => '.',
        Some(_) => ',',
        None if units.contains('.') => '.',
        None => ',',
    };
    let units = without_groups(units, groups)?;
    if mark.is_some() && decimals.is_empty() || !decimals.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    Some(if decimals.is_empty() { units } else { format!("{units}.{decimals}") })
}

/// Which of the two separates the decimals, if one does.
fn decimal_mark(digits: &str, lang: Lang) -> Option<char> {
    let (points, commas) = (digits.matches('.').count(), digits.matches(',').count());
    let own = if lang == Lang::Nl { ',' } else { '.' };
    match (points, commas) {
        (0, 0) => None,
        (0, 1) => single(digits, ',', own),
        (1, 0) => single(digits, '.', own),
        (_, 0) | (0, _) => None,
        _ => {
            if digits.rfind(',') > digits.rfind('.') {
                Some(',')
            } else {
                Some('.')
            }
        }
    }
}

/// A lone separator: the language's own mark always parts decimals; the other one does unless it looks like a group.
fn single(digits: &str, found: char, own: char) -> Option<char> {
    let (units, rest) = digits.split_once(found)?;
    let group = rest.len() == 3 && (1..=3).contains(&units.len()) && !units.starts_with('0');
    if found == own || !group { Some(found) } else { None }
}

fn without_groups(units: &str, separator: char) -> Option<String> {
    let mut groups = units.split(separator);
    let first = groups.next()?;
    let grouped: Vec<&str> = groups.collect();
    let all_digits = |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_digit());
    let sizes_fit = grouped.is_empty() || first.len() <= 3 && grouped.iter().all(|g| g.len() == 3);
    let fits = all_digits(first) && sizes_fit && grouped.iter().all(|g| all_digits(g));
    fits.then(|| [first].into_iter().chain(grouped).collect())
}
