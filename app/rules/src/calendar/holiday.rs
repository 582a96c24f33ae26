//! The generally recognised holidays of the Algemene termijnenwet (art. 3), with Easter
//! computed. Days that the government declares equal for one year are not known here.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{add_days, day, subtract_days};
use crate::text::{Text, t};

/// A holiday on which no term of the law ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holiday {
    NewYear,
    /// Treated as a holiday by the law.
    GoodFriday,
    EasterMonday,
    /// Koningsdag; until 2013 Koninginnedag.
    KingsDay,
    /// 5 May, every year.
    LiberationDay,
    Ascension,
    WhitMonday,
    ChristmasDay,
    BoxingDay,
}

impl Holiday {
    pub const fn label(self) -> Text {
        match self {
            Self::NewYear => t("Nieuwjaarsdag", "New Year's Day"),
            Self::GoodFriday => t("Goede Vrijdag", "Good Friday"),
            Self::EasterMonday => t("Tweede paasdag", "Easter Monday"),
            Self::KingsDay => t("Koningsdag", "King's Day"),
            Self::LiberationDay => t("Bevrijdingsdag", "Liberation Day"),
            Self::Ascension => t("Hemelvaartsdag", "Ascension Day"),
            Self::WhitMonday => t("Tweede pinksterdag", "Whit Monday"),
            Self::ChristmasDay => t("Eerste kerstdag", "Christmas Day"),
            Self::BoxingDay => t("Tweede kerstdag", "Boxing Day"),
        }
    }
}

/// Saturday, Sunday or a recognised holiday.
pub fn is_free_day(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun) || holiday(date).is_some()
}

/// The holiday that falls on a day. Sundays that are holidays anyway (Easter) are not named.
pub fn holiday(date: NaiveDate) -> Option<Holiday> {
    match (date.month(), date.day()) {
        (1, 1) => Some(Holiday::NewYear),
        (5, 5) => Some(Holiday::LiberationDay),
        (12, 25) => Some(Holiday::ChristmasDay),
        (12, 26) => Some(Holiday::BoxingDay),
        _ if date == kings_day(date.year()) => Some(Holiday::KingsDay),
        _ => around_easter(date),
    }
}

fn around_easter(date: NaiveDate) -> Option<Holiday> {
    let easter = easter(date.year());
    match date.signed_duration_since(easter).num_days() {
        -2 => Some(Holiday::GoodFriday),
        1 => Some(Holiday::EasterMonday),
        39 => Some(Holiday::Ascension),
        50 => Some(Holiday::WhitMonday),
        _ => None,
    }
}

/// 27 April since 2014, before that 30 April; a day earlier when that is a Sunday.
fn kings_day(year: i32) -> NaiveDate {
    let fixed = if year >= 2014 { day(year, 4, 27) } else { day(year, 4, 30) };
    if fixed.weekday() == Weekday::Sun { subtract_days(fixed, 1) } else { fixed }
}

/// Easter Sunday in the Gregorian calendar.
///
/// The moon's age on 1 January (*epact*, with the corrections per century) gives the first full
/// moon of spring; Easter is the Sunday after it.
pub fn easter(year: i32) -> NaiveDate {
    let golden = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let skipped_leap_days = century - century.div_euclid(4);
    let moon_drift = (8 * century + 13).div_euclid(25);
    let mut moon = (skipped_leap_days - moon_drift + 19 * golden + 15).rem_euclid(30);
    // The lunar calendar has no age 29 in spring, and no second 28 within nineteen years.
    if moon == 29 || (moon == 28 && golden > 10) {
        moon -= 1;
    }
    let full_moon = add_days(day(year, 3, 21), u64::from(moon.unsigned_abs()));
    let to_sunday = 7 - u64::from(full_moon.weekday().num_days_from_sunday());
    add_days(full_moon, to_sunday)
}
