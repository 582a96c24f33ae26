//! Every four years what all schools offer is laid side by side (SOP-03): what was looked at, whether equal treatment was
//! weighed, what came out, and what the Deelnemersraad was told. Stands with the werkgebied that lies open; it counts no
//! children and ranks no school.

use replica::id::PartId;

use crate::typed::{Typed, open_kind};

mod carry_out;
mod command;
mod layout;
mod patch;
mod view;
pub mod watch;
mod words;

pub use command::{Change, Command, Field, Mark};
pub use view::{Conflict, Review, View};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The part of a werkgebied's space with all of these.
pub fn part() -> PartId {
    PartId::named("vergelijking")
}

/// The comparisons of a werkgebied, with this session's undo.
pub type Vergelijking = Typed<VergelijkingKind>;

open_kind! {
    /// What makes a document a list of comparisons.
    VergelijkingKind
}
