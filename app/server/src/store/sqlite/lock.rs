//! One program a database file: what one remembers, another would not know. The lock goes when the program goes, however it ends.

use std::fs::{File, TryLockError};
use std::path::Path;

use replica::relay::RelayError;

use crate::store::beside;

/// Holds a database file for this program.
#[derive(Debug)]
pub struct Lock(#[allow(dead_code)] File); // ok: the lock lives as long as the open file

impl Lock {
    /// Takes the lock of a database.
    pub fn take(path: &Path) -> Result<Self, RelayError> {
        let lock = beside(path, ".lock");
        let words = |error: &dyn std::fmt::Display| {
            RelayError(format!("{} kan niet worden geopend ({error})", lock.display()))
        };
        let mut open = File::options();
        let file = open.create(true).truncate(false).write(true).open(&lock);
        let file = file.map_err(|error| words(&error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(RelayError(format!(
                "{} is in gebruik door een ander programma van Thuisnabij. Stop dat eerst",
                path.display()
            ))),
            Err(TryLockError::Error(error)) => Err(words(&error)),
        }
    }
}
