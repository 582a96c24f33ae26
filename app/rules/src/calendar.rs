//! School year, count dates, terms and holidays. A day comes in, a day goes out; nothing here
//! knows what today is.

mod count;
mod holiday;
mod school_year;
mod term;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta};

pub use count::{FIRST_YEAR, OldCounts, Pupils, counts_before_2023, teldatum};
pub use holiday::{Holiday, easter, holiday, is_free_day};
pub use school_year::SchoolYear;
pub use term::{Deadline, Direction, Length, Term};

/// A fixed day, for constants. A day that does not exist becomes the first day of the calendar,
/// which the test of whoever uses it notices.
pub const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// Whole months later: the same day of the month, or the last day of a shorter month.
/// 30 November plus three months is 28 February, in a leap year 29 February.
pub fn add_months(from: NaiveDate, months: u32) -> NaiveDate {
    from.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// The day in the Netherlands at a moment of universal time. Summer time is two hours ahead of it instead of one: from 01:00 on the last
/// Sunday of March until 01:00 on that of October (Directive 2000/84/EC, articles 2 and 3).
pub fn day_in_the_netherlands(utc: NaiveDateTime) -> NaiveDate {
    let turns = |month| {
        let last = day(utc.year(), month, 31);
        let sunday = subtract_days(last, u64::from(last.weekday().num_days_from_sunday()));
        sunday.and_hms_opt(1, 0, 0).unwrap_or_default()
    };
    let is_summer = (turns(3)..turns(10)).contains(&utc);
    utc.checked_add_signed(TimeDelta::hours(if is_summer { 2 } else { 1 })).unwrap_or(utc).date()
}

pub(crate) fn add_days(from: NaiveDate, days: u64) -> NaiveDate {
    from.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

pub(crate) fn subtract_days(from: NaiveDate, days: u64) -> NaiveDate {
    from.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests;
