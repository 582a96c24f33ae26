//! What a school says about its basic support in one school year: the aspects and their parts, what each colleague thinks,
//! what they say together, what shows it, and what comes next (plan PPO-NK §11.3).
//!
//! It starts a conversation and is no inspection: nothing here ranks a school, and no child is named. Money is in `licht`,
//! what the school offers to whom in `aanbod`.

use replica::id::PartId;

use crate::typed::{Typed, open_kind};

mod carry_out;
mod command;
mod layout;
mod patch;
mod view;
pub mod watch;
mod words;
pub mod years;

pub use command::{
    Command, EvidenceChange, Field, NewStep, PersonChange, Row, Status, StepChange, of_the_school,
};
pub use view::{Answer, Conflict, Line, Person, Proof, Shown, Step, View, place, to_do, together};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The part of a space with the school year that begins in August of this year.
pub fn part(year: i32) -> PartId {
    PartId::named(&format!("school/{year}"))
}

/// A school year of a school, with this session's undo.
pub type School = Typed<SchoolKind>;

open_kind! {
    /// What makes a document a school year of a school.
    SchoolKind
}
