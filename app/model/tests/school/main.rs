//! What a school may count on: its own year, the money for light support, what it offers, and what all schools offer together.
#![allow(clippy::unwrap_used)] // ok: a test may stop

mod dekking;
#[path = "../shared/devices.rs"]
mod devices;
mod kept;
mod licht;
mod merging;
mod offer;
mod out;
mod path;
mod review;
mod school;
mod support;
