//! The release build of the client, skipped when nothing that goes into it has changed.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::{npm, precache, project, run, tools};

/// What goes into the client. A change in any other place leaves a build as it is.
const INPUTS: [&str; 13] = [
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    ".cargo",
    "app/rules",
    "app/replica",
    "app/model",
    "app/scan",
    "app/parent",
    "app/web",
    "app/xtask/src/precache",
    "public",
    "style",
];

/// Whether a build was needed.
#[derive(PartialEq, Eq)]
pub(crate) enum Built {
    /// Built now.
    Fresh,
    /// The previous build still holds.
    Unchanged,
}

/// Makes `target/dist` up to date.
pub(crate) fn build() -> Result<Built> {
    tools::ensure()?;
    npm::ensure(&project::web(), "styles, the font and wasm-opt")?;
    let wanted = fingerprint()?;
    let mark = project::output().join("dist.fingerprint");
    if project::dist().join("sw.js").exists()
        && fs::read_to_string(&mark).is_ok_and(|made| made == wanted)
    {
        return Ok(Built::Unchanged);
    }
    run::say(
        "• Building the client for the browser, small first: one optimised program of all crates, then wasm-opt.",
    );
    run::say("    4 to 8 minutes the first time on two cores, 1 to 3 after a change");
    fetch()?;
    fs::create_dir_all(project::output())?;
    let mut trunk = run::command("trunk");
    trunk.args(["build", "--release", "--config", "Trunk.toml"]).env("NO_COLOR", "true");
    run::must("client", trunk)?;
    fs::write(mark, wanted)?;
    Ok(Built::Fresh)
}

/// The same client, not optimised and not compressed, in the same place: for looking at screens and trying a journey
/// while working. The next release build starts over.
pub(crate) fn quick() -> Result<()> {
    tools::ensure()?;
    npm::ensure(&project::web(), "styles, the font and wasm-opt")?;
    fetch()?;
    fs::create_dir_all(project::output())?;
    let mark = project::output().join("dist.fingerprint");
    if mark.exists() {
        fs::remove_file(mark)?;
    }
    let mut trunk = run::command("trunk");
    trunk
        .args(["build", "--cargo-profile", "quick", "--config", "Trunk.toml"])
        .env("NO_COLOR", "true")
        .env(precache::QUICK, "1");
    run::must("client", trunk).map(|_| ())
}

/// Trunk builds without network, so that nothing is fetched half-way; what Cargo lacks comes first.
pub(crate) fn fetch() -> Result<()> {
    let done = run::logged("fetch", run::cargo(&["fetch", "--locked"]))?;
    if !done.success {
        bail!(
            "Cargo can not fetch the packages in Cargo.lock. Check the network and run this again.\n{}",
            done.tail()
        );
    }
    Ok(())
}

fn fingerprint() -> Result<String> {
    let mut all = tools::versions()?.join("\n");
    for input in INPUTS {
        add(&project::root().join(input), &mut all)?;
    }
    Ok(precache::hash::hex(all.as_bytes()))
}

fn add(path: &Path, all: &mut String) -> Result<()> {
    if path.is_dir() {
        if path.file_name().is_some_and(|name| name == "node_modules") {
            return Ok(());
        }
        let mut entries: Vec<_> =
            fs::read_dir(path)?.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
        entries.sort();
        return entries.iter().try_for_each(|entry| add(entry, all));
    }
    if path.exists() {
        all.push_str(&format!(
            "\n{} {}",
            run::relative(path),
            precache::hash::hex(&fs::read(path)?)
        ));
    }
    Ok(())
}
