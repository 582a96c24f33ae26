//! The door to a sealed space: what it promises to the app, on a store in memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // ok: a test may stop

mod crash;
mod erasing;
mod opening;
mod people;
mod sharing;
mod speed;
mod tablet;
mod taking_over;
