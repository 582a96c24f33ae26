//! The fields of the tekening in the words of the screen, for a choice between two values.

use rules::text::{Lang, Text, t};

use super::command::{Command, Field};
use super::layout;
use super::view::View;
use super::world::Spot;
use crate::field::{Choice, Contested};
use crate::words::plain;

impl Contested for Field {
    type View = View;
    type Command = Command;

    /// What a person calls it.
    fn name(&self, view: &View, lang: Lang) -> String {
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

    fn value(&self, choice: &Choice, _: &View, lang: Lang) -> String {
        if let Some(spot) = choice.value.text().and_then(Spot::from_slug) {
            return spot.label().get(lang).to_owned();
        }
        let Some(at) = super::view::at(&choice.value) else { return plain(&choice.value, lang) };
        let (left, top) = (t("van links", "from the left"), t("van boven", "from the top"));
        format!("{}% {}, {}% {}", at.x / 10, left.get(lang), at.y / 10, top.get(lang))
    }

    fn choose(self, write: String) -> Command {
        Command::Choose { field: self, write }
    }
}

fn known(name: &str) -> Option<Text> {
    Some(match name {
        layout::YEAR => t("Jaar", "Year"),
        layout::ON => t("Dag", "Day"),
        layout::SPOT => t("Plaats", "Place"),
        layout::TITLE => t("Titel", "Title"),
        layout::SCHOOLS => t("Scholen", "Schools"),
        layout::DONE => t("Wat ermee gedaan is", "What was done with it"),
        layout::AT => t("Plek in de tekening van eerder", "Place in the drawing of before"),
        layout::WITHDRAWN => t("Teruggetrokken", "Withdrawn"),
        _ => return None,
    })
}
