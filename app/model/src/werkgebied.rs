//! The document of a werkgebied (or of another table that meets more than once): schools, people, who can be asked for
//! what, own development plans, the budget to draw on, and the year planning with the days of all meetings.
//!
//! What happens in a meeting is elsewhere (`meeting`, `afspraken`). No child is named here.

use std::collections::BTreeSet;

use chrono::Datelike;
use replica::gather::Gather;
use replica::id::PartId;

use crate::typed::{Typed, open_kind};

mod carry_out;
mod command;
mod course;
mod layout;
pub mod network;
mod patch;
pub mod planning;
mod view;
mod words;

pub use command::{
    AssignmentChange, Command, Field, MeetingChange, PersonChange, PlanAbout, PlanChange,
    SchoolChange, SchoolKind, Term, Who,
};
pub use view::{Assignment, Budget, Conflict, Contact, MeetingLine, Person, Plan, School, View};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The part of a space that says who and what its table is.
pub fn part() -> PartId {
    PartId::named("werkgebied")
}

/// An open werkgebied, with this session's undo.
pub type Werkgebied = Typed<WerkgebiedKind>;

open_kind! {
    /// What makes a document a werkgebied.
    WerkgebiedKind
}

/// The calendar years in which something was agreed, so the parts of `afspraken` that a device needs, oldest first.
pub fn years(view: &View) -> Vec<i32> {
    let agreed = view.days().filter(|(meeting, _)| meeting.held && meeting.agreed > 0);
    agreed.map(|(_, on)| on.year()).gather::<BTreeSet<i32>>().into_iter().collect()
}
