//! What a school offers to whom, in one form for all schools and of one school year: what parents read in the schoolgids
//! since 1 August 2025 (L-28), and what `dekking` adds up.
//!
//! One order for everybody and no ranking (SOP-09). No child is named.

use replica::id::PartId;

use crate::typed::{Typed, open_kind};

mod carry_out;
mod command;
mod layout;
mod need;
mod patch;
mod view;
pub mod watch;
mod words;

pub use command::{Command, Field, Words};
pub use need::{Need, Offer};
pub use view::{Conflict, Line, View, offers, place};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The part of a school's space with the offer of the school year that begins in August of this year.
pub fn part(year: i32) -> PartId {
    PartId::named(&format!("aanbod/{year}"))
}

/// What a school offers in a year, with this session's undo.
pub type Aanbod = Typed<AanbodKind>;

open_kind! {
    /// What makes a document an offer.
    AanbodKind
}
