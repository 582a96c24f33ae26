//! Secondary: heavy support on 1 October, VSO on 1 February, lwoo and pro on the share frozen in 2012.

use super::fixture::{cents, row};
use crate::budget::*;
use crate::money::Money;
use crate::parameter::{Parameters, Status};

/// 9.000 pupils, 120/10/15 VSO, 12,5% lwoo and pro; every amount a year of a round tariff.
fn run(scenario: &Scenario) -> Simulation {
    let mut base = Baseline { sector: Sector::Vo, first_year: 2027, ..Baseline::default() };
    for year in 2025..=2032 {
        for (item, value) in [
            (Item::Vo, 9_000),
            (Item::Vso1, 120),
            (Item::Vso2, 10),
            (Item::Vso3, 15),
            (Item::LwooProShare, 125_000),
            (Item::CostLwoo, 300_000_000),
            (Item::CostPro, 50_000_000),
            (Item::CostTailored, 120_000_000),
            (Item::CostOverhead, 50_000_000),
        ] {
            base.set(InputKey::new(item, year), Input::entered(value));
        }
    }
    base.set(InputKey::new(Item::Reserve, 2026), Input::entered(30_000_000));
    let rows = (2027..=2031).flat_map(|year| {
        [
            ("zware_norm.vo", "800.00"),
            ("lichte_norm_vo_regionaal", "110.00"),
            ("lwoo_pro_ondersteuning_per_leerling", "4000.00"),
            ("oba_vso_cat1", "14000.00"),
            ("oba_vso_cat2", "23000.00"),
            ("oba_vso_cat3", "27000.00"),
        ]
        .map(|(key, value)| row(key, value, year, Status::Entered))
    });
    let known = Parameters::national().unwrap().with_layer(rows.collect());
    simulate(&base, scenario, &known, &Settings::default())
}

#[test]
fn light_support_is_the_regional_amount_plus_lwoo_and_pro_for_the_frozen_share() {
    let now = run(&Scenario::default());
    // 9.000 × 110 + 12,5% × 9.000 × 4.000.
    assert_eq!(cents(&now, LineId::IncomeLight, 2027), (990_000 + 4_500_000) * 100);
    assert_eq!(cents(&now, LineId::IncomeHeavy, 2027), 9_000 * 80_000);
    // 120 × 14.000 + 10 × 23.000 + 15 × 27.000.
    assert_eq!(cents(&now, LineId::CostSo, 2027), (1_680_000 + 230_000 + 405_000) * 100);
    // The five items of its own layout, and none of the primary ones.
    assert!(now.money(Cell::Year(LineId::CostAreas, 2027)).is_none());
    let total = 231_500_000 + 300_000_000 + 50_000_000 + 120_000_000 + 50_000_000;
    assert_eq!(cents(&now, LineId::CostTotal, 2027), total);
}

#[test]
fn a_move_to_vso_in_august_takes_heavy_support_before_it_costs_a_place() {
    let mut scenario = Scenario::new("proef");
    scenario.set("so.instroom.1/2026".parse().unwrap(), 2).unwrap();
    let (before, after) = (run(&Scenario::default()), run(&scenario));
    let change = |line, year| cents(&after, line, year) - cents(&before, line, year);
    // Gone from the count of 1 October 2026, in the VSO count of 1 February 2027.
    assert_eq!(change(LineId::IncomeHeavy, 2027), -2 * 80_000);
    assert_eq!(change(LineId::CostSo, 2027), 0);
    assert_eq!(change(LineId::CostSo, 2028), 2 * 1_400_000);
}

#[test]
fn levers_of_primary_do_nothing_in_secondary() {
    let mut scenario = Scenario::new("proef");
    scenario.set("sbo.instroom".parse().unwrap(), 5).unwrap();
    scenario.set("basis.per_leerling".parse().unwrap(), 1_000).unwrap();
    let (before, after) = (run(&Scenario::default()), run(&scenario));
    assert_eq!(
        before.money(Cell::Year(LineId::ReserveEnd, 2030)),
        after.money(Cell::Year(LineId::ReserveEnd, 2030))
    );
    assert_ne!(after.money(Cell::Year(LineId::Result, 2027)), Some(Money::ZERO));
}
