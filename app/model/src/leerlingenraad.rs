//! Pop-up leerlingenraden of a samenwerkingsverband: when, about what, with which questions; and what becomes of what the
//! children said, until they have heard it. Source: plan PPO-NK 2022-2026 §4.2.4 (STM-01 to STM-04).
//!
//! No child is named. What children bring in is elsewhere (`inbreng`), and so is the picture (`tekening`).

use replica::id::PartId;

use crate::typed::{Typed, open_kind};

mod agenda;
mod carry_out;
mod command;
pub mod hand;
pub mod junior;
mod layout;
mod patch;
pub mod placemat;
pub mod questions;
pub mod seat;
pub mod stick;
mod view;
pub mod voice;
pub mod watch;
mod words;

pub use command::{Command, CouncilChange, Decision, Field, QuestionChange, ThemeChange, Words};
pub use view::{Conflict, Council, Question, Stage, Theme, View, voices};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The part of a space that says which councils there are.
pub fn part() -> PartId {
    PartId::named("leerlingenraad")
}

/// The councils, with this session's undo.
pub type Leerlingenraad = Typed<LeerlingenraadKind>;

open_kind! {
    /// What makes a document one of councils.
    LeerlingenraadKind
}
