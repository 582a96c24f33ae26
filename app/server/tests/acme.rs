//! A certificate from somebody in the test's own process who gives them, looks at the names as RFC 8737 says, and may say no.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // ok: in a test a panic is the message

mod support;

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rcgen::{CertificateParams, Issuer, KeyPair, PublicKeyData, SignatureAlgorithm};
use replica::id::sha256;
use serde_json::{Value, json};
use server::acme::{Acme, Settings};
use server::listen::{Hold, Tls, listen};
use support::Folder;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::rustls::client::danger::{
    HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier,
};
use tokio_rustls::rustls::crypto::{self, CryptoProvider};
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme,
};
use tokio_rustls::{TlsAcceptor, TlsConnector};

const NAMES: [&str; 2] = ["a.example", "www.a.example"];

/// A November morning in 2026 and ninety days later, in seconds since 1970.
const FROM: u64 = 1_793_491_200;
const UNTIL: u64 = FROM + 90 * 86_400;

type Signed = Issuer<'static, KeyPair>;

/// Who gives certificates.
struct Giver {
    address: String,
    root: CertificateDer<'static>,
    issuer: Signed,
    /// Where the names lead.
    server: Mutex<SocketAddr>,
    state: Mutex<Given>,
}

#[derive(Default)]
struct Given {
    thumbprint: String,
    accounts: usize,
    names: Vec<String>,
    proved: Vec<Option<bool>>,
    chain: Option<String>,
    orders: usize,
    /// Looks for another proof than it asked for.
    unfair: bool,
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(crypto::ring::default_provider())
}

fn config() -> tokio_rustls::rustls::ConfigBuilder<ClientConfig, tokio_rustls::rustls::WantsVerifier>
{
    ClientConfig::builder_with_provider(provider()).with_safe_default_protocol_versions().unwrap()
}

impl Giver {
    async fn start() -> Arc<Self> {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let mut params = CertificateParams::new(Vec::<String>::new()).unwrap();
        params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let root = params.self_signed(&key).unwrap().der().clone();
        let giver = Arc::new(Self {
            address,
            root,
            issuer: Issuer::new(params, key),
            server: Mutex::new(([127, 0, 0, 1], 1).into()),
            state: Mutex::default(),
        });
        let app = Router::new()
            .route("/directory", get(directory))
            .route("/nonce", get(async || answer(StatusCode::OK, "", Value::Null)))
            .route("/account", post(account))
            .route("/order", post(order))
            .route("/order/1", post(poll))
            .route("/name/{number}", post(name))
            .route("/look/{number}", post(look))
            .route("/finalize", post(finalize))
            .route("/chain", post(chain))
            .with_state(Arc::clone(&giver));
        tokio::spawn(async { listen(listener, None, app, Hold::new()).await.map_err(|_| ()) });
        giver
    }

    fn at(&self, path: &str) -> String {
        format!("{}/{path}", self.address)
    }

    fn order(&self) -> Value {
        let state = self.state.lock().unwrap();
        let status = if state.chain.is_some() {
            "valid"
        } else if state.proved.contains(&Some(false)) {
            "invalid"
        } else if state.proved.iter().all(|proved| *proved == Some(true)) {
            "ready"
        } else {
            "pending"
        };
        let names = state.names.iter().map(|name| json!({ "type": "dns", "value": name }));
        let numbers = 0..state.names.len();
        let authorizations = numbers.map(|number| self.at(&format!("name/{number}")));
        json!({
            "status": status,
            "identifiers": names.collect::<Vec<_>>(),
            "authorizations": authorizations.collect::<Vec<_>>(),
            "finalize": self.at("finalize"),
            "certificate": self.at("chain"),
        })
    }
}

type Of = State<Arc<Giver>>;
type Answer = (StatusCode, [(HeaderName, String); 3], String);

