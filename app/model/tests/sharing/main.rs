//! Delen en verzenden: what is said about a space, on real spaces in memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // ok: a test may stop

mod courier;
mod hand;
mod invite;
mod over_server;
mod said;
mod site;
mod status;
mod support;
