//! The budget document of a samenwerkingsverband: a baseline, scenarios as differences to it, own
//! parameter rows. Commands in, changes out; the view is in the words of `rules::budget`.

use replica::document::{Document, Writer};
use replica::id::PartId;

use crate::refused::Refused;
use crate::typed::{Kind, Typed};

mod carry_out;
mod command;
mod layout;
mod patch;
mod view;
mod words;

pub use crate::field::Choice;
pub use crate::typed::Change;
pub use command::{Command, Field};
pub use view::{Conflict, ScenarioView, View};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The part of a space that holds the budget.
pub fn part() -> PartId {
    PartId::named("begroting")
}

/// The part with the budget of the other partnership, where one for primary and one for secondary make one plan.
pub fn other_part() -> PartId {
    PartId::named("begroting.2")
}

/// What a step touches, to ask again before it is undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touches {
    Baseline,
    Scenario(String),
    /// The lock itself, names, settings: always allowed.
    Free,
    All(Vec<Touches>),
}

/// An open budget, with this session's undo.
pub type Budget = Typed<BudgetKind>;

/// What makes a document a budget.
#[derive(Debug)]
pub struct BudgetKind;

impl Kind for BudgetKind {
    type Command = Command;
    type View = View;
    type Touches = Touches;
    const SCHEMA: i64 = SCHEMA;
    const ROOT: &'static str = layout::BUDGET;

    fn touches(command: &Command) -> Touches {
        command.touches()
    }

    fn allowed(document: &Document, touches: &Touches) -> Result<(), Refused> {
        match touches {
            Touches::Baseline if layout::locked(document).is_some() => Err(Refused::Locked),
            Touches::All(all) => all.iter().try_for_each(|one| Self::allowed(document, one)),
            Touches::Scenario(id) if layout::frozen(document, id) => Err(Refused::Frozen),
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
