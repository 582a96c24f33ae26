//! Running other programs quietly: output goes to a log, the screen shows what is going on, and a failure shows its last lines.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::project;

const HEARTBEAT: Duration = Duration::from_secs(30);
const LAST_LINES: usize = 40;

/// A command at the root of the project with our tools on its path.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project::root()).env("PATH", project::path()).stdin(Stdio::null());
    command
}

/// A `cargo` command. The variables of the outer `cargo run` are removed: they would make every inner build start over.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = command("cargo");
    for name in [
        "CARGO_MANIFEST_DIR",
        "CARGO_MANIFEST_PATH",
        "CARGO_PKG_NAME",
        "CARGO_PKG_VERSION",
        "CARGO_PRIMARY_PACKAGE",
    ] {
        command.env_remove(name);
    }
    command.args(arguments);
    command
}

/// What a step left behind.
pub(crate) struct Done {
    /// Whether the program ended well.
    pub(crate) success: bool,
    /// The file with everything it printed.
    pub(crate) log: PathBuf,
}

impl Done {
    /// All that the step printed.
    pub(crate) fn text(&self) -> String {
        fs::read(&self.log)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }

    /// The last lines, for the screen.
    pub(crate) fn tail(&self) -> String {
        let text = self.text();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(LAST_LINES)..].join("\n")
    }
}

/// Runs a command to its end with its output in `target/log/NAME.log` and a sign of life now and then.
pub(crate) fn logged(name: &str, mut command: Command) -> Result<Done> {
    fs::create_dir_all(project::logs())?;
    let log = project::logs().join(format!("{name}.log"));
    let file = File::create(&log)?;
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdout(file.try_clone()?)
        .stderr(file)
        .spawn()
        .with_context(|| format!("`{program}` cannot be started: is it installed?"))?;
    let began = Instant::now();
    let mut beat = began;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Done { success: status.success(), log });
        }
        if beat.elapsed() >= HEARTBEAT {
            beat = Instant::now();
            say(&format!("    … {} s, {}", began.elapsed().as_secs(), last_line(&log)));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Like [`logged`], but a failure is an error that shows the end of the log.
pub(crate) fn must(name: &str, command: Command) -> Result<Done> {
    let done = logged(name, command)?;
    if !done.success {
        bail!(
            "{name} failed. The last lines:\n{}\n(all of it: {})",
            done.tail(),
            relative(&done.log)
        );
    }
    Ok(done)
}

/// The standard output of a short command, or nothing when it cannot run or fails.
pub(crate) fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// One line on the screen, at once.
pub(crate) fn say(line: &str) {
    println!("{line}");
    let _ = std::io::stdout().flush();
}

/// A path as a person at the root would type it.
pub(crate) fn relative(path: &Path) -> String {
    path.strip_prefix(project::root()).unwrap_or(path).display().to_string()
}

fn last_line(log: &Path) -> String {
    let text =
        fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let line = text.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("").trim();
    line.chars().take(90).collect()
}
