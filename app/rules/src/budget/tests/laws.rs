//! What holds for every scenario: totals, halves, shares, order, undo, and explanations equal to the cent.

use proptest::prelude::*;

use super::fixture::*;
use crate::budget::*;
use crate::money::Money;

/// Some turns within their limits, near the plausible ones.
fn turns() -> impl Strategy<Value = Vec<(LeverKey, i64)>> {
    let one = (0..levers().len(), proptest::option::of(2025..=2030), 0..=100_i64);
    let key = one.prop_map(|(at, year, place)| {
        let lever = &levers()[at];
        let year = if lever.span == Span::PerYear { year } else { None };
        let (low, high) = lever.plausible;
        let spread = (high - low).max(1);
        let value = (low + spread * place / 100).clamp(lever.min, lever.max);
        (LeverKey { lever: lever.lever, year }, value)
    });
    proptest::collection::vec(key, 0..12)
}

fn scenario(turns: &[(LeverKey, i64)]) -> Scenario {
    let mut scenario = Scenario::new("proef");
    for (key, value) in turns {
        scenario.set(*key, *value).unwrap();
    }
    scenario
}

fn sum(simulation: &Simulation, kind: Kind, cell: fn(LineId, i32) -> Cell, year: i32) -> Money {
    let lines = LineId::ALL.into_iter().filter(|line| line.kind() == kind);
    lines.filter_map(|line| simulation.money(cell(line, year))).sum()
}