fn answer(status: StatusCode, location: &str, value: Value) -> Answer {
    static NONCE: AtomicU64 = AtomicU64::new(0);
    let nonce = format!("nonce{}", NONCE.fetch_add(1, Ordering::Relaxed));
    let headers = [
        (HeaderName::from_static("replay-nonce"), nonce),
        (HeaderName::from_static("location"), location.to_owned()),
        (HeaderName::from_static("content-type"), "application/json".to_owned()),
    ];
    (status, headers, value.to_string())
}

/// The head and what is said, of a signed question.
fn read(body: &[u8]) -> (Value, Value) {
    let whole: Value = serde_json::from_slice(body).unwrap();
    let part = |name: &str| {
        let bytes = URL_SAFE_NO_PAD.decode(whole[name].as_str().unwrap()).unwrap();
        serde_json::from_slice(&bytes).unwrap_or(Value::Null)
    };
    (part("protected"), part("payload"))
}

async fn directory(State(giver): Of) -> Answer {
    let value = json!({
        "newNonce": giver.at("nonce"), "newAccount": giver.at("account"), "newOrder": giver.at("order"),
        "revokeCert": giver.at("revoke"), "keyChange": giver.at("key"),
    });
    answer(StatusCode::OK, "", value)
}

async fn account(State(giver): Of, headers: HeaderMap, body: Bytes) -> Answer {
    assert_eq!(headers["content-type"], "application/jose+json");
    let (head, said) = read(&body);
    assert_eq!(said["termsOfServiceAgreed"], true);
    assert_eq!(said["contact"], json!(["mailto:ict@a.example"]));
    let key = &head["jwk"];
    // RFC 7638: these members, in this order.
    let text = format!(
        r#"{{"crv":{},"kty":{},"x":{},"y":{}}}"#,
        key["crv"], key["kty"], key["x"], key["y"]
    );
    let mut state = giver.state.lock().unwrap();
    state.thumbprint = URL_SAFE_NO_PAD.encode(sha256(text.as_bytes()));
    state.accounts += 1;
    answer(StatusCode::CREATED, &giver.at("account/1"), json!({ "status": "valid" }))
}

async fn order(State(giver): Of, body: Bytes) -> Answer {
    let (_, said) = read(&body);
    let names = said["identifiers"].as_array().unwrap();
    let names = names.iter().map(|name| name["value"].as_str().unwrap().to_owned());
    {
        let mut state = giver.state.lock().unwrap();
        state.names = names.collect();
        (state.proved, state.chain) = (vec![None; state.names.len()], None);
        state.orders += 1;
    }
    answer(StatusCode::CREATED, &giver.at("order/1"), giver.order())
}

async fn poll(State(giver): Of) -> Answer {
    answer(StatusCode::OK, "", giver.order())
}

fn challenge(giver: &Giver, number: usize) -> Value {
    let status = match giver.state.lock().unwrap().proved[number] {
        None => "pending",
        Some(true) => "valid",
        Some(false) => "invalid",
    };
    let url = giver.at(&format!("look/{number}"));
    json!({ "type": "tls-alpn-01", "url": url, "token": format!("token{number}"), "status": status })
}

async fn name(State(giver): Of, Path(number): Path<usize>) -> Answer {
    let challenge = challenge(&giver, number);
    let name = giver.state.lock().unwrap().names[number].clone();
    let other =
        json!({ "type": "dns-01", "url": giver.at("x"), "token": "x", "status": "pending" });
    let value = json!({
        "identifier": { "type": "dns", "value": name }, "status": challenge["status"],
        "challenges": [other, challenge],
    });
    answer(StatusCode::OK, "", value)
}

