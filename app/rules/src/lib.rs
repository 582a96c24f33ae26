//! Pure: what the law, the plan and the funding regulations say.
//!
//! Nothing here reads a clock, a file, the network or a random source: today, the
//! parameters and the region come in as arguments. Modules stand in reading order.
#![forbid(unsafe_code)]
#![deny(clippy::float_arithmetic)]

// Blank lines keep the reading order.
pub mod text;

pub mod order;

pub mod money;

pub mod notation;
pub mod value;

pub mod source;

pub mod explain;

pub mod parameter;

pub mod share;

pub mod calendar;

pub mod region;

pub mod rule;

pub mod cases;

pub mod budget;
