//! The chain since 2023, worked out by hand, and what happens at its edges.

use super::fixture::*;
use crate::budget::*;
use crate::money::Money;

fn line(simulation: &Simulation, line: LineId) -> Money {
    simulation.money(Cell::Year(line, 2027)).unwrap()
}

#[test]
fn the_2027_budget_follows_from_the_counts_of_february_2026() {
    let now = run(&baseline(), &Scenario::default());
    // 18.000 × 200; 18.400 × 500.
    assert_eq!(line(&now, LineId::IncomeLight), Money::euros(3_600_000));
    assert_eq!(line(&now, LineId::IncomeHeavy), Money::euros(9_200_000));
    // 400 × 6.634,52; 350 × 12.938,34 + 20 × 21.053,23 + 30 × 31.419,53.
    assert_eq!(line(&now, LineId::CostSbo), euro("2653808.00"));
    assert_eq!(line(&now, LineId::CostSo), euro("5892069.50"));
    assert_eq!(line(&now, LineId::SpillOver), Money::ZERO);
    assert_eq!(line(&now, LineId::IncomeDeficit), Money::ZERO);
    // 18.000 × 150 and 18.000 × 80.
    assert_eq!(line(&now, LineId::CostRegular), Money::euros(2_700_000));
    assert_eq!(line(&now, LineId::CostAreas), Money::euros(1_440_000));
    assert_eq!(line(&now, LineId::IncomeTotal), Money::euros(12_800_000));
    assert_eq!(line(&now, LineId::CostTotal), euro("15513854.50"));
    assert_eq!(line(&now, LineId::Result), euro("-2713854.50"));
    assert_eq!(line(&now, LineId::ReserveEnd), euro("-2263854.50"));
}

#[test]
fn the_count_of_another_year_does_not_touch_2027() {
    let mut base = baseline();
    base.set(InputKey::new(Item::Sbo, 2027), Input::entered(500));
    let (before, after) =
        (run(&baseline(), &Scenario::default()), run(&base, &Scenario::default()));
    assert_eq!(line(&before, LineId::Result), line(&after, LineId::Result));
    let next = |simulation: &Simulation| cents(simulation, LineId::CostSbo, 2028);
    assert_eq!(next(&after) - next(&before), 100 * 663_452);
}

#[test]
fn an_sbo_deduction_above_light_support_weighs_on_heavy_support() {
    let mut base = baseline();
    base.set(InputKey::new(Item::Sbo, 2026), Input::entered(600));
    let now = run(&base, &Scenario::default());
    // 600 × 6.634,52 − 3.600.000.
    assert_eq!(line(&now, LineId::SpillOver), euro("380712.00"));
    assert_eq!(line(&now, LineId::IncomeDeficit), Money::ZERO);
}

#[test]
fn what_the_deductions_take_too_much_comes_from_the_boards_by_pupils() {
    let mut base = baseline();
    base.set(InputKey::new(Item::So1, 2026), Input::entered(700));
    let now = run(&base, &Scenario::default());
    // 700 × 12.938,34 + 421.064,60 + 942.585,90 − 9.200.000.
    let deficit = line(&now, LineId::IncomeDeficit);
    assert_eq!(deficit, euro("1220488.50"));
    let parts: Vec<Money> =
        (0..2).map(|board| now.money(Cell::Board(board, 2027)).unwrap()).collect();
    assert_eq!(now.boards(), ["een", "twee"]);
    assert_eq!(parts.iter().copied().sum::<Money>(), deficit);
    // 10.000 of 18.401 pupils.
    assert_eq!(parts[0], euro("663272.92"));
    let equal = run(&base, &turned("tekort.sleutel", 1));
    assert_eq!(equal.money(Cell::Board(0, 2027)), Some(euro("610244.25")));
}

#[test]
fn a_year_without_a_tariff_is_unknown_and_says_which() {
    let base = baseline();
    let national = crate::parameter::Parameters::national().unwrap();
    let now = simulate(&base, &Scenario::default(), &national, &Settings::default());
    let figure = now.figure(Cell::Year(LineId::IncomeLight, 2027)).unwrap();
    let lichte = Missing::Tariff { key: "lichte_norm", year: 2027, school_year: false };
    assert_eq!(figure.missing(), std::slice::from_ref(&lichte));
    assert!(lichte.place().nl.contains("WPO"));
    assert!(now.figure(Cell::Year(LineId::Result, 2028)).unwrap().money().is_none());
    // What does not lean on it is known all the same.
    assert_eq!(line(&now, LineId::CostRegular), Money::euros(2_700_000));
}

