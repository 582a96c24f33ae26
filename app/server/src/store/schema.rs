//! The tables. One text for both databases; the words that differ are filled in. A version above ours is never touched,
//! one below it gets what it lacks.

use replica::relay::RelayError;

/// The version that this program writes.
pub(super) const VERSION: u64 = 2;

/// The words of one database.
pub(super) struct Dialect {
    pub(super) bytes: &'static str,
    pub(super) number: &'static str,
    pub(super) counted: &'static str,
    pub(super) strict: &'static str,
    /// Rows in the order of the key, so that the order in which they came is kept nowhere.
    pub(super) by_key: &'static str,
}

pub(super) const SQLITE: Dialect = Dialect {
    bytes: "BLOB",
    number: "INTEGER",
    counted: "INTEGER PRIMARY KEY",
    strict: " STRICT",
    by_key: " STRICT, WITHOUT ROWID",
};

pub(super) const POSTGRES: Dialect = Dialect {
    bytes: "BYTEA",
    number: "BIGINT",
    counted: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
    strict: "",
    by_key: "",
};

/// The statements that make the tables of version 1.
///
/// - `known`: what the store knows of itself: `1` the schema's version, `2` the server epoch, `3` the key of receipts once one was asked for.
/// - `space`: the newest place given, bytes of items, entries, bytes of blobs, and the day it was last used.
///   The row stays when a space is cleared, so that a place is never given twice.
/// - `item`: entries (no part) and envelopes. `chain`: the newest of every chain.
/// - `invite`: an invitation and what was left for it. `dropbox`, `gift`: a box and what was put in.
///   A gift knows its day and nothing finer. `blob`, `chunk`: encrypted files.
/// - `pass`: challenges, sessions and tickets where several instances share them; by hash, never itself.
const TABLES: &str = "
CREATE TABLE known (key {number} PRIMARY KEY, value {bytes} NOT NULL){strict};
CREATE TABLE space (space {bytes} PRIMARY KEY, newest {number} NOT NULL, bytes {number} NOT NULL, entries {number} NOT NULL,
  blobs {number} NOT NULL, seen {number} NOT NULL){by_key};
CREATE TABLE item (row {counted}, space {bytes} NOT NULL, place {number} NOT NULL, hash {bytes} NOT NULL, part {bytes},
  device {bytes}, seq {number}, body {bytes} NOT NULL){strict};
CREATE UNIQUE INDEX item_place ON item (space, place);
CREATE UNIQUE INDEX item_chain ON item (space, part, device, seq) WHERE part IS NOT NULL;
CREATE UNIQUE INDEX item_entry ON item (space, hash) WHERE part IS NULL;
CREATE TABLE chain (space {bytes} NOT NULL, part {bytes} NOT NULL, device {bytes} NOT NULL, seq {number} NOT NULL, hash {bytes} NOT NULL,
  PRIMARY KEY (space, part, device)){by_key};
CREATE TABLE invite (id {bytes} PRIMARY KEY, device {bytes} NOT NULL, expires {number} NOT NULL, offer {bytes} NOT NULL, request {bytes},
  reveal {bytes}, answer {bytes}){by_key};
CREATE INDEX invite_device ON invite (device);
CREATE TABLE dropbox (id {bytes} PRIMARY KEY, space {bytes} NOT NULL, most {number} NOT NULL, largest {number} NOT NULL,
  closes {number} NOT NULL, given {number} NOT NULL){by_key};
CREATE INDEX dropbox_space ON dropbox (space);
CREATE TABLE gift (box {bytes} NOT NULL, hash {bytes} NOT NULL, day {number} NOT NULL, body {bytes} NOT NULL, PRIMARY KEY (box, hash)){by_key};
CREATE TABLE blob (space {bytes} NOT NULL, id {bytes} NOT NULL, chunks {number} NOT NULL, PRIMARY KEY (space, id)){by_key};
CREATE TABLE chunk (space {bytes} NOT NULL, blob {bytes} NOT NULL, number {number} NOT NULL, body {bytes} NOT NULL,
  PRIMARY KEY (space, blob, number)){strict};
CREATE TABLE pass (name {bytes} PRIMARY KEY, expires {number} NOT NULL, body {bytes} NOT NULL){by_key};
";

/// What version 2 adds.
///
/// - `erased`: whether only the log is kept, because it says that the space is erased.
/// - `presence`: the day on which a device was last in a space, for the offline window.
const ERASURE: &str = "
ALTER TABLE space ADD COLUMN erased {number} NOT NULL DEFAULT 0;
CREATE TABLE presence (space {bytes} NOT NULL, device {bytes} NOT NULL, day {number} NOT NULL, PRIMARY KEY (space, device)){by_key};
";

/// The statements that lead from a version (0: nothing) to ours, in the words of one database.
pub(super) fn steps(words: &Dialect, from: u64) -> Result<String, RelayError> {
    let all = [TABLES, ERASURE];
    let rest = usize::try_from(from).ok().and_then(|from| all.get(from..));
    let rest = rest.ok_or_else(|| other_version(from))?;
    Ok(rest
        .concat()
        .replace("{bytes}", words.bytes)
        .replace("{number}", words.number)
        .replace("{counted}", words.counted)
        .replace("{strict}", words.strict)
        .replace("{by_key}", words.by_key))
}

/// In words for who runs the program.
pub(super) fn other_version(version: u64) -> RelayError {
    let advice = if version < VERSION {
        "start eerst de server zelf"
    } else {
        "gebruik een nieuwer programma"
    };
    RelayError(format!(
        "de database heeft versie {version}, dit programma versie {VERSION}; {advice}"
    ))
}

/// Keys of the table `known`.
pub(super) const KNOWN_VERSION: u64 = 1;
pub(super) const KNOWN_EPOCH: u64 = 2;
pub(super) const KNOWN_RECEIPT: u64 = 3;
