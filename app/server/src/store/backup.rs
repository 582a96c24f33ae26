//! A copy of the database while it is in use, and putting one back. What is put back gets a new server epoch, so that every
//! device sends again what the copy did not have. The file that was there is set aside, never thrown away.

use std::fs;
use std::path::{Path, PathBuf};

use replica::relay::RelayError;
use replica::sync::ServerEpoch;
use rusqlite::Connection;
use rusqlite::backup::Backup;
use thiserror::Error;

use super::schema::{KNOWN_EPOCH, KNOWN_VERSION, VERSION};
use super::sqlite::{Lock, connect, problem};
use super::{beside, make_private, sqlite};

/// Why there is no copy, or nothing was put back. Nothing was changed.
#[derive(Debug, Error)]
pub enum RestoreError {
    #[error("{0} bestaat al. Kies een andere naam; er wordt niets overschreven")]
    Exists(PathBuf),
    #[error("{0} is er niet")]
    Missing(PathBuf),
    #[error("{0} is geen goede reservekopie van Thuisnabij ({1})")]
    Bad(PathBuf, String),
    #[error("{0}")]
    Store(String),
    #[error("bestand: {0}")]
    File(#[from] std::io::Error),
}

impl From<RelayError> for RestoreError {
    fn from(error: RelayError) -> Self {
        Self::Store(error.0)
    }
}

/// Copies a database that may be in use, in one state, checks the copy, and gives it its name only then.
pub fn back_up(database: &Path, to: &Path) -> Result<u64, RestoreError> {
    if to.exists() {
        return Err(RestoreError::Exists(to.to_path_buf()));
    }
    if !database.exists() {
        return Err(RestoreError::Missing(database.to_path_buf()));
    }
    let half = beside(to, ".half");
    let copied = copy(database, &half).and_then(|()| {
        check(&half)?;
        settle(&half, to)?;
        Ok(fs::metadata(to)?.len())
    });
    if copied.is_err() {
        let _ = fs::remove_file(&half);
    }
    copied
}

/// Puts a copy in the place of a database that is not in use. Answers where the old one went, if there was one.
pub fn restore(
    from: &Path,
    database: &Path,
    epoch: ServerEpoch,
    stamp: u64,
) -> Result<Option<PathBuf>, RestoreError> {
    if !from.exists() {
        return Err(RestoreError::Missing(from.to_path_buf()));
    }
    check(from)?;
    let _lock = Lock::take(database)?;
    let half = beside(database, ".half");
    let _ = fs::remove_file(&half);
    copy(from, &half)?;
    renew(&half, epoch)?;
    let aside = database.exists().then(|| beside(database, &format!(".voor-herstel-{stamp}")));
    if let Some(aside) = &aside {
        // What was only in the log goes along.
        connect(database, false)?
            .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
            .map_err(problem)?;
        fs::rename(database, aside)?;
    }
    for rest in ["-wal", "-shm"] {
        let _ = fs::remove_file(beside(database, rest));
    }
    settle(&half, database)?;
    Ok(aside)
}

/// Gives a finished file its name, so that it also survives a power cut.
fn settle(half: &Path, name: &Path) -> std::io::Result<()> {
    fs::File::open(half)?.sync_all()?;
    fs::rename(half, name)?;
    #[cfg(unix)]
    if let Some(folder) = name.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), RestoreError> {
    let source = sqlite::connect(from, true)?;
    make_private(to)?;
    let mut target = Connection::open(to).map_err(problem)?;
    {
        let backup = Backup::new(&source, &mut target).map_err(problem)?;
        // All pages in one step: one state, and writers go on meanwhile.
        backup.step(-1).map_err(problem)?;
    }
    // A file on its own, without a log beside it.
    target.execute_batch("PRAGMA journal_mode=DELETE").map_err(problem)?;
    target.close().map_err(|(_, error)| problem(error))?;
    Ok(())
}

fn check(file: &Path) -> Result<(), RestoreError> {
    let bad = |why: String| RestoreError::Bad(file.to_path_buf(), why);
    let connection = connect(file, true)?;
    let sound: String = connection
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .map_err(|error| bad(error.to_string()))?;
    if sound != "ok" {
        return Err(bad(sound));
    }
    let sql = "SELECT value FROM known WHERE key = ?1";
    let version: Vec<u8> = connection
        .query_row(sql, [KNOWN_VERSION as i64], |row| row.get(0))
        .map_err(|error| bad(error.to_string()))?;
    if (1..=VERSION).any(|known| version == known.to_be_bytes()) {
        Ok(())
    } else {
        Err(bad("van een andere versie van het programma".into()))
    }
}

/// The statements by which that goes which no copy may bring back: passes, and on which day a device was last here, so that
/// nobody counts as away because the copy is old.
pub(super) const NOT_OF_A_COPY: [&str; 2] = ["DELETE FROM pass", "DELETE FROM presence"];

fn renew(file: &Path, epoch: ServerEpoch) -> Result<(), RestoreError> {
    let mut connection = Connection::open(file).map_err(problem)?;
    // A copy may be older than this program.
    sqlite::prepare(&mut connection, epoch)?;
    let sql = "UPDATE known SET value = ?1 WHERE key = ?2";
    connection.execute(sql, (epoch.as_slice(), KNOWN_EPOCH as i64)).map_err(problem)?;
    for sql in NOT_OF_A_COPY {
        connection.execute(sql, []).map_err(problem)?;
    }
    Ok(())
}
