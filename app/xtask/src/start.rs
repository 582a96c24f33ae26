//! `start` and `dev`: from whatever machine this is to the app in a browser.

use std::net::TcpListener;
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::client::Built;
use crate::{client, npm, project, run, tools};

/// Builds what is needed and serves the release until Ctrl+C.
pub(crate) fn start() -> Result<()> {
    let port = free_port()?;
    run::say(
        "Thuisnabij: getting ready. The first time takes 10 to 25 minutes, because tools are built from source; later seconds.",
    );
    if client::build()? == Built::Unchanged {
        run::say("• The client is up to date.");
    }
    server()?;
    let address = format!("http://localhost:{port}");
    run::say(&format!(
        "\n  Thuisnabij is ready: open {address}\n  Stop with Ctrl+C. Another port: PORT=9000 cargo xtask start\n"
    ));
    let mut serve = run::command(project::server());
    serve.args(["serve", "--port", &port.to_string(), "--dist"]).arg(project::dist());
    // Devices prove themselves to an address; both names of this machine are one.
    serve.args(["--origin", &address, "--origin", &format!("http://127.0.0.1:{port}")]);
    let status = serve.stdin(Stdio::null()).status().context("The server does not start.")?;
    // Ctrl+C ends the server in good order; anything else is worth a word.
    if !status.success() && status.code().is_some() {
        bail!("The server stopped with {status}.");
    }
    Ok(())
}

/// Builds the server in the quick native profile.
pub(crate) fn server() -> Result<()> {
    run::say("• Building the server (half a minute the first time, then a second)");
    run::must(
        "server",
        run::cargo(&["build", "--locked", "--profile", "native", "--package", "server"]),
    )?;
    Ok(())
}

/// Trunk's live reload.
pub(crate) fn dev() -> Result<()> {
    let port = free_port()?;
    tools::ensure()?;
    npm::ensure(&project::web(), "styles, the font and wasm-opt")?;
    client::fetch()?;
    run::say(&format!(
        "• Live reload on http://localhost:{port}; the first build takes 2 to 4 minutes. Stop with Ctrl+C."
    ));
    let mut trunk = run::command("trunk");
    trunk
        .args(["serve", "--config", "Trunk.toml", "--port", &port.to_string(), "--dist"])
        .arg(project::output().join("dev"));
    trunk.env("NO_COLOR", "true");
    trunk.status().context("Trunk does not start.")?;
    Ok(())
}

fn free_port() -> Result<u16> {
    let port = project::port()?;
    if TcpListener::bind(("127.0.0.1", port)).is_err() {
        bail!(
            "Port {port} is in use by another program. Stop that one, or choose another: PORT={} cargo xtask start",
            port + 1
        );
    }
    Ok(port)
}
