//! `thuisnabij serve`: the program around `server::app`. Reads its options, listens, and stops in good order.

use lexopt::prelude::{Long, Short, Value};
use server::{Assets, app};
use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;
use tokio::net::TcpListener;

const HELP: &str = "\
thuisnabij serve [--port GETAL] [--address ADRES] [--dist MAP]

  Biedt de gebouwde app aan. Zet er voor gebruik buiten dit apparaat een webserver met https voor.

  --port GETAL     poort, standaard 8080; 0 voor een vrije poort
  --address ADRES  adres om op te luisteren, standaard 127.0.0.1; 0.0.0.0 voor alle netwerken
  --dist MAP       map met de gebouwde app, standaard target/dist
  --help           deze tekst
";

struct Options {
    address: SocketAddr,
    dist: PathBuf,
}

#[tokio::main]
async fn main() -> ExitCode {
    let outcome = match options(std::env::args_os().skip(1).collect()) {
        Ok(Some(options)) => serve(options).await,
        Ok(None) => {
            print!("{HELP}");
            Ok(())
        }
        Err(problem) => Err(format!("{problem}\n\n{HELP}").into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            let mut cause = problem.source();
            while let Some(next) = cause {
                eprintln!("  {next}");
                cause = next.source();
            }
            ExitCode::FAILURE
        }
    }
}

fn options(arguments: Vec<OsString>) -> Result<Option<Options>, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut serve = false;
    let (mut port, mut address, mut dist) =
        (8080, IpAddr::V4(Ipv4Addr::LOCALHOST), PathBuf::from("target/dist"));
    while let Some(argument) = parser.next()? {
        match argument {
            Value(word) if word == "serve" && !serve => serve = true,
            Long("port") => port = lexopt::ValueExt::parse(&parser.value()?)?,
            Long("address") => address = lexopt::ValueExt::parse(&parser.value()?)?,
            Long("dist") => dist = parser.value()?.into(),
            Long("help") | Short('h') => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    Ok(serve.then(|| Options { address: SocketAddr::new(address, port), dist }))
}

async fn serve(options: Options) -> Result<(), Box<dyn std::error::Error>> {
    let assets = Assets::load(&options.dist)?;
    let listener = TcpListener::bind(options.address).await.map_err(|problem| {
        format!(
            "Op {} kan niet worden geluisterd ({problem}). Kies een andere poort met --port.",
            options.address
        )
    })?;
    println!("Thuisnabij luistert op http://{}", listener.local_addr()?);
    axum::serve(listener, app(assets, None)).with_graceful_shutdown(told_to_stop()).await?;
    Ok(())
}

/// Ends when the terminal or the service manager asks for it.
async fn told_to_stop() {
    let interrupt = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
