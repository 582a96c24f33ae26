//! Where things are. Every path that a command uses is named here once.

use std::env;
use std::path::{Path, PathBuf};

/// The folder with the workspace's `Cargo.toml`. Asked at run time: a target folder may be shared by several clones.
pub(crate) fn root() -> PathBuf {
    let own =
        env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&own).ancestors().nth(2).map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Where Cargo puts its own output; follows `CARGO_TARGET_DIR`.
pub(crate) fn cargo_target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Everything else that a build makes: styles, the client, logs.
pub(crate) fn output() -> PathBuf {
    root().join("target")
}

/// The built client, as it is served and shipped.
pub(crate) fn dist() -> PathBuf {
    output().join("dist")
}

/// Logs of each step, so that the screen can stay quiet.
pub(crate) fn logs() -> PathBuf {
    output().join("log")
}

/// The npm project with what the client is built from.
pub(crate) fn web() -> PathBuf {
    root().join("app/web")
}

/// The npm project of the browser journeys.
pub(crate) fn journeys() -> PathBuf {
    root().join("tests/e2e")
}

/// The npm project of the servers that ours is measured against.
pub(crate) fn sync_bench() -> PathBuf {
    root().join("tests/bench/sync")
}

/// Programs that we install live here, for this user alone.
pub(crate) fn tools() -> PathBuf {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    cache.or(home).unwrap_or_else(output).join("thuisnabij/tools")
}

/// The server's program after `cargo build --profile native`.
pub(crate) fn server() -> PathBuf {
    cargo_target().join("native/thuisnabij")
}

/// The program that checks a choice of a parent, from the same build.
pub(crate) fn verifier() -> PathBuf {
    cargo_target().join("native/verify-agreement")
}

/// `PATH` with our own tools in front.
pub(crate) fn path() -> std::ffi::OsString {
    let own = [tools().join("bin"), web().join("node_modules/.bin")];
    let rest = env::var_os("PATH").unwrap_or_default();
    env::join_paths(own.into_iter().chain(env::split_paths(&rest))).unwrap_or(rest)
}

/// A port from `PORT`, or the usual one.
pub(crate) fn port() -> anyhow::Result<u16> {
    match env::var("PORT") {
        Ok(text) => text
            .parse()
            .map_err(|_| anyhow::anyhow!("PORT must be a number below 65536, not `{text}`.")),
        Err(_) => Ok(8080),
    }
}

/// The version of a package in Cargo.lock.
pub(crate) fn locked(name: &str) -> anyhow::Result<String> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock"))?;
    let head = format!("name = \"{name}\"\nversion = \"");
    lock.split_once(&head)
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(version, _)| version.to_owned())
        .ok_or_else(|| anyhow::anyhow!("Cargo.lock does not name {name}."))
}