#[test]
fn a_missing_count_names_the_count_date_and_where_to_find_it() {
    let mut base = baseline();
    base.inputs.remove(&InputKey::new(Item::So3, 2027));
    let now = run(&base, &Scenario::default());
    let missing = Missing::Input(InputKey::new(Item::So3, 2027));
    assert_eq!(now.to_do(), std::slice::from_ref(&missing));
    assert_eq!((missing.year(), missing.moment()), (2027, Moment::February));
    assert!(missing.place().nl.contains("1B"));
    assert!(now.money(Cell::Year(LineId::Result, 2027)).is_some());
    assert!(now.money(Cell::Year(LineId::Result, 2028)).is_none());
}

#[test]
fn the_own_floor_and_the_signal_value_stand_next_to_each_other() {
    let now = run(&baseline(), &Scenario::default());
    // 3,5% of 12,8 million.
    assert_eq!(line(&now, LineId::SignalValue), Money::euros(448_000));
    assert_eq!(line(&now, LineId::ReserveFloor), Money::euros(400_000));
    assert_eq!(line(&now, LineId::Room), Money::euros(48_000));
    let net = Settings { income_base: IncomeBase::Net, ..Settings::default() };
    let net = simulate(&baseline(), &Scenario::default(), &parameters(), &net);
    // 12,8 million − SBO − SO leaves 4.254.122,50: the minimum counts, and the floor lies above it (X11).
    assert_eq!(line(&net, LineId::SignalValue), Money::euros(250_000));
    assert_eq!(line(&net, LineId::Room), Money::euros(-150_000));
}

#[test]
fn the_shares_of_the_werkgebieden_and_the_reservation_are_the_pot() {
    let now = run(&baseline(), &Scenario::default());
    let budgets: Money =
        (0..3).map(|at| now.money(Cell::Area(AreaLine::Budget, at, 2027)).unwrap()).sum();
    // 95% of 1.440.000; 5% is reserved.
    assert_eq!(budgets, Money::euros(1_368_000));
    let noord = now.money(Cell::Area(AreaLine::Budget, 0, 2027)).unwrap();
    assert_eq!(noord, Money::euros(532_076));
    // 532.076 − 7.001 × 70.
    assert_eq!(now.money(Cell::Area(AreaLine::Result, 0, 2027)), Some(Money::euros(42_006)));
}

#[test]
fn calls_above_the_reservation_are_shared_and_the_rest_is_to_be_found() {
    let mut base = baseline();
    for (slug, asked) in [("noord", 6_000_000), ("zuid", 3_000_000)] {
        base.set(InputKey::of(Item::FrictionDraw, slug, 2027), Input::entered(asked));
    }
    let now = run(&base, &Scenario::default());
    let area = |line, at| now.money(Cell::Area(line, at, 2027)).unwrap();
    // 72.000 reserved, 90.000 asked.
    assert_eq!(area(AreaLine::Draw, 0), Money::euros(48_000));
    assert_eq!(area(AreaLine::Draw, 1), Money::euros(24_000));
    assert_eq!(area(AreaLine::ToFind, 0), Money::euros(12_000));
    assert_eq!(area(AreaLine::ToFind, 2), Money::ZERO);
}

#[test]
fn twelve_monthly_terms_are_the_year() {
    let terms = monthly_terms(euro("2700000.05"));
    assert_eq!(terms.len(), 12);
    assert_eq!(terms.into_iter().sum::<Money>(), euro("2700000.05"));
}

#[test]
fn the_cut_of_2023_is_given_back_as_far_as_there_is_no_excess() {
    // 20.000 pupils × 13,50; signal value 3,5% of 20 million = 700.000.
    for (reserve, back) in [(300_000, 270_000), (760_000, 210_000), (1_500_000, 0)] {
        let mut base = baseline().starting(2023);
        base.set(InputKey::new(Item::Bo, 2022), Input::entered(19_600));
        base.set(InputKey::new(Item::Reserve, 2022), Input::entered(reserve * 100));
        base.set(InputKey::new(Item::IncomeTotal, 2022), Input::entered(2_000_000_000));
        let now = run(&base, &Scenario::default());
        assert_eq!(cents(&now, LineId::IncomeCompensation, 2023), back * 100, "reserve {reserve}");
    }
}

#[test]
fn a_row_entered_by_the_user_marks_every_figure_that_leans_on_it() {
    use crate::parameter::Status;
    let own = vec![row("lichte_norm", "210.00", 2027, Status::Entered)];
    let estimate = vec![row("oba_sbo", "6800.00", 2027, Status::Estimate)];
    let known = parameters().with_layer(own).with_layer(estimate);
    let now = simulate(&baseline(), &Scenario::default(), &known, &Settings::default());
    let marks = |line| now.figure(Cell::Year(line, 2027)).unwrap().marks;
    assert!(marks(LineId::IncomeLight).has(Marks::ENTERED));
    assert!(!marks(LineId::IncomeHeavy).has(Marks::ENTERED));
    assert!(marks(LineId::CostSbo).has(Marks::ESTIMATE));
    assert!(
        marks(LineId::Result).has(Marks::ENTERED) && marks(LineId::Result).has(Marks::ESTIMATE)
    );
}
