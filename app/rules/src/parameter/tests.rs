//! The national rows say what was found, and keep quiet about what was not.

use chrono::Datelike;
use rust_decimal::Decimal;

use super::*;
use crate::calendar::{Pupils, day, teldatum};

fn national() -> Parameters {
    Parameters::national().unwrap()
}

fn amount(key: &str, on: NaiveDate) -> Option<String> {
    national().get(key, on).map(|row| row.value.to_string())
}

#[test]
fn ninety_seven_rows_and_thirty_four_gaps_are_known() {
    assert_eq!(national().rows().len(), 97);
    assert_eq!(national().gaps().count(), 34);
}

#[test]
fn a_tariff_holds_in_its_own_year_only() {
    assert_eq!(amount("oba_sbo", day(2024, 12, 31)).as_deref(), Some("6634.52"));
    assert_eq!(amount("oba_sbo", day(2025, 1, 1)), None);
    assert_eq!(amount("oba_sbo", day(2023, 12, 31)), None);
    assert_eq!(amount("lichte_pers_bao", day(2015, 7, 31)).as_deref(), Some("151.06"));
    assert_eq!(amount("lichte_pers_bao", day(2015, 8, 1)).as_deref(), Some("156.61"));
}

#[test]
fn both_sectors_have_their_own_key() {
    assert_eq!(amount("zware_norm.po", day(2023, 6, 1)).as_deref(), Some("477.27"));
    assert_eq!(amount("zware_norm.vo", day(2023, 6, 1)).as_deref(), Some("781.39"));
}

#[test]
fn what_nobody_checked_stays_unverified() {
    let unverified = national();
    let unverified = unverified.rows().iter().filter(|row| row.status == Status::Unverified);
    assert!(unverified.clone().all(|row| row.key == "verevening_afbouw"));
    assert_eq!(unverified.count(), 6);
}

#[test]
fn every_row_has_a_source_and_no_key_has_two_rows_on_one_day() {
    let national = national();
    for row in national.rows() {
        assert!(!row.source.document.is_empty() && !row.unit.is_empty(), "{}", row.key);
        assert!(row.valid_to.is_none_or(|end| row.valid_from <= end), "{}", row.key);
        let same_day = national
            .rows()
            .iter()
            .filter(|other| other.key == row.key && other.in_force(row.valid_from));
        assert_eq!(same_day.count(), 1, "{} on {}", row.key, row.valid_from);
    }
}

#[test]
fn the_count_dates_in_the_data_are_the_ones_of_the_calendar() {
    let month_and_day = |pupils| {
        let date = teldatum(2027, pupils).unwrap();
        Decimal::from(date.month() * 100 + date.day())
    };
    let row = |key: &str| national().get(key, day(2027, 1, 1)).unwrap().value;
    assert_eq!(row("teldatum_po"), month_and_day(Pupils::Primary));
    assert_eq!(row("teldatum_vso"), month_and_day(Pupils::SpecialSecondary));
    assert_eq!(row("teldatum_vo_regulier"), month_and_day(Pupils::Secondary));
}

fn own() -> Source {
    Source {
        document: "zelf ingevuld".into(),
        place: "-".into(),
        link: None,
        says: None,
        says_en: None,
    }
}

#[test]
fn an_entered_row_closes_its_gap_and_wins_from_the_national_one() {
    let today = day(2026, 11, 22);
    let row = |key, year| entered(key, Decimal::from(7_000), "euro", year, own(), today).unwrap();
    let layered = national().with_layer(vec![row("oba_sbo", 2027), row("oba_sbo", 2024)]);
    assert_eq!(layered.gaps().count(), 33);
    assert_eq!(layered.get("oba_sbo", day(2024, 6, 1)).unwrap().status, Status::Entered);
    assert_eq!(layered.get("oba_sbo", day(2026, 6, 1)), None);
}

#[test]
fn an_estimate_says_which_row_and_which_index_it_leans_on() {
    let national = national();
    let base = national.get("oba_sbo", day(2024, 6, 1)).unwrap();
    let estimate = estimate(base, Decimal::new(325, 4), 2025).unwrap();
    assert_eq!(estimate.row.value.to_string(), "6850.14");
    assert_eq!(estimate.row.status, Status::Estimate);
    assert!(!estimate.row.in_force(day(2026, 1, 1)));
    let parts = &estimate.explanation.parts;
    assert_eq!(parts[0].value, Some(crate::value::Value::Number(base.value)));
    assert_eq!(parts[1].because, crate::explain::Because::Entered);
}

#[test]
fn a_file_with_a_mistake_names_the_file() {
    let error = Parameters::from_json("eigen.json", "{}").unwrap_err();
    assert_eq!(error.file, "eigen.json");
}
