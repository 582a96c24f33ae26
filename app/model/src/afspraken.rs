//! What was agreed: the decisions and actions of all meetings of a space, one document a calendar year. They outlive the
//! meeting they come from, so that open actions need no copying and years of decisions can be searched.

use replica::document::{Document, Writer};
use replica::id::PartId;

use crate::refused::Refused;
use crate::typed::{Kind, Typed};

mod carry_out;
mod command;
mod layout;
pub mod money;
mod patch;
mod register;
mod view;
mod words;

pub use command::{ActionChange, Command, Decided, Field, How, NewAction, Route, Spend, Subject};
pub use register::{MyAction, Register, Search};
pub use view::{Action, Adopted, Conflict, Decision, Number, View};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The part of a space with what was agreed in the meetings of a calendar year.
pub fn part(year: i32) -> PartId {
    PartId::named(&format!("afspraken/{year}"))
}

/// What was agreed in a year, with this session's undo.
pub type Afspraken = Typed<AfsprakenKind>;

/// What makes a document the agreements of a year.
#[derive(Debug)]
pub struct AfsprakenKind;

/// What a step touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touches {
    /// What a decision says, and its adoption.
    Decision(String),
    Free,
    All(Vec<Touches>),
}

impl Kind for AfsprakenKind {
    type Command = Command;
    type View = View;
    type Touches = Touches;
    const SCHEMA: i64 = SCHEMA;
    const ROOT: &'static str = layout::ROOT;

    fn touches(command: &Command) -> Touches {
        command.touches()
    }

    fn allowed(document: &Document, touches: &Touches) -> Result<(), Refused> {
        match touches {
            Touches::Decision(id) if layout::adopted(document, id) => Err(Refused::Adopted),
            Touches::All(all) => all.iter().try_for_each(|one| Self::allowed(document, one)),
            _ => Ok(()),
        }
    }

    fn write(to: &mut Writer<'_>, command: &Command) -> Result<(), Refused> {
        carry_out::write(to, command)
    }

    fn read(document: &Document) -> View {
        view::read(document)
    }
}
