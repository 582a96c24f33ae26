//! A certificate from somebody in the test's own process who gives them, looks at the names as RFC 8737 says, and may say no.

mod giver;
mod looks;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::support::Folder;
use axum::Router;
use axum::routing::get;
use giver::Giver;
use looks::{OnThatDay, config, shown};
use server::acme::{Acme, Settings};
use server::listen::{Hold, Tls, listen};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::{TlsAcceptor, TlsConnector};

const NAMES: [&str; 2] = ["a.example", "www.a.example"];

/// A November morning in 2026 and ninety days later, in seconds since 1970.
const FROM: u64 = 1_793_491_200;
const UNTIL: u64 = FROM + 90 * 86_400;

struct World {
    giver: Arc<Giver>,
    acme: Arc<Acme>,
    server: std::net::SocketAddr,
    folder: Folder,
    clock: Arc<AtomicU64>,
}

impl World {
    async fn new() -> Self {
        let (giver, folder) = (Giver::start().await, Folder::new());
        let clock = Arc::new(AtomicU64::new(FROM));
        let acme = Arc::new(open(&giver, &folder, &NAMES, &clock));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = listener.local_addr().unwrap();
        *giver.server.lock().unwrap() = server;
        let acceptor = TlsAcceptor::from(acme.config());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let acceptor = acceptor.clone();
                tokio::spawn(async move { drop(acceptor.accept(stream).await) });
            }
        });
        Self { giver, acme, server, folder, clock }
    }

    async fn renew(&self) -> Result<bool, String> {
        self.acme.renew_when_due().await.map_err(|problem| problem.to_string())
    }
}

fn open(giver: &Giver, folder: &Folder, names: &[&str], clock: &Arc<AtomicU64>) -> Acme {
    let settings = Settings {
        domains: names.iter().map(|name| (*name).to_owned()).collect(),
        contact: Some("ict@a.example".into()),
        folder: folder.file("certificaat"),
        directory: giver.at("directory"),
        patience: Duration::from_secs(10),
    };
    let clock = Arc::clone(clock);
    Acme::open(settings, move || clock.load(Ordering::Relaxed)).unwrap()
}

#[tokio::test]
async fn a_certificate_is_asked_for_proved_shown_kept_and_renewed_in_time() {
    let world = World::new().await;
    assert_eq!(shown(world.server, NAMES[0], None).await, None, "there is none yet");
    assert_eq!(world.renew().await, Ok(true));
    let first = shown(world.server, NAMES[0], None).await.unwrap();
    assert_eq!(shown(world.server, NAMES[1], Some(b"http/1.1")).await.as_ref(), Some(&first));
    assert_eq!(shown(world.server, NAMES[0], Some(b"acme-tls/1")).await, None, "no proof is left");
    assert_eq!(world.acme.until_due(), Some(60 * 86_400));
    for (now, new) in [(FROM + 60 * 86_400 - 1, false), (FROM + 60 * 86_400, true)] {
        world.clock.store(now, Ordering::Relaxed);
        assert_eq!(world.renew().await, Ok(new));
    }
    let second = shown(world.server, NAMES[0], None).await.unwrap();
    assert_ne!(first, second);
    {
        let state = world.giver.state.lock().unwrap();
        assert_eq!((state.accounts, state.orders), (1, 2), "one account for all");
    }
    let (giver, folder, clock) = (&world.giver, &world.folder, &world.clock);
    let again = open(giver, folder, &NAMES, clock);
    assert_eq!(again.until_due(), Some(0), "it is read again after a restart");
    let other = open(giver, folder, &["b.example"], clock);
    assert_eq!(other.until_due(), None, "and not for another name");
    #[cfg(unix)]
    for file in std::fs::read_dir(folder.file("certificaat")).unwrap() {
        use std::os::unix::fs::PermissionsExt;
        let mode = file.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "nobody else reads it");
    }
}

#[tokio::test]
async fn when_there_is_no_new_certificate_the_old_one_serves_on() {
    let world = World::new().await;
    assert_eq!(world.renew().await, Ok(true));
    let first = shown(world.server, NAMES[0], None).await;
    world.clock.store(UNTIL - 1, Ordering::Relaxed);
    world.giver.state.lock().unwrap().unfair = true;
    assert_eq!(world.renew().await, Err("the names were not proved".into()));
    assert_eq!(shown(world.server, NAMES[0], None).await, first);
    world.giver.state.lock().unwrap().unfair = false;
    *world.giver.server.lock().unwrap() = ([127, 0, 0, 1], 1).into();
    assert!(world.renew().await.is_err(), "the names lead elsewhere");
    assert_eq!(shown(world.server, NAMES[0], None).await, first);
    let nowhere = Settings {
        domains: vec!["a.example".into()],
        contact: None,
        folder: world.folder.file("ander"),
        directory: "http://127.0.0.1:1/directory".into(),
        patience: Duration::from_secs(1),
    };
    let acme = Acme::open(nowhere, || FROM).unwrap();
    assert!(acme.renew_when_due().await.is_err());
    assert_eq!(acme.until_due(), None);
}

#[tokio::test]
async fn the_server_speaks_with_the_certificate_that_it_was_given() {
    let world = World::new().await;
    assert_eq!(world.renew().await, Ok(true));
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let (address, hold) = (listener.local_addr().unwrap(), Hold::new());
    let app = Router::new().route("/healthz", get(|| async { "ok" }));
    let acme = Tls::Acme(open(&world.giver, &world.folder, &NAMES, &world.clock));
    let held = hold.clone();
    let serving =
        tokio::spawn(async move { listen(listener, Some(acme), app, held).await.is_ok() });
    hold.listening().await.unwrap();
    // The chain counts on that morning, whatever day it is here.
    let verifier = OnThatDay::with(world.giver.root.clone());
    let config =
        config().dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth();
    let stream = TcpStream::connect(address).await.unwrap();
    let name = ServerName::try_from("www.a.example").unwrap();
    let mut stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await.unwrap();
    let ask = b"GET /healthz HTTP/1.1\r\nhost: www.a.example\r\nconnection: close\r\n\r\n";
    stream.write_all(ask).await.unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    assert!(answer.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&answer));
    hold.shutdown();
    assert!(serving.await.unwrap());
}
