//! The tables of inputs and levers, keys, limits, and levers that are not about pupils.

use std::collections::BTreeSet;

use super::fixture::*;
use crate::budget::*;
use crate::parameter::Status;

#[test]
fn every_lever_stands_at_its_own_place_with_a_key_of_its_own() {
    let mut ids = BTreeSet::new();
    for (at, lever) in levers().iter().enumerate() {
        assert_eq!(lever.lever as usize, at, "{}", lever.id);
        assert!(ids.insert(lever.id), "{} twice", lever.id);
        assert!(lever.check(lever.default).is_ok() && lever.step > 0, "{}", lever.id);
        assert!(lever.min <= lever.plausible.0 && lever.plausible.1 <= lever.max, "{}", lever.id);
        assert_eq!(lever.id.parse(), Ok(LeverKey::every_year(lever.lever)));
    }
}

#[test]
fn every_input_stands_at_its_own_place_and_its_key_can_be_read_back() {
    let mut ids = BTreeSet::new();
    for (at, item) in Item::all().enumerate() {
        assert_eq!(item as usize, at, "{item}");
        assert!(ids.insert(item.id()), "{item} twice");
        for key in [InputKey::new(item, 2027), InputKey::of(item, "heiloo", 2027)] {
            assert_eq!(key.to_string().parse(), Ok(key));
        }
    }
    let key: InputKey = "leerlingen.bo@heiloo/2027".parse().unwrap();
    assert_eq!(key, InputKey::of(Item::Bo, "heiloo", 2027));
    for wrong in ["leerlingen.bo", "leerlingen.bo@/2027", "leerlingen.xx/2027", "leerlingen.bo/j"] {
        assert!(wrong.parse::<InputKey>().is_err(), "{wrong}");
    }
}

#[test]
fn an_input_that_cannot_be_is_refused_with_a_sentence() {
    assert!(Item::Bo.check(-1).unwrap_err().nl.contains("lager"));
    assert!(Item::Friction.check(1_000_001).unwrap_err().nl.contains("hoger"));
    // Own capital may be below zero.
    assert_eq!(Item::Reserve.check(-5_000_000), Ok(-5_000_000));
}

#[test]
fn every_line_stands_once_in_the_order_of_the_table() {
    assert!(LineId::ALL.is_sorted());
    let ids: BTreeSet<_> = LineId::ALL.iter().map(|line| line.id()).collect();
    assert_eq!(ids.len(), LineId::ALL.len());
}

#[test]
fn a_value_out_of_range_is_refused_with_the_range() {
    let mut scenario = Scenario::new("proef");
    let key: LeverKey = "krimp/2028".parse().unwrap();
    let problem = scenario.set(key, -100_001).unwrap_err();
    assert_eq!((problem.min, problem.max), (-100_000, 100_000));
    assert!(problem.text.nl.contains("lager"));
    assert!(scenario.changes.is_empty());
}

#[test]
fn a_lever_for_all_years_takes_no_year() {
    assert!("beweging.maand/2027".parse::<LeverKey>().is_err());
}

#[test]
fn a_year_s_own_value_wins_over_the_value_for_every_year() {
    let mut scenario = turned("lasten.oza", 100_000);
    scenario.set("lasten.oza/2028".parse().unwrap(), 0).unwrap();
    let now = run(&baseline(), &scenario);
    let oza = |year| cents(&now, LineId::CostOza, year) - 48_705_800;
    assert_eq!([oza(2027), oza(2028), oza(2029)], [100_000, 0, 100_000]);
}

#[test]
fn keys_of_a_later_version_are_given_back_untouched() {
    let pairs = [("lasten.oza/2027", 100_000), ("maanreis/2031", 7), ("krimp", 9_999_999)];
    let (scenario, left) = Scenario::read("oud", pairs);
    assert_eq!(scenario.changes.len(), 1);
    assert_eq!(left, [("maanreis/2031".to_owned(), 7), ("krimp".to_owned(), 9_999_999)]);
}

#[test]
fn three_percent_prices_and_four_percent_wages_move_a_tariff_by_their_shares() {
    let mut scenario = turned("index.prijs/2027", 30_000);
    scenario.set("index.loon/2027".parse().unwrap(), 40_000).unwrap();
    let now = run(&baseline(), &scenario);
    // 3% × 10,85% + 4% × 89,15% = 0,3255% + 3,566% = 3,8915%; 200 becomes 207,783, so 207,78; and stays.
    assert_eq!(cents(&now, LineId::IncomeLight, 2027), 18_000 * 20_778);
    assert_eq!(cents(&now, LineId::IncomeLight, 2030), 18_000 * 20_778);
}

#[test]
fn the_first_regulation_can_be_chosen_when_both_are_known() {
    let rows = vec![
        row("lichte_norm", "199.00", 2027, Status::First),
        row("lichte_norm", "204.00", 2027, Status::Definitive),
    ];
    let known = parameters().with_layer(rows);
    let light = |scenario: &Scenario| {
        let now = simulate(&baseline(), scenario, &known, &Settings::default());
        cents(&now, LineId::IncomeLight, 2027)
    };
    assert_eq!(light(&Scenario::default()), 18_000 * 20_400);
    assert_eq!(light(&turned("regeling.versie", 1)), 18_000 * 19_900);
}

#[test]
fn one_off_money_is_left_out_of_the_structural_result() {
    let now = run(&baseline(), &turned("eenmalig.last/2027", 5_000_000));
    let gap = cents(&now, LineId::ResultStructural, 2027) - cents(&now, LineId::Result, 2027);
    assert_eq!(gap, 5_000_000);
}

