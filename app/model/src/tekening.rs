//! The tekening: one picture that grows. A world with places; every council adds a layer with what its children made and
//! let be shown. Nothing of an earlier year is ever overwritten: what a child made is written once, and withdrawing only
//! hides it. Source: plan PPO-NK 2022-2026 §4.2.4 (STM-03).
//!
//! No child is named, and nothing here tells which two things one child made.

use replica::document::{Document, Writer};
use replica::id::PartId;
use rules::text::{Text, t};

use crate::refused::Refused;
use crate::typed::{Kind, Typed};

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

/// What makes a document a tekening.
#[derive(Debug)]
pub struct TekeningKind;

impl Kind for TekeningKind {
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
        view::read(document)
    }
}
