//! `test`: everything that must hold, cheap things first, in one target folder. Each step's output is in `target/log`; the screen
//! shows what is going on, how long it took, and the end of what failed. The last line counts.

use std::fs;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Result, bail};
use tempfile::TempDir;

use crate::chromium::{self, Browser};
use crate::{cases, check, client, disk, npm, postgres, project, run, start, tools};

/// What came out so far.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

/// Runs all steps, or those whose name contains one of `only`.
pub(crate) fn test(only: &[String]) -> ExitCode {
    let began = Instant::now();
    let mut tally = Tally::default();
    let wanted =
        |name: &str| only.is_empty() || only.iter().any(|word| name.contains(word.as_str()));
    run::say(
        "Everything that must hold. About 3 minutes on a warm machine, up to 40 from cold on two cores.",
    );
    if let Some(warning) = disk::warning() {
        run::say(&warning);
    }
    for step in STEPS {
        if wanted(step.name) {
            tally.take(step);
        }
    }
    if tally.failed > 0 {
        run::say(
            "\nSomething that must hold does not. The steps with ✗ say what; target/log has all output.",
        );
    }
    run::say(&format!("\n{} s", began.elapsed().as_secs()));
    run::say(&format!("{} passed, {} failed", tally.passed, tally.failed));
    if tally.failed == 0 && tally.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A step: what it is called, and how many tests passed and failed in it.
struct Step {
    name: &'static str,
    run: fn() -> Result<Counts>,
}

struct Counts {
    passed: usize,
    failed: usize,
    /// What to show when something failed.
    tail: String,
}

const STEPS: &[Step] = &[
    Step { name: "format", run: || whole("format", run::cargo(&["fmt", "--all", "--check"])) },
    Step { name: "lints-native", run: lints_native },
    Step { name: "tests-native", run: tests_native },
    Step { name: "tools", run: || tools::ensure().map(|()| one()) },
    Step { name: "lints-web", run: lints_web },
    Step { name: "tests-web", run: tests_web },
    Step { name: "release", run: release },
    Step { name: "check", run: || check::check().map(|()| one()) },
    Step { name: "cases", run: run_cases },
    Step { name: "journeys", run: journeys },
];

impl Tally {
    fn take(&mut self, step: &Step) {
        let began = Instant::now();
        run::say(&format!("• {}", step.name));
        let counts = (step.run)().unwrap_or_else(|problem| Counts {
            passed: 0,
            failed: 1,
            tail: format!("{problem:#}"),
        });
        let mark = if counts.failed == 0 { "✓" } else { "✗" };
        if counts.failed > 0 {
            run::say(&counts.tail);
        }
        let seconds = began.elapsed().as_secs();
        run::say(&format!(
            "{mark} {}: {} passed, {} failed ({seconds} s)",
            step.name, counts.passed, counts.failed
        ));
        self.passed += counts.passed;
        self.failed += counts.failed;
    }
}

const fn one() -> Counts {
    Counts { passed: 1, failed: 0, tail: String::new() }
}

/// A step that holds or does not.
fn whole(name: &str, command: Command) -> Result<Counts> {
    run::must(name, command).map(|_| one())
}

fn lints_native() -> Result<Counts> {
    whole(
        "lints-native",
        run::cargo(&[
            "clippy",
            "--locked",
            "--workspace",
            "--exclude",
            "web",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]),
    )
}

fn lints_web() -> Result<Counts> {
    whole(
        "lints-web",
        run::cargo(&[
            "clippy",
            "--locked",
            "-p",
            "web",
            "--target",
            WASM,
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]),
    )
}

fn tests_native() -> Result<Counts> {
    postgres::ensure()?;
    let mut cargo =
        run::cargo(&["test", "--locked", "--workspace", "--exclude", "web", "--no-fail-fast"]);
    let temporary = temporary()?;
    cargo.env("POSTGRES", "1").env("TMPDIR", temporary.path());
    // How many lives the simulator of `replica` plays.
    if std::env::var_os("SEEDS").is_none() {
        cargo.env("SEEDS", "2000");
    }
    counted("tests-native", cargo)
}

/// What a step's programs leave lying about goes when the step ends: databases of PostgreSQL and profiles of browsers are a hundred
/// megabytes each. PostgreSQL runs as a user of its own, so others may look inside.
fn temporary() -> Result<TempDir> {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::Builder::new().prefix("thuisnabij-").tempdir()?;
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755))?;
    Ok(folder)
}

