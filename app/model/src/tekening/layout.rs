//! Where things stand in the document. Documented in README.md; a change here needs a migration.

use replica::document::Place;
use replica::id::BlobId;

use super::command::Field;

pub(super) const ROOT: &str = "tekening";
pub(super) const LAYERS: &str = "lagen";
pub(super) const YEAR: &str = "jaar";
pub(super) const ON: &str = "dag";
pub(super) const TITLE: &str = "titel";
pub(super) const SCHOOLS: &str = "scholen";

const IMAGE: &str = "stuk:";

pub(super) const ELEMENTS: &str = "dingen";
/// Everything that never changes of an element, as one value: written once.
pub(super) const IS: &str = "is";
pub(super) const DONE: &str = "gedaan";
pub(super) const WITHDRAWN: &str = "weg";
/// Another place of the world than the one where it was laid first.
pub(super) const SPOT: &str = "plaats";
/// Where it is in the picture of its layer.
pub(super) const AT: &str = "plek";
pub(super) const PICTURE: &str = "stuk";
pub(super) const ACROSS: &str = "x";
pub(super) const DOWN: &str = "y";

/// The register of the picture of a layer.
pub(super) fn image(blob: BlobId) -> String {
    format!("{IMAGE}{blob}")
}

pub(super) fn is_image(name: &str) -> bool {
    name.starts_with(IMAGE)
}

pub(super) fn itself() -> Place {
    Place::root(ROOT)
}

pub(super) fn layer(id: &str) -> Place {
    Place::item(LAYERS, id)
}

pub(super) fn element(id: &str) -> Place {
    Place::item(ELEMENTS, id)
}

/// The place and name of a field.
pub(super) fn register(field: &Field) -> (Place, &str) {
    match field {
        Field::Itself(name) => (itself(), name),
        Field::Layer { id, name } => (layer(id), name),
        Field::Element { id, name } => (element(id), name),
    }
}
