//! The document of one meeting: who is there, the agenda in its order, the timer, the notes. Decisions and actions stand
//! in `afspraken`: they outlive the meeting. No child is named here: a casus is a label, a question and a link to its dossier.

use replica::document::{Document, Writer};
use replica::id::PartId;

use crate::refused::Refused;
use crate::typed::{Kind, Typed};

pub mod agenda;
pub mod capture;
mod carry_out;
pub mod casus;
mod command;
mod layout;
pub mod minutes;
mod patch;
pub mod timer;
mod view;
pub mod watch;
mod words;

pub use casus::{Casus, Parents};
pub use command::{
    Carried, Change, Command, Field, ItemChange, ItemKind, NewItem, Office, Presence, Seated, Start,
};
pub use view::{Adopted, Attendance, Conflict, Item, Participant, Phase, SchoolName, View};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The part of a space that holds one meeting.
pub fn part(id: &str) -> PartId {
    PartId::named(&format!("vergadering/{id}"))
}

/// An open meeting, with this session's undo.
pub type Meeting = Typed<MeetingKind>;

/// What makes a document a meeting.
#[derive(Debug)]
pub struct MeetingKind;

/// What a step touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touches {
    /// What the minutes are made of, and their adoption.
    Minutes,
    /// Choosing between two adoptions: always allowed.
    Free,
}

impl Kind for MeetingKind {
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
            Touches::Minutes if layout::adopted(document) => Err(Refused::Adopted),
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
