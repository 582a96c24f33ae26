//! The fields of a comparison in the words of the screen, for a choice between two values.

use rules::text::{Lang, t};

use super::command::{Command, Field, Mark};
use super::layout;
use super::view::View;
use crate::field::{Choice, Contested};
use crate::words::plain;

impl Contested for Field {
    type View = View;
    type Command = Command;

    /// What a person calls it. A name that this version does not know stays as it is written.
    fn name(&self, _: &View, lang: Lang) -> String {
        let mark = layout::mark_of(&self.name).and_then(Mark::from_slug).map(Mark::label);
        let known = match self.name.as_str() {
            layout::DONE => Some(t("Gedaan op", "Done on")),
            layout::GONE => Some(t("Weggehaald", "Taken away")),
            _ => mark,
        };
        known.map_or_else(|| self.name.clone(), |text| text.get(lang).to_owned())
    }

    fn value(&self, choice: &Choice, _: &View, lang: Lang) -> String {
        plain(&choice.value, lang)
    }

    fn choose(self, write: String) -> Command {
        Command::Choose { field: self, write }
    }
}
