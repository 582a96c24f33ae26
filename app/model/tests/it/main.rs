//! What the app may count on, document by document. Each part is told at the top of its file. All are one program, because linking
//! is what takes time and room.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // ok: a test may stop

mod budget;
mod devices;
mod leerlingenraad;
mod meeting;
mod school;
mod sharing;
