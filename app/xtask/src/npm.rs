//! Packages from npm, exactly as the lock file says and without running their scripts: styles, the font and wasm-opt for the build;
//! Playwright and axe for the journeys. Nothing of it is needed on a device.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::{precache, run};

/// `npm ci` in `folder`, unless its lock file is already installed.
pub(crate) fn ensure(folder: &Path, why: &str) -> Result<()> {
    node()?;
    let lock = fs::read(folder.join("package-lock.json"))?;
    let mark = folder.join("node_modules/.installed");
    let wanted = precache::hash::hex(&lock);
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    run::say(&format!(
        "• npm packages for {why}, as {} says",
        run::relative(&folder.join("package-lock.json"))
    ));
    let mut npm = run::command("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"])
        .current_dir(folder);
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    let name =
        folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let done = run::logged(&format!("npm-{name}"), npm)?;
    if !done.success {
        bail!(
            "npm could not install the packages. Check the network (or npm's cache) and run this again.\n{}",
            done.tail()
        );
    }
    fs::write(mark, wanted)?;
    Ok(())
}

fn node() -> Result<()> {
    let Some(version) = run::answer("node", &["--version"]) else {
        bail!(
            "Node.js is missing. Install version 20 or newer (nodejs.org or your system's package manager) and run this again."
        );
    };
    let major: u32 = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|part| part.parse().ok())
        .unwrap_or(0);
    if major < 20 {
        bail!("Node.js {version} is too old; version 20 or newer is needed.");
    }
    if run::answer("npm", &["--version"]).is_none() {
        bail!("npm is missing. It normally comes with Node.js; on Debian it is the package `npm`.");
    }
    Ok(())
}
