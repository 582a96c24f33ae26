//! Where things stand in the document. Documented in README.md; a change here needs a migration.

use replica::document::Place;

use crate::school::Row;

pub(super) const ROOT: &str = "advies";
pub(super) const ROWS: &str = "bij";
pub(super) const ROW: &str = "rij";
pub(super) const TEXT: &str = "tekst";

/// The id of what stands with a row in a year: `2026/dyslexie`.
pub(super) fn id(year: i32, row: Row) -> String {
    format!("{year}/{}", row.slug())
}

/// Year and row of such an id; nothing for one of a later version.
pub(super) fn read(id: &str) -> Option<(i32, Row)> {
    let (year, row) = id.split_once('/')?;
    Some((year.parse().ok()?, Row::from_slug(row)?))
}

pub(super) fn place(year: i32, row: Row) -> Place {
    Place::item(ROWS, &id(year, row))
}
