//! Writes one command into the document. Everything is checked before the first write.

use replica::document::{Value, Writer};

use super::command::{Command, Contribution};
use super::{SMALL, SMALLEST, TWICE, layout};
use crate::field::{add, choose, set};
use crate::refused::Refused;
use crate::tekening::drawing::Drawing;

pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Result<(), Refused> {
    match command {
        Command::Enter { children, all, dots } => {
            if *children < SMALLEST {
                return Err(Refused::NotPossible(SMALL));
            }
            if !to.document().items(layout::ALL).is_empty() {
                return Err(Refused::NotPossible(TWICE));
            }
            let readable = |one: &Contribution| {
                one.drawing.is_empty() || Drawing::unpack(&one.drawing).is_ok()
            };
            if !all.values().all(readable) {
                return Err(Refused::NotPossible(crate::tekening::NO_DRAWING));
            }
            set(to, &layout::itself(), layout::CHILDREN, i64::from(*children))?;
            for (at, count) in dots {
                set(to, &layout::itself(), &layout::dots(at), i64::from(*count))?;
            }
            for (id, one) in all {
                let place = add(to, layout::ALL, id)?;
                set(to, &place, layout::IS, value(one))?;
            }
            Ok(())
        }
        Command::Choose { field, write } => {
            let (place, name) = layout::register(field);
            choose(to, &place, name, write)
        }
    }
}

/// A list and not a map: what stands in the bytes then does not depend on how a map happens to lie in memory.
fn value(one: &Contribution) -> Value {
    Value::List(vec![
        one.question.as_str().into(),
        one.way.slug().into(),
        one.choice.as_str().into(),
        one.words.trim().into(),
        Value::Bytes(one.drawing.clone()),
        one.note.trim().into(),
        one.may_show.into(),
    ])
}
