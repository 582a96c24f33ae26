//! Delen en verzenden, as data and sentences: what waits, who is in a space, who did what, what a person must know,
//! how somebody comes in. Read from [`replica::space::Space`]; no screen, no clock, no network.
//!
//! What is said is never stronger than what is known, and what is not known is said to be so.

pub mod alarms;
pub mod courier;
pub mod hand;
pub mod heard;
pub mod invite;
pub mod log;
pub mod people;
pub mod roles;
pub mod sides;
pub mod sign_in;
pub mod status;
mod telling;
pub mod titles;
pub mod waiting;

pub use telling::Telling;