const WASM: &str = "wasm32-unknown-unknown";

/// The tests of the web crate, in a real browser.
fn tests_web() -> Result<Counts> {
    let browser = chromium::ensure()?;
    let mut cargo =
        run::cargo(&["test", "--locked", "-p", "web", "--target", WASM, "--no-fail-fast"]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    let temporary = temporary()?;
    cargo
        .env("TMPDIR", temporary.path())
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(&browser)?);
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "300").env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30");
    counted("tests-web", cargo)
}

fn capabilities(browser: &Browser) -> Result<std::path::PathBuf> {
    let path = project::output().join("webdriver.json");
    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
    ];
    let options = serde_json::json!({ "goog:chromeOptions": { "binary": browser.chromium, "args": arguments } });
    fs::create_dir_all(project::output())?;
    fs::write(&path, options.to_string())?;
    Ok(path)
}

/// The client, the server, and the program that checks a choice, which journeys run as a person with the file would. Named together with the
/// server it is built of what the server is built of: a few crates more.
fn release() -> Result<Counts> {
    client::build()?;
    start::server()?;
    let native = ["build", "--locked", "--profile", "native"];
    let both = ["--package", "server", "--package", "verify-agreement"];
    whole("verifier", run::cargo(&[&native[..], &both[..]].concat()))
}

fn run_cases() -> Result<Counts> {
    let done = run::logged("cases", cases::command())?;
    let (passed, failed) = cases::count(&done.text());
    let failed = if done.success { failed } else { failed.max(1) };
    Ok(Counts { passed, failed, tail: done.tail() })
}

fn journeys() -> Result<Counts> {
    let browser = chromium::ensure()?;
    npm::ensure(&project::journeys(), "the browser journeys")?;
    let mut playwright = run::command("npx");
    playwright.args(["--no-install", "playwright", "test"]).current_dir(project::journeys());
    let temporary = temporary()?;
    playwright
        .env("TMPDIR", temporary.path())
        .env("CHROMIUM", browser.chromium)
        .env("DIST", project::dist())
        .env("SERVER", project::server())
        .env("VERIFY", project::verifier());
    let done = run::logged("journeys", playwright)?;
    let text = done.text();
    let number = |wanted: &str| {
        let lines = text.lines().filter_map(|line| line.trim().split_once(' '));
        lines
            .filter_map(|(number, rest)| {
                rest.starts_with(wanted).then(|| number.parse::<usize>().ok())?
            })
            .sum::<usize>()
    };
    let failed = number("failed") + number("did not run") + number("flaky") + number("skipped");
    let (passed, failed) = (number("passed"), if done.success { failed } else { failed.max(1) });
    if passed + failed == 0 {
        bail!("No journey ran. {}", done.tail());
    }
    Ok(Counts { passed, failed, tail: done.tail() })
}

/// Counts the `test result` lines of Cargo's tests; a step that fails before any test is one failure.
fn counted(name: &str, command: Command) -> Result<Counts> {
    let done = run::logged(name, command)?;
    let text = done.text();
    let sum = |word: &str| -> usize {
        let lines = text.lines().filter(|line| line.trim_start().starts_with("test result:"));
        lines
            .filter_map(|line| {
                line.split([';', '.'])
                    .find_map(|part| part.trim().strip_suffix(word)?.trim().parse::<usize>().ok())
            })
            .sum()
    };
    let failed = sum(" failed") + sum(" ignored");
    let failed = if done.success { failed } else { failed.max(1) };
    Ok(Counts { passed: sum(" passed"), failed, tail: failures(&text, &done) })
}

fn failures(text: &str, done: &run::Done) -> String {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("panicked at") || line.ends_with("FAILED"))
        .collect();
    format!("{}\n{}", lines.join("\n"), done.tail())
}
