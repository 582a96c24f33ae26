//! The fields of a school year in the words of the screen, for a choice between two values.

use rules::text::{Lang, Text, t};

use super::command::{Command, Field, Row, Status};
use super::layout;
use super::view::View;
use crate::field::{Choice, Contested};
use crate::table::Seat;
use crate::words::plain;

impl Contested for Field {
    type View = View;
    type Command = Command;

    /// What a person calls it: "Protocol dyslexie: Anna". A name that this version does not know stays as it is written.
    fn name(&self, view: &View, lang: Lang) -> String {
        let person = |id: &str| view.people.iter().find(|one| one.id == id).map(|one| &*one.name);
        match self {
            Self::Itself(name) => title(name, lang),
            Self::Row { row, name } => {
                let whole = Row::from_slug(row).map_or(row.as_str(), |row| row.label().get(lang));
                let part = layout::answer_of(name)
                    .map_or_else(|| title(name, lang), |id| person(id).unwrap_or(id).to_owned());
                format!("{whole}: {part}")
            }
            Self::Person { id, name } => {
                format!("{}: {}", person(id).unwrap_or(id), title(name, lang))
            }
            Self::Evidence { name, .. } => {
                format!("{}: {}", t("Bewijs", "Evidence").get(lang), title(name, lang))
            }
            Self::Step { id, name } => {
                let steps = view.lines.iter().flat_map(|line| &line.steps);
                let what = steps.into_iter().find(|step| step.id == *id).map(|step| &*step.what);
                format!("{}: {}", what.unwrap_or(id), title(name, lang))
            }
        }
    }

    fn value(&self, choice: &Choice, _: &View, lang: Lang) -> String {
        let slug = choice.value.text().unwrap_or_default();
        let label = match self {
            Field::Row { .. } => Status::from_slug(slug).map(Status::label),
            Field::Person { name, .. } if name == layout::SEAT => {
                Seat::from_slug(slug).map(Seat::label)
            }
            Field::Evidence { name, .. } | Field::Step { name, .. } if name == layout::ROW => {
                Row::from_slug(slug).map(Row::label)
            }
            _ => None,
        };
        label.map_or_else(|| plain(&choice.value, lang), |text| text.get(lang).to_owned())
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
        layout::NAME => t("Naam", "Name"),
        layout::BOARD => t("Schoolbestuur", "School board"),
        layout::REGION => t("Samenwerkingsverband", "Samenwerkingsverband"),
        layout::AREA => t("Werkgebied", "Werkgebied"),
        layout::KEEPS_PLAN => t("Houdt zich aan het plan", "Keeps to the plan"),
        layout::TOGETHER => t("Samen", "Together"),
        layout::SEAT => t("Rol", "Role"),
        layout::GONE => t("Weggehaald", "Taken away"),
        layout::ROW => t("Onderdeel", "Part"),
        layout::WHAT => t("Wat", "What"),
        layout::WHO | layout::WHO_NAME => t("Wie", "Who"),
        layout::DUE => t("Wanneer", "By when"),
        layout::DONE => t("Gedaan op", "Done on"),
        layout::DROPPED => t("Niet meer nodig", "Not needed any more"),
        _ => return None,
    })
}
