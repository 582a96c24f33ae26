//! Up to 2022: staff money per school year, running costs per calendar year, SBO above two percent.

use super::fixture::{cents, euro};
use crate::budget::*;
use crate::money::Money;
use crate::parameter::Parameters;

/// 20.000 bo and 420 SBO on 1 October 2014; one young pupil per SO category.
fn baseline() -> Baseline {
    let mut base = Baseline { first_year: 2015, ..Baseline::default() };
    let mut set = |item, year, value| base.set(InputKey::new(item, year), Input::entered(value));
    for year in [2013, 2014, 2015] {
        set(Item::BoOct, year, 20_000);
        set(Item::SboOct, year, 420);
        for item in [Item::SoYoung1Oct, Item::SoYoung2Oct, Item::SoYoung3Oct] {
            set(item, year, 1);
        }
        for item in [Item::SoOld1Oct, Item::SoOld2Oct, Item::SoOld3Oct] {
            set(item, year, 0);
        }
    }
    set(Item::Sbo, 2015, 425);
    base
}

fn simulation(base: &Baseline) -> Simulation {
    let national = Parameters::national().unwrap();
    simulate(base, &Scenario::default(), &national, &Settings { years: 1, ..Settings::default() })
}

fn school(simulation: &Simulation, line: LineId) -> Money {
    simulation.money(Cell::School(line, 2015)).unwrap()
}

/// 5/12 of the running costs of 2015 and the rest of 2016 after 5/12.
fn running(first: &str, second: &str) -> Money {
    let part = |amount: Money| Money::cents((amount.as_cents() * 10 + 12) / 24);
    let second = euro(second);
    part(euro(first)) + (second - part(second))
}

#[test]
fn light_support_2015_16_is_staff_money_on_the_count_of_october_2014() {
    let now = simulation(&baseline());
    // 20.000 × 156,61 and 20.000 × 7,43 / 7,44.
    let wanted = euro("3132200.00") + running("148600.00", "148800.00");
    assert_eq!(school(&now, LineId::IncomeLight), wanted);
}

#[test]
fn heavy_support_counts_bo_and_sbo_together() {
    let now = simulation(&baseline());
    // 20.420 × 318,83 and × 30,01 / 30,64.
    let wanted = euro("6510508.60") + running("612804.20", "625668.80");
    assert_eq!(school(&now, LineId::IncomeHeavy), wanted);
}

#[test]
fn sbo_above_two_percent_is_paid_on_february_staff_and_october_running_costs() {
    let now = simulation(&baseline());
    // 2% of 20.420 is 408,4: the state pays 408. Staff (425 − 408) × 4.268,84 and growth (425 − 420) × 2.986,87;
    // running costs (420 − 408) × 223,32 / 223,77.
    let wanted = euro("72570.28") + euro("14934.35") + running("2679.84", "2685.24");
    assert_eq!(school(&now, LineId::CostSbo), wanted);
}

#[test]
fn exactly_two_percent_costs_nothing() {
    let mut base = baseline();
    for (item, year) in
        [(Item::SboOct, 2013), (Item::SboOct, 2014), (Item::SboOct, 2015), (Item::Sbo, 2015)]
    {
        base.set(InputKey::new(item, year), Input::entered(408));
    }
    assert_eq!(school(&simulation(&base), LineId::CostSbo), Money::ZERO);
}

#[test]
fn so_follows_category_and_age() {
    let now = simulation(&baseline());
    // 9.059,77 + 13.281,76 + 20.228,81; running costs 702,26 + 1.171,72 + 1.545,44 and 737,71 + 1.208,11 + 1.582,58.
    let wanted = euro("42570.34") + running("3419.42", "3528.40");
    assert_eq!(school(&now, LineId::CostSo), wanted);
}

#[test]
fn running_costs_of_sbo_are_never_more_than_light_running_costs() {
    let mut base = baseline();
    for year in [2013, 2014, 2015] {
        base.set(InputKey::new(Item::SboOct, year), Input::entered(2_000));
    }
    base.set(InputKey::new(Item::Sbo, 2015), Input::entered(440));
    // (2.000 − 440) × 223,32 is far above 148.600.
    let wanted = running("148600.00", "148800.00");
    assert_eq!(school(&simulation(&base), LineId::CostSbo), wanted);
}

#[test]
fn so_above_heavy_support_is_taken_from_all_schools() {
    let mut base = baseline();
    for year in [2013, 2014, 2015] {
        base.set(InputKey::new(Item::SoYoung1Oct, year), Input::entered(1_000));
    }
    let now = simulation(&base);
    let so = school(&now, LineId::CostSo);
    let heavy = school(&now, LineId::IncomeHeavy);
    let short = school(&now, LineId::IncomeDeficit);
    // Staff falls short, running costs too: together the whole difference.
    assert_eq!(short, so - heavy);
}

#[test]
fn school_year_2022_23_is_five_months_old_and_seven_months_new() {
    let mut base = super::fixture::baseline().starting(2022);
    base.set(InputKey::new(Item::BoOct, 2021), Input::entered(20_000));
    base.set(InputKey::new(Item::BoOct, 2020), Input::entered(20_000));
    let rows = [("lichte_pers_bao", "120.00"), ("lichte_mi_bao", "12.00")];
    let rows = rows.map(|(key, value)| {
        let mut row = super::fixture::row(key, value, 2022, crate::parameter::Status::Entered);
        row.valid_from = chrono::NaiveDate::from_ymd_opt(2021, 8, 1).unwrap();
        row
    });
    let known = super::fixture::parameters().with_layer(rows.to_vec());
    let now = simulate(&base, &Scenario::default(), &known, &Settings::default());
    // Aug-Dec 2022: 5/12 × 20.000 × 132 on October 2021; Jan-Jul 2023: 7/12 × 18.000 × 200 on February 2022.
    let light = now.money(Cell::School(LineId::IncomeLight, 2022)).unwrap();
    assert_eq!(light, Money::euros(1_100_000 + 2_100_000));
    assert_eq!(cents(&now, LineId::IncomeLight, 2022), 264_000_000);
}
