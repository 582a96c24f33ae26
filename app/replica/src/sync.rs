//! How devices meet over a relay: messages, what was received, and the client of one space.
//! Specified in SYNC.md.
//!
//! Sans-IO: events in, effects out. Time and chance are arguments, so a run can be played again.

mod alarm;
pub mod api;
mod client;
mod inbox;
mod judged;
mod refusal;
pub(crate) mod rows;
pub(crate) mod shared;

#[cfg(test)]
mod fixtures;
mod wire;

pub use alarm::Alarm;
pub(crate) use client::open_known;
pub use client::{
    Built, Client, Connection, Delivery, Due, Effect, Event, MAX_ALARMS, Status, WriteError,
    is_erased, load, open, sweep,
};
pub use inbox::{
    Counts, Inbox, Judge, MAX_APART, MAX_APART_BYTES, MAX_UNKNOWN, MAX_UNKNOWN_BYTES, Reason,
    Shelf, Waits,
};
pub use refusal::Refusal;
pub use shared::has_receipt;
pub use wire::{
    Body, Frame, Item, MAX_CHAINS, MAX_ITEMS, MAX_MESSAGE, Range, ServerEpoch, WIRE_VERSION,
    WireError,
};
