//! A whole device as one file: every row that is not the device's own, with a checksum.
//!
//! Reading refuses a damaged file before anything is written; merging is one atomic batch and may be
//! repeated. Sections of a newer version are kept and written again. The format stands in README.md.

use thiserror::Error;

use crate::journal::record::LOCAL;
use crate::store::{Row, Store, StoreError, Table};
use crate::whole::{self, Flaw, Form, Pen};

pub mod closed;
mod merge;

pub use merge::{Merged, merge};

/// The version of the format that this code writes.
pub const FORMAT: u64 = 1;

const FORM: Form =
    Form { magic: b"thuisnabij kopie\n", format: FORMAT, header: 3, most: usize::MAX };

/// Rows of sections that this version does not know wait in the meta table under this prefix.
const UNKNOWN: &str = "unknown/";

/// What a file says about itself. Both are given by the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Version of the app that made it.
    pub app: String,
    /// Day on which it was made, as text (ISO 8601).
    pub made: String,
}

/// Why a file is not taken over. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BundleError {
    #[error("this is not a copy made by Thuisnabij")]
    NotACopy,
    /// The form itself is newer: update the app first.
    #[error("the copy has format {0}, this app understands {FORMAT}")]
    Newer(u64),
    /// The file stops too early: copying it was interrupted.
    #[error("the copy is cut off")]
    CutOff,
    #[error("the copy is damaged near byte {at}")]
    Damaged { at: usize },
    /// The store refused; nothing of the copy was kept.
    #[error("the copy could not be stored")]
    Store(#[from] StoreError),
    /// Two readable snapshots could not be joined.
    #[error("the copy could not be merged")]
    Merge,
}

/// A file that was read and found whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    pub about: About,
    /// Section and row, in the order of the file.
    rows: Vec<(String, Row)>,
}

impl Bundle {
    /// How many rows it holds.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

fn row<F: FnMut(&[u8])>(pen: &mut Pen<F>, section: &str, key: &str, value: &[u8]) {
    pen.item(value.len() + key.len(), |to| {
        // ok: writing to a Vec cannot fail, so the result carries nothing
        let _ = to.str(section).and_then(|to| to.str(key)).and_then(|to| to.bytes(value));
    });
}

fn stored<F: FnMut(&[u8])>(pen: &mut Pen<F>, table: Table, key: &str, value: &[u8]) {
    if table == Table::Meta {
        if key.starts_with(LOCAL) {
            return;
        }
        let unknown = key.strip_prefix(UNKNOWN).and_then(|rest| rest.split_once('/'));
        if let Some((section, key)) = unknown {
            return row(pen, section, key, value);
        }
    }
    row(pen, table.name(), key, value);
}

/// Writes the file piece by piece to `sink`. `extra` are rows that could not be saved
/// (`Journal::rescue`). The log goes before the snapshots, so that compaction in between loses nothing.
pub async fn export<S: Store>(
    store: &S,
    about: &About,
    extra: &[(Table, String, Vec<u8>)],
    sink: impl FnMut(&[u8]),
) -> Result<(), StoreError> {
    let mut pen = Pen::begin(&FORM, sink, |to| {
        // ok: writing to a Vec cannot fail, so the result carries nothing
        let _ = to.str(&about.app).and_then(|to| to.str(&about.made));
    });
    for (table, key, value) in extra {
        stored(&mut pen, *table, key, value);
    }
    for table in Table::ALL {
        let mut after: Option<String> = None;
        loop {
            let rows = store.scan(table, "", after.as_deref(), table.page()).await?;
            rows.iter().for_each(|row| stored(&mut pen, table, &row.key, &row.value));
            if rows.len() < table.page() {
                break;
            }
            after = rows.last().map(|row| row.key.clone());
        }
    }
    pen.end();
    Ok(())
}

/// Reads a file and checks all of it.
pub fn read(bytes: &[u8]) -> Result<Bundle, BundleError> {
    let (about, rows) = whole::read(
        &FORM,
        bytes,
        |from| Ok(About { app: from.str()?.to_owned(), made: from.str()?.to_owned() }),
        |from| {
            let section = from.str()?.to_owned();
            Ok((section, Row { key: from.str()?.to_owned(), value: from.bytes()?.to_vec() }))
        },
    )?;
    Ok(Bundle { about, rows })
}

impl From<Flaw> for BundleError {
    fn from(flaw: Flaw) -> Self {
        match flaw {
            Flaw::OtherKind => Self::NotACopy,
            Flaw::Newer(format) => Self::Newer(format),
            Flaw::CutOff => Self::CutOff,
            Flaw::Damaged { at } => Self::Damaged { at },
        }
    }
}
