//! A whole device as one file: every row that is not the device's own, with a checksum.
//!
//! Reading refuses a damaged file before anything is written; merging is one atomic batch and may be
//! repeated. Sections of a newer version are kept and written again. The format stands in README.md.

use minicbor::{Decoder, Encoder};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::journal::record::LOCAL;
use crate::store::{PAGE, Row, Store, StoreError, Table};

mod merge;

pub use merge::{Merged, merge};

/// How every file begins.
const MAGIC: &[u8] = b"thuisnabij kopie\n";

/// The version of the format that this code writes.
pub const FORMAT: u64 = 1;

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

struct Pen<F> {
    sink: F,
    digest: Sha256,
    rows: u64,
}

impl<F: FnMut(&[u8])> Pen<F> {
    fn write(&mut self, bytes: &[u8]) {
        self.digest.update(bytes);
        (self.sink)(bytes);
    }

    fn row(&mut self, section: &str, key: &str, value: &[u8]) {
        let mut to = Encoder::new(Vec::with_capacity(value.len() + key.len() + 32));
        // ok: writing to a Vec cannot fail, so the result carries nothing
        let _ = to
            .array(3)
            .and_then(|to| to.str(section))
            .and_then(|to| to.str(key))
            .and_then(|to| to.bytes(value));
        self.rows += 1;
        self.write(&to.into_writer());
    }

    fn stored(&mut self, table: Table, row: &Row) {
        if table == Table::Meta {
            if row.key.starts_with(LOCAL) {
                return;
            }
            if let Some((section, key)) =
                row.key.strip_prefix(UNKNOWN).and_then(|rest| rest.split_once('/'))
            {
                return self.row(section, key, &row.value);
            }
        }
        self.row(table.name(), &row.key, &row.value);
    }
}

/// Writes the file piece by piece to `sink`. `extra` are rows that could not be saved
/// (`Journal::rescue`). The log goes before the snapshots, so that compaction in between loses nothing.
pub async fn export<S: Store>(
    store: &S,
    about: &About,
    extra: &[(Table, String, Vec<u8>)],
    sink: impl FnMut(&[u8]),
) -> Result<(), StoreError> {
    let mut pen = Pen { sink, digest: Sha256::new(), rows: 0 };
    pen.write(MAGIC);
    let mut to = Encoder::new(Vec::new());
    // ok: writing to a Vec cannot fail, so the result carries nothing
    let _ = to
        .array(3)
        .and_then(|to| to.u64(FORMAT))
        .and_then(|to| to.str(&about.app))
        .and_then(|to| to.str(&about.made));
    pen.write(&to.into_writer());
    for (table, key, value) in extra {
        pen.stored(*table, &Row { key: key.clone(), value: value.clone() });
    }
    for table in Table::ALL {
        let mut after: Option<String> = None;
        loop {
            let rows = store.scan(table, "", after.as_deref(), PAGE).await?;
            rows.iter().for_each(|row| pen.stored(table, row));
            if rows.len() < PAGE {
                break;
            }
            after = rows.last().map(|row| row.key.clone());
        }
    }
    let digest = pen.digest.clone().finalize();
    let mut to = Encoder::new(Vec::new());
    // ok: writing to a Vec cannot fail, so the result carries nothing
    let _ = to.array(2).and_then(|to| to.u64(pen.rows)).and_then(|to| to.bytes(&digest));
    pen.write(&to.into_writer());
    Ok(())
}

/// Reads a file and checks all of it.
pub fn read(bytes: &[u8]) -> Result<Bundle, BundleError> {
    let body = bytes.strip_prefix(MAGIC).ok_or_else(|| not_a_copy(bytes))?;
    let mut from = Decoder::new(body);
    let about = about(&mut from).map_err(|error| located(error, &from))??;
    let mut rows = Vec::new();
    loop {
        let at = from.position();
        let item = item(&mut from).map_err(|error| located(error, &from))?;
        match item {
            Item::Row(section, row) => rows.push((section, row)),
            Item::End(count, digest) => {
                let end = MAGIC.len() + at;
                let hashed = bytes.get(..end).map(|read| <[u8; 32]>::from(Sha256::digest(read)));
                let whole = count == rows.len() as u64 && from.position() == body.len();
                return if whole && hashed.is_some_and(|hash| hash.as_slice() == digest) {
                    Ok(Bundle { about, rows })
                } else {
                    Err(BundleError::Damaged { at: end })
                };
            }
        }
    }
}

fn not_a_copy(bytes: &[u8]) -> BundleError {
    if MAGIC.starts_with(bytes) { BundleError::CutOff } else { BundleError::NotACopy }
}

fn located(error: minicbor::decode::Error, from: &Decoder<'_>) -> BundleError {
    if error.is_end_of_input() {
        BundleError::CutOff
    } else {
        BundleError::Damaged { at: MAGIC.len() + from.position() }
    }
}

type Read<T> = Result<T, minicbor::decode::Error>;

fn about(from: &mut Decoder<'_>) -> Read<Result<About, BundleError>> {
    let length = from.array()?;
    let format = from.u64()?;
    if format > FORMAT {
        return Ok(Err(BundleError::Newer(format)));
    }
    if length != Some(3) || format != FORMAT {
        return Err(minicbor::decode::Error::message("header"));
    }
    Ok(Ok(About { app: from.str()?.to_owned(), made: from.str()?.to_owned() }))
}

enum Item {
    Row(String, Row),
    End(u64, Vec<u8>),
}

fn item(from: &mut Decoder<'_>) -> Read<Item> {
    match from.array()? {
        Some(3) => {
            let section = from.str()?.to_owned();
            let row = Row { key: from.str()?.to_owned(), value: from.bytes()?.to_vec() };
            Ok(Item::Row(section, row))
        }
        Some(2) => Ok(Item::End(from.u64()?, from.bytes()?.to_vec())),
        _ => Err(minicbor::decode::Error::message("item")),
    }
}
