//! Days that the law, the catalogue (G1, G2) or a printed calendar gives.

use chrono::{Datelike, NaiveDate, Weekday};
use proptest::prelude::*;

use super::*;

#[test]
fn the_school_year_runs_from_1_august_to_31_july() {
    assert_eq!(SchoolYear::of(day(2026, 7, 31)), SchoolYear(2025));
    assert_eq!(SchoolYear::of(day(2026, 8, 1)), SchoolYear(2026));
    assert_eq!(SchoolYear(2026).last_day(), day(2027, 7, 31));
    assert_eq!(SchoolYear(2026).to_string(), "2026-2027");
}

#[test]
fn the_first_count_of_the_present_funding_was_1_february_2022() {
    assert_eq!(teldatum(2023, Pupils::Primary), Some(day(2022, 2, 1)));
    assert_eq!(teldatum(2027, Pupils::Primary), Some(day(2026, 2, 1)));
    assert_eq!(teldatum(2027, Pupils::SpecialSecondary), Some(day(2026, 2, 1)));
    assert_eq!(teldatum(2027, Pupils::Secondary), Some(day(2026, 10, 1)));
    assert_eq!(teldatum(2022, Pupils::Primary), None);
}

#[test]
fn before_2023_a_school_year_leaned_on_1_october_and_the_growth_count() {
    let counts = OldCounts { regular: day(2021, 10, 1), growth: day(2022, 2, 1) };
    assert_eq!(counts_before_2023(SchoolYear(2022)), Some(counts));
    assert_eq!(counts_before_2023(SchoolYear(2023)), None);
}

#[test]
fn easter_falls_where_the_printed_calendar_says() {
    let printed = [
        (1961, 4, 2),
        (1981, 4, 19),
        (2000, 4, 23),
        (2008, 3, 23),
        (2011, 4, 24),
        (2019, 4, 21),
        (2021, 4, 4),
        (2022, 4, 17),
        (2023, 4, 9),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2028, 4, 16),
        (2038, 4, 25),
        (2049, 4, 18),
        (2076, 4, 19),
    ];
    for (year, month, of_month) in printed {
        assert_eq!(easter(year), day(year, month, of_month), "{year}");
    }
}

#[test]
fn good_friday_and_5_may_are_free_days_and_the_day_before_christmas_is_not() {
    assert_eq!(holiday(day(2026, 4, 3)), Some(Holiday::GoodFriday));
    assert_eq!(holiday(day(2026, 5, 5)), Some(Holiday::LiberationDay));
    assert_eq!(holiday(day(2026, 5, 14)), Some(Holiday::Ascension));
    assert_eq!(holiday(day(2026, 5, 25)), Some(Holiday::WhitMonday));
    assert!(!is_free_day(day(2026, 12, 24)));
}

#[test]
fn kings_day_moves_to_saturday_when_it_would_be_a_sunday() {
    assert_eq!(holiday(day(2025, 4, 26)), Some(Holiday::KingsDay));
    assert_eq!(holiday(day(2025, 4, 27)), None);
    assert_eq!(holiday(day(2026, 4, 27)), Some(Holiday::KingsDay));
    assert_eq!(holiday(day(2013, 4, 30)), Some(Holiday::KingsDay));
}

/// G1: received on a Monday, six weeks, extended by four.
#[test]
fn six_weeks_after_monday_5_october_2026_is_monday_16_november() {
    let received = day(2026, 10, 5);
    assert_eq!(Term::weeks(6).end(received).last_day, day(2026, 11, 16));
    assert_eq!(Term::weeks(10).end(received).last_day, day(2026, 12, 14));
    assert!(!Term::weeks(10).end(received).moved());
}

/// G2: both Christmas days and the Sunday after them push the end.
#[test]
fn a_term_that_ends_on_christmas_day_2026_runs_on_to_monday_28_december() {
    let deadline = Term::weeks(6).end(day(2026, 11, 13));
    assert_eq!(deadline.counted, day(2026, 12, 25));
    assert_eq!(deadline.last_day, day(2026, 12, 28));
    assert_eq!(deadline.holiday, Some(Holiday::ChristmasDay));
}

