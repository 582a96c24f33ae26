//! The door to a sealed space: what it promises to the app, on a store in memory.

mod crash;
mod erasing;
mod opening;
mod people;
mod sharing;
mod speed;
mod tablet;
mod taking_over;
