//! Works a scenario out.

use super::figure::Cell;
use super::input::Baseline;
use super::scenario::Scenario;
use super::settings::Settings;
use super::simulation::Simulation;
use crate::explain::Explanation;
use crate::parameter::Parameters;

/// The whole simulation of one scenario on one baseline.
pub fn simulate(
    _baseline: &Baseline,
    _scenario: &Scenario,
    _parameters: &Parameters,
    _settings: &Settings,
) -> Simulation {
    Simulation {
        years: Vec::new(),
        graph: super::graph::Graph::default(),
        cells: Default::default(),
        areas: Vec::new(),
    }
}

/// Why a cell is what it is, down to every input and parameter. `None` when there is no such cell.
pub fn why(
    _baseline: &Baseline,
    _scenario: &Scenario,
    _parameters: &Parameters,
    _settings: &Settings,
    _cell: Cell,
) -> Option<Explanation> {
    None
}
