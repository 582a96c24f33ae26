//! "Waarom dit bedrag?": a cell's node as a tree, down to every parameter and every input.

use rust_decimal::Decimal;

use super::figure::Cell;
use super::graph::{Id, Node, Op};
use super::input::{Baseline, Origin};
use super::item::Unit;
use super::scenario::Scenario;
use super::settings::Settings;
use super::simulate::simulate;
use super::simulation::Simulation;
use crate::explain::{Because, Explanation, Label};
use crate::money::Money;
use crate::parameter::Parameters;
use crate::value::Value;

/// Why a cell is what it is. `None` when there is no such cell. An unknown cell explains what is missing.
pub fn why(
    baseline: &Baseline,
    scenario: &Scenario,
    parameters: &Parameters,
    settings: &Settings,
    cell: Cell,
) -> Option<Explanation> {
    simulate(baseline, scenario, parameters, settings).why(baseline, parameters, cell)
}

impl Simulation {
    /// As [`why`], on a simulation that was already worked out with the same baseline and parameters.
    pub fn why(
        &self,
        baseline: &Baseline,
        parameters: &Parameters,
        cell: Cell,
    ) -> Option<Explanation> {
        let id = *self.cells.get(&cell)?;
        Teller { simulation: self, baseline, parameters }.tell(id)
    }
}

struct Teller<'a> {
    simulation: &'a Simulation,
    baseline: &'a Baseline,
    parameters: &'a Parameters,
}

impl Teller<'_> {
    fn tell(&self, id: Id) -> Option<Explanation> {
        let node = self.simulation.graph.node(id)?;
        let parts = self.simulation.graph.parts(id);
        Some(Explanation {
            label: Label { text: node.title, about: self.about(node) },
            value: node.value.map(|value| shown(value, node.unit)),
            because: self.because(node),
            parts: parts.iter().filter_map(|part| self.tell(*part)).collect(),
        })
    }

    fn about(&self, node: &Node) -> String {
        let part = match node.op {
            Op::Input(input) | Op::Absent(input) => input.area,
            _ => None,
        };
        let name = part.and_then(|at| self.part_name(usize::from(at)));
        match (name, node.year) {
            (Some(name), year) => format!("{name} {year}"),
            (None, 0) => String::new(),
            (None, year) => year.to_string(),
        }
    }

    fn part_name(&self, at: usize) -> Option<&str> {
        match self.baseline.areas.get(at) {
            Some(area) => Some(&area.name),
            None => self.simulation.parts.get(at).map(String::as_str),
        }
    }

    fn because(&self, node: &Node) -> Because {
        match node.op {
            Op::Input(input) => self.origin(input),
            Op::Row(at) => self.row(at),
            Op::MissingRow { .. } | Op::Absent(_) => Because::Missing,
            Op::Lever(_) => Because::Lever,
            Op::Fixed => Because::Fixed,
            Op::Sum => Because::Sum,
            Op::Minus => Because::Difference,
            Op::Times | Op::Rate => Because::Product,
            Op::Part | Op::Share => Because::Share,
            Op::Largest => Because::Largest,
            Op::Smallest => Because::Smallest,
        }
    }

    fn origin(&self, input: super::graph::InputRef) -> Because {
        match self.baseline.inputs.get(&self.simulation.key(input)).map(|input| &input.origin) {
            Some(Origin::Published(source)) => Because::Published(source.clone()),
            Some(Origin::Assumed(source)) => Because::Assumed(source.clone()),
            Some(Origin::Entered) => Because::Entered,
            None => Because::Missing,
        }
    }

    fn row(&self, at: u32) -> Because {
        match self.parameters.row(at) {
            Some(row) => Because::Parameter {
                key: row.key.clone(),
                status: row.status,
                source: row.source.clone(),
            },
            None => Because::Missing,
        }
    }
}

/// A whole number of a unit, as a value with the unit in its type.
fn shown(value: i64, unit: Unit) -> Value {
    match unit {
        Unit::Cents => Value::Money(Money::cents(value)),
        Unit::Millionths => Value::Rate(Decimal::new(value, 6)),
        _ => Value::Count(value),
    }
}
