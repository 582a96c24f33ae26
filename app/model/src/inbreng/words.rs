//! The fields in the words of the screen, for a choice between two values.

use rules::text::{Lang, t};

use super::command::Field;
use super::layout;
use super::view::Conflict;
use crate::field::Choice;
use crate::words::plain;

impl Field {
    /// What a person calls it.
    pub fn name(&self, lang: Lang) -> String {
        match self {
            Self::Itself(name) if name == layout::CHILDREN => {
                t("Hoeveel kinderen", "How many children").get(lang).to_owned()
            }
            Self::Itself(name) | Self::One { name, .. } => name.clone(),
        }
    }
}

impl Conflict {
    /// One of the values as a person reads it.
    pub fn value(&self, choice: &Choice, lang: Lang) -> String {
        plain(&choice.value, lang)
    }
}
