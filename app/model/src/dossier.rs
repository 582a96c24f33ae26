//! The first room of a dossier: the perspectives of child, parents and school beside each other, the letters to parents, the plan and what
//! each guardian chose, who sees it, and how the child was heard (plan PPO-NK §7 and §11.4; WPO article 40a).
//!
//! It is a space of its own: the name of the child stands in here and in sealed letters, nowhere else. What was told is only added to.

use replica::id::PartId;

use crate::typed::{Typed, open_kind};

mod carry_out;
mod casus;
pub mod child;
mod command;
mod compare;
mod layout;
mod letters;
mod next;
mod read;
mod said;
mod standing;
mod view;
pub mod watch;
mod words;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_later;
#[cfg(test)]
mod tests_leaving;
#[cfg(test)]
mod tests_rather;
#[cfg(test)]
mod tests_seeing;
#[cfg(test)]
mod tests_spoken;

pub use casus::{Asked, AtTable};
pub use command::{
    Access, Command, Field, GuardianChange, Known, LetterChange, Moment, NewAgreement, NewHearing,
    NewLetter, NewPlan, NewTold, Part, QuestionChange, Remark, Side, Way,
};
pub use compare::{Cell, Row, side_by_side};
pub use letters::{
    Asks, Heard, Invitation, Piece, at_table, heard, invitation, must_leave, pieces, post, sheet,
    sheet_in, take_in,
};
pub use next::{Next, next, reminds};
pub use said::Said;
pub use standing::Standing;
pub use view::{
    Agreed, Comes, Conflict, Guardian, Hearing, Letter, Question, Receiver, State, Told, View,
};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The part of a space with the first room of a dossier.
pub fn part() -> PartId {
    PartId::named("dossier")
}

/// A dossier, with this session's undo.
pub type Dossier = Typed<DossierKind>;

open_kind! {
    /// What makes a document a dossier.
    DossierKind
}

impl View {
    /// What is being written shows at once; everything else when it is carried out.
    pub fn patch(&mut self, command: &Command) {
        if let Command::Draft { field, text } = command {
            self.drafts.insert(field.clone(), text.clone());
        }
    }
}
