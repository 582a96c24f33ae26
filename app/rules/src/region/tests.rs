//! The region files say what their plans say, contradictions included.

use super::*;
use crate::parameter::Parameters;

fn values(region: &Region, key: &str) -> Vec<String> {
    region.figures(key).map(|figure| figure.value.to_string()).collect()
}

#[test]
fn four_regions_ship() {
    let slugs: Vec<_> = regions().unwrap().into_iter().map(|region| region.slug).collect();
    let expected = ["ppo-nk", "kop-van-noord-holland", "west-friesland", "vo-midden-kennemerland"];
    assert_eq!(slugs, expected);
    assert!(slugs.iter().all(|slug| region(slug).is_some_and(|region| region.slug == *slug)));
    assert!(region("elders").is_none());
}

/// X12: the printed table of expenses closes to the euro.
#[test]
fn the_expenses_of_ppo_nk_add_up_to_the_printed_totals() {
    let expenses = region("ppo-nk").unwrap().expenses.unwrap();
    assert_eq!(expenses.categories.len(), 7);
    assert_eq!(
        expenses.years.iter().map(|year| year.year).collect::<Vec<_>>(),
        [2017, 2018, 2019, 2020, 2021]
    );
    for year in &expenses.years {
        assert_eq!(year.amounts.len(), 7, "{}", year.year);
        assert_eq!(year.sum(), year.printed_total, "{}", year.year);
    }
    let by = |year: usize, category: usize| expenses.years[year].amounts[category];
    let rise = by(4, 1) + by(4, 2) - by(0, 1) - by(0, 2);
    assert_eq!(rise, Money::euros(1_789_672));
}

/// X2 and X3: all counts that the plan prints stay visible.
#[test]
fn the_counts_that_clash_stand_side_by_side() {
    let region = region("ppo-nk").unwrap();
    assert_eq!(values(&region, "gemeenten"), ["4", "4", "5", "6"]);
    assert_eq!(region.municipalities.len(), 6);
    assert_eq!(values(&region, "scholen"), ["102", "105"]);
    let part = |key: &str| region.figures(key).next().unwrap().value;
    assert_eq!(
        part("scholen.regulier") + part("scholen.so") + part("scholen.sbo"),
        Decimal::from(102)
    );
}

#[test]
fn ppo_nk_has_eight_werkgebieden_and_thirteen_boards() {
    let region = region("ppo-nk").unwrap();
    assert_eq!(region.werkgebieden.len(), 8);
    assert_eq!(values(&region, "schoolbesturen"), ["13", "13"]);
}

#[test]
fn the_own_floor_of_ppo_nk_is_a_row_of_its_plan_period() {
    let parameters = Parameters::national().unwrap().with_layer(region("ppo-nk").unwrap().rows);
    let on = |date: &str| parameters.get("weerstandsvermogen_min", date.parse().unwrap());
    assert_eq!(on("2026-07-31").unwrap().value, Decimal::from(400_000));
    assert!(on("2026-08-01").is_none());
}

/// X10: the parts make 9,9 million, the plan prints 10.
#[test]
fn the_budget_of_midden_kennemerland_does_not_quite_close() {
    let region = region("vo-midden-kennemerland").unwrap();
    let parts: Decimal = region
        .figures
        .iter()
        .filter(|figure| figure.key.starts_with("budget."))
        .map(|figure| figure.value)
        .sum();
    assert_eq!(parts, Decimal::from(9_900_000));
    assert_eq!(values(&region, "budget"), ["10000000"]);
}

#[test]
fn every_number_says_where_it_stands() {
    for region in regions().unwrap() {
        assert!(region.figures.iter().all(|figure| !figure.place.is_empty()), "{}", region.slug);
        assert!(region.steps.iter().all(|step| !step.place.is_empty()), "{}", region.slug);
        assert!(region.rows.iter().all(|row| !row.source.place.is_empty()), "{}", region.slug);
    }
}

#[test]
fn a_file_with_an_unknown_field_is_refused_with_the_name_of_the_file() {
    let error = Region::from_json("eigen.json", r#"{"slug":"x","naam":"y"}"#).unwrap_err();
    assert_eq!(error.file, "eigen.json");
    assert!(error.problem.contains("naam"));
}
