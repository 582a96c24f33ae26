//! Writes one command into the document. Everything is checked before the first write.

use replica::document::Writer;

use super::command::{Change, Command};
use super::layout;
use crate::field::{add, choose, mark, set, set_or_clear, there};
use crate::refused::Refused;
use crate::together::write_text;

pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Result<(), Refused> {
    match command {
        Command::Begin { id } => {
            let place = add(to, layout::ALL, id)?;
            set(to, &place, layout::BEGUN, true)
        }
        Command::Set { id, change } => {
            let place = there(to, layout::place(id))?;
            match change {
                Change::Mark { mark: which, on } => {
                    mark(to, &place, &layout::mark(which.slug()), *on)
                }
                Change::Done(on) => {
                    set_or_clear(to, &place, layout::DONE, on.map(|on| on.to_string()))
                }
                Change::Outcome { base, text } => {
                    write_text(to, &place, layout::OUTCOME, base, text)
                }
                Change::Gone(on) => mark(to, &place, layout::GONE, *on),
            }
        }
        Command::Choose { field, write } => {
            choose(to, &layout::place(&field.id), &field.name, write)
        }
    }
}
