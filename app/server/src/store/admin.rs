//! What the administrator may see: which spaces there are, how large, when last used. Never what is in them.

use replica::id::SpaceId;

use super::Store;
use super::sql::{Failed, Row};

/// A space in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpaceRow {
    pub space: SpaceId,
    /// The newest place given.
    pub newest: u64,
    /// Of items and files.
    pub bytes: u64,
    /// Counted from 1970; 0 is not known.
    pub seen: u64,
}

impl Store {
    /// Every space, the largest first.
    pub async fn spaces(&self) -> Result<Vec<SpaceRow>, Failed> {
        let sql = "SELECT space, newest, bytes + blobs, seen FROM space ORDER BY bytes + blobs DESC, space";
        let read = |row: &Row| {
            let space = SpaceId::from_bytes(row.fixed(0)?);
            Ok(SpaceRow {
                space,
                newest: row.number(1)?,
                bytes: row.number(2)?,
                seen: row.number(3)?,
            })
        };
        self.read(move |tx| tx.rows(sql, &[])?.iter().map(read).collect()).await
    }
}
