//! The built styles: every custom property that is used has a value in the same sheet or a fallback on the spot. A name that nobody
//! fills degrades without a sound.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use super::Findings;
use crate::{precache, project};

/// All style sheets of the release.
pub(super) fn check() -> Result<Findings> {
    if !project::dist().is_dir() {
        bail!("There is no release yet: `cargo xtask build` makes one.");
    }
    let files = precache::read(&project::dist())?;
    let mut findings = Findings::default();
    for (sheet, bytes) in files.iter().filter(|(name, _)| name.ends_with(".css")) {
        let text = String::from_utf8_lossy(bytes);
        for name in unresolved(&text) {
            findings.problem(format!("{sheet}: var({name}) has no value and no fallback"));
        }
        if text.contains("@import") || text.contains("://") {
            findings.problem(format!("{sheet} fetches something from elsewhere"));
        }
    }
    Ok(findings)
}

/// Names in `var(--name)` without a fallback that no rule sets.
fn unresolved(text: &str) -> BTreeSet<&str> {
    let mut set = BTreeSet::new();
    let mut used = BTreeSet::new();
    for (at, _) in text.match_indices("--") {
        let end = text[at..]
            .find(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '_')
            .unwrap_or(text.len() - at);
        let (name, rest) = (&text[at..at + end], text[at + end..].trim_start());
        if text[..at].trim_end().ends_with("var(") {
            if rest.starts_with(')') {
                used.insert(name);
            }
        } else if rest.starts_with(':') || text[..at].trim_end().ends_with("@property") {
            set.insert(name);
        }
    }
    used.difference(&set).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::unresolved;

    #[test]
    fn a_name_without_value_and_fallback_is_found() {
        let text = ":root{--paper:#fff}a{color:var(--ink);background:var(--paper);margin:var(--gap, 1rem);--x:var( --y )}";
        assert_eq!(unresolved(text).into_iter().collect::<Vec<_>>(), ["--ink", "--y"]);
    }

    #[test]
    fn a_modifier_in_a_class_name_is_not_a_property() {
        assert!(unresolved(".nl-button--busy{color:red}.a--b:hover{color:red}").is_empty());
    }
}
