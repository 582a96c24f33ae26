//! Facts about the life of a rule.

use super::*;
use crate::calendar::day;
use crate::rule::registry;

const PLAN: Validity = Validity { from: Some(day(2022, 8, 1)), until: Some(day(2026, 7, 31)) };

#[test]
fn the_last_day_of_a_plan_still_counts_and_the_day_after_does_not() {
    assert_eq!(PLAN.phase(day(2022, 7, 31)), Phase::NotYet);
    assert_eq!(PLAN.phase(day(2022, 8, 1)), Phase::InForce);
    assert_eq!(PLAN.phase(day(2026, 7, 31)), Phase::InForce);
    assert_eq!(PLAN.phase(day(2026, 8, 1)), Phase::Ended);
}

#[test]
fn the_nearest_day_lies_within_the_life_of_the_rule() {
    assert_eq!(PLAN.nearest_day(day(2026, 11, 23)), Some(day(2026, 7, 31)));
    assert_eq!(PLAN.nearest_day(day(2020, 1, 1)), Some(day(2022, 8, 1)));
    assert_eq!(PLAN.nearest_day(day(2024, 1, 1)), None);
    assert_eq!(Validity::ALWAYS.nearest_day(day(2024, 1, 1)), None);
}

#[test]
fn the_words_say_from_until_and_what_that_means_now() {
    let said = PLAN.sentence(day(2026, 11, 23), Lang::Nl).replace('\u{a0}', " ");
    assert_eq!(
        said,
        "Geldt van 1 augustus 2022 tot en met 31 juli 2026. \
         Op 23 november 2026 geldt de regel niet meer."
    );
    assert!(PLAN.sentence(day(2025, 1, 1), Lang::En).contains("the rule is in force"));
}

#[test]
fn on_the_line_an_ended_plan_lies_before_today() {
    let line = timeline(PLAN, day(2026, 11, 23));
    assert!(line.from > 0 && line.from < line.until && line.until < line.today, "{line:?}");
    assert!(!line.open_from && !line.open_until);
}

#[test]
fn an_open_end_runs_to_the_edge_and_today_stands_in_the_middle() {
    let line = timeline(Validity::ALWAYS, day(2026, 11, 23));
    assert_eq!((line.from, line.until), (0, 1000));
    assert!(line.open_from && line.open_until);
    assert!((490..=510).contains(&line.today));
}

#[test]
fn every_rule_fits_on_its_line_with_a_few_years_in_order() {
    for rule in registry() {
        for today in [day(1990, 1, 1), day(2026, 11, 23), day(2060, 12, 31)] {
            let line = timeline(rule.valid, today);
            assert!(line.from <= line.until && line.until <= 1000, "{}: {line:?}", rule.id);
            assert!(!line.years.is_empty() && line.years.len() <= 6, "{}: {line:?}", rule.id);
            assert!(line.years.windows(2).all(|two| two[0].1 < two[1].1), "{}", rule.id);
        }
    }
}
