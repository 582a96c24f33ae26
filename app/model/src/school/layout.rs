//! Where things stand in the document. Documented in README.md; a change here needs a migration.

use replica::document::{Place, Value};
use replica::id::BlobId;

use super::command::{Field, Row};
use crate::attachment::Attachment;

pub(super) const ROOT: &str = "school";
pub(super) const NAME: &str = "naam";
pub(super) const BOARD: &str = "bestuur";
pub(super) const REGION: &str = "regio";
pub(super) const AREA: &str = "gebied";
pub(super) const KEEPS_PLAN: &str = "houdt_plan_aan";

pub(super) const ROWS: &str = "rijen";
pub(super) const TOGETHER: &str = "samen";
pub(super) const EXPLANATION: &str = "toelichting";
pub(super) const ADVICE: &str = "advies";
const ANSWER: &str = "antwoord:";
const FILE: &str = "bestand:";

pub(super) const PEOPLE: &str = "mensen";
pub(super) const SEAT: &str = "rol";
pub(super) const GONE: &str = "weg";

pub(super) const EVIDENCE: &str = "bewijs";
pub(super) const ROW: &str = "rij";
pub(super) const TEXT: &str = "tekst";

pub(super) const STEPS: &str = "stappen";
pub(super) const WHAT: &str = "wat";
pub(super) const WHO: &str = "wie";
pub(super) const WHO_NAME: &str = "wie_naam";
pub(super) const DUE: &str = "wanneer";
pub(super) const DONE: &str = "gedaan";
pub(super) const DROPPED: &str = "vervallen";

pub(super) fn itself() -> Place {
    Place::root(ROOT)
}

pub(super) fn row(row: Row) -> Place {
    Place::item(ROWS, row.slug())
}

pub(super) fn person(id: &str) -> Place {
    Place::item(PEOPLE, id)
}

pub(super) fn evidence(id: &str) -> Place {
    Place::item(EVIDENCE, id)
}

pub(super) fn step(id: &str) -> Place {
    Place::item(STEPS, id)
}

pub(super) fn answer(person: &str) -> String {
    format!("{ANSWER}{person}")
}

/// Whose answer a register of a row holds.
pub(super) fn answer_of(name: &str) -> Option<&str> {
    name.strip_prefix(ANSWER)
}

pub(super) fn file(blob: BlobId) -> String {
    format!("{FILE}{blob}")
}

/// The file of a row in this register, if it is one.
pub(super) fn read_file(name: &str, value: &Value) -> Option<Attachment> {
    name.strip_prefix(FILE).and(Attachment::from_value(value))
}

/// The place and name of a field.
pub(super) fn register(field: &Field) -> (Place, &str) {
    match field {
        Field::Itself(name) => (itself(), name),
        Field::Row { row, name } => (Place::item(ROWS, row), name),
        Field::Person { id, name } => (person(id), name),
        Field::Evidence { id, name } => (evidence(id), name),
        Field::Step { id, name } => (step(id), name),
    }
}
