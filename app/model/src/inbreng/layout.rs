//! Where things stand in the document. Documented in README.md; a change here needs a migration.

use replica::document::Place;

use super::command::Field;

pub(super) const ROOT: &str = "inbreng";
pub(super) const CHILDREN: &str = "kinderen";
pub(super) const ALL: &str = "antwoorden";
/// The whole answer, as one value.
pub(super) const IS: &str = "is";

const DOTS: &str = "stippen:";

pub(super) fn itself() -> Place {
    Place::root(ROOT)
}

pub(super) fn dots(at: &str) -> String {
    format!("{DOTS}{at}")
}

pub(super) fn dots_of(name: &str) -> Option<&str> {
    name.strip_prefix(DOTS)
}

/// The place and name of a field.
pub(super) fn register(field: &Field) -> (Place, &str) {
    match field {
        Field::Itself(name) => (itself(), name),
        Field::One { id, name } => (Place::item(ALL, id), name),
    }
}
