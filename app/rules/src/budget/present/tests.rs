//! What the screen says is what the simulator found.

use super::*;
use crate::budget::*;
use crate::money::Money;
use crate::notation::Problem;
use crate::parameter::Parameters;
use crate::region::regions;
use crate::text::Lang;

fn ppo_nk() -> (Baseline, Parameters, crate::region::Region) {
    let region = regions().unwrap().into_iter().find(|one| one.slug == "ppo-nk").unwrap();
    (baseline::from_region(&region, 2027), Parameters::national().unwrap(), region)
}

fn run(base: &Baseline, parameters: &Parameters) -> Simulation {
    simulate(base, &Scenario::default(), parameters, &Settings::default())
}

fn guessed() -> (Baseline, Parameters, Guess) {
    let (mut base, parameters, region) = ppo_nk();
    let index = "0.03".parse().unwrap();
    let guess = guess(&base, Some(&region), &parameters, &Settings::default(), index);
    base.accept(guess.inputs.clone());
    let rows = guess.rows.iter().map(|one| one.row.clone()).collect();
    (base, parameters.with_layer(rows), guess)
}

#[test]
fn an_amount_is_read_as_it_is_shown_and_as_it_is_typed_elsewhere() {
    for typed in ["1.250,50", "1250.5", "€ 1.250,50", "1250,5"] {
        assert_eq!(read(Unit::Cents, typed, Lang::Nl), Ok(125_050), "{typed}");
    }
    assert_eq!(field(Unit::Cents, 125_050, Lang::Nl), "1.250,50");
    assert_eq!(field(Unit::Cents, -1_250_000, Lang::Nl), "-12.500");
    assert_eq!(read(Unit::Cents, "-12.500", Lang::Nl), Ok(-1_250_000));
    assert_eq!(read(Unit::Millionths, "-0,5", Lang::Nl), Ok(-5_000));
    assert_eq!(field(Unit::Millionths, -5_000, Lang::Nl), "-0,5");
    assert_eq!(shown(Unit::Pupils, 1, Lang::Nl), "1 leerling");
    assert_eq!(read(Unit::Pupils, "2,5", Lang::Nl), Err(Problem::NotWhole));
}

