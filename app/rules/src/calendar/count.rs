//! The day on which pupils are counted for a year's money (*teldatum*).

use chrono::NaiveDate;

use super::{SchoolYear, day};

/// Whose pupils: they are not all counted on the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pupils {
    /// Basisonderwijs, SBO and SO.
    Primary,
    /// Regular VO.
    Secondary,
    /// VSO.
    SpecialSecondary,
}

/// The first calendar year of the present funding.
pub const FIRST_YEAR: i32 = 2023;

/// The count date for a calendar year from 2023 on: 1 February of the year before, for regular
/// VO 1 October of the year before. `None` before 2023: see [`counts_before_2023`].
pub fn teldatum(calendar_year: i32, pupils: Pupils) -> Option<NaiveDate> {
    if calendar_year < FIRST_YEAR {
        return None;
    }
    Some(match pupils {
        Pupils::Primary | Pupils::SpecialSecondary => day(calendar_year - 1, 2, 1),
        Pupils::Secondary => day(calendar_year - 1, 10, 1),
    })
}

/// The two days that decided a school year's money before 2023.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OldCounts {
    /// 1 October of the school year before.
    pub regular: NaiveDate,
    /// 1 February after it: growth since then was paid in the school year.
    pub growth: NaiveDate,
}

/// The count dates of a school year that began before 2023; the last one, 2022-2023, was paid
/// like this for five months. `None` from 2023-2024 on.
pub fn counts_before_2023(school_year: SchoolYear) -> Option<OldCounts> {
    let start = school_year.0;
    (start < FIRST_YEAR)
        .then(|| OldCounts { regular: day(start - 1, 10, 1), growth: day(start, 2, 1) })
}
