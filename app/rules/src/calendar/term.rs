//! Terms of the law and where they end (Algemene termijnenwet art. 1-4).

use chrono::NaiveDate;

use super::{Holiday, add_days, add_months, holiday, is_free_day, subtract_days};

/// How long a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Length {
    Days(u32),
    Weeks(u32),
    Months(u32),
    Years(u32),
}

/// Which way a term is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From an event on.
    Forward,
    /// Back from an event: "at least two weeks before".
    Backward,
}

/// A term that a law sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    pub length: Length,
    pub direction: Direction,
}

/// Where a term ends, and why not on the day that was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The day that plain counting gives.
    pub counted: NaiveDate,
    /// The last day of the term.
    pub last_day: NaiveDate,
    /// Whether the Algemene termijnenwet is about this term at all.
    pub law_applies: bool,
    /// The holiday on the counted day, when there is one.
    pub holiday: Option<Holiday>,
}

impl Deadline {
    pub fn moved(self) -> bool {
        self.counted != self.last_day
    }
}

impl Term {
    pub const fn weeks(weeks: u32) -> Self {
        Self { length: Length::Weeks(weeks), direction: Direction::Forward }
    }

    /// Where the term ends when the event is on `from`; that day itself does not count.
    pub fn end(self, from: NaiveDate) -> Deadline {
        let counted = self.counted(from);
        let law_applies = self.may_move();
        let last_day = if law_applies { self.moved(from, counted) } else { counted };
        Deadline { counted, last_day, law_applies, holiday: holiday(counted) }
    }

    fn counted(self, from: NaiveDate) -> NaiveDate {
        match (self.direction, self.length) {
            (Direction::Forward, Length::Days(days)) => add_days(from, u64::from(days)),
            (Direction::Forward, Length::Weeks(weeks)) => add_days(from, u64::from(weeks) * 7),
            (Direction::Forward, Length::Months(months)) => add_months(from, months),
            (Direction::Forward, Length::Years(years)) => {
                add_months(from, years.saturating_mul(12))
            }
            (Direction::Backward, length) => back(from, length),
        }
    }

    /// The law is not about terms counted back, nor about more than ninety days, twelve weeks
    /// or three months, nor about years.
    pub fn may_move(self) -> bool {
        let short = match self.length {
            Length::Days(days) => days <= 90,
            Length::Weeks(weeks) => weeks <= 12,
            Length::Months(months) => months <= 3,
            Length::Years(_) => false,
        };
        short && self.direction == Direction::Forward
    }

    /// On to the first ordinary day; a term of at least three days holds at least two of them.
    fn moved(self, from: NaiveDate, counted: NaiveDate) -> NaiveDate {
        let mut last = counted;
        while is_free_day(last) {
            last = add_days(last, 1);
        }
        // Nine days or more always hold two ordinary ones.
        let may_be_short = (3..9).contains(&(last - from).num_days());
        while may_be_short && ordinary_days(from, last) < 2 {
            last = add_days(last, 1);
        }
        last
    }
}

fn back(from: NaiveDate, length: Length) -> NaiveDate {
    let months =
        |months| from.checked_sub_months(chrono::Months::new(months)).unwrap_or(NaiveDate::MIN);
    match length {
        Length::Days(days) => subtract_days(from, u64::from(days)),
        Length::Weeks(weeks) => subtract_days(from, u64::from(weeks) * 7),
        Length::Months(count) => months(count),
        Length::Years(years) => months(years.saturating_mul(12)),
    }
}

/// Ordinary days after `from` up to and including `last`; only the last week matters here.
fn ordinary_days(from: NaiveDate, last: NaiveDate) -> usize {
    let days = last.signed_duration_since(from).num_days().clamp(0, 14);
    let back = |n: i64| subtract_days(last, n.unsigned_abs());
    (0..days).filter(|n| !is_free_day(back(*n))).count()
}
