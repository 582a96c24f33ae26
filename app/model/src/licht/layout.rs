//! Where things stand in the document. Documented in README.md; a change here needs a migration.

use replica::document::Place;

use super::command::Field;

pub(super) const ROOT: &str = "licht";
pub(super) const SCHOOL: &str = "school";
pub(super) const REGION: &str = "regio";
pub(super) const YEAR: &str = "jaar";
pub(super) const RECEIVED: &str = "ontvangen";
pub(super) const ACCOUNTED: &str = "verantwoord";
pub(super) const TEXT: &str = "tekst";

pub(super) const USES: &str = "inzet";
pub(super) const PURPOSE: &str = "doel";
pub(super) const WHAT: &str = "wat";
pub(super) const AMOUNT: &str = "bedrag";
pub(super) const EVALUATED: &str = "geevalueerd";
pub(super) const WORKS: &str = "werkt";
pub(super) const GONE: &str = "weg";

pub(super) fn itself() -> Place {
    Place::root(ROOT)
}

pub(super) fn one(id: &str) -> Place {
    Place::item(USES, id)
}

/// The place and name of a field.
pub(super) fn register(field: &Field) -> (Place, &str) {
    match field {
        Field::Itself(name) => (itself(), name),
        Field::Use { id, name } => (one(id), name),
    }
}
