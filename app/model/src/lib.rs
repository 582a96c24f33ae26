//! Pure: what the app knows. Documents, the commands that change them, the views read from them.
//!
//! Nothing here does I/O or reads a clock: ids, dates and sessions are arguments. See README.md.
#![forbid(unsafe_code)]

pub mod refused;

pub mod field;

pub mod history;

pub mod table;

pub mod typed;

pub mod budget;

pub mod device;

pub mod people;

pub mod sharing;
