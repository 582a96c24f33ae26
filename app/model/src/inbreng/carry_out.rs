//! Writes one command into the document. Everything is checked before the first write.

use replica::document::{Value, Writer};

use super::command::{Command, Contribution};
use super::{SMALL, SMALLEST, TWICE, layout};
use crate::field::{add, choose, map, set};
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

fn value(one: &Contribution) -> Value {
    map([
        ("vraag", one.question.as_str().into()),
        ("manier", one.way.slug().into()),
        ("keuze", one.choice.as_str().into()),
        ("woorden", one.words.trim().into()),
        ("tekening", Value::Bytes(one.drawing.clone())),
        ("volwassene", one.note.trim().into()),
        ("mag_erbij", one.may_show.into()),
    ])
}
