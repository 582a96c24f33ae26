//! A whole number of a unit, as a person reads and types it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::budget::Unit;
use crate::money::Money;
use crate::notation::{self, Problem};
use crate::text::{Lang, Text, t};

/// With the unit: `€ 1.250,50`, `12 leerlingen`, `3,5%`.
pub fn shown(unit: Unit, value: i64, lang: Lang) -> String {
    match unit {
        Unit::Cents if value % 100 == 0 => notation::money_rounded(Money::cents(value), lang),
        Unit::Cents => notation::money(Money::cents(value), lang),
        Unit::Millionths => notation::percent(Decimal::new(value, 6), lang),
        Unit::Choice(names) => {
            chosen(names, value).map_or_else(String::new, |name| name.get(lang).into())
        }
        _ => format!("{} {}", notation::count(value, lang), counted(unit, value).get(lang)),
    }
}

/// Without the unit, as it stands in a field: `1.250,50`, `12`, `3,5`.
pub fn field(unit: Unit, value: i64, lang: Lang) -> String {
    match unit {
        Unit::Cents => euros(value, lang),
        Unit::Millionths => notation::decimal(Decimal::new(value, 4), lang),
        _ => notation::count(value, lang),
    }
}

/// Whole euros without decimals, everything else with two: `1.250` and `1.250,50`.
fn euros(cents: i64, lang: Lang) -> String {
    let amount = Money::cents(cents);
    let text = if cents % 100 == 0 {
        notation::money_rounded(amount, lang)
    } else {
        notation::money(amount, lang)
    };
    text.replace(['€', '\u{a0}'], "")
}

/// What was typed, in whole units.
///
/// # Errors
/// When it is not a number that fits the unit; the problem is a sentence for the person.
pub fn read(unit: Unit, typed: &str, lang: Lang) -> Result<i64, Problem> {
    match unit {
        Unit::Cents => notation::read_money(typed, lang).map(Money::as_cents),
        Unit::Millionths => {
            let rate = notation::read_percent(typed, lang)?;
            let millionths = rate.checked_mul(Decimal::from(1_000_000)).ok_or(Problem::TooLarge)?;
            if !millionths.fract().is_zero() {
                return Err(Problem::TooPrecise);
            }
            millionths.to_i64().ok_or(Problem::TooLarge)
        }
        _ => notation::read_count(typed, lang),
    }
}

/// The word beside a field.
pub fn unit_word(unit: Unit) -> Text {
    match unit {
        Unit::Cents => t("euro", "euros"),
        Unit::Millionths => t("procent", "percent"),
        Unit::Months => t("maand", "month"),
        _ => counted(unit, 2),
    }
}

fn counted(unit: Unit, value: i64) -> Text {
    let one = value == 1;
    match unit {
        Unit::Pupils if one => t("leerling", "pupil"),
        Unit::Pupils => t("leerlingen", "pupils"),
        Unit::Schools if one => t("school", "school"),
        Unit::Schools => t("scholen", "schools"),
        Unit::Months if one => t("maand", "month"),
        Unit::Months => t("maanden", "months"),
        Unit::Years => t("jaar", "years"),
        _ => t("", ""),
    }
}

fn chosen(names: &'static [Text], value: i64) -> Option<&'static Text> {
    names.get(usize::try_from(value).ok()?)
}
