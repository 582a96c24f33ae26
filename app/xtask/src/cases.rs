//! `cases`: a program that lives beside the rules; this starts it and passes its verdict on.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::{project, run};

/// The folder with situations: `CASES`, or our own.
pub(crate) fn folder() -> PathBuf {
    env::var_os("CASES").map_or_else(|| project::root().join("tests/cases"), PathBuf::from)
}

/// Every situation against the rules, one line a case on the screen.
pub(crate) fn cases() -> Result<()> {
    if !folder().is_dir() {
        bail!(
            "There is no folder {}. tests/cases/README.md says what a case looks like.",
            folder().display()
        );
    }
    let status = command().status()?;
    if !status.success() {
        bail!("Some cases come out differently.");
    }
    Ok(())
}

/// The program that reads the folder and prints a line a case.
pub(crate) fn command() -> std::process::Command {
    let mut cargo = run::cargo(&[
        "run",
        "--quiet",
        "--locked",
        "--package",
        "rules",
        "--example",
        "cases",
        "--",
    ]);
    cargo.arg(folder());
    cargo
}

/// How many lines of a run say that a case holds (`✓`), and how many that it does not (`✗`).
pub(crate) fn count(text: &str) -> (usize, usize) {
    let lines =
        |mark: char| text.lines().filter(|line| line.trim_start().starts_with(mark)).count();
    (lines('✓'), lines('✗'))
}
