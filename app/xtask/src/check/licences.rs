//! Every dependency may be combined with the EUPL-1.2, and comes from the one registry that the lock file can check.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;
use spdx::{Expression, ParseMode};

use super::Findings;
use crate::{project, run};

/// Licences that allow use in a work under the EUPL-1.2: permissive ones, and those that its annex names.
const COMPATIBLE: [&str; 19] = [
    "0BSD",
    "Apache-2.0",
    "BlueOak-1.0.0",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Cargo's and npm's packages.
pub(super) fn check() -> Result<Findings> {
    let mut findings = Findings::default();
    let crates = crates(&mut findings)?;
    let mut packages = 0;
    for folder in [project::web(), project::journeys(), project::sync_bench()] {
        packages += npm(&folder.join("package-lock.json"), &mut findings)?;
    }
    findings.note(format!("{crates} crates and {packages} npm packages"));
    Ok(findings)
}

fn crates(findings: &mut Findings) -> Result<usize> {
    let json = run::answer("cargo", &["metadata", "--locked", "--format-version", "1"])
        .context("`cargo metadata` fails")?;
    let metadata: Value = serde_json::from_str(&json)?;
    let packages = metadata["packages"].as_array().context("cargo metadata without packages")?;
    for package in packages {
        let name = format!(
            "{} {}",
            package["name"].as_str().unwrap_or("?"),
            package["version"].as_str().unwrap_or("?")
        );
        judge(&name, package["license"].as_str(), findings);
        if let Some(source) = package["source"].as_str().filter(|source| *source != REGISTRY) {
            findings.problem(format!("{name} comes from {source}, not from crates.io"));
        }
    }
    Ok(packages.len())
}

fn npm(lock: &std::path::Path, findings: &mut Findings) -> Result<usize> {
    let content: Value = serde_json::from_str(&fs::read_to_string(lock)?)?;
    let packages = content["packages"].as_object().context("a lock file without packages")?;
    for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
        let name = format!("npm {}", path.trim_start_matches("node_modules/"));
        judge(&name, package["license"].as_str(), findings);
        if package["integrity"].is_null() {
            findings.problem(format!("{name} has no integrity in {}", run::relative(lock)));
        }
        if !package["resolved"].is_null() {
            findings.problem(format!(
                "{name}: {} records a download address; .npmrc says not to",
                run::relative(lock)
            ));
        }
    }
    Ok(packages.len() - 1)
}

fn judge(name: &str, licence: Option<&str>, findings: &mut Findings) {
    let Some(licence) = licence else {
        return findings.problem(format!("{name} names no licence"));
    };
    let compatible = Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|expression| {
        expression.evaluate(|requirement| {
            requirement.license.id().is_some_and(|licence| COMPATIBLE.contains(&licence.name))
        })
    });
    if !compatible {
        findings.problem(format!(
            "{name}: {licence} is not on the list of licences that go with the EUPL-1.2"
        ));
    }
}
