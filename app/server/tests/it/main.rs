//! What the server promises, asked from outside. Each part is told at the top of its file. All are one program, because linking is what
//! takes time and room; `tests/power` is another one, because it puts itself below SQLite for its whole process.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // ok: in a test a panic is the message

mod acme;
mod api;
mod canaries;
mod datamap;
mod events;
mod instances;
mod limits;
mod network;
mod person;
mod program;
mod routes;
mod store;
mod support;
mod sync;
mod tls;
