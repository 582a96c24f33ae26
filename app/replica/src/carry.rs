//! Exchange without any network: packages that anybody may carry, and the frames that carry them as QR.
//! Specified in CARRY.md.
//!
//! Nothing here judges what a package holds: its items go into a `Client` like those of a relay
//! (`Event::Items`). Pure: no random numbers, no clock; the salt of a summary is an argument.

mod armour;
mod carried;
mod code;
mod frames;
mod package;
mod stock;
mod summary;

pub use carried::{Carried, MAX_CARRIED, Took};
pub use code::{Code, Strength};
pub use frames::{
    Fountain, FrameError, Gather, MAX_MESSAGE, MAX_PIECES, MIN_FRAME, Taken, What, from_text,
    to_text,
};
pub use package::{
    Bag, MAX_PACKAGE, MAX_PACKAGE_ITEMS, MAX_SPACES, Package, PackageError, PackedPiece,
};
pub use stock::{Stock, give};
pub use summary::{MAX_SUMMARY, Outlook, Summary, SummaryError};