/// Looks at the server under that name.
async fn look(State(giver): Of, Path(number): Path<usize>) -> Answer {
    let (name, expected) = {
        let state = giver.state.lock().unwrap();
        let token = if state.unfair { "other".to_owned() } else { format!("token{number}") };
        let key = format!("{token}.{}", state.thumbprint);
        (state.names[number].clone(), sha256(key.as_bytes()))
    };
    let server = *giver.server.lock().unwrap();
    let shown = shown(server, &name, Some(b"acme-tls/1")).await;
    // id-pe-acmeIdentifier, critical, with the hash in it.
    let extension = [
        &[0x06, 0x08, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x01, 0x1f, 0x01, 0x01, 0xff][..],
        &[0x04, 0x22, 0x04, 0x20],
        &expected,
    ]
    .concat();
    let right = shown.is_some_and(|shown| {
        shown.windows(extension.len()).any(|window| window == extension)
            && shown.windows(name.len()).any(|window| window == name.as_bytes())
    });
    giver.state.lock().unwrap().proved[number] = Some(right);
    answer(StatusCode::OK, "", challenge(&giver, number))
}

/// The key in a request for a certificate.
struct Asked(Vec<u8>);

impl PublicKeyData for Asked {
    fn der_bytes(&self) -> &[u8] {
        &self.0
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &rcgen::PKCS_ECDSA_P256_SHA256
    }
}

async fn finalize(State(giver): Of, body: Bytes) -> Answer {
    let (_, said) = read(&body);
    let request = URL_SAFE_NO_PAD.decode(said["csr"].as_str().unwrap()).unwrap();
    // A bit string of 66 bytes, the first of which says that no bits are left over.
    let at = request.windows(4).position(|window| window == [3, 66, 0, 4]).unwrap();
    let names = giver.state.lock().unwrap().names.clone();
    let mut params = CertificateParams::new(names).unwrap();
    params.not_before = rcgen::date_time_ymd(2026, 11, 1);
    params.not_after = rcgen::date_time_ymd(2027, 1, 30);
    let key = Asked(request[at + 3..at + 68].to_vec());
    let made = params.signed_by(&key, &giver.issuer).unwrap();
    giver.state.lock().unwrap().chain = Some(made.pem());
    answer(StatusCode::OK, "", giver.order())
}

async fn chain(State(giver): Of) -> Answer {
    let (status, headers, _) = answer(StatusCode::OK, "", Value::Null);
    (status, headers, giver.state.lock().unwrap().chain.clone().unwrap())
}

/// Believes whatever is shown: the library knows no certificate with a proof in it.
#[derive(Debug)]
struct Anything;

impl ServerCertVerifier for Anything {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        provider().signature_verification_algorithms.supported_schemes()
    }
}

/// The certificate that a server shows under a name, to who offers this protocol.
async fn shown(server: SocketAddr, name: &str, protocol: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut config = config()
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Anything))
        .with_no_client_auth();
    config.alpn_protocols = protocol.map(<[u8]>::to_vec).into_iter().collect();
    let stream = TcpStream::connect(server).await.ok()?;
    let name = ServerName::try_from(name.to_owned()).unwrap();
    let stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await.ok()?;
    let (_, connection) = stream.get_ref();
    assert_eq!(connection.alpn_protocol(), protocol);
    Some(connection.peer_certificates()?.first()?.to_vec())
}

struct World {
    giver: Arc<Giver>,
    acme: Arc<Acme>,
    server: SocketAddr,
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
    let mut roots = RootCertStore::empty();
    roots.add(world.giver.root.clone()).unwrap();
    let verifier = tokio_rustls::rustls::client::WebPkiServerVerifier::builder_with_provider(
        Arc::new(roots),
        provider(),
    );
    // The chain counts on that morning, whatever day it is here.
    let verifier = Arc::new(OnThatDay(verifier.build().unwrap()));
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

/// Verifies as a browser does, on the day that the test plays.
#[derive(Debug)]
struct OnThatDay(Arc<tokio_rustls::rustls::client::WebPkiServerVerifier>);

impl ServerCertVerifier for OnThatDay {
    fn verify_server_cert(
        &self,
        cert: &CertificateDer<'_>,
        rest: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        status: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let day = UnixTime::since_unix_epoch(Duration::from_secs(FROM + 86_400));
        self.0.verify_server_cert(cert, rest, name, status, day)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.0.verify_tls12_signature(message, cert, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.0.verify_tls13_signature(message, cert, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.supported_verify_schemes()
    }
}
