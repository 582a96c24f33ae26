//! Writes one command into the document.

use replica::document::Writer;

use super::command::Command;
use super::layout;
use crate::field::set;
use crate::refused::Refused;
use crate::together::write_text;

pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Result<(), Refused> {
    let Command::Write { year, row, base, text } = command;
    let place = layout::place(*year, *row);
    // A text alone is not found again among the items.
    set(to, &place, layout::ROW, row.slug())?;
    write_text(to, &place, layout::TEXT, base, text)
}
