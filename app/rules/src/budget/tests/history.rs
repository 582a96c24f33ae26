//! What the plans print about the past adds up, or shows that it does not.

use super::fixture::cents;
use crate::budget::*;
use crate::parameter::Parameters;

fn simulation(base: &Baseline, years: u8) -> Simulation {
    let settings = Settings { years, ..Settings::default() };
    simulate(base, &Scenario::default(), &Parameters::national().unwrap(), &settings)
}

#[test]
fn ppo_nk_expenses_2017_to_2021_add_up_to_the_printed_totals_to_the_euro() {
    let now = simulation(&baseline::ppo_nk(2017).unwrap(), 5);
    let printed = [12_399_336, 13_798_170, 14_225_217, 14_158_620, 13_789_620];
    for (year, total) in (2017..).zip(printed) {
        assert_eq!(cents(&now, LineId::CostTotal, year), total * 100, "{year}");
        assert_eq!(cents(&now, LineId::PrintedGap, year), 0, "{year}");
    }
    let rise = |line| cents(&now, line, 2021) - cents(&now, line, 2017);
    assert_eq!(rise(LineId::CostSbo) + rise(LineId::CostSo), 178_967_200);
}

#[test]
fn ppo_nk_income_of_those_years_is_unknown_not_zero() {
    let now = simulation(&baseline::ppo_nk(2017).unwrap(), 5);
    let income = now.figure(Cell::Year(LineId::IncomeTotal, 2019)).unwrap();
    assert_eq!(income.money(), None);
    let names: Vec<_> = income.missing().iter().map(Missing::title).collect();
    assert!(names.contains(&Tariff::LightStaff.title()));
    assert!(names.contains(&Item::BoOct.title()));
}

#[test]
fn vo_mk_shows_that_its_five_amounts_are_a_tenth_of_a_million_short_of_ten() {
    let now = simulation(&baseline::vo_mk(2021).unwrap(), 1);
    assert_eq!(cents(&now, LineId::CostTotal, 2021), 990_000_000);
    assert_eq!(cents(&now, LineId::CostPrinted, 2021), 1_000_000_000);
    assert_eq!(cents(&now, LineId::PrintedGap, 2021), -10_000_000);
}

#[test]
fn ppo_nk_s_eight_werkgebieden_are_in_the_baseline() {
    let base = baseline::ppo_nk(2027).unwrap();
    assert_eq!(base.areas.len(), 8);
    assert!(base.inputs.values().all(|input| matches!(input.origin, Origin::Published(_))));
}
