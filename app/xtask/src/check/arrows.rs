//! Which crate may know which. `web` → `model` → `rules`, `replica`; `web` → `parent` → `model`, `replica`; `server` → `replica`;
//! `verify-agreement` → `model`; `scan` → nothing; every other arrow is an error. The pure
//! crates have a list of what they may lean on, and of what may not even come along with that.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::Findings;
use crate::{precache, project, run};

/// Crate, crates of ours that it may know, packages that it may name. An empty list of packages means any.
const ALLOWED: [(&str, &[&str], &[&str]); 9] = [
    ("rules", &[], &["chrono", "rust_decimal", "serde", "serde_json", "thiserror"]),
    ("replica", &[], REPLICA),
    ("model", &["rules", "replica"], &["chrono", "serde", "serde_json", "thiserror"]),
    ("web", &["model", "rules", "replica", "parent"], &[]),
    ("parent", &["model", "replica"], &[]),
    ("verify-agreement", &["model"], &[]),
    ("scan", &[], &["rqrr", "wasm-bindgen"]),
    ("server", &["replica"], &[]),
    ("xtask", &[], &[]),
];

/// Documents that merge, encodings, and cryptography that takes its randomness as an argument.
const REPLICA: &[&str] = &[
    "argon2",
    "base45",
    "base64",
    "blahaj",
    "chacha20poly1305",
    "ed25519-dalek",
    "hkdf",
    "hpke",
    "loro",
    "minicbor",
    "qrcodegen",
    "rand_core",
    "serde",
    "serde_json",
    "sha2",
    "thiserror",
    "zeroize",
];

/// Only for tests: the reader of codes is tried on what is really shown.
const FOR_TESTS: [(&str, &str); 1] = [("scan", "replica")];

const PURE: [&str; 3] = ["rules", "replica", "model"];

/// Never below a pure crate, however deep: platforms, runtimes, networks.
const FORBIDDEN_BELOW: [&str; 12] = [
    "leptos",
    "web-sys",
    "gloo-storage",
    "gloo-timers",
    "tokio",
    "mio",
    "axum",
    "hyper",
    "reqwest",
    "async-std",
    "ureq",
    "socket2",
];

/// Named only to switch on a feature of a crate below.
const FOR_FEATURES: [&str; 1] = ["getrandom"];

/// The arrows.
pub(super) fn check() -> Result<Findings> {
    let mut findings = Findings::default();
    for package in packages()? {
        let name = text(&package, "name");
        let Some((_, crates, others)) = ALLOWED.iter().find(|(known, ..)| *known == name) else {
            findings.problem(format!("{name} is a new crate: add it to the list in {}", file!()));
            continue;
        };
        for dependency in dependencies(&package) {
            let (to, ours, kind) =
                (text(dependency, "name"), !dependency["path"].is_null(), text(dependency, "kind"));
            // A crate may name itself: its tests then see it with all its features.
            let for_tests = kind == "dev" && FOR_TESTS.contains(&(name, to));
            if ours && to != name && !crates.contains(&to) && !for_tests {
                findings.problem(format!("{name} → {to}: this arrow is forbidden"));
            }
            if !ours && kind.is_empty() && !others.is_empty() && !others.contains(&to) {
                findings.problem(format!(
                    "{name} → {to}: not on the list of what this crate may lean on"
                ));
            }
        }
    }
    for name in PURE {
        for below in everything_below(name)? {
            if FORBIDDEN_BELOW.contains(&below.as_str()) {
                findings
                    .problem(format!("{name} is pure, but {below} comes along with what it uses"));
            }
        }
    }
    Ok(findings)
}

/// Dependencies that the crate's own source never names.
pub(super) fn unused() -> Result<Findings> {
    let mut findings = Findings::default();
    for package in packages()? {
        let folder = project::root().join("app").join(text(&package, "name"));
        let files = precache::read(&folder)?;
        let sources: String = files
            .iter()
            .filter(|(name, _)| name.ends_with(".rs"))
            .map(|(_, bytes)| String::from_utf8_lossy(bytes))
            .collect();
        for dependency in dependencies(&package) {
            let named = dependency["rename"]
                .as_str()
                .unwrap_or_else(|| text(dependency, "name"))
                .replace('-', "_");
            let used = sources
                .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .any(|word| word == named);
            if !used && !FOR_FEATURES.contains(&text(dependency, "name")) {
                findings.problem(format!(
                    "{} does not use {}",
                    text(&package, "name"),
                    text(dependency, "name")
                ));
            }
        }
    }
    Ok(findings)
}

fn packages() -> Result<Vec<Value>> {
    let json =
        run::answer("cargo", &["metadata", "--locked", "--no-deps", "--format-version", "1"])
            .context("`cargo metadata` fails; run it to see why")?;
    let metadata: Value = serde_json::from_str(&json)?;
    metadata["packages"].as_array().cloned().context("cargo metadata without packages")
}

fn everything_below(package: &str) -> Result<Vec<String>> {
    let arguments = [
        "tree",
        "--locked",
        "-p",
        package,
        "-e",
        "normal",
        "--prefix",
        "none",
        "--target",
        "wasm32-unknown-unknown",
    ];
    let Some(tree) = run::answer("cargo", &arguments) else {
        bail!("`cargo tree -p {package}` fails; run it to see why")
    };
    Ok(tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect())
}

fn dependencies(package: &Value) -> impl Iterator<Item = &Value> {
    package["dependencies"].as_array().into_iter().flatten()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}
