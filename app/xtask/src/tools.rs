//! What a bare machine lacks: the wasm target, Trunk and wasm-bindgen. A tool that is already there in the right version
//! is used; else a prebuilt one if `cargo-binstall` is at hand; else it is built from source in the quickest profile.

use anyhow::{Context, Result, bail};

use crate::{project, run};

/// Newer Trunk needs a newer compiler than the workspace asks for.
const TRUNK: &str = "0.21.14";
const NEEDED_RUST: &str = "1.95";

/// A tool that does not have to be fast itself is built for a quick build.
const QUICK_PROFILE: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_PANIC", "unwind"),
];

struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    arguments: &'static [&'static str],
    wait: &'static str,
}

/// Installs what is missing for a build of the client.
pub(crate) fn ensure() -> Result<()> {
    rust()?;
    wasm_target()?;
    for tool in tools()? {
        install(&tool)?;
    }
    Ok(())
}

/// The version of each tool, for the fingerprint of a build.
pub(crate) fn versions() -> Result<Vec<String>> {
    let compiler = run::answer("rustc", &["--version"]).unwrap_or_default();
    Ok(tools()?
        .iter()
        .map(|tool| format!("{} {}", tool.package, tool.version))
        .chain([compiler])
        .collect())
}

fn tools() -> Result<[Tool; 2]> {
    Ok([
        Tool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: project::locked("wasm-bindgen")?,
            // Its own lock file names a release that some indexes lack.
            arguments: &[],
            wait: "2 to 4 minutes",
        },
        Tool {
            package: "trunk",
            program: "trunk",
            version: TRUNK.to_owned(),
            arguments: &["--locked", "--no-default-features", "--features", "rustls"],
            wait: "8 to 12 minutes",
        },
    ])
}

fn rust() -> Result<()> {
    let Some(version) = run::answer("rustc", &["--version"]) else {
        bail!(
            "Rust is missing. Install it with rustup (rust-lang.org, \"Install\"), open a new terminal and run this again."
        );
    };
    let number = version.split(' ').nth(1).unwrap_or_default();
    if pair(number) < pair(NEEDED_RUST) {
        bail!(
            "Rust {number} is too old; {NEEDED_RUST} or newer is needed. Run `rustup update stable` and try again."
        );
    }
    Ok(())
}

fn pair(version: &str) -> (u32, u32) {
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let libraries = run::answer("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if libraries.is_some_and(|folder| std::path::Path::new(&folder).is_dir()) {
        return Ok(());
    }
    run::say("• Rust can not build for the browser yet: adding the target wasm32-unknown-unknown");
    let mut rustup = run::command("rustup");
    rustup.args(["target", "add", TARGET]);
    let done = run::logged("rustup", rustup).with_context(
        || "The wasm target is missing and rustup is not there to add it. Install Rust with rustup, or your system's package for wasm32.",
    )?;
    if !done.success {
        bail!(
            "The wasm target could not be downloaded. Check the network and run this again.\n{}",
            done.tail()
        );
    }
    Ok(())
}

fn install(tool: &Tool) -> Result<()> {
    if present(tool) {
        return Ok(());
    }
    if prebuilt(tool)? && present(tool) {
        return Ok(());
    }
    run::say(&format!(
        "• {} {} is not on this machine: building it from source.",
        tool.package, tool.version
    ));
    run::say(&format!(
        "    About {} on two cores; this happens once, for this user, in {}",
        tool.wait,
        project::tools().display()
    ));
    let mut cargo = run::cargo(&["install", tool.package, "--version", &tool.version, "--root"]);
    // Not inside the workspace, whose settings are not the tool's.
    cargo
        .arg(project::tools())
        .args(tool.arguments)
        .envs(QUICK_PROFILE)
        .current_dir(std::env::temp_dir());
    cargo.env("CARGO_TARGET_DIR", project::cargo_target().join("tools"));
    let done = run::logged(&format!("install-{}", tool.program), cargo)?;
    if !done.success || !present(tool) {
        bail!(
            "{} {} could not be installed. Without network and without an earlier install this can not work; \
             with network, read {} and run this again.\n{}",
            tool.package,
            tool.version,
            run::relative(&done.log),
            done.tail()
        );
    }
    let _ = std::fs::remove_dir_all(project::cargo_target().join("tools"));
    Ok(())
}

fn present(tool: &Tool) -> bool {
    run::answer(tool.program, &["--version"])
        .is_some_and(|text| text.split_whitespace().any(|word| word == tool.version))
}

fn prebuilt(tool: &Tool) -> Result<bool> {
    if run::answer("cargo-binstall", &["-V"]).is_none() {
        return Ok(false);
    }
    run::say(&format!(
        "• {} {}: trying a prebuilt program with cargo-binstall",
        tool.package, tool.version
    ));
    let mut binstall = run::command("cargo-binstall");
    binstall
        .args(["--no-confirm", "--disable-strategies", "compile", "--root"])
        .arg(project::tools());
    binstall.arg(format!("{}@{}", tool.package, tool.version));
    Ok(run::logged(&format!("binstall-{}", tool.program), binstall)?.success)
}
