//! What there is to see of a year of the Oudersteunpunt, and its fields in words.

use std::num::ParseIntError;

use chrono::NaiveDate;
use replica::document::{Document, Registers, Value};
use rules::text::{Lang, t};

use super::command::{Command, Field};
use super::{SCHEMA, Task, Theme, layout};
use crate::field::{Choice, Contested, collect, date, flag, get, items, text};
use crate::typed::schema;
use crate::words::plain;

/// A field with several values.
pub type Conflict = crate::field::Conflict<Field>;

/// A year, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// Those of which something was said.
    pub tasks: Vec<(Task, bool)>,
    /// Every theme, in its order.
    pub themes: Vec<(Theme, Tally)>,
    /// What is passed on, without what was taken away.
    pub signals: Vec<Signalled>,
    pub shared: Option<NaiveDate>,
    pub conflicts: Vec<Conflict>,
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
}

/// How many families brought a theme up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tally {
    Nobody,
    /// Fewer than is shown; how many is not kept.
    Few,
    Families(i64),
}

impl Tally {
    /// How many families somebody typed where this was kept; nothing is no change. That there were few never stood in the field, so
    /// emptying it takes away no more than what was typed: who means nobody types 0.
    pub fn typed(self, text: &str) -> Result<Option<i64>, ParseIntError> {
        match text.trim() {
            "" => Ok((self != Self::Few).then_some(0)),
            text => text.parse().map(Some),
        }
    }
}

/// Something that is passed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signalled {
    pub id: String,
    pub text: String,
    pub on: Option<NaiveDate>,
    gone: bool,
}

impl View {
    /// Nothing of it is shown while it is typed.
    pub const fn patch(&mut self, _: &Command) {}
}

pub(super) fn read(document: &Document) -> View {
    let itself = document.registers(&layout::itself());
    let mut conflicts = Vec::new();
    collect(&mut conflicts, &itself, |name| Field::Itself(name.to_owned()));
    let task = |task: &Task| {
        let said = get(&itself, &layout::task(task.slug())).and_then(Value::bool);
        said.map(|is_there| (*task, is_there))
    };
    let field = |id: &str, name: &str| Field::Signal { id: id.to_owned(), name: name.to_owned() };
    let mut signals = items(document, layout::SIGNALS, &mut conflicts, field, signal);
    signals.retain(|one| !one.gone);
    View {
        tasks: Task::ALL.iter().filter_map(task).collect(),
        themes: Theme::ALL.iter().map(|theme| (*theme, tally(&itself, *theme))).collect(),
        signals,
        shared: get(&itself, layout::SHARED).and_then(date),
        conflicts,
        read_only: schema(document, layout::ROOT) > SCHEMA,
    }
}

fn tally(itself: &Registers, theme: Theme) -> Tally {
    match get(itself, &layout::theme(theme.slug())) {
        None => Tally::Nobody,
        // A word and not a number: of a few it is not known how many.
        Some(value) => value.int().map_or(Tally::Few, Tally::Families),
    }
}

fn signal(id: &str, registers: &Registers) -> Signalled {
    Signalled {
        id: id.to_owned(),
        text: text(registers, layout::TEXT),
        on: get(registers, layout::ON).and_then(date),
        gone: flag(registers, layout::GONE),
    }
}

impl Contested for Field {
    type View = View;
    type Command = Command;

    fn name(&self, _: &View, lang: Lang) -> String {
        let (Self::Itself(name) | Self::Signal { name, .. }) = self;
        let task = layout::task_of(name).and_then(Task::from_slug).map(Task::label);
        let theme = layout::theme_of(name).and_then(Theme::from_slug).map(Theme::label);
        let known = match name.as_str() {
            layout::SHARED => Some(t("Gedeeld op", "Shared on")),
            layout::TEXT => Some(t("Signaal", "Signal")),
            _ => task.or(theme),
        };
        known.map_or_else(|| name.clone(), |text| text.get(lang).to_owned())
    }

    fn value(&self, choice: &Choice, _: &View, lang: Lang) -> String {
        plain(&choice.value, lang)
    }

    fn choose(self, write: String) -> Command {
        Command::Choose { field: self, write }
    }
}
