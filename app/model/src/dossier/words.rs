//! The fields of a dossier in the words of the screen, for a choice between two values.

use rules::text::{Lang, Text, t};

use super::command::{Command, Field};
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
            Self::Item { of, id, name } if of == layout::GUARDIANS => {
                let whole = view.guardian(id).map_or(id.as_str(), |one| &one.name);
                format!("{whole}: {}", title(name, lang))
            }
            Self::Item { name, .. } => title(name, lang),
        }
    }

    fn value(&self, choice: &Choice, _: &View, lang: Lang) -> String {
        plain(&choice.value, lang)
    }

    fn choose(self, write: String) -> Command {
        Command::Choose { field: self, write }
    }
}

fn title(name: &str, lang: Lang) -> String {
    let asked = || layout::known_of(name).map(|what| what.label());
    let draft = || layout::draft_of(name).map(|_| t("Nog niet vastgelegd", "Not put down yet"));
    known(name)
        .or_else(asked)
        .or_else(draft)
        .map_or_else(|| name.to_owned(), |text| text.get(lang).to_owned())
}

fn known(name: &str) -> Option<Text> {
    Some(match name {
        layout::NAME => t("Naam", "Name"),
        layout::SCHOOL => t("School", "School"),
        layout::ASKER => t("Wie vraagt", "Who asks"),
        layout::PHONE => t("Telefoon", "Telephone"),
        layout::SEES => t("Wie het ziet", "Who sees it"),
        layout::KEEP => t("Bewaren tot", "Kept until"),
        layout::REGION => t("Samenwerkingsverband", "Samenwerkingsverband"),
        layout::LEVEL => t("Niveau van ondersteuning", "Level of support"),
        layout::ENROLLED => t("Dag van inschrijving", "Day of enrolment"),
        layout::LOOK_BACK => t("Samen terugkijken", "Looking back together"),
        layout::CARE => t("Zorg doet mee", "Care takes part"),
        layout::NEXT => t("Dag van het gesprek", "Day of the talk"),
        layout::RELATION => t("Relatie tot het kind", "Relation to the child"),
        layout::CALL => t("Wil gebeld worden op", "Wants to be called on"),
        layout::JUDGED => t("Samen bekeken", "Looked at together"),
        layout::GONE => t("Doet niet meer mee", "Does not take part any more"),
        _ => return None,
    })
}
