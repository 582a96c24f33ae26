//! Where things stand in the document. Documented in README.md; a change here needs a migration.

use replica::document::Place;

pub(super) const ROOT: &str = "vergelijking";
pub(super) const ALL: &str = "keren";
pub(super) const BEGUN: &str = "begonnen";
pub(super) const DONE: &str = "gedaan";
pub(super) const GONE: &str = "weg";
pub(super) const OUTCOME: &str = "uitkomst";
const MARK: &str = "punt:";

pub(super) fn place(id: &str) -> Place {
    Place::item(ALL, id)
}

pub(super) fn mark(slug: &str) -> String {
    format!("{MARK}{slug}")
}

/// Which point a register is about.
pub(super) fn mark_of(name: &str) -> Option<&str> {
    name.strip_prefix(MARK)
}
