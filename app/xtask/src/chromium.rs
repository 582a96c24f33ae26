//! The browser of the tests: the one that `CHROMIUM` names, the one on this machine, or Debian's when we may install it.

use std::env;

use anyhow::Result;

use crate::{debian, run};

/// Programs that a browser test needs.
pub(crate) struct Browser {
    /// Chromium itself.
    pub(crate) chromium: String,
    /// Its driver, for tests of the wasm crates.
    pub(crate) driver: String,
}

const MISSING: &str = "Chromium is not on this machine and can not be installed without asking. Install the packages `chromium` and \
    `chromium-driver` (or set CHROMIUM and CHROMEDRIVER to where they are) and run this again.";

/// Finds the browser, and installs it from the system's packages if that needs no question.
pub(crate) fn ensure() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    debian::install("Chromium", &["chromium", "chromium-driver"], MISSING)?;
    find().ok_or_else(|| anyhow::anyhow!(MISSING))
}

fn find() -> Option<Browser> {
    let named = |variable: &str, programs: &[&str]| {
        env::var(variable)
            .ok()
            .or_else(|| programs.iter().find_map(|program| run::answer("which", &[program])))
    };
    Some(Browser {
        chromium: named("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?,
        driver: named("CHROMEDRIVER", &["chromedriver"])?,
    })
}
