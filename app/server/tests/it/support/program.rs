//! The real program as a child of the test, which ends with it.

use std::net::SocketAddr;
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdout, Command};

use super::Folder;

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_thuisnabij");

/// A server that listens.
pub(crate) struct Running {
    pub(crate) child: Child,
    pub(crate) address: SocketAddr,
    /// What it said before that.
    pub(crate) said: String,
    _out: tokio::io::Lines<BufReader<ChildStdout>>,
}

/// The program with a small client to serve, on a port of its own.
pub(crate) fn command(folder: &Folder, database: &str) -> Command {
    let dist = folder.file("dist");
    std::fs::create_dir_all(&dist).unwrap();
    std::fs::write(dist.join("index.html"), "<!DOCTYPE html><title>Thuisnabij</title>").unwrap();
    let mut command = Command::new(PROGRAM);
    command.args(["serve", "--port", "0", "--origin", "http://localhost", "--database", database]);
    command.arg("--dist").arg(dist).stdout(Stdio::piped()).kill_on_drop(true);
    command
}

/// Starts it; answers when it listens.
pub(crate) async fn start(mut command: Command) -> Running {
    let mut child = command.spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = String::new();
    loop {
        let line = out.next_line().await.unwrap().expect("the program listens");
        said.push_str(&line);
        said.push('\n');
        if let Some(address) = line.strip_prefix("Thuisnabij luistert op http://") {
            return Running { child, address: address.parse().unwrap(), said, _out: out };
        }
    }
}

impl Running {
    /// Tells it to stop, and waits until it has.
    pub(crate) async fn stop(&mut self) -> std::process::ExitStatus {
        let id = self.child.id().unwrap().to_string();
        let told = std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap();
        assert!(told.success());
        self.child.wait().await.unwrap()
    }
}
