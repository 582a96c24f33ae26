//! Baselines out of region files: the published figures, and nothing that a plan does not print.

use rust_decimal::prelude::ToPrimitive;

use super::input::{Area, Baseline, Input, InputKey, Origin, Sector};
use super::item::Item;
use crate::money::Money;
use crate::parameter::DataError;
use crate::region::{ExpenseYear, Expenses, Figure, Region, regions};
use crate::source::Source;
use crate::text::{Text, t};

/// The region file's category slugs and the inputs that they are.
const CATEGORIES: [(&str, Item); 7] = [
    ("regulier", Item::CostRegular),
    ("sbo", Item::CostSbo),
    ("so", Item::CostSo),
    ("werkgebieden", Item::CostAreas),
    ("oza", Item::CostOza),
    ("management_organisatie", Item::CostManagement),
    ("uitvoeringsorganisatie", Item::CostOperations),
];

/// Budget figures that a plan prints without a year.
const ROUND_FIGURES: [(&str, Item); 6] = [
    ("budget.so", Item::CostSo),
    ("budget.leerachterstanden", Item::CostLwoo),
    ("budget.praktijkonderwijs", Item::CostPro),
    ("budget.maatwerk", Item::CostTailored),
    ("budget.overhead", Item::CostOverhead),
    ("budget", Item::CostPrinted),
];

/// PPO-NK as its plan 2022-2026 prints it: expenses 2017 to 2021 and the number of schools.
///
/// # Errors
/// When the built-in region files cannot be read; a test keeps that from shipping.
pub fn ppo_nk(first_year: i32) -> Result<Baseline, DataError> {
    built_in("ppo-nk", first_year)
}

/// Samenwerkingsverband VO Midden-Kennemerland: five rounded amounts that make 9,9 of a printed 10 million.
///
/// # Errors
/// When the built-in region files cannot be read; a test keeps that from shipping.
pub fn vo_mk(first_year: i32) -> Result<Baseline, DataError> {
    built_in("vo-midden-kennemerland", first_year)
}

fn built_in(slug: &str, first_year: i32) -> Result<Baseline, DataError> {
    let missing = || DataError { file: slug.to_owned(), problem: "no such region".to_owned() };
    let region = regions()?.into_iter().find(|region| region.slug == slug).ok_or_else(missing)?;
    Ok(from_region(&region, first_year))
}

/// The published figures of a region, each with its place. What is not printed is left open. Of two partnerships that
/// share a plan it is the first.
pub fn from_region(region: &Region, first_year: i32) -> Baseline {
    of_sector(region, region.sectors.first().copied().unwrap_or_default(), first_year)
}

/// As [`from_region`], for one of the partnerships that share a plan: each has its own money, so its own budget.
pub fn of_sector(region: &Region, sector: Sector, first_year: i32) -> Baseline {
    let name = match region.sectors.len() {
        0 | 1 => region.name.clone(),
        _ => format!("{} ({})", region.name, sector.title().nl.to_lowercase()),
    };
    let mut baseline = Baseline {
        name,
        region: region.slug.clone(),
        sector,
        first_year,
        areas: region
            .werkgebieden
            .iter()
            .map(|place| Area { slug: place.slug.clone(), name: place.name.clone() })
            .collect(),
        ..Baseline::default()
    };
    if let Some(expenses) = &region.expenses {
        for year in &expenses.years {
            add_year(&mut baseline, expenses, year);
        }
    }
    add_round_figures(&mut baseline, region);
    baseline
}

fn add_year(baseline: &mut Baseline, expenses: &Expenses, year: &ExpenseYear) {
    let source = Source {
        document: document(&expenses.place),
        place: place(&expenses.place),
        link: None,
        says: Some(expenses.note.nl.clone()),
        says_en: Some(expenses.note.en.clone()),
    };
    let mut add = |item, amount: Money| {
        let origin = Origin::Published(source.clone());
        let input = Input { value: amount.as_cents(), origin };
        baseline.set(InputKey::new(item, year.year), input);
    };
    for (category, amount) in expenses.categories.iter().zip(&year.amounts) {
        if let Some((_, item)) = CATEGORIES.iter().find(|(slug, _)| *slug == category.slug) {
            add(*item, *amount);
        }
    }
    add(Item::CostPrinted, year.printed_total);
}

/// Amounts that the plan prints without saying of which year: they stand at the plan's first year.
fn add_round_figures(baseline: &mut Baseline, region: &Region) {
    use chrono::Datelike;
    let year = region.plan.from.year();
    for (key, item) in ROUND_FIGURES {
        let figure = region.figures(key).find(|figure| figure.unit == "euro");
        if let Some((figure, amount)) = figure.and_then(|one| Some((one, euros(one)?))) {
            let says = t(
                "Een afgerond bedrag zonder jaartal; hier gezet bij het begin van het plan.",
                "A rounded amount without a year; put here at the start of the plan.",
            );
            let origin = Origin::Published(source(figure, says));
            let input = Input { value: amount.as_cents(), origin };
            baseline.set(InputKey::new(item, year), input);
        }
    }
}

fn euros(figure: &Figure) -> Option<Money> {
    Money::from_decimal(figure.value)
}

/// A whole number that the plan prints.
pub(super) fn whole(figure: &Figure) -> Option<i64> {
    figure.value.to_i64()
}

/// The source of a figure, with what we make of it.
pub(super) fn source(figure: &Figure, says: Text) -> Source {
    Source {
        document: document(&figure.place),
        place: place(&figure.place),
        link: None,
        says: Some(says.nl.to_owned()),
        says_en: Some(says.en.to_owned()),
    }
}

/// A place is written as "document, section".
fn document(place: &str) -> String {
    place.split_once(", ").map_or(place, |(document, _)| document).to_owned()
}

fn place(place: &str) -> String {
    place.split_once(", ").map_or("", |(_, section)| section).to_owned()
}
