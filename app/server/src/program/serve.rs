//! `thuisnabij serve`: opens the database, listens, tidies, and stops in good order: streams end, what is under way is answered,
//! what waits is written.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use server::acme::Acme;
use server::api::{Desk, Limits, Outside, Settings};
use server::listen::{Hold, Tls, listen};
use server::store::{Place, Removed, Store};
use server::{Assets, app};

use super::commands::{epoch, prepare_folder};
use super::options::{Certificate, Options};
use super::{Outcome, logs};

/// How long what is under way may take when the server is told to stop.
const DRAIN: Duration = Duration::from_secs(20);

/// How often what has expired is removed.
const TIDY: Duration = Duration::from_secs(600);

/// Serves until it is told to stop.
pub(crate) fn run(options: Options) -> Outcome {
    logs::begin(options.json);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve(options))
}

async fn serve(options: Options) -> Outcome {
    let assets = Assets::load(&options.dist)?;
    let listener = bind(options.address, "--port")?;
    let address = listener.local_addr()?;
    let store = open(&options.database)?;
    let origins = origins(&options, address);
    let (behind_proxy, kept, limits) = (options.behind_proxy, options.kept, Limits::default());
    let sign_in = options.sign_in.clone();
    let settings = Settings { origins, behind_proxy, limits, kept, sign_in };
    let desk = Arc::new(Desk::new(store, settings, Outside::system()));
    hear_others(&desk)?;
    let tidying = tokio::spawn(tidy(Arc::clone(&desk)));
    let figures = options.metrics.map(|address| show_figures(address, &desk)).transpose()?;
    let hold = Hold::new();
    tokio::spawn(stop_in_good_order(hold.clone(), Arc::clone(&desk)));
    let scheme = if options.tls.is_some() { "https" } else { "http" };
    println!("Thuisnabij luistert op {scheme}://{address}");
    let tls = options.tls.map(certificate).transpose()?;
    listen(listener, tls, app(assets, Some(Arc::clone(&desk))), hold).await?;
    tidying.abort();
    if let Some(figures) = figures {
        figures.abort();
    }
    tracing::info!("stopped");
    Ok(())
}

fn certificate(from: Certificate) -> Result<Tls, Box<dyn std::error::Error>> {
    Ok(match from {
        Certificate::Files(certificate, key) => Tls::Files(certificate, key),
        Certificate::Acme(settings) => {
            println!("Certificaat: van {} in {}", settings.directory, settings.folder.display());
            let now = || Outside::system().now() / 1_000;
            Tls::Acme(Acme::open(settings, now).map_err(|problem| {
                format!("De map voor het certificaat kan niet worden gebruikt ({problem}).")
            })?)
        }
    })
}

fn bind(address: SocketAddr, option: &str) -> Result<TcpListener, Box<dyn std::error::Error>> {
    let listener = TcpListener::bind(address).map_err(|problem| {
        format!(
            "Op {address} kan niet worden geluisterd ({problem}). Kies iets anders met {option}."
        )
    })?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

fn open(database: &Place) -> Result<Store, Box<dyn std::error::Error>> {
    match database {
        Place::File(file) => {
            prepare_folder(file)?;
            println!("Database: {}", file.display());
        }
        Place::Postgres(_) => println!("Database: PostgreSQL"),
        Place::Memory => println!("Database: alleen in het geheugen; na het stoppen is alles weg"),
    }
    let opened = Store::open(database, epoch()?);
    Ok(opened.map_err(|error| format!("De database kan niet worden geopend: {}.", error.0))?)
}

/// The addresses that a proof may be made for. Without a word about it: this device's own.
fn origins(options: &Options, address: SocketAddr) -> Vec<String> {
    if !options.origins.is_empty() {
        return options.origins.clone();
    }
    if !address.ip().is_loopback() {
        eprintln!(
            "Let op: zonder --origin kan alleen op dit apparaat zelf worden gesynchroniseerd. Geef --origin https://uw-adres."
        );
    }
    let scheme = if options.tls.is_some() { "https" } else { "http" };
    let port = address.port();
    let own = ["localhost", "127.0.0.1", "[::1]"];
    own.map(|host| format!("{scheme}://{host}:{port}")).to_vec()
}

/// What another instance wrote is told to who listens here.
fn hear_others(desk: &Arc<Desk>) -> Outcome {
    let (runtime, weak) = (tokio::runtime::Handle::current(), Arc::downgrade(desk));
    desk.store().listen(Box::new(move |space| {
        if let Some(desk) = weak.upgrade() {
            runtime.spawn(async move { desk.changed_elsewhere(space).await });
        }
    }))?;
    Ok(())
}

async fn tidy(desk: Arc<Desk>) {
    let mut times = tokio::time::interval(TIDY);
    loop {
        times.tick().await;
        match desk.tidy().await {
            Ok(gone) if gone == Removed::default() => {}
            Ok(gone) => tracing::info!(
                invites = gone.invites,
                boxes = gone.boxes,
                spaces = gone.spaces,
                "removed what has expired"
            ),
            Err(_) => tracing::warn!("what has expired could not be removed"),
        }
    }
}

/// Figures on an address of their own, never on the one that the world sees.
fn show_figures(
    address: SocketAddr,
    desk: &Arc<Desk>,
) -> Result<tokio::task::JoinHandle<()>, Box<dyn std::error::Error>> {
    let listener = bind(address, "--metrics")?;
    println!("Cijfers: http://{}/metrics", listener.local_addr()?);
    let desk = Arc::clone(desk);
    let kind = [(CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")];
    let router = Router::new().route("/metrics", get(async move || (kind, desk.figures())));
    Ok(tokio::spawn(async move {
        if let Err(error) = listen(listener, None, router, Hold::new()).await {
            tracing::warn!(problem = %error, "the figures are not shown");
        }
    }))
}

async fn stop_in_good_order(hold: Hold, desk: Arc<Desk>) {
    told_to_stop().await;
    tracing::info!("stopping");
    hold.graceful_shutdown(Some(DRAIN));
    desk.stop();
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
