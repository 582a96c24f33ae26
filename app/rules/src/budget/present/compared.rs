//! Scenarios side by side: one line per amount that anybody asks about, with the difference to the first.

use crate::budget::{Cell, Figure, Kind, LineId, Simulation};
use crate::money::Money;

/// One line of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    pub line: LineId,
    /// One per simulation, in the order given.
    pub figures: Vec<Option<Figure>>,
    /// Each minus the first; `None` for the first itself and where either is unknown.
    pub changes: Vec<Option<Money>>,
}

/// The lines of one year that exist in any of the simulations.
pub fn side_by_side(simulations: &[&Simulation], year: i32) -> Vec<Compared> {
    let lines = LineId::ALL.into_iter().filter(|line| line.kind() != Kind::Note);
    let row = |line| {
        let figures: Vec<Option<Figure>> =
            simulations.iter().map(|one| one.figure(Cell::Year(line, year))).collect();
        figures.iter().any(Option::is_some).then(|| {
            let changes = changes(&figures);
            Compared { line, figures, changes }
        })
    };
    lines.filter_map(row).collect()
}

fn changes(figures: &[Option<Figure>]) -> Vec<Option<Money>> {
    // A line that is not there counts as nothing; an unknown amount is unknown.
    let known = |figure: &Option<Figure>| figure.as_ref().map_or(Some(Money::ZERO), Figure::money);
    let first = figures.first().and_then(known);
    let one = |(at, figure)| match (at, first, known(figure)) {
        (0, ..) => None,
        (_, Some(from), Some(to)) => Some(to - from),
        _ => None,
    };
    figures.iter().enumerate().map(one).collect()
}
