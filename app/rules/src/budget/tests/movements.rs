//! One pupil who moves: the tariff, the light and heavy support that goes along, and when it is felt.

use chrono::NaiveDate;

use super::fixture::*;
use crate::budget::*;
use crate::money::Money;

/// Light 200, heavy 500, SBO 6.634,52, SO 12.938,34 / 21.053,23 / 31.419,53.
const L: i64 = 20_000;
const Z: i64 = 50_000;
const S: i64 = 663_452;
const C: [i64; 3] = [1_293_834, 2_105_323, 3_141_953];

fn expected(movement: Movement) -> i64 {
    let c = |k: u8| C[usize::from(k) - 1];
    match movement {
        Movement::ToSbo => -L - S,
        Movement::ToSo(k) => -L - Z - c(k),
        Movement::SboToSo(k) => S - Z - c(k),
        Movement::SoBack(k) => c(k) + L + Z,
        Movement::SboBack => S + L,
        Movement::Category { from, to } => c(from) - c(to),
        Movement::Decline => -L - Z,
        Movement::SoElsewhere(k) => -c(k),
    }
}

/// The lever that moves one such pupil by the count date of February 2026.
fn lever(movement: Movement) -> Option<(String, i64)> {
    Some(match movement {
        Movement::ToSbo => ("sbo.instroom/2026".into(), 1),
        Movement::ToSo(k) => (format!("so.instroom.{k}/2026"), 1),
        Movement::SboToSo(k) => (format!("sbo.naar_so.{k}/2026"), 1),
        Movement::SoBack(k) => (format!("so.terug.{k}/2026"), 1),
        Movement::SboBack => ("sbo.terug/2026".into(), 1),
        Movement::Category { from, to } if from < to => (format!("mix.{from}_{to}/2026"), 1),
        Movement::Category { from, to } => (format!("mix.{to}_{from}/2026"), -1),
        Movement::SoElsewhere(k) => (format!("grens.so.{k}/2026"), 1),
        Movement::Decline => return None,
    })
}

/// The result without what the partnership itself pays per pupil.
fn room(simulation: &Simulation) -> i64 {
    let of = |line| cents(simulation, line, 2027);
    of(LineId::Result) + of(LineId::CostRegular) + of(LineId::CostAreas)
}

#[test]
fn every_row_of_the_table_of_one_pupil_holds_in_the_table_and_in_the_simulation() {
    let base = baseline();
    let before = run(&base, &Scenario::default());
    let effects = one_pupil(&base, &Scenario::default(), &parameters(), &Settings::default(), 2027);
    for movement in Movement::all() {
        let wanted = expected(movement);
        let total = Cell::Pupil(movement, EffectPart::Total, 2027);
        assert_eq!(effects.money(total), Some(Money::cents(wanted)), "{movement:?}");
        let Some((key, value)) = lever(movement) else { continue };
        let mut scenario = turned(&key, value);
        scenario.set("beweging.maand".parse().unwrap(), 1).unwrap();
        let after = run(&base, &scenario);
        assert_eq!(room(&after) - room(&before), wanted, "{movement:?}");
        let parts = [LineId::EffectTariff, LineId::EffectLight, LineId::EffectHeavy];
        let shown: i64 = parts
            .iter()
            .filter_map(|line| after.money(Cell::Year(*line, 2027)))
            .map(Money::as_cents)
            .sum();
        assert_eq!(shown, wanted, "{movement:?} shown apart");
    }
}

#[test]
fn every_amount_of_one_pupil_says_why_down_to_the_row_of_its_tariff() {
    use crate::explain::Because;
    let (base, known) = (baseline(), parameters());
    let scenario = turned("index.prijs/2027", 30_000);
    let effects = one_pupil(&base, &scenario, &known, &Settings::default(), 2027);
    for movement in Movement::all() {
        for part in EffectPart::ALL {
            let cell = Cell::Pupil(movement, part, 2027);
            let money = effects.money(cell).unwrap();
            let why = effects.why(&base, &known, cell).unwrap();
            assert_eq!(recompute(&why), money.to_decimal(), "{cell:?}");
            let rows = why.all(|because| matches!(because, Because::Parameter { .. }));
            assert_eq!(rows.is_empty(), money == Money::ZERO, "{cell:?}");
        }
    }
    let national = crate::parameter::Parameters::national().unwrap();
    let unknown = one_pupil(&base, &Scenario::default(), &national, &Settings::default(), 2027);
    let cell = Cell::Pupil(Movement::ToSbo, EffectPart::Total, 2027);
    let missing: Vec<i32> =
        unknown.figure(cell).unwrap().missing().iter().map(Missing::year).collect();
    assert_eq!(missing, [2027, 2027], "the SBO amount and light support");
    assert!(
        !unknown.why(&base, &national, cell).unwrap().all(|b| *b == Because::Missing).is_empty()
    );
}

