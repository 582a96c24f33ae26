//! Who gives certificates: as much of RFC 8555 as it takes, and it may be unfair.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

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
use server::listen::{Hold, listen};
use tokio_rustls::rustls::pki_types::CertificateDer;

use super::looks::shown;

type Signed = Issuer<'static, KeyPair>;

/// Who gives certificates.
pub(crate) struct Giver {
    address: String,
    pub(crate) root: CertificateDer<'static>,
    issuer: Signed,
    /// Where the names lead.
    pub(crate) server: Mutex<SocketAddr>,
    pub(crate) state: Mutex<Given>,
}

#[derive(Default)]
pub(crate) struct Given {
    thumbprint: String,
    pub(crate) accounts: usize,
    names: Vec<String>,
    proved: Vec<Option<bool>>,
    chain: Option<String>,
    pub(crate) orders: usize,
    /// Looks for another proof than it asked for.
    pub(crate) unfair: bool,
}

impl Giver {
    pub(crate) async fn start() -> Arc<Self> {
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

    pub(crate) fn at(&self, path: &str) -> String {
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
