//! Where things stand in the document. Documented in README.md; a change here needs a migration.

use replica::document::{Document, Place, Value};
use replica::id::{BlobId, SpaceId};

use super::command::Field;
use crate::attachment::Attachment;
use crate::field::first;

pub(super) const ROOT: &str = "vergadering";
pub(super) const TABLE: &str = "tafel";
pub(super) const TITLE: &str = "titel";
pub(super) const AREA: &str = "gebied";
pub(super) const CODE: &str = "code";
pub(super) const ON: &str = "dag";
pub(super) const AT: &str = "tijd";
pub(super) const MINUTES: &str = "minuten";
pub(super) const LOCATION: &str = "plaats";
pub(super) const QUORUM: &str = "quorum";
pub(super) const NEXT: &str = "volgende";
pub(super) const NOW: &str = "nu";
pub(super) const CLOSED: &str = "gesloten";
pub(super) const ADOPTED: &str = "vastgesteld";
pub(super) const NOTE: &str = "tekst";
const SCHOOL_NAME: &str = "school:";
const OFFICE: &str = "taak:";

pub(super) const PEOPLE: &str = "mensen";
pub(super) const NAME: &str = "naam";
pub(super) const SEATS: &str = "rollen";
pub(super) const SCHOOL: &str = "school";
pub(super) const PRESENCE: &str = "aanwezig";

pub(super) const ITEMS: &str = "punten";
pub(super) const KIND: &str = "soort";
pub(super) const BY: &str = "inbrenger";
pub(super) const ASK: &str = "beslispunt";
pub(super) const TOPIC: &str = "onderwerp";
pub(super) const RULE: &str = "regel";
pub(super) const FIXED: &str = "vast";
pub(super) const DOSSIER: &str = "dossier";
pub(super) const LABEL: &str = "etiket";
pub(super) const QUESTION: &str = "vraag";
pub(super) const PARENTS: &str = "ouders";
pub(super) const PROPOSED: &str = "voorstel";
pub(super) const DONE: &str = "klaar";
pub(super) const POSTPONED: &str = "schuift_door";
pub(super) const GONE: &str = "weg";
pub(super) const TIMES: &str = "keer_doorgeschoven";
pub(super) const FROM: &str = "van";
const FILE: &str = "stuk:";
const RUN: &str = "loop:";

pub(super) fn itself() -> Place {
    Place::root(ROOT)
}

pub(super) fn item(id: &str) -> Place {
    Place::item(ITEMS, id)
}

pub(super) fn person(id: &str) -> Place {
    Place::item(PEOPLE, id)
}

pub(super) fn school_name(id: &str) -> String {
    format!("{SCHOOL_NAME}{id}")
}

pub(super) fn school_of(name: &str) -> Option<&str> {
    name.strip_prefix(SCHOOL_NAME)
}

pub(super) fn office(slug: &str) -> String {
    format!("{OFFICE}{slug}")
}

pub(super) fn office_of(name: &str) -> Option<&str> {
    name.strip_prefix(OFFICE)
}

pub(super) fn file(blob: BlobId) -> String {
    format!("{FILE}{blob}")
}

/// The document of an item in this register, if it is one.
pub(super) fn read_file(name: &str, value: &Value) -> Option<Attachment> {
    name.strip_prefix(FILE).and(Attachment::from_value(value))
}

pub(super) fn run(from: i64) -> String {
    format!("{RUN}{from}")
}

/// Whether two values of this register are for a person to choose between. Which item is on, the clock and the counting
/// of carrying over go on by themselves.
pub(super) fn is_chosen(name: &str) -> bool {
    !matches!(name, NOW | TIMES | FROM) && run_of(name).is_none()
}

pub(super) fn run_of(name: &str) -> Option<i64> {
    name.strip_prefix(RUN)?.parse().ok()
}

/// Whether the minutes were adopted.
pub(super) fn adopted(document: &Document) -> bool {
    !document.register(&itself(), ADOPTED).is_empty()
}

/// The dossier of a casus; nothing for any other item.
pub(super) fn dossier(document: &Document, id: &str) -> Option<SpaceId> {
    first(&document.register(&item(id), DOSSIER)).and_then(Value::text)?.parse().ok()
}

/// The place and name of a field.
pub(super) fn register(field: &Field) -> (Place, &str) {
    match field {
        Field::Itself(name) => (itself(), name),
        Field::Item { id, name } => (item(id), name),
        Field::Person { id, name } => (person(id), name),
    }
}
