//! The simulator tested against facts of the funding rules; see the folder for each topic.

mod cases;
mod chain;
mod fixture;
mod history;
mod laws;
mod levers;
mod movements;
mod old_system;
mod proposals;
mod secondary;
