//! Where things stand in the document. Documented in README.md; a change here needs a migration.

use replica::document::Place;

use super::command::{Field, Words};
use super::need::Need;

pub(super) const ROOT: &str = "aanbod";
pub(super) const SCHOOL: &str = "school";
pub(super) const REGION: &str = "regio";
pub(super) const AREA: &str = "gebied";
pub(super) const HEARD: &str = "gehoord";
pub(super) const ADOPTED: &str = "vastgesteld";
pub(super) const PUBLISHED: &str = "gepubliceerd";

pub(super) const NEEDS: &str = "behoeften";
pub(super) const OFFER: &str = "kan";

pub(super) fn itself() -> Place {
    Place::root(ROOT)
}

pub(super) fn need(need: Need) -> Place {
    Place::item(NEEDS, need.slug())
}

/// The place and name of a text.
pub(super) fn words(words: Words) -> (Place, &'static str) {
    match words {
        Words::Short => (itself(), "kort"),
        Words::Basic => (itself(), "basis"),
        Words::Influence => (itself(), "invloed"),
        Words::Need(which) => (need(which), "uitleg"),
    }
}

/// The place and name of a field.
pub(super) fn register(field: &Field) -> (Place, &str) {
    match field {
        Field::Itself(name) => (itself(), name),
        Field::Need { need, name } => (Place::item(NEEDS, need), name),
    }
}
