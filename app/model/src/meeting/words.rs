//! The fields of a meeting in the words of the screen, for a choice between two values.

use rules::text::{Lang, Text, t};

use super::casus::Parents;
use super::command::{Command, Field, ItemKind, Office, Presence};
use super::layout;
use super::view::View;
use crate::field::{Choice, Contested};
use crate::words::plain;

impl Contested for Field {
    type View = View;
    type Command = Command;

    /// What a person calls it: "Zorgplicht: Minuten". A name that this version does not know stays as it is written.
    fn name(&self, view: &View, lang: Lang) -> String {
        match self {
            Self::Itself(name) => title(name, lang),
            Self::Item { id, name } => {
                let of = view.item(id).map_or_else(|| id.clone(), |item| item.called(lang));
                format!("{of}: {}", title(name, lang))
            }
            Self::Person { id, name } => {
                let of = view.person(id).map_or(id.as_str(), |person| person.name.as_str());
                format!("{of}: {}", title(name, lang))
            }
        }
    }

    fn value(&self, choice: &Choice, view: &View, lang: Lang) -> String {
        let slug = choice.value.text().unwrap_or_default();
        let named = |id: &str| view.person(id).map(|person| person.name.clone());
        let found = match self {
            Field::Itself(name) if layout::office_of(name).is_some() => named(slug),
            Field::Itself(name) if name == layout::NOW => {
                view.item(slug).map(|item| item.called(lang))
            }
            Field::Item { name, .. } if name == layout::PARENTS => {
                Parents::from_slug(slug).map(|one| one.label().get(lang).to_owned())
            }
            Field::Item { name, .. } if name == layout::BY => named(slug),
            Field::Item { name, .. } if name == layout::KIND => {
                ItemKind::from_slug(slug).map(|kind| kind.label().get(lang).to_owned())
            }
            Field::Person { name, .. } if name == layout::PRESENCE => {
                Presence::from_slug(slug).map(|one| one.label().get(lang).to_owned())
            }
            _ => None,
        };
        found.unwrap_or_else(|| plain(&choice.value, lang))
    }

    fn choose(self, write: String) -> Command {
        Command::Choose { field: self, write }
    }
}

/// What an item without words of its own is called.
pub(crate) const CASUS: Text = t("Casus, in het eigen dossier", "Casus, in its own dossier");

fn title(name: &str, lang: Lang) -> String {
    let office = layout::office_of(name).and_then(Office::from_slug).map(Office::label);
    office.or_else(|| known(name)).map_or(name.to_owned(), |text| text.get(lang).to_owned())
}

fn known(name: &str) -> Option<Text> {
    Some(match name {
        layout::TABLE => t("Soort overleg", "Kind of meeting"),
        layout::TITLE => t("Titel", "Title"),
        layout::ON => t("Dag", "Day"),
        layout::AT => t("Tijd", "Time"),
        layout::MINUTES => t("Minuten", "Minutes"),
        layout::LOCATION => t("Plaats", "Place"),
        layout::QUORUM => t("Quorum", "Quorum"),
        layout::NEXT => t("Volgende vergadering", "Next meeting"),
        layout::NOW => t("Wat nu aan de orde is", "What is on now"),
        layout::CLOSED => t("Gesloten op", "Closed on"),
        layout::ADOPTED => t("Verslag vastgesteld", "Minutes adopted"),
        layout::NAME => t("Naam", "Name"),
        layout::SEATS => t("Rollen", "Roles"),
        layout::SCHOOL => t("School", "School"),
        layout::PRESENCE => t("Aanwezigheid", "Attendance"),
        layout::KIND => t("Soort punt", "Kind of item"),
        layout::BY => t("Inbrenger", "Brought in by"),
        layout::ASK => t("Beslispunt", "To be decided"),
        layout::LABEL => t("Etiket", "Label"),
        layout::QUESTION => t("Vraag aan de tafel", "Question to the table"),
        layout::PARENTS => t("Wat de ouders zeggen", "What the parents say"),
        layout::DONE => t("Klaar", "Finished"),
        layout::POSTPONED => t("Schuift door", "Postponed"),
        layout::GONE => t("Van de agenda", "Off the agenda"),
        layout::PROPOSED => t("Voorstel", "Proposal"),
        _ => return None,
    })
}
