//! The log: what happened, never what was in it. On stderr, as text or as JSON.

use tracing_subscriber::EnvFilter;

/// Begins to log. `RUST_LOG` says how much.
pub(crate) fn begin(json: bool) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let to = tracing_subscriber::fmt().with_env_filter(filter).with_target(false);
    let to = to.with_writer(std::io::stderr);
    // Only the first of several begins, as in tests.
    let _ = if json { to.json().try_init() } else { to.with_ansi(false).try_init() };
}
