//! Pure, sans-IO: documents that merge, envelopes, the journal, the storage port, the device bundle.
//!
//! Nothing here reads a clock, a file, the network or a random source: ids, peers and dates are
//! arguments. Modules stand in reading order; the formats are specified in README.md.
#![forbid(unsafe_code)]

pub mod gather;

pub mod id;

pub mod envelope;

pub mod keys;
pub mod role;
pub mod seal;

pub mod member;

pub mod invite;
pub mod letter;
pub mod recovery;
pub mod unlock;

pub mod document;

pub mod store;

pub mod journal;

mod whole;

pub mod bundle;

pub mod leaving;

pub mod blob;

pub mod datamap;
pub mod sync;

pub mod carry;
pub mod space;

pub mod relay;

#[cfg(any(test, feature = "acceptance"))]
pub mod testing;
