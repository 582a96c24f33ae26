//! Scenarios side by side: which lines are worth a row.

use crate::budget::{Cell, Kind, LineId, Simulation};
use crate::money::Money;

/// The lines of one year that are unknown, or not nothing, in any of the simulations.
pub fn side_by_side(simulations: &[&Simulation], year: i32) -> Vec<LineId> {
    let shows = |line: &LineId| {
        let figure = |one: &&Simulation| one.figure(Cell::Year(*line, year));
        let mut figures = simulations.iter().filter_map(figure);
        figures.any(|figure| figure.money() != Some(Money::ZERO))
    };
    let lines = LineId::ALL.into_iter().filter(|line| line.kind() != Kind::Note);
    lines.filter(shows).collect()
}
