//! The first room of a dossier: the perspectives of child, parents and school beside each other, the letters to parents, the plan and what
//! each guardian chose, who sees it, and how the child was heard (plan PPO-NK §7 and §11.4; WPO article 40a).
//!
//! It is a space of its own: the name of the child stands in here and in sealed letters, nowhere else. What was told is only added to.

use replica::document::{Document, Writer};
use replica::id::PartId;

use crate::refused::Refused;
use crate::typed::{Kind, Typed};

mod carry_out;
mod casus;
pub mod child;
mod command;
mod compare;
mod layout;
mod letters;
mod next;
mod read;
mod view;
pub mod watch;
mod words;

#[cfg(test)]
mod tests;
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
    Heard, Invitation, Piece, heard, invitation, of_guardian, pieces, post, sheet, take_in,
};
pub use next::{Next, next};
pub use view::{
    Agreed, Comes, Conflict, Guardian, Hearing, Letter, Question, Receiver, Standing, State, Told,
    View,
};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The part of a space with the first room of a dossier.
pub fn part() -> PartId {
    PartId::named("dossier")
}

/// A dossier, with this session's undo.
pub type Dossier = Typed<DossierKind>;

/// What makes a document a dossier.
#[derive(Debug)]
pub struct DossierKind;

impl Kind for DossierKind {
    type Command = Command;
    type View = View;
    type Touches = ();
    const SCHEMA: i64 = SCHEMA;
    const ROOT: &'static str = layout::ROOT;

    fn touches(_: &Command) {}

    fn allowed(_: &Document, (): &()) -> Result<(), Refused> {
        Ok(())
    }

    fn write(to: &mut Writer<'_>, command: &Command) -> Result<(), Refused> {
        carry_out::write(to, command)
    }

    fn read(document: &Document) -> View {
        read::read(document)
    }
}

impl View {
    /// Nothing of a dossier is typed by several people at once: what is typed shows when it is carried out.
    pub const fn patch(&mut self, _: &Command) {}
}
