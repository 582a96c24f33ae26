//! The budget of a samenwerkingsverband, worked out for years ahead.
//!
//! The chain of money, in our own words. Since 2023 the pupils counted on 1 February decide the whole
//! next calendar year. The partnership gets an amount per regular primary pupil (*lichte ondersteuning*)
//! and an amount per primary or SBO pupil (*zware ondersteuning*). DUO pays the special schools directly
//! and takes off an amount per SBO pupil (from light, and what does not fit there from heavy) and per SO
//! pupil by category (from heavy). When the deductions are larger than the income, the boards pay the rest
//! by number of pupils. What remains goes to regular schools, werkgebieden, arrangements and the own
//! organisation; the rest is the result, and moves the own capital between the partnership's own floor
//! and the signal value of the Inspectorate. Up to 2022 staff money ran per school year on the count of
//! 1 October and running costs per calendar year, and the state itself paid SBO up to two percent.
//!
//! So one pupil who moves counts twice: the tariff of the special school, and the light or heavy amount
//! that goes with the pupil. And it counts late: a move in August 2026 is first seen in January 2028.
//!
//! Everything is computed in whole cents and whole pupils on a small graph ([`Simulation`]); a cell and its
//! explanation are two views of the same nodes. A year without tariff or count is unknown, with the list
//! of what is missing, and never last year's value.

mod areas;
pub mod baseline;
mod before2023;
pub mod cases;
mod compare;
mod counts;
mod expenses;
mod figure;
mod from2023;
mod graph;
mod input;
mod item;
mod item_table;
mod lever;
mod lever_table;
mod line;
mod movement;
mod proposal;
mod scenario;
mod settings;
mod sheet;
mod simulate;
mod simulation;
mod tariff;
mod totals;
mod why;

pub mod present;

pub use areas::{Cover, cover, monthly_terms};
pub use compare::{
    Difference, End, Named, Outlook, Sentence, Sway, compare, difference, outlook, sensitivity,
    sentences, why_difference,
};
pub use figure::{Amount, AreaLine, Cell, Figure, Marks, Missing};
pub use input::{Area, Baseline, Input, InputKey, KeyError, Origin, Sector};
pub use item::{Item, ItemInfo, Moment, SO, Unit, VSO};
pub use lever::{Group, Lever, LeverId, LeverKey, Span, levers};
pub use line::{Kind, LineId};
pub use movement::{EffectPart, Lag, Movement, lag, one_pupil};
pub use proposal::{Proposal, assumptions_from_plan, carried_forward, estimates_for, missing_for};
pub use scenario::{Problem, Scenario};
pub use settings::{IncomeBase, MAX_YEARS, Settings};
pub use simulate::{NEW_SYSTEM, simulate};
pub use simulation::{Simulation, Table, TableRow};
pub use tariff::Tariff;
pub use totals::signal_value;
pub use why::why;

#[cfg(test)]
mod tests;
