//! The PostgreSQL of the server's tests: the one in the path or where Debian puts it, or Debian's when we may install it. The tests
//! start it themselves, in a folder of their own.

use std::fs;

use anyhow::{Result, bail};

use crate::{debian, run};

const MISSING: &str = "PostgreSQL is not on this machine and can not be installed without asking. Install the package `postgresql` and run \
    this again: the server's store is tested on it as well as on SQLite.";

/// Finds it, and installs it if that needs no question.
pub(crate) fn ensure() -> Result<()> {
    if is_here() {
        return Ok(());
    }
    debian::install("PostgreSQL", &["postgresql"], MISSING)?;
    if is_here() { Ok(()) } else { bail!(MISSING) }
}

fn is_here() -> bool {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    run::answer("which", &["initdb"]).is_some()
        || versions.into_iter().any(|version| version.path().join("bin/initdb").exists())
}
