//! The money for light support of one school in one calendar year: what it had, what it did with it by the five purposes of
//! the plan (PPO-NK §11.3.1), whether it worked, and the yearly account.
//!
//! No child is named: a light arrangement is described by what is done.

use replica::id::PartId;

use crate::typed::{Typed, open_kind};

mod carry_out;
mod command;
mod layout;
mod patch;
mod view;
pub mod watch;
mod words;

pub use command::{Command, Field, Purpose, UseChange};
pub use view::{Conflict, Use, View};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The part of a school's space with the money of a calendar year.
pub fn part(year: i32) -> PartId {
    PartId::named(&format!("licht/{year}"))
}

/// The money for light support of a year, with this session's undo.
pub type Licht = Typed<LichtKind>;

open_kind! {
    /// What makes a document the money for light support.
    LichtKind
}
