//! The facts that a rule is asked about: one value per field, by the field's place.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::money::Money;

/// One fact. Copying it is cheap; lists are borrowed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Fact<'a> {
    /// Nobody filled it in. Never a zero, never a no.
    #[default]
    Missing,
    YesNo(bool),
    Count(i64),
    Money(Money),
    Rate(Decimal),
    Date(NaiveDate),
    Text(&'a str),
    /// The place in the field's list of choices.
    Choice(u8),
    Counts(&'a [i64]),
    Amounts(&'a [Money]),
    Dates(&'a [NaiveDate]),
}

/// Facts in the order of [`super::Rule::fields`]. What lies beyond the end is missing.
pub type Facts<'a> = [Fact<'a>];
