//! Works a scenario out, year by year, and puts the outcome in the table.

use super::input::Baseline;
use super::scenario::Scenario;
use super::settings::{MAX_YEARS, Settings};
use super::sheet::Sheet;
use super::simulation::Simulation;
use crate::parameter::Parameters;

/// The first calendar year of the present funding system.
pub const NEW_SYSTEM: i32 = 2023;

/// The whole simulation of one scenario on one baseline. The same arguments always give the same outcome;
/// the order in which levers were turned does not matter.
pub fn simulate(
    baseline: &Baseline,
    scenario: &Scenario,
    parameters: &Parameters,
    settings: &Settings,
) -> Simulation {
    let mut sheet = Sheet::new(baseline, scenario, parameters, settings);
    let years = shown(baseline, settings);
    // One more year than is shown, for the last school year's January to July.
    let last = years.last().map_or(baseline.first_year, |year| year + 1);
    for year in baseline.first_year..=last {
        one_year(&mut sheet, year);
    }
    for year in &years {
        sheet.school_year(*year);
    }
    sheet.cells.retain(|cell, _| cell.year() != last || cell.is_school());
    sheet.finish(years)
}

fn shown(baseline: &Baseline, settings: &Settings) -> Vec<i32> {
    let years = i32::from(settings.years.clamp(1, MAX_YEARS));
    (baseline.first_year..baseline.first_year + years).collect()
}

fn one_year(sheet: &mut Sheet<'_>, year: i32) {
    if year < NEW_SYSTEM {
        sheet.funding_before_2023(year);
    } else {
        sheet.funding_from_2023(year);
    }
    sheet.other_income(year);
    sheet.expenses(year);
    sheet.totals(year);
    sheet.reserve(year);
    sheet.areas(year);
    sheet.boards(year);
    if year >= NEW_SYSTEM {
        sheet.effects(year);
    }
}
