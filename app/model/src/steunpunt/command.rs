//! What is written down about the Oudersteunpunt. Ids and days are made by the caller.

use chrono::NaiveDate;
use replica::document::{Place, Writer};
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use super::{SMALLEST, Task, Theme, layout};
use crate::field::{add, choose, mark, set, set_or_clear, there};
use crate::refused::Refused;

const NEGATIVE: Text = t("Een aantal is nul of meer.", "A number is zero or more.");
const LOOK_FIRST: Text = t(
    "Lees het nog eens na: kan niemand hier een gezin in herkennen? Zet dan het vinkje.",
    "Read it once more: can nobody recognise a family in it? Then tick the box.",
);

/// One thing that a person does; one undo step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Whether a task is set up; nothing is not known yet.
    SetTask {
        task: Task,
        is_there: Option<bool>,
    },
    /// How many families brought a theme up. A small number is not kept.
    Count {
        theme: Theme,
        families: i64,
    },
    /// Something to pass on. `nobody`: somebody looked whether a family can be recognised in it, and found none.
    Signal {
        id: String,
        text: String,
        nobody: bool,
        on: NaiveDate,
    },
    TakeAway {
        id: String,
        gone: bool,
    },
    /// On which day it was shared in the samenwerkingsverband.
    Shared(Option<NaiveDate>),
    /// Of several values that were written at the same time, keeps this one.
    Choose {
        field: Field,
        write: String,
    },
}

/// Names a field, for a choice between two values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Itself(String),
    Signal { id: String, name: String },
}

pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Result<(), Refused> {
    let itself = layout::itself();
    match command {
        Command::SetTask { task, is_there } => {
            set_or_clear(to, &itself, &layout::task(task.slug()), *is_there)
        }
        Command::Count { theme, families } => {
            let name = layout::theme(theme.slug());
            match *families {
                ..0 => Err(Refused::NotPossible(NEGATIVE)),
                0 => Ok(to.clear(&itself, &name)?),
                few if few < SMALLEST => set(to, &itself, &name, layout::FEW),
                many => set(to, &itself, &name, many),
            }
        }
        Command::Signal { id, text, nobody, on } => {
            let text = text.trim();
            if text.is_empty() {
                return Err(Refused::NoText);
            }
            if !nobody {
                return Err(Refused::NotPossible(LOOK_FIRST));
            }
            let place = add(to, layout::SIGNALS, id)?;
            set(to, &place, layout::TEXT, text)?;
            set(to, &place, layout::ON, on.to_string())
        }
        Command::TakeAway { id, gone } => {
            let place = there(to, Place::item(layout::SIGNALS, id))?;
            mark(to, &place, layout::GONE, *gone)
        }
        Command::Shared(on) => {
            set_or_clear(to, &itself, layout::SHARED, on.map(|on| on.to_string()))
        }
        Command::Choose { field, write } => match field {
            Field::Itself(name) => choose(to, &itself, name, write),
            Field::Signal { id, name } => {
                choose(to, &Place::item(layout::SIGNALS, id), name, write)
            }
        },
    }
}
