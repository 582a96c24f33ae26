//! What is no longer kept. How long is the administrator's to say; nothing goes that was not said.

use super::Store;
use super::boxes::day;
use super::relay::BESIDE;
use super::sql::{Failed, args};

/// How long things are kept, in days; `None` is for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// A box after it closed, with what nobody took.
    pub boxes: Option<u64>,
    /// A space after anybody last used it.
    pub spaces: Option<u64>,
    /// The offline window: for a device that was away for longer, no message is kept.
    pub away: u64,
}

impl Default for Kept {
    fn default() -> Self {
        Self { boxes: Some(30), spaces: None, away: 90 }
    }
}

/// How much went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    pub invites: u64,
    pub boxes: u64,
    pub spaces: u64,
    pub passes: u64,
}

impl Store {
    /// Removes what has expired. `now` in milliseconds since 1970.
    pub async fn tidy(&self, kept: Kept, now: u64) -> Result<Removed, Failed> {
        self.write(move |tx| {
            let mut removed = Removed {
                invites: tx.change("DELETE FROM invite WHERE expires < $1", args![now])?,
                passes: tx.change("DELETE FROM pass WHERE expires < $1", args![now])?,
                ..Removed::default()
            };
            if let Some(days) = kept.boxes {
                let closed = now.saturating_sub(days * 86_400_000);
                let sql =
                    "DELETE FROM gift WHERE box IN (SELECT id FROM dropbox WHERE closes < $1)";
                tx.change(sql, args![closed])?;
                removed.boxes =
                    tx.change("DELETE FROM dropbox WHERE closes < $1", args![closed])?;
            }
            if let Some(days) = kept.spaces {
                removed.spaces = clear_spaces(tx, day(now).saturating_sub(days))?;
            }
            Ok(removed)
        })
        .await
    }
}

/// Clears the spaces that were last used before a day. Their row and newest place stay, and of an erased one its log: it
/// must go on to refuse.
fn clear_spaces(tx: &mut dyn super::sql::Tx, before: u64) -> Result<u64, Failed> {
    let old =
        "SELECT space FROM space WHERE seen < $1 AND seen > 0 AND bytes + blobs > 0 AND erased = 0";
    let spaces = tx.rows(old, args![before])?;
    let own = [
        "DELETE FROM item WHERE space = $1",
        "DELETE FROM chain WHERE space = $1",
        "UPDATE space SET bytes = 0, entries = 0, blobs = 0 WHERE space = $1",
    ];
    for row in &spaces {
        let space: [u8; 16] = row.fixed(0)?;
        for sql in own.into_iter().chain(BESIDE) {
            tx.change(sql, args![&space])?;
        }
    }
    Ok(spaces.len() as u64)
}
