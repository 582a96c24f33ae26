//! The fields in the words of the screen, for a choice between two values.

use rules::text::{Lang, t};

use super::command::{Command, Field};
use super::layout;
use super::view::View;
use crate::field::{Choice, Contested};
use crate::leerlingenraad::questions::Card;
use crate::words::plain;

impl Contested for Field {
    type View = View;
    type Command = Command;

    /// What a person calls it.
    fn name(&self, _: &View, lang: Lang) -> String {
        match self {
            Self::Itself(name) if name == layout::CHILDREN => {
                t("Hoeveel kinderen", "How many children").get(lang).to_owned()
            }
            Self::Itself(name) if layout::dots_of(name).is_some() => {
                let at = layout::dots_of(name).unwrap_or_default();
                let card = Card::from_slug(at).map_or(at, |card| card.label().get(lang));
                format!("{}: {card}", t("Stippen", "Dots").get(lang))
            }
            Self::Itself(name) | Self::One { name, .. } => name.clone(),
        }
    }

    fn value(&self, choice: &Choice, _: &View, lang: Lang) -> String {
        plain(&choice.value, lang)
    }

    fn choose(self, write: String) -> Command {
        Command::Choose { field: self, write }
    }
}
