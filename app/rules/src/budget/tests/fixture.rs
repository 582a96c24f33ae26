//! A partnership with round numbers and every tariff known, and a way to recompute an explanation exactly.

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::budget::*;
use crate::explain::{Because, Explanation};
use crate::money::Money;
use crate::parameter::{Parameters, Row, Status};
use crate::source::Source;
use crate::value::Value;

pub(super) fn row(key: &str, value: &str, year: i32, status: Status) -> Row {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    Row {
        key: key.into(),
        value: value.parse().unwrap(),
        unit: "euro".into(),
        valid_from: day(1, 1),
        valid_to: Some(day(12, 31)),
        status,
        source: Source {
            document: "Testregeling".into(),
            place: year.to_string(),
            link: None,
            says: None,
            says_en: None,
        },
        checked: day(1, 1),
        note: String::new(),
        note_en: String::new(),
    }
}

/// The 2024 amounts for SBO and SO, and round ones for light and heavy support, for every year.
pub(super) const AMOUNTS: [(&str, &str); 6] = [
    ("lichte_norm", "200.00"),
    ("zware_norm.po", "500.00"),
    ("oba_sbo", "6634.52"),
    ("oba_so_cat1", "12938.34"),
    ("oba_so_cat2", "21053.23"),
    ("oba_so_cat3", "31419.53"),
];

pub(super) fn parameters() -> Parameters {
    let years = 2023..=2036;
    let rows = years
        .flat_map(|year| AMOUNTS.map(|(key, value)| row(key, value, year, Status::Definitive)));
    Parameters::national().unwrap().with_layer(rows.collect())
}

pub(super) const AREAS: [(&str, i64); 3] = [("noord", 7_001), ("zuid", 6_999), ("west", 4_000)];

/// Pupils 18.000 bo, 400 SBO, 350/20/30 SO; own expenses; all years from 2027.
pub(super) fn baseline() -> Baseline {
    let mut base = Baseline {
        name: "Proefverband".into(),
        region: "proef".into(),
        first_year: 2027,
        areas: AREAS
            .map(|(slug, _)| Area { slug: slug.into(), name: slug.to_uppercase() })
            .to_vec(),
        ..Baseline::default()
    };
    for year in 2022..=2036 {
        for (slug, pupils) in AREAS {
            base.set(InputKey::of(Item::Bo, slug, year), Input::entered(pupils));
            let spending = Input::entered(pupils * 7_000);
            base.set(InputKey::of(Item::AreaSpending, slug, year), spending);
        }
        for (board, pupils) in [("een", 10_000), ("twee", 8_401)] {
            base.set(InputKey::of(Item::Board, board, year), Input::entered(pupils));
        }
        for (item, value) in [
            (Item::Sbo, 400),
            (Item::So1, 350),
            (Item::So2, 20),
            (Item::So3, 30),
            (Item::BasePerPupil, 15_000),
            (Item::AreaPerPupil, 8_000),
            (Item::Friction, 50_000),
            (Item::Schools, 95),
            (Item::CostOza, 48_705_800),
            (Item::CostManagement, 73_855_000),
            (Item::CostOperations, 160_236_900),
            (Item::ReserveFloor, 40_000_000),
        ] {
            base.set(InputKey::new(item, year), Input::entered(value));
        }
    }
    base.set(InputKey::new(Item::Reserve, 2026), Input::entered(45_000_000));
    base
}

pub(super) fn run(base: &Baseline, scenario: &Scenario) -> Simulation {
    simulate(base, scenario, &parameters(), &Settings::default())
}

pub(super) fn turned(key: &str, value: i64) -> Scenario {
    let mut scenario = Scenario::new("proef");
    scenario.set(key.parse().unwrap(), value).unwrap();
    scenario
}

/// The line in a calendar year, in cents.
pub(super) fn cents(simulation: &Simulation, line: LineId, year: i32) -> i64 {
    simulation.money(Cell::Year(line, year)).unwrap().as_cents()
}

/// Works an explanation out again from its leaves with exact decimals, rounding only where a node says so.
pub(super) fn recompute(tree: &Explanation) -> Decimal {
    let parts: Vec<Decimal> = tree.parts.iter().map(recompute).collect();
    let places = match tree.value {
        Some(Value::Money(_)) => 2,
        Some(Value::Rate(_)) => 6,
        _ => 0,
    };
    let half_up = |value: Decimal| {
        value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
    };
    match (&tree.because, parts.as_slice()) {
        (Because::Sum, _) => parts.iter().sum(),
        (Because::Difference, [first, rest @ ..]) => *first - rest.iter().sum::<Decimal>(),
        (Because::Product, [a, b]) => half_up(*a * *b),
        (Because::Largest, _) => *parts.iter().max().unwrap(),
        (Because::Smallest, _) => *parts.iter().min().unwrap(),
        (Because::Share, [amount, of, whole]) => half_up(*amount * *of / *whole),
        (Because::Share, [amount, of, whole, cent]) => {
            let part = *amount * *of / *whole;
            part.round_dp_with_strategy(places, RoundingStrategy::ToZero) + *cent
        }
        _ => leaf(tree.value.as_ref().unwrap()),
    }
}

fn leaf(value: &Value) -> Decimal {
    match value {
        Value::Money(money) => money.to_decimal(),
        Value::Count(count) => Decimal::from(*count),
        Value::Rate(rate) | Value::Number(rate) => *rate,
        other => panic!("not a number: {other:?}"),
    }
}

pub(super) fn euro(text: &str) -> Money {
    Money::from_decimal(text.parse().unwrap()).unwrap()
}
