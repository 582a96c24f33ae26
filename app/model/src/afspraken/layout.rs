//! Where things stand in the document. Documented in README.md; a change here needs a migration.

use replica::document::{Document, Place, Value};

use super::command::{Decided, Field};
use crate::field::first;

pub(super) const ROOT: &str = "afspraken";

pub(super) const DECISIONS: &str = "besluiten";
pub(super) const DECISION: &str = "besluit";
pub(super) const ADOPTED: &str = "vastgesteld";
pub(super) const WITHDRAWN: &str = "ingetrokken";

pub(super) const ACTIONS: &str = "acties";
pub(super) const WHAT: &str = "wat";
pub(super) const WHO: &str = "wie";
pub(super) const WHO_NAME: &str = "wie_naam";
pub(super) const DUE: &str = "wanneer";
pub(super) const DONE: &str = "gedaan";
pub(super) const DROPPED: &str = "vervallen";
pub(super) const MEETING: &str = "vergadering";
pub(super) const ITEM: &str = "punt";
pub(super) const TABLE: &str = "tafel";
pub(super) const ON: &str = "dag";

pub(super) fn decision(id: &str) -> Place {
    Place::item(DECISIONS, id)
}

pub(super) fn action(id: &str) -> Place {
    Place::item(ACTIONS, id)
}

/// Whether a decision was adopted.
pub(super) fn adopted(document: &Document, id: &str) -> bool {
    !document.register(&decision(id), ADOPTED).is_empty()
}

/// The place and name of a field.
pub(super) fn register(field: &Field) -> (Place, &str) {
    match field {
        Field::Decision { id, name } => (decision(id), name),
        Field::Action { id, name } => (action(id), name),
    }
}

/// A decision is one value: JSON, so that a later version can add to it.
pub(super) fn write_decision(decided: &Decided) -> Value {
    serde_json::to_string(decided).unwrap_or_default().into()
}

pub(super) fn read_decision(value: &Value) -> Option<Decided> {
    serde_json::from_str(value.text()?).ok()
}

/// The decision that counts until a person chooses.
pub(super) fn current(document: &Document, id: &str) -> Option<Value> {
    first(&document.register(&decision(id), DECISION)).cloned()
}