fn same(a: &Simulation, b: &Simulation) -> bool {
    compare(a, b).is_empty() && a.calendar() == b.calendar() && a.school() == b.school()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn totals_are_the_sums_of_their_parts_in_both_views(turns in turns()) {
        let now = run(&baseline(), &scenario(&turns));
        for year in now.years.clone() {
            for cell in [Cell::Year as fn(LineId, i32) -> Cell, Cell::School] {
                let at = |line| now.money(cell(line, year)).unwrap();
                prop_assert_eq!(sum(&now, Kind::Income, cell, year), at(LineId::IncomeTotal));
                prop_assert_eq!(sum(&now, Kind::Cost, cell, year), at(LineId::CostTotal));
                prop_assert_eq!(at(LineId::IncomeTotal) - at(LineId::CostTotal), at(LineId::Result));
                prop_assert_eq!(at(LineId::ReserveBegin) + at(LineId::Result), at(LineId::ReserveEnd));
            }
            let budgets: Money =
                (0..3).map(|at| now.money(Cell::Area(AreaLine::Budget, at, year)).unwrap()).sum();
            prop_assert!(budgets <= now.money(Cell::Year(LineId::CostAreas, year)).unwrap().max(budgets));
        }
    }

    #[test]
    fn school_years_hold_every_cent_of_the_calendar_years_between(turns in turns()) {
        let base = baseline();
        let now = run(&base, &scenario(&turns));
        let long = Settings { years: 6, ..Settings::default() };
        let longer = simulate(&base, &scenario(&turns), &parameters(), &long);
        for line in LineId::ALL.into_iter().filter(|line| matches!(line.kind(), Kind::Income | Kind::Cost)) {
            // Calendar 2028 is Jan-Jul of school year 2027 and Aug-Dec of 2028: two neighbouring school years
            // hold it and the outer halves.
            let year = |y| now.money(Cell::Year(line, y)).unwrap_or_default().as_cents();
            let school = now.money(Cell::School(line, 2027)).unwrap_or_default().as_cents();
            let autumn = |y| half_up(year(y) * 5, 12);
            prop_assert_eq!(school, autumn(2027) + year(2028) - autumn(2028), "{:?}", line);
            prop_assert_eq!(longer.money(Cell::Year(line, 2029)), now.money(Cell::Year(line, 2029)));
        }
    }

    #[test]
    fn every_explanation_recomputes_to_the_cent_of_its_cell(turns in turns()) {
        let (base, scenario) = (baseline(), scenario(&turns));
        let known = parameters();
        let now = run(&base, &scenario);
        let lines = LineId::ALL.into_iter().flat_map(|line| [Cell::Year(line, 2029), Cell::School(line, 2028)]);
        let areas = AreaLine::ALL.into_iter().map(|line| Cell::Area(line, 1, 2029));
        for cell in lines.chain(areas) {
            let Some(money) = now.money(cell) else { continue };
            let tree = now.why(&base, &known, cell).unwrap();
            prop_assert_eq!(recompute(&tree), money.to_decimal(), "{:?}", cell);
        }
    }

    #[test]
    fn the_order_of_turning_does_not_matter_and_undoing_restores(turns in turns(), extra in turns()) {
        let base = baseline();
        let mut unique: Vec<_> = scenario(&turns).changes.into_iter().collect();
        let forward = run(&base, &Scenario { changes: unique.iter().copied().collect(), ..Scenario::default() });
        unique.reverse();
        let backward = run(&base, &Scenario { changes: unique.iter().copied().collect(), ..Scenario::default() });
        prop_assert!(same(&forward, &backward));
        let before = scenario(&turns);
        let mut after = before.clone();
        for (key, value) in extra {
            after.changes.insert(key, value);
        }
        after.changes = before.changes.clone();
        prop_assert!(same(&forward, &run(&base, &after)));
    }

    #[test]
    fn more_pupils_in_regular_primary_never_bring_less_gross_income(extra in 0..500_i64) {
        let mut base = baseline();
        base.set(InputKey::new(Item::Bo, 2026), Input::entered(18_000 + extra));
        let (few, many) = (run(&baseline(), &Scenario::default()), run(&base, &Scenario::default()));
        for line in [LineId::IncomeLight, LineId::IncomeHeavy] {
            prop_assert!(cents(&many, line, 2027) >= cents(&few, line, 2027));
        }
    }

    #[test]
    fn more_so_pupils_never_leave_more(extra in 0..200_i64, k in 0..3_usize) {
        let item = SO[k];
        let mut base = baseline();
        let now = base.get(item, 2026).unwrap().value;
        base.set(InputKey::new(item, 2026), Input::entered(now + extra));
        let (few, many) = (run(&baseline(), &Scenario::default()), run(&base, &Scenario::default()));
        prop_assert!(cents(&many, LineId::Result, 2027) <= cents(&few, LineId::Result, 2027));
    }

    #[test]
    fn no_state_of_the_budget_refuses_a_necessary_intervention(left in -1_000_000..1_000_000_i64, needed in 0..2_000_000_i64) {
        // NIV-08: what is needed is found, or being found; all of it.
        let answer = cover(Money::cents(left), Money::cents(needed));
        prop_assert_eq!(answer.found + answer.to_find, Money::cents(needed));
        prop_assert!(!answer.found.is_negative() && !answer.to_find.is_negative());
        prop_assert!(!answer.left.is_negative());
    }

    #[test]
    fn monthly_terms_are_exact(year in -10_000_000_000..10_000_000_000_i64) {
        let terms = monthly_terms(Money::cents(year));
        prop_assert_eq!(terms.iter().copied().sum::<Money>(), Money::cents(year));
        let (low, high) = (terms.iter().min().unwrap(), terms.iter().max().unwrap());
        prop_assert!((*high - *low).as_cents() <= 1);
    }
}

fn half_up(amount: i64, whole: i64) -> i64 {
    let sign = amount.signum();
    sign * ((amount.abs() * 2 + whole) / (whole * 2))
}

#[test]
fn an_explanation_ends_in_inputs_and_parameters_with_their_source() {
    use crate::explain::{Because, Explanation};
    fn leaves<'a>(tree: &'a Explanation, out: &mut Vec<&'a Explanation>) {
        if tree.parts.is_empty() {
            out.push(tree);
        }
        tree.parts.iter().for_each(|part| leaves(part, out));
    }
    let base = baseline();
    let cell = Cell::Year(LineId::IncomeLight, 2027);
    let tree = why(&base, &Scenario::default(), &parameters(), &Settings::default(), cell).unwrap();
    let mut found = Vec::new();
    leaves(&tree, &mut found);
    // Three werkgebieden and one tariff.
    assert_eq!(found.len(), 4);
    assert_eq!(found[0].label.about, "NOORD 2026");
    assert_eq!(found[0].because, Because::Entered);
    assert!(matches!(&found[3].because, Because::Parameter { key, .. } if key == "lichte_norm"));
}