#[test]
fn a_term_counted_back_does_not_move() {
    let term = Term { length: Length::Weeks(2), direction: Direction::Backward };
    let deadline = term.end(day(2026, 11, 28));
    assert_eq!((deadline.last_day, deadline.law_applies), (day(2026, 11, 14), false));
    assert_eq!(deadline.last_day.weekday(), Weekday::Sat);
}

#[test]
fn the_law_is_about_twelve_weeks_three_months_and_ninety_days_at_most() {
    let applies = |length| Term { length, direction: Direction::Forward }.may_move();
    assert!(applies(Length::Weeks(12)) && !applies(Length::Weeks(13)));
    assert!(applies(Length::Months(3)) && !applies(Length::Months(4)));
    assert!(applies(Length::Days(90)) && !applies(Length::Days(91)));
    assert!(!applies(Length::Years(1)));
}

#[test]
fn a_term_of_three_days_holds_two_ordinary_days() {
    let term = Term { length: Length::Days(3), direction: Direction::Forward };
    // From Friday 1 May 2026 three days end on Monday; only one ordinary day in it, and Tuesday
    // is 5 May.
    assert_eq!(term.end(day(2026, 5, 1)).last_day, day(2026, 5, 6));
}

#[test]
fn three_months_after_30_november_is_the_last_day_of_february() {
    assert_eq!(add_months(day(2026, 11, 30), 3), day(2027, 2, 28));
    assert_eq!(add_months(day(2027, 11, 30), 3), day(2028, 2, 29));
    assert_eq!(add_months(day(2026, 11, 28), 3), day(2027, 2, 28));
}

#[test]
fn every_day_lies_in_its_own_school_year() {
    proptest!(|(days in 0_u64..60_000)| {
        let date = add_days(day(1950, 1, 1), days);
        let year = SchoolYear::of(date);
        prop_assert!(year.first_day() <= date && date <= year.last_day());
    });
}

#[test]
fn a_term_that_the_law_is_about_ends_on_an_ordinary_day_and_never_earlier() {
    proptest!(|(days in 0_u64..40_000, weeks in 1_u32..=12)| {
        let from = add_days(day(1990, 1, 1), days);
        let deadline = Term::weeks(weeks).end(from);
        prop_assert!(!is_free_day(deadline.last_day));
        prop_assert!(deadline.last_day >= deadline.counted);
        prop_assert!((deadline.last_day - deadline.counted).num_days() <= 4);
    });
}

#[test]
fn easter_is_a_sunday_between_22_march_and_25_april() {
    for year in 1900..2300 {
        let easter: NaiveDate = easter(year);
        assert_eq!(easter.weekday(), Weekday::Sun, "{year}");
        assert!(easter >= day(year, 3, 22) && easter <= day(year, 4, 25), "{year}");
    }
}

#[test]
fn a_day_in_the_netherlands_begins_an_hour_before_that_of_universal_time_and_two_in_summer() {
    let at = |month, on, hour, minute| {
        let utc = day(2026, month, on).and_hms_opt(hour, minute, 0).unwrap();
        day_in_the_netherlands(utc)
    };
    assert_eq!(at(11, 26, 22, 59), day(2026, 11, 26));
    assert_eq!(at(11, 26, 23, 0), day(2026, 11, 27));
    assert_eq!(at(7, 1, 21, 59), day(2026, 7, 1));
    assert_eq!(at(7, 1, 22, 0), day(2026, 7, 2));
    // Summer time of 2026: from 29 March until 25 October.
    assert_eq!(at(3, 28, 22, 30), day(2026, 3, 28));
    assert_eq!(at(3, 29, 22, 30), day(2026, 3, 30));
    assert_eq!(at(10, 24, 22, 30), day(2026, 10, 25));
    assert_eq!(at(10, 25, 22, 30), day(2026, 10, 25));
}
