//! Exchange without any network: packages by file, carried by strangers, and frames that are lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // ok: a test may stop

mod carriers;
mod device;
mod fixtures;
mod frames;
mod hostile;
mod packages;
mod summaries;
