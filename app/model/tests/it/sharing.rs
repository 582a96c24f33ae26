//! Delen en verzenden: what is said about a space, on real spaces in memory.

mod courier;
mod hand;
mod invite;
mod over_server;
mod said;
mod site;
mod status;
mod support;
