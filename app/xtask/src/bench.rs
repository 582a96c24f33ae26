//! `bench`: the rules and the simulator natively and in a real browser, side by side in one run. `bench sync`: our server and two others
//! on the same work in one run. `bench typing`: from key to screen in a meeting. `bench schools`: all schools of a
//! samenwerkingsverband on one device. `bench children`: drawing, and a class that is merged. None is part of the tests.

use std::ffi::OsStr;

use anyhow::{Context, Result, bail};

use crate::{chromium, client, npm, project, run};

const EXAMPLE: [&str; 6] = ["--quiet", "--locked", "--package", "rules", "--example", "bench"];

/// Builds the one program twice, lets the native one time itself, and shows both beside each other.
pub(crate) fn bench() -> Result<()> {
    println!("• Measuring natively…");
    let native = run::cargo(&["run"]).args(EXAMPLE).args(["--profile", "native"]).output()?;
    if !native.status.success() {
        bail!("The bench did not run:\n{}", String::from_utf8_lossy(&native.stderr));
    }
    println!("• Building the same program for the browser, as the release is built…");
    let built = run::cargo(&["build"])
        .args(EXAMPLE)
        .args(["--release", "--target", "wasm32-unknown-unknown"])
        .status()?;
    if !built.success() {
        bail!("The bench could not be built for the browser.");
    }
    npm::ensure(&project::journeys(), "the browser driver for the measurement")?;
    let wasm = project::cargo_target().join("wasm32-unknown-unknown/release/examples/bench.wasm");
    let status = run::command("node")
        .arg("tests/bench/run.mjs")
        .arg(wasm)
        .arg(String::from_utf8(native.stdout).context("the bench printed something odd")?.trim())
        .env("CHROMIUM", chromium::ensure()?.chromium)
        .status()?;
    if !status.success() {
        bail!("The bench did not reach its target, or could not run.");
    }
    Ok(())
}

/// Measures from key to screen in a meeting of three hours with eight people typing.
pub(crate) fn typing() -> Result<()> {
    in_the_app("typing", &[], "A key takes longer than it may")
}

/// Measures a line under the finger, and a whole class that is merged.
pub(crate) fn children() -> Result<()> {
    in_the_app("children", &[], "Children wait longer than they may")
}

/// Measures how long it takes until 102 schools with four years stand on the screen.
pub(crate) fn schools() -> Result<()> {
    println!("• Making 102 schools with four years…");
    let copy = project::cargo_target().join("bench-schools.thuisnabij");
    let made = run::cargo(&["run"])
        .args(["--quiet", "--locked", "--package", "model", "--example", "school"])
        .args(["--profile", "native", "--"])
        .arg(&copy)
        .arg(SCHOOL_YEAR)
        .status()?;
    if !made.success() {
        bail!("The schools could not be made.");
    }
    let words = [("SCHOOLS_COPY", copy.as_os_str())];
    in_the_app("schools", &words, "The schools take longer than they may")
}

/// The school year of the day of every journey (tests/e2e/fixtures/journey.ts).
const SCHOOL_YEAR: &str = "2026";

/// One of the measurements of the app itself (tests/e2e/bench), in the release build with the real server.
fn in_the_app(what: &str, words: &[(&str, &OsStr)], problem: &str) -> Result<()> {
    client::build()?;
    let server = run::cargo(&["build"])
        .args(["--quiet", "--locked", "--package", "server", "--profile", "native"])
        .status()?;
    if !server.success() {
        bail!("The server could not be built.");
    }
    npm::ensure(&project::journeys(), "the browser driver for the measurement")?;
    let status = run::command("npx")
        .args(["--no-install", "playwright", "test", "--config", "bench.config.ts", what])
        .current_dir(project::journeys())
        .env("CHROMIUM", chromium::ensure()?.chromium)
        .envs(words.iter().copied())
        .status()?;
    if !status.success() {
        bail!("{problem}, or the measurement could not run.");
    }
    Ok(())
}

/// Measures our server, and then two others that do the same work. `numbers`: connections, seconds, silent streams.
pub(crate) fn sync(numbers: &[String]) -> Result<()> {
    npm::ensure(&project::sync_bench(), "the servers to measure against")?;
    println!("• Measuring our server…");
    let ours = run::cargo(&["run"])
        .args(["--quiet", "--locked", "--package", "server", "--example", "load"])
        .args(["--profile", "native", "--"])
        .args(numbers)
        .output()?;
    let text = String::from_utf8_lossy(&ours.stdout);
    let Some(line) = text.lines().last().filter(|_| ours.status.success()) else {
        bail!("Our server was not measured:\n{text}\n{}", String::from_utf8_lossy(&ours.stderr));
    };
    println!("• Measuring the others…");
    let folder = project::sync_bench();
    let status = run::command("node").arg(folder.join("run.mjs")).arg(line).status()?;
    if !status.success() {
        bail!("The others could not be measured.");
    }
    Ok(())
}
