//! The fields of the money for light support in the words of the screen, for a choice between two values.

use rules::money::Money;
use rules::notation;
use rules::text::{Lang, Text, t};

use super::command::{Command, Field, Purpose};
use super::layout;
use super::view::View;
use crate::field::{Choice, Contested};
use crate::words::plain;

impl Contested for Field {
    type View = View;
    type Command = Command;

    /// What a person calls it. A name that this version does not know stays as it is written.
    fn name(&self, view: &View, lang: Lang) -> String {
        match self {
            Self::Itself(name) => title(name, lang),
            Self::Use { id, name } => {
                let found = view.uses.iter().find(|one| one.id == *id).map(|one| &*one.what);
                format!("{}: {}", found.unwrap_or(id), title(name, lang))
            }
        }
    }

    fn value(&self, choice: &Choice, _: &View, lang: Lang) -> String {
        let (Field::Itself(name) | Field::Use { name, .. }) = self;
        match (name.as_str(), choice.value.int(), choice.value.text()) {
            (layout::RECEIVED | layout::AMOUNT, Some(cents), _) => {
                notation::money(Money::cents(cents), lang)
            }
            (layout::PURPOSE, _, Some(slug)) => Purpose::from_slug(slug)
                .map_or_else(|| slug.to_owned(), |purpose| purpose.label().get(lang).to_owned()),
            _ => plain(&choice.value, lang),
        }
    }

    fn choose(self, write: String) -> Command {
        Command::Choose { field: self, write }
    }
}

fn title(name: &str, lang: Lang) -> String {
    known(name).map_or_else(|| name.to_owned(), |text| text.get(lang).to_owned())
}

fn known(name: &str) -> Option<Text> {
    Some(match name {
        layout::SCHOOL => t("School", "School"),
        layout::REGION => t("Samenwerkingsverband", "Samenwerkingsverband"),
        layout::YEAR => t("Jaar", "Year"),
        layout::RECEIVED => t("Ontvangen", "Received"),
        layout::ACCOUNTED => t("Verantwoord op", "Accounted on"),
        layout::PURPOSE => t("Doel", "Purpose"),
        layout::WHAT => t("Wat", "What"),
        layout::AMOUNT => t("Bedrag", "Amount"),
        layout::EVALUATED => t("Geëvalueerd op", "Evaluated on"),
        layout::WORKS => t("Werkt het?", "Does it work?"),
        layout::GONE => t("Weggehaald", "Taken away"),
        _ => return None,
    })
}
