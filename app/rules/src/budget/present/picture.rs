//! The numbers behind a chart, taken from the same cells as the table, and the round numbers on its axis.

use crate::budget::{Cell, Kind, LineId, Simulation};
use crate::money::Money;
use crate::text::Text;

/// One line or one kind of bar, with a point per year; `None` where it is unknown or not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    pub line: LineId,
    pub points: Vec<Option<Money>>,
}

impl Series {
    pub fn title(&self) -> Text {
        self.line.title()
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    pub years: Vec<i32>,
    pub series: Vec<Series>,
}

/// Expenses per category and year, largest first as they stand in the table; categories without money are left out.
pub fn costs(simulation: &Simulation) -> Chart {
    let lines = LineId::ALL.into_iter().filter(|line| line.kind() == Kind::Cost);
    chart(simulation, lines, |points| points.iter().flatten().any(|money| *money != Money::ZERO))
}

/// Own capital at the end of the year beside the own minimum and the signal value.
pub fn reserve(simulation: &Simulation) -> Chart {
    let lines = [LineId::ReserveEnd, LineId::ReserveFloor, LineId::SignalValue];
    chart(simulation, lines, |points| points.iter().any(Option::is_some))
}

/// The result per year.
pub fn result(simulation: &Simulation) -> Chart {
    chart(simulation, [LineId::Result], |points| points.iter().any(Option::is_some))
}

fn chart(
    simulation: &Simulation,
    lines: impl IntoIterator<Item = LineId>,
    keep: impl Fn(&[Option<Money>]) -> bool,
) -> Chart {
    let years = simulation.years.clone();
    let one = |line| {
        let money = |year: &i32| simulation.money(Cell::Year(line, *year));
        Series { line, points: years.iter().map(money).collect() }
    };
    let series = lines.into_iter().map(one).filter(|one| keep(&one.points)).collect();
    Chart { years, series }
}

/// Where an axis begins and ends and what stands beside it; always with nothing on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    pub low: i64,
    pub high: i64,
    pub ticks: Vec<i64>,
}

/// Three to six round steps (1, 2 or 5 times a power of ten) that hold all values and zero.
pub fn scale(values: impl IntoIterator<Item = i64>) -> Scale {
    let (low, high) = values.into_iter().fold((0, 0), |(low, high), v| (v.min(low), v.max(high)));
    let span = (high - low).max(1);
    let step = steps().find(|step| span / step <= 4).unwrap_or(span);
    let low = low.div_euclid(step) * step;
    let high = (high + step - 1).div_euclid(step).max(1) * step;
    let count = (high - low) / step;
    Scale { low, high, ticks: (0..=count).map(|n| low + n * step).collect() }
}

fn steps() -> impl Iterator<Item = i64> {
    (0..17_u32).flat_map(|power| [1, 2, 5].map(|n| n * 10_i64.pow(power)))
}
