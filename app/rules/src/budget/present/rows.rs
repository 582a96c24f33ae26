//! Which lines a table shows, which tariffs a budget needs, and where what is missing can be found.

use chrono::NaiveDate;

use crate::budget::tariff::Tariff;
use crate::budget::{Amount, Baseline, Cell, Kind, LineId, Missing, SO, Sector, Simulation, VSO};
use crate::money::Money;
use crate::order::Order;
use crate::parameter::{Parameters, Row};
use crate::text::Text;

/// The lines worth showing: totals and capital always, everything else when it is unknown or not nothing in some year.
/// `school` reads the school years.
pub fn table_lines(simulation: &Simulation, school: bool) -> Vec<LineId> {
    let cell = if school { Cell::School } else { Cell::Year };
    let shows = |line: LineId| {
        let always = matches!(line.kind(), Kind::IncomeTotal | Kind::CostTotal | Kind::Result);
        let figures =
            simulation.years.iter().filter_map(|year| simulation.figure(cell(line, *year)));
        let mut figures = figures.peekable();
        let there = figures.peek().is_some();
        there && (always || figures.any(|figure| figure.amount != Amount::Known(Money::ZERO)))
    };
    LineId::ALL.into_iter().filter(|line| shows(*line)).collect()
}

/// How many facts are missing per place to find them; the place with most first.
pub fn by_place(missing: &[Missing]) -> Vec<(Text, usize)> {
    let mut places: Vec<(Text, usize)> = Vec::new();
    for one in missing {
        let place = one.place();
        match places.iter_mut().find(|(known, _)| *known == place) {
            Some((_, count)) => *count += 1,
            None => places.push((place, 1)),
        }
    }
    places.order_by_key(|(_, count)| std::cmp::Reverse(*count));
    places
}

/// One tariff over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct TariffRow {
    pub key: &'static str,
    /// A share is written as a percentage, everything else as an amount.
    pub is_share: bool,
    pub place: Text,
    pub cells: Vec<TariffCell>,
}

/// The row in force in one year, if there is one.
#[derive(Clone, Debug, PartialEq)]
pub struct TariffCell {
    pub year: i32,
    pub row: Option<Row>,
}

/// The tariffs of the present system that a budget of this sector leans on.
pub fn tariff_rows(baseline: &Baseline, parameters: &Parameters, years: &[i32]) -> Vec<TariffRow> {
    let row = |tariff: Tariff| {
        let key = tariff.key(baseline.sector);
        let cells = years
            .iter()
            .map(|year| TariffCell { year: *year, row: in_force(parameters, key, *year) });
        let place = crate::budget::tariff::place(key);
        TariffRow { key, is_share: tariff.is_share(), place, cells: cells.collect() }
    };
    needed(baseline.sector).into_iter().map(row).collect()
}

fn in_force(parameters: &Parameters, key: &str, year: i32) -> Option<Row> {
    let day = NaiveDate::from_ymd_opt(year, 7, 1)?;
    parameters.get(key, day).cloned()
}

fn needed(sector: Sector) -> Vec<Tariff> {
    let mut all = match sector {
        Sector::Po => vec![Tariff::Light, Tariff::Heavy, Tariff::Sbo],
        Sector::Vo => vec![Tariff::LightVo, Tariff::LwooPro, Tariff::Heavy],
    };
    match sector {
        Sector::Po => all.extend((0..SO.len()).map(Tariff::So)),
        Sector::Vo => all.extend((0..VSO.len()).map(Tariff::Vso)),
    }
    all.extend([Tariff::SignalShare, Tariff::SignalMinimum]);
    all
}