#[test]
fn basic_support_follows_pupils_and_schools() {
    let mut scenario = turned("basis.per_leerling/2027", 100);
    scenario.set("basis.vaste_voet/2027".parse().unwrap(), 10_000).unwrap();
    let now = run(&baseline(), &scenario);
    // 18.000 × (150 + 1) + 95 × 100.
    assert_eq!(cents(&now, LineId::CostRegular, 2027), 271_800_000 + 950_000);
}

#[test]
fn own_costs_rise_year_on_year() {
    let now = run(&baseline(), &turned("index.eigen", 20_000));
    let cost = |year| cents(&now, LineId::CostManagement, year);
    assert_eq!([cost(2027), cost(2028)], [75_332_100, 76_838_742]);
}

#[test]
fn the_safety_net_pays_a_share_of_growth_above_the_threshold() {
    let mut base = baseline();
    base.set(InputKey::new(Item::So1, 2027), Input::entered(380));
    let mut scenario = turned("vangnet.deel", 500_000);
    scenario.set("vangnet.drempel".parse().unwrap(), 20_000).unwrap();
    scenario.set("vangnet.maanden".parse().unwrap(), 6).unwrap();
    let now = run(&base, &scenario);
    // 30 more on 350, of which 7 are the school's own: 23 × 12.938,34 × 50% × 6/12.
    assert_eq!(cents(&now, LineId::CostSafety, 2027), 7_439_546);
    assert!(run(&base, &Scenario::default()).money(Cell::Year(LineId::CostSafety, 2027)).is_none());
}

#[test]
fn what_weighs_most_is_sorted_and_low_to_high_holds_the_expected() {
    let (base, settings) = (baseline(), Settings::default());
    let cell = Cell::Year(LineId::ReserveEnd, 2030);
    let found = sensitivity(&base, &Scenario::default(), &parameters(), &settings, cell);
    assert!(found.len() >= 8);
    assert!(found.is_sorted_by_key(|sway| std::cmp::Reverse(sway.width())));
    let out = outlook(&base, &Scenario::default(), &parameters(), &settings, cell, 4);
    let at = |simulation: &Simulation| simulation.money(cell).unwrap();
    assert!(at(&out.low) < at(&out.expected) && at(&out.expected) < at(&out.high));
}

#[test]
fn both_ends_of_what_weighs_and_every_difference_say_why_to_the_cent() {
    let (base, known, settings) = (baseline(), parameters(), Settings::default());
    let (cell, open) = (Cell::Year(LineId::Result, 2028), turned("lasten.oza/2028", -100_000));
    let before = run(&base, &Scenario::default());
    for sway in sensitivity(&base, &open, &known, &settings, cell).into_iter().take(8) {
        for (end, money) in [(End::Low, sway.results.0), (End::High, sway.results.1)] {
            let turned = sway.scenario(&open, end);
            let after = run(&base, &turned);
            assert_eq!(recompute(&after.why(&base, &known, cell).unwrap()), money.to_decimal());
            let [from, to] = [("uitgangspunt", &before), ("einde", &after)]
                .map(|(name, simulation)| Named { name, simulation });
            let why = why_difference(from, to, &base, &known, cell);
            let change = difference(&before, &after, cell).money().unwrap();
            assert_eq!(recompute(&why), change.to_decimal(), "{:?}", sway.key);
            assert_eq!(why.parts[1].label.about, "2028 uitgangspunt");
        }
    }
}

#[test]
fn a_line_that_only_one_scenario_has_counts_as_nothing_in_the_other() {
    let (base, known) = (baseline(), parameters());
    let cell = Cell::Year(LineId::CostOneOff, 2027);
    let (without, with) =
        (run(&base, &Scenario::default()), run(&base, &turned("eenmalig.last/2027", 5_000_000)));
    assert!(without.figure(cell).is_none());
    let [a, b] =
        [("a", &without), ("b", &with)].map(|(name, simulation)| Named { name, simulation });
    assert_eq!(recompute(&why_difference(a, b, &base, &known, cell)), euro("50000").to_decimal());
    assert_eq!(recompute(&why_difference(b, a, &base, &known, cell)), euro("-50000").to_decimal());
}

#[test]
fn the_sentence_has_the_partnership_and_every_werkgebied_with_what_it_was() {
    let base = run(&baseline(), &Scenario::default());
    let now = run(&baseline(), &turned("werkgebied.vast/2027", -10_000_000));
    let all = sentences(&base, &now, 2027);
    assert_eq!(all.len(), 4);
    let noord = all.iter().find(|one| one.area == Some(0)).unwrap();
    let money = |figure: &Figure| figure.money().unwrap().as_cents();
    assert_eq!(money(&noord.was), 4_200_600);
    // 95% of 1.340.000 by 7.001 of 18.000, less 490.070.
    assert_eq!(money(&noord.now), 505_628);
}

#[test]
fn a_comparison_lists_only_what_differs() {
    let base = run(&baseline(), &Scenario::default());
    let now = run(&baseline(), &turned("lasten.oza/2028", -100_000));
    let all = compare(&base, &now);
    let at = |line, year| all.iter().find(|one| one.cell == Cell::Year(line, year));
    assert!(at(LineId::CostOza, 2027).is_none());
    assert_eq!(at(LineId::Result, 2028).unwrap().change, Some(crate::money::Money::euros(1_000)));
    assert!(compare(&base, &base).is_empty());
}
