//! The fields of the tekening in the words of the screen, for a choice between two values.

use rules::text::{Lang, Text, t};

use super::command::Field;
use super::layout;
use super::view::{Conflict, View};
use crate::field::Choice;
use crate::words::plain;

impl Field {
    /// What a person calls it.
    pub fn name(&self, view: &View, lang: Lang) -> String {
        let (whole, name) = match self {
            Self::Itself(name) => (None, name),
            Self::Layer { id, name } => {
                let layer = view.layers.iter().find(|layer| layer.id == *id);
                (layer.map(|layer| layer.title.clone()), name)
            }
            Self::Element { id, name } => {
                (view.element(id).map(|one| one.made.words.clone()), name)
            }
        };
        let title = known(name).map_or(name.as_str(), |text| text.get(lang));
        match whole.filter(|whole| !whole.is_empty()) {
            Some(whole) => format!("{whole}: {title}"),
            None => title.to_owned(),
        }
    }
}

fn known(name: &str) -> Option<Text> {
    Some(match name {
        layout::YEAR => t("Jaar", "Year"),
        layout::TITLE => t("Titel", "Title"),
        layout::SCHOOLS => t("Scholen", "Schools"),
        layout::DONE => t("Wat ermee gedaan is", "What was done with it"),
        layout::WITHDRAWN => t("Teruggetrokken", "Withdrawn"),
        _ => return None,
    })
}

impl Conflict {
    /// One of the values as a person reads it.
    pub fn value(&self, choice: &Choice, lang: Lang) -> String {
        plain(&choice.value, lang)
    }
}
