//! The tekening: one picture that grows. A world with places; every council adds a layer with what its children made and
//! let be shown. Nothing of an earlier year is ever overwritten: what a child made is written once, and withdrawing only
//! hides it. Source: plan PPO-NK 2022-2026 §4.2.4 (STM-03).
//!
//! No child is named, and nothing here tells which two things one child made.

use replica::id::PartId;
use rules::text::{Text, t};

use crate::typed::{Typed, open_kind};

mod carry_out;
mod command;
pub mod drawing;
pub mod land;
mod layout;
mod patch;
pub mod poster;
mod view;
mod words;
pub mod world;

pub use command::{At, Command, Field, Made};
pub use view::{Conflict, Element, Layer, View};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

pub(crate) const NO_DRAWING: Text =
    t("Deze tekening kan niet worden gelezen.", "This drawing cannot be read.");

/// The part of a space with its tekening.
pub fn part() -> PartId {
    PartId::named("tekening")
}

/// The tekening, with this session's undo.
pub type Tekening = Typed<TekeningKind>;

open_kind! {
    /// What makes a document a tekening.
    TekeningKind
}
