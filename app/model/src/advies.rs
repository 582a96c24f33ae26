//! What a consulent advises a school with a row of its checklist, in a part of its own: who advises may write here and in no
//! other part of the school (BAS-04), so that the words of one never stand in the answers of the other. No child is named.

use replica::id::PartId;

use crate::typed::{Typed, open_kind};

mod carry_out;
mod command;
mod layout;
mod patch;
mod view;

pub use command::Command;
pub use view::View;

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The part of a school's space with the advice of all years: who may write in it is said once.
pub fn part() -> PartId {
    PartId::named("advies")
}

/// The advice of a school, with this session's undo.
pub type Advies = Typed<AdviesKind>;

open_kind! {
    /// What makes a document advice.
    AdviesKind
}
