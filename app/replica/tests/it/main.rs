//! What documents, envelopes and spaces promise. Each part is told at the top of its file. All are one program, because linking is
//! what takes time and room; `tests/decoders` is another one, because it counts the memory of its whole process.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // ok: a test may stop

mod adding;
mod adversary;
mod bundle;
mod carry;
mod convergence;
mod document;
mod envelope;
mod journal;
mod space;
mod sync;
