//! The school year of the law: 1 August up to and including 31 July (WPO art. 1).

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::day;

/// A school year, named by the calendar year in which it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SchoolYear(pub i32);

impl SchoolYear {
    /// The school year that a day lies in.
    pub fn of(date: NaiveDate) -> Self {
        let year = date.year();
        if date.month() >= 8 { Self(year) } else { Self(year - 1) }
    }

    pub const fn first_day(self) -> NaiveDate {
        day(self.0, 8, 1)
    }

    pub const fn last_day(self) -> NaiveDate {
        day(self.0 + 1, 7, 31)
    }
}

/// `2026-2027`.
impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0, self.0 + 1)
    }
}