#[test]
fn one_pupil_of_decline_costs_light_and_heavy_support() {
    // One in a thousand of 18.000 is 18 pupils.
    let (base, scenario) = (baseline(), turned("krimp/2026", -1_000));
    let change = room(&run(&base, &scenario)) - room(&run(&base, &Scenario::default()));
    assert_eq!(change, 18 * (-L - Z));
}

#[test]
fn the_tariff_alone_understates_terugplaatsing_by_light_and_heavy() {
    let scenario = turned("so.terug.1/2026", 1);
    let mut early = scenario.clone();
    early.set("beweging.maand".parse().unwrap(), 2).unwrap();
    let now = run(&baseline(), &early);
    assert_eq!(cents(&now, LineId::EffectTariff, 2027), C[0]);
    assert_eq!(cents(&now, LineId::EffectLight, 2027), L);
    assert_eq!(cents(&now, LineId::EffectHeavy, 2027), Z);
}

#[test]
fn a_move_in_august_is_felt_after_17_months_on_31_january_after_11_on_2_february_after_23() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    for (moved, felt, months) in [
        (day(2026, 8, 1), day(2028, 1, 1), 17),
        (day(2027, 1, 31), day(2028, 1, 1), 11),
        (day(2027, 2, 1), day(2028, 1, 1), 11),
        (day(2027, 2, 2), day(2029, 1, 1), 23),
    ] {
        let lag = lag(moved).unwrap();
        assert_eq!((lag.felt, lag.months), (felt, months), "{moved}");
    }
}

#[test]
fn a_return_in_august_2026_shows_in_2028_and_not_in_2027() {
    let base = baseline();
    let (before, after) =
        (run(&base, &Scenario::default()), run(&base, &turned("so.terug.1/2026", 3)));
    let so = |simulation: &Simulation, year| cents(simulation, LineId::CostSo, year);
    assert_eq!(so(&before, 2027), so(&after, 2027));
    assert_eq!(so(&before, 2028) - so(&after, 2028), 3 * C[0]);
    assert_eq!(so(&before, 2030) - so(&after, 2030), 3 * C[0]);
}

#[test]
fn a_placement_of_two_years_is_counted_twice() {
    let mut scenario = turned("so.instroom.1/2026", 5);
    scenario.set("plaatsing.duur".parse().unwrap(), 2).unwrap();
    let base = baseline();
    let (before, after) = (run(&base, &Scenario::default()), run(&base, &scenario));
    let extra: Vec<i64> = (2027..=2030)
        .map(|year| cents(&after, LineId::CostSo, year) - cents(&before, LineId::CostSo, year))
        .collect();
    assert_eq!(extra, [0, 5 * C[0], 5 * C[0], 0]);
}

#[test]
fn a_yearly_inflow_leaves_the_count_that_is_already_known_alone() {
    let base = baseline();
    let (before, after) =
        (run(&base, &Scenario::default()), run(&base, &turned("so.instroom.1", 2)));
    let extra = |year| cents(&after, LineId::CostSo, year) - cents(&before, LineId::CostSo, year);
    assert_eq!([extra(2027), extra(2028), extra(2029)], [0, 2 * C[0], 4 * C[0]]);
}

#[test]
fn participation_of_a_tenth_of_a_percent_more_is_18_pupils_from_regular_primary() {
    let base = baseline();
    let (before, after) =
        (run(&base, &Scenario::default()), run(&base, &turned("deelname.sbo/2026", 1_000)));
    // 0,1% of 18.400 is 18,4.
    assert_eq!(room(&after) - room(&before), 18 * (-L - S));
}