/// Below, at and above both ends, for every lever and every input, as a person writes it in either language.
#[test]
fn what_lies_outside_the_limits_is_said_with_the_limit_and_never_brought_within() {
    let of_levers = levers().iter().map(Limits::of_lever);
    let all: Vec<Limits> = of_levers.chain(Item::all().map(Limits::of_item)).collect();
    for limits in all.into_iter().filter(|one| !matches!(one.unit, Unit::Choice(_))) {
        for lang in [Lang::Nl, Lang::En] {
            let typed = |value| limits.read(&field(limits.unit, value, lang), lang);
            for value in [limits.min, limits.min + 1, limits.max - 1, limits.max] {
                assert_eq!(typed(value), Ok(value), "{limits:?}");
            }
            assert_eq!(typed(limits.min - 1), Err(Mistake::TooLow), "{limits:?}");
            assert_eq!(typed(limits.max + 1), Err(Mistake::TooHigh), "{limits:?}");
            let says = limits.sentence(Mistake::TooHigh, lang);
            assert!(says.contains(&shown(limits.unit, limits.max, lang)), "{says}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_said_in_the_language_of_the_screen() {
    let euros = Limits { unit: Unit::Cents, min: 0, max: 500_000 };
    let says = |typed, lang| {
        euros.read(typed, lang).map_err(|mistake| euros.sentence(mistake, lang)).unwrap_err()
    };
    assert!(says("veel", Lang::Nl).starts_with("Vul een getal in"));
    assert!(says("12,345,6", Lang::En).starts_with("Fill in a number"));
    assert_eq!(says("-1", Lang::Nl), "Dit is te laag: het laagste dat kan is €\u{a0}0.");
    assert_eq!(says("5.000,01", Lang::Nl), "Dit is te hoog: het hoogste dat kan is €\u{a0}5.000.");
    assert_eq!(euros.read("5.000,00", Lang::Nl), Ok(500_000));
    let share = Limits { unit: Unit::Millionths, min: 0, max: 1_000_000 };
    assert_eq!(share.read("3,5432", Lang::Nl), Ok(35_432));
    let too_precise = Mistake::Unreadable(Problem::TooPrecise);
    assert_eq!(share.read("3,54321", Lang::Nl), Err(too_precise));
}

#[test]
fn the_result_sentence_names_who_when_how_much_and_what_it_was() {
    let figure = |cents| Figure { amount: Amount::Known(Money::cents(cents)), marks: Marks::NONE };
    let mut sentence =
        Sentence { area: None, year: 2027, now: figure(1_240_000), was: figure(-810_000) };
    assert_eq!(
        result_sentence("Heiloo", &sentence, Lang::Nl),
        "Met deze keuzes houdt Heiloo in 2027 €\u{a0}12.400 over (was: €\u{a0}8.100 tekort)."
    );
    sentence.was = figure(1_240_000);
    assert_eq!(
        result_sentence("Heiloo", &sentence, Lang::En),
        "With these choices Heiloo has €12,400 left in 2027."
    );
}

#[test]
fn ppo_nk_s_first_screen_asks_for_facts_and_never_says_zero() {
    let (base, parameters, _) = ppo_nk();
    let now = run(&base, &parameters);
    let sentence = sentences(&now, &now, 2027).remove(0);
    let says = result_sentence("PPO-NK", &sentence, Lang::Nl);
    assert!(says.contains("nog niet bekend"), "{says}");
    assert!(says.contains(&sentence.now.missing().len().to_string()), "{says}");
}

#[test]
fn a_guess_lists_everything_it_leans_on_and_then_every_year_has_a_result() {
    let (base, parameters, guess) = guessed();
    assert!(guess.inputs.iter().all(|one| matches!(one.input.origin, Origin::Assumed(_))));
    let now = run(&base, &parameters);
    for year in 2027..=2030 {
        let result = now.figure(Cell::Year(LineId::Result, year)).unwrap();
        assert!(result.money().is_some(), "{year}: {:?}", result.missing());
        assert!(result.marks.has(Marks::ASSUMED) && result.marks.has(Marks::ESTIMATE));
        let school = now.figure(Cell::School(LineId::CostTotal, year)).unwrap();
        assert!(school.money().is_some(), "{year}: {:?}", school.missing());
    }
    // Spending of the werkgebieden is theirs to know.
    assert!(guess.left.iter().all(|one| one.title() == Item::AreaSpending.title()));
}

#[test]
fn a_guess_never_overwrites_what_is_known() {
    let (mut base, parameters, region) = ppo_nk();
    base.set(InputKey::new(Item::Bo, 2026), Input::entered(19_876));
    let index = "0.03".parse().unwrap();
    let guess = guess(&base, Some(&region), &parameters, &Settings::default(), index);
    assert!(!guess.inputs.iter().any(|one| one.key == InputKey::new(Item::Bo, 2026)));
    let later = guess.inputs.iter().find(|one| one.key == InputKey::new(Item::Bo, 2027)).unwrap();
    assert_eq!(later.input.value, 19_876);
}

#[test]
fn the_grid_holds_every_missing_input_once_with_what_is_to_do_first() {
    let (base, parameters, _) = ppo_nk();
    let now = run(&base, &parameters);
    let inputs = now.to_do().into_iter().filter(|one| matches!(one, Missing::Input(_))).count();
    let first = missing_inputs(&now);
    let (whole, areas) = (grid(&base, &now, &first), area_grid(&base, &now, &first));
    let to_do: usize = whole.iter().chain(&areas).map(|group| group.to_do).sum();
    assert_eq!(to_do, inputs);
    let first_done = whole.iter().position(|group| group.to_do == 0).unwrap_or(whole.len());
    assert!(whole.iter().skip(first_done).all(|group| group.to_do == 0));
    for group in &whole {
        assert!(group.rows.iter().all(|row| row.cells.len() == group.years.len()));
    }
}

#[test]
fn the_grid_keeps_its_order_while_it_is_filled_in() {
    let (mut base, parameters, _) = ppo_nk();
    let empty = run(&base, &parameters);
    let first = missing_inputs(&empty);
    let shape = |grid: Grid| -> Vec<(Item, Option<String>)> {
        grid.into_iter().flat_map(|group| group.rows).map(|row| (row.item, row.part)).collect()
    };
    let before = shape(grid(&base, &empty, &first));
    for year in 2027..=2030 {
        base.set(InputKey::new(Item::CostOza, year), Input::entered(100));
    }
    let now = run(&base, &parameters);
    assert_eq!(shape(grid(&base, &now, &first)), before);
}

#[test]
fn what_is_missing_is_counted_per_place_and_nothing_is_lost() {
    let (base, parameters, _) = ppo_nk();
    let missing = run(&base, &parameters).to_do();
    let places = by_place(&missing);
    assert_eq!(places.iter().map(|(_, count)| count).sum::<usize>(), missing.len());
    assert!(places.windows(2).all(|pair| pair[0].1 >= pair[1].1));
}

#[test]
fn every_tariff_that_ppo_nk_needs_is_listed_with_its_missing_years() {
    let (base, parameters, _) = ppo_nk();
    let years = [2024, 2027];
    let rows = tariff_rows(&base, &parameters, &years);
    let light = rows.iter().find(|row| row.key == "lichte_norm").unwrap();
    assert!(
        light.cells.iter().all(|cell| cell.row.as_ref().is_none_or(|row| row.key == light.key))
    );
    let now = run(&base, &parameters);
    for one in now.to_do() {
        if let Missing::Tariff { key, .. } = one {
            assert!(rows.iter().any(|row| row.key == key), "{key}");
        }
    }
}

#[test]
fn a_guess_in_words_loses_no_proposal() {
    let (_, _, guess) = guessed();
    let lines = guess_lines(&guess.inputs);
    let told: usize = lines.iter().map(|line| line.years.len() * line.parts.len().max(1)).sum();
    assert_eq!(told, guess.inputs.len());
    assert!(lines.len() < 40, "{}", lines.len());
}

#[test]
fn an_empty_optional_line_is_not_in_the_table_and_a_missing_one_is() {
    let (base, parameters, _) = ppo_nk();
    let lines = table_lines(&run(&base, &parameters), false);
    assert!(!lines.contains(&LineId::IncomeSubsidy));
    assert!(lines.contains(&LineId::CostOza) && lines.contains(&LineId::Result));
}

#[test]
fn the_chart_of_costs_adds_up_to_the_total_of_the_table() {
    let (base, parameters, _) = guessed();
    let now = run(&base, &parameters);
    let chart = costs(&now);
    for (at, year) in chart.years.iter().enumerate() {
        let sum: Money = chart.series.iter().filter_map(|one| *one.points.get(at)?).sum();
        assert_eq!(Some(sum), now.money(Cell::Year(LineId::CostTotal, *year)));
    }
}

#[test]
fn an_axis_holds_its_values_and_zero_in_round_steps() {
    for (values, low, high) in [
        (vec![3, 97], 0, 100),
        (vec![-120, 45], -150, 50),
        (vec![1_240_000_000], 0, 1_500_000_000),
        (vec![], 0, 1),
    ] {
        let found = scale(values.clone());
        assert_eq!((found.low, found.high), (low, high), "{values:?}");
        assert!(found.ticks.contains(&0) && found.ticks.len() <= 7, "{:?}", found.ticks);
    }
}

#[test]
fn a_move_in_august_2027_is_said_to_count_from_2029() {
    let (base, parameters, _) = guessed();
    let before = run(&base, &parameters);
    let mut scenario = Scenario::new("verhuizing");
    scenario.set(LeverKey::in_year(LeverId::InflowSbo, 2027), 5).unwrap();
    let after = simulate(&base, &scenario, &parameters, &Settings::default());
    let says = felt_later(&before, &after, 2027, Lang::Nl).unwrap();
    assert!(says.contains("vanaf 2029"), "{says}");
    assert_eq!(felt_later(&before, &after, 2029, Lang::Nl), None);
    assert_eq!(felt_later(&before, &before, 2027, Lang::Nl), None);
}

#[test]
fn capital_that_runs_out_is_said_for_that_year() {
    let (base, parameters, _) = guessed();
    let notes = reserve_notes(&run(&base, &parameters));
    assert!(matches!(notes.first(), Some(ReserveNote::Negative { year: 2027, .. })), "{notes:?}");
}

#[test]
fn an_own_minimum_above_the_signal_value_is_shown_as_a_contradiction() {
    let (mut base, parameters, _) = guessed();
    base.set(InputKey::new(Item::ReserveFloor, 2027), Input::entered(90_000_000));
    let notes = reserve_notes(&run(&base, &parameters));
    assert!(notes.iter().any(|note| matches!(note, ReserveNote::Conflict { year: 2027, .. })));
}

#[test]
fn the_comparison_takes_the_first_away_from_the_others() {
    let (base, parameters, _) = guessed();
    let before = run(&base, &parameters);
    let mut scenario = Scenario::new("minder");
    scenario.set(LeverKey::every_year(LeverId::CostOza), -10_000_000).unwrap();
    let after = simulate(&base, &scenario, &parameters, &Settings::default());
    let lines = side_by_side(&[&before, &after], 2028);
    assert!(lines.contains(&LineId::Result) && !lines.contains(&LineId::IncomeCompensation));
    let change = |line| difference(&before, &after, Cell::Year(line, 2028)).money();
    assert_eq!(change(LineId::Result), Some(Money::euros(100_000)));
    assert_eq!(change(LineId::IncomeLight), Some(Money::ZERO));
    let (empty, national, _) = ppo_nk();
    let unknown = run(&empty, &national);
    let change = difference(&before, &unknown, Cell::Year(LineId::Result, 2028));
    assert!(change.money().is_none() && !change.missing().is_empty());
}
