//! Where things stand in the document. Documented in README.md; a change here needs a migration.

use replica::document::Place;

use super::command::{Field, Words};

pub(super) const ROOT: &str = "leerlingenraad";
pub(super) const NAME: &str = "naam";
pub(super) const REGION: &str = "regio";
pub(super) const KEEPS: &str = "houdt_plan_aan";

pub(super) const COUNCILS: &str = "raden";
pub(super) const TITLE: &str = "titel";
pub(super) const ON: &str = "dag";
pub(super) const GROUP: &str = "groep";
pub(super) const SCHOOLS: &str = "scholen";
pub(super) const HELD: &str = "gehouden";
pub(super) const DRAWN: &str = "getekend";
pub(super) const GONE: &str = "weg";

pub(super) const QUESTIONS: &str = "vragen";
pub(super) const COUNCIL: &str = "raad";
pub(super) const STANDARD: &str = "soort";
pub(super) const OWN: &str = "tekst";

pub(super) const THEMES: &str = "themas";
pub(super) const SPOT: &str = "plaats";
pub(super) const BY: &str = "besproken_door";
pub(super) const DISCUSSED: &str = "besproken";
pub(super) const DECISION: &str = "besluit";
pub(super) const TOLD: &str = "verteld";
pub(super) const USED: &str = "gebruikt";

const WITHOUT: &str = "zonder:";
const VOICE: &str = "stem:";

pub(super) fn itself() -> Place {
    Place::root(ROOT)
}

pub(super) fn council(id: &str) -> Place {
    Place::item(COUNCILS, id)
}

pub(super) fn question(id: &str) -> Place {
    Place::item(QUESTIONS, id)
}

pub(super) fn theme(id: &str) -> Place {
    Place::item(THEMES, id)
}

/// A way that a question does without.
pub(super) fn without(way: &str) -> String {
    format!("{WITHOUT}{way}")
}

pub(super) fn without_of(name: &str) -> Option<&str> {
    name.strip_prefix(WITHOUT)
}

/// The recording of a sentence, by its name in data.
pub(super) fn voice(sentence: &str) -> String {
    format!("{VOICE}{sentence}")
}

pub(super) fn voice_of(name: &str) -> Option<&str> {
    name.strip_prefix(VOICE)
}

/// The place and name of a text.
pub(super) fn words(words: &Words) -> (Place, &'static str) {
    match words {
        Words::Promised(id) => (council(id), "beloofd"),
        Words::Heard(id) => (theme(id), "gehoord"),
        Words::Why(id) => (theme(id), "waarom"),
        Words::Back(id) => (theme(id), "terug"),
    }
}

/// The place and name of a field.
pub(super) fn register(field: &Field) -> (Place, &str) {
    match field {
        Field::Itself(name) => (itself(), name),
        Field::Council { id, name } => (council(id), name),
        Field::Question { id, name } => (question(id), name),
        Field::Theme { id, name } => (theme(id), name),
    }
}
