//! Who somebody is, by the word of a provider in the test's own process: what is believed of it, what not, and that it opens
//! nothing.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use crate::support::canary::holds;
use crate::support::device::{Device, SPACE, begin};
use crate::support::net::{Net, Reply};
use crate::support::site::{MORNING, ORIGIN, generous};
use crate::support::{Folder, site};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use replica::id::sha256;
use replica::role::Role;
use replica::sync::Refusal;
use replica::sync::api;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use server::api::{Desk, Outside, Settings, router};
use server::listen::{Hold, listen};
use server::store::{Place, Store};

const CLIENT: &str = "thuis nabij";
const SECRET: &str = "geheim:van de server";

/// Changes the head and the claims of a token.
type Lie = fn(&mut Value, &mut Value);

/// A provider that says what it is told to.
struct Issuer {
    keys: EcdsaKeyPair,
    address: String,
    /// What it was asked: the codes with the challenge and nonce that belong to them.
    codes: Mutex<BTreeMap<String, (String, String)>>,
    /// Puts something else in the token.
    lie: Mutex<Lie>,
    /// How often it was asked about itself.
    asked: Mutex<usize>,
}

impl Issuer {
    async fn start() -> Arc<Self> {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let pair =
            EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new());
        let keys = EcdsaKeyPair::from_pkcs8(
            &ECDSA_P256_SHA256_FIXED_SIGNING,
            pair.unwrap().as_ref(),
            &SystemRandom::new(),
        );
        let issuer = Arc::new(Self {
            keys: keys.unwrap(),
            address,
            codes: Mutex::default(),
            lie: Mutex::new(|_, _| {}),
            asked: Mutex::default(),
        });
        let app = Router::new()
            .route("/.well-known/openid-configuration", get(about))
            .route("/jwks", get(jwks))
            .route("/authorize", get(authorize))
            .route("/token", post(token))
            .route("/userinfo", get(userinfo))
            .with_state(Arc::clone(&issuer));
        let listener = listener.into_std().unwrap();
        tokio::spawn(async { listen(listener, None, app, Hold::new()).await.map_err(|_| ()) });
        issuer
    }

    fn token(&self, nonce: &str) -> String {
        let now = MORNING / 1_000;
        let mut head = json!({ "alg": "ES256", "kid": "1" });
        let mut body = json!({
            "iss": self.address, "sub": "qj7cks8@school", "aud": CLIENT, "nonce": nonce,
            "iat": now, "exp": now + 300, "givenName": "Noor", "sn": "Bakker",
            "eduPersonAffiliation": ["employee"], "nlEduPersonHomeOrganizationId": "99XX00",
        });
        (self.lie.lock().unwrap())(&mut head, &mut body);
        let signed = [head, body].map(|part| URL_SAFE_NO_PAD.encode(part.to_string())).join(".");
        let signature = self.keys.sign(&SystemRandom::new(), signed.as_bytes()).unwrap();
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    /// A person goes to the address, says yes, and comes back with this.
    async fn visit(&self, address: &str) -> api::SignedIn {
        let (place, query) = address.split_once('?').unwrap();
        assert_eq!(place, format!("{}/authorize", self.address));
        let request = axum::http::Request::get(format!("/authorize?{query}"))
            .header("host", "localhost")
            .body(axum::body::Body::empty());
        let net = Net::at(self.address.strip_prefix("http://").unwrap().parse().unwrap());
        let reply = net.send(request.unwrap()).await.unwrap();
        let back = reply.headers["location"].to_str().unwrap().to_owned();
        let query = back.strip_prefix(&format!("{ORIGIN}/aanmelden?")).expect("back to the app");
        let (code, state) = query.strip_prefix("code=").unwrap().split_once("&state=").unwrap();
        let state: Vec<u8> =
            (0..32).map(|at| u8::from_str_radix(&state[2 * at..2 * at + 2], 16).unwrap()).collect();
        api::SignedIn { state: state.try_into().unwrap(), code: code.to_owned() }
    }
}

type Of = State<Arc<Issuer>>;

async fn about(State(issuer): Of) -> String {
    *issuer.asked.lock().unwrap() += 1;
    let at = |path: &str| format!("{}/{path}", issuer.address);
    json!({
        "issuer": issuer.address, "authorization_endpoint": at("authorize"), "token_endpoint": at("token"),
        "jwks_uri": at("jwks"), "userinfo_endpoint": at("userinfo"),
    }).to_string()
}

async fn jwks(State(issuer): Of) -> String {
    let point = issuer.keys.public_key().as_ref();
    let part = |from: usize| URL_SAFE_NO_PAD.encode(&point[from..from + 32]);
    json!({ "keys": [
        { "kty": "oct", "kid": "1", "k": "AAAA" },
        { "kty": "EC", "crv": "P-256", "kid": "1", "use": "sig", "x": part(1), "y": part(33) },
    ] })
    .to_string()
}

async fn authorize(State(issuer): Of, uri: Uri) -> (StatusCode, [(&'static str, String); 1]) {
    let asked = fields(uri.query().unwrap());
    assert_eq!((asked["response_type"].as_str(), asked["client_id"].as_str()), ("code", CLIENT));
    assert_eq!(asked["code_challenge_method"], "S256");
    assert!(asked["scope"].split(' ').any(|scope| scope == "openid"));
    let code = format!("code{}", issuer.codes.lock().unwrap().len());
    let kept = (asked["code_challenge"].clone(), asked["nonce"].clone());
    issuer.codes.lock().unwrap().insert(code.clone(), kept);
    let back = format!("{}?code={code}&state={}", asked["redirect_uri"], asked["state"]);
    (StatusCode::FOUND, [("location", back)])
}

/// The fields of a form.
fn fields(text: &str) -> BTreeMap<String, String> {
    let plain = |text: &str| {
        let mut bytes = Vec::new();
        let mut parts = text.split('%');
        bytes.extend(parts.next().unwrap().bytes());
        for part in parts {
            bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
            bytes.extend(part[2..].bytes());
        }
        String::from_utf8(bytes).unwrap()
    };
    let pair =
        |pair: &str| pair.split_once('=').map(|(name, value)| (name.to_owned(), plain(value)));
    text.split('&').filter_map(pair).collect()
}

/// Each code once, for the client that knows the secret and the journey that knows the verifier.
async fn token(State(issuer): Of, headers: HeaderMap, body: Bytes) -> (StatusCode, String) {
    let escaped = format!(
        "{}:{}",
        CLIENT.replace(' ', "%20"),
        SECRET.replace(':', "%3A").replace(' ', "%20")
    );
    let right = format!("Basic {}", STANDARD.encode(escaped));
    let fields = fields(std::str::from_utf8(&body).unwrap());
    assert_eq!(fields["redirect_uri"], format!("{ORIGIN}/aanmelden"));
    let kept = issuer.codes.lock().unwrap().remove(&fields["code"]);
    let proved = kept.filter(|(challenge, _)| {
        URL_SAFE_NO_PAD.encode(sha256(fields["code_verifier"].as_bytes())) == *challenge
    });
    match proved.filter(|_| headers["authorization"] == right) {
        Some((_, nonce)) => {
            let token = issuer.token(&nonce);
            (StatusCode::OK, json!({ "access_token": "toegang", "id_token": token }).to_string())
        }
        None => (StatusCode::BAD_REQUEST, json!({ "error": "invalid_grant" }).to_string()),
    }
}

async fn userinfo(headers: HeaderMap) -> String {
    assert_eq!(headers["authorization"], "Bearer toegang");
    json!({
        "sub": "qj7cks8@school", "givenName": "Iemand anders", "nlEduPersonHomeOrganization": "De Horizon",
    }).to_string()
}

struct World {
    issuer: Arc<Issuer>,
    desk: Arc<Desk>,
    net: Net,
    folder: Folder,
    clock: Arc<std::sync::atomic::AtomicU64>,
}

impl World {
    async fn new() -> Self {
        let issuer = Issuer::start().await;
        let folder = Folder::new();
        let store = Store::open(&Place::File(folder.file("a.db")), [7; 16]).unwrap();
        let sign_in = server::person::Settings {
            issuer: issuer.address.clone(),
            client: CLIENT.into(),
            secret: SECRET.into(),
            origin: ORIGIN.into(),
        };
        let origins = vec![ORIGIN.into()];
        let settings =
            Settings { origins, limits: generous(), sign_in: Some(sign_in), ..Settings::default() };
        let clock = Arc::new(std::sync::atomic::AtomicU64::new(MORNING));
        let now = Arc::clone(&clock);
        let outside = Outside::new(
            move || now.load(std::sync::atomic::Ordering::Relaxed),
            |bytes| ring::rand::SecureRandom::fill(&SystemRandom::new(), bytes).is_ok(),
        );
        let desk = Arc::new(Desk::new(store, settings, outside));
        Self { issuer, net: Net::Router(router(Arc::clone(&desk))), desk, folder, clock }
    }

    async fn device(&self, seed: u64) -> Device {
        let mut device = Device::new(seed, &begin(1, SPACE), &self.net, ORIGIN).await;
        assert!(device.sign_in().await);
        device
    }

    fn lies(&self, lie: Lie) {
        *self.issuer.lie.lock().unwrap() = lie;
    }
}

async fn goes(device: &Device) -> String {
    device.ask("person/begin", &api::Done {}).await.message::<api::SignIn>().address
}

async fn there_and_back(world: &World, device: &Device) -> Reply {
    let back = world.issuer.visit(&goes(device).await).await;
    device.ask("person/end", &back).await
}

#[tokio::test]
async fn somebody_says_who_it_is_at_school_and_the_app_hears_it() {
    let world = World::new().await;
    let anna = world.device(1).await;
    let person: api::Person = there_and_back(&world, &anna).await.message();
    let expected = api::Person {
        issuer: world.issuer.address.clone(),
        subject: "qj7cks8@school".into(),
        // The token says it, so what is said elsewhere does not count.
        name: "Noor Bakker".into(),
        affiliation: "employee".into(),
        organisation_id: "99XX00".into(),
        organisation: "De Horizon".into(),
    };
    assert_eq!(person, expected);
    there_and_back(&world, &anna).await.message::<api::Person>();
    assert_eq!(*world.issuer.asked.lock().unwrap(), 1, "what it says of itself is remembered");
}

#[tokio::test]
async fn it_opens_nothing() {
    let world = World::new().await;
    let mut anna = world.device(1).await;
    anna.meet().await;
    let stranger = world.device(9).await;
    there_and_back(&world, &stranger).await.message::<api::Person>();
    for reply in [
        stranger.ask("blob/list", &api::ListBlobs { space: SPACE }).await,
        stranger.ask("events/ticket", &api::Listen { spaces: vec![SPACE] }).await,
    ] {
        assert_eq!(reply.refusal(), Some(Refusal::NotFound));
    }
    assert_eq!(world.desk.store().spaces().await.unwrap().len(), 1);
    // And who is in needs it for nothing.
    let bram = world.device(2).await;
    anna.add(&bram, Role::Bewerken).await;
    anna.meet().await;
    assert_eq!(bram.ask("blob/list", &api::ListBlobs { space: SPACE }).await.status, 200);
}

#[tokio::test]
async fn nothing_of_it_is_kept() {
    let world = World::new().await;
    let anna = world.device(1).await;
    there_and_back(&world, &anna).await.message::<api::Person>();
    drop((anna, world.net, world.desk));
    for file in std::fs::read_dir(&world.folder.0).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for word in ["Bakker", "qj7cks8", "99XX00", "toegang", SECRET] {
            assert!(!holds(&bytes, word.as_bytes()), "{word}");
        }
    }
}

#[tokio::test]
async fn a_token_that_is_not_for_this_journey_now_says_nothing() {
    let world = World::new().await;
    let anna = world.device(1).await;
    let lies: [(&str, Lie); 18] = [
        ("another issuer", |_, body| body["iss"] = json!("https://elders.example")),
        ("for another", |_, body| body["aud"] = json!("elders")),
        ("for several without a name", |_, body| body["aud"] = json!([CLIENT, "elders"])),
        ("for several and another", |_, body| {
            (body["aud"], body["azp"]) = (json!([CLIENT, "elders"]), json!("elders"));
        }),
        ("another authorised party", |_, body| body["azp"] = json!("elders")),
        ("another nonce", |_, body| body["nonce"] = json!("x")),
        ("no nonce", |_, body| drop(body.as_object_mut().unwrap().remove("nonce"))),
        ("old", |_, body| body["exp"] = json!(MORNING / 1_000 - 60)),
        ("no end", |_, body| drop(body.as_object_mut().unwrap().remove("exp"))),
        ("an end in words", |_, body| body["exp"] = json!("9999999999")),
        ("from tomorrow", |_, body| body["iat"] = json!(MORNING / 1_000 + 61)),
        ("valid later", |_, body| body["nbf"] = json!(MORNING / 1_000 + 61)),
        ("nobody", |_, body| body["sub"] = json!("")),
        ("not signed", |head, _| head["alg"] = json!("none")),
        ("signed with a public key as a secret", |head, _| head["alg"] = json!("HS256")),
        ("another algorithm", |head, _| head["alg"] = json!("RS256")),
        ("another key", |head, _| head["kid"] = json!("2")),
        ("something that must be understood", |head, _| head["crit"] = json!(["x"])),
    ];
    for (name, lie) in lies {
        world.lies(lie);
        let reply = there_and_back(&world, &anna).await;
        assert_eq!(reply.refusal(), Some(Refusal::NotSigned), "{name}");
    }
    let right: [(&str, Lie); 4] = [
        ("several and us", |_, body| {
            (body["aud"], body["azp"]) = (json!(["elders", CLIENT]), json!(CLIENT));
        }),
        ("clocks differ a little", |_, body| body["exp"] = json!(MORNING / 1_000 - 59)),
        ("clocks differ the other way", |_, body| body["iat"] = json!(MORNING / 1_000 + 60)),
        ("no name of a key", |head, _| drop(head.as_object_mut().unwrap().remove("kid"))),
    ];
    for (name, lie) in right {
        world.lies(lie);
        let reply = there_and_back(&world, &anna).await;
        assert_eq!(reply.status, 200, "{name}: {:?}", reply.problem());
    }
    world.lies(|_, body| body["sn"] = json!("x".repeat(300)));
    let person: api::Person = there_and_back(&world, &anna).await.message();
    assert_eq!(person.name, "Noor", "what is too long for a name is none");
}

#[tokio::test]
async fn a_code_serves_once_for_the_device_that_went_within_ten_minutes() {
    let world = World::new().await;
    let (anna, mut bram) = (world.device(1).await, world.device(2).await);
    let back = world.issuer.visit(&goes(&anna).await).await;
    // Somebody puts the code of another into the own app, or the other way round.
    assert_eq!(bram.ask("person/end", &back).await.refusal(), Some(Refusal::NotOpen));
    assert_eq!(
        anna.ask("person/end", &back).await.refusal(),
        Some(Refusal::NotOpen),
        "it is used up"
    );
    let (one, two) = (goes(&anna).await, goes(&anna).await);
    let (one, two) = (world.issuer.visit(&one).await, world.issuer.visit(&two).await);
    let mixed = api::SignedIn { state: one.state, code: two.code.clone() };
    assert_eq!(anna.ask("person/end", &mixed).await.refusal(), Some(Refusal::NotSigned));
    for (wait, expected) in [(600_000, None), (600_001, Some(Refusal::NotOpen))] {
        world.clock.store(MORNING, std::sync::atomic::Ordering::Relaxed);
        assert!(bram.sign_in().await);
        world.lies(|_, body| body["exp"] = json!(MORNING / 1_000 + 3_600));
        let back = world.issuer.visit(&goes(&bram).await).await;
        world.clock.fetch_add(wait, std::sync::atomic::Ordering::Relaxed);
        assert_eq!(bram.ask("person/end", &back).await.refusal(), expected, "after {wait} ms");
    }
}

#[tokio::test]
async fn a_provider_that_is_away_or_names_itself_otherwise_stops_nobody_else() {
    let world = World::new().await;
    let mut settings = server::person::Settings {
        issuer: format!("{}/", world.issuer.address),
        client: CLIENT.into(),
        secret: SECRET.into(),
        origin: ORIGIN.into(),
    };
    for issuer in
        [settings.issuer.clone(), "http://127.0.0.1:1".into(), "http://school.example".into()]
    {
        settings.issuer = issuer;
        let provider = server::person::Provider::new(settings.clone());
        let journey = server::person::Journey { state: [1; 32], seed: [2; 32] };
        let answer = provider.address(&journey, MORNING).await;
        assert!(matches!(answer, Err(server::person::Unknown::Provider(_))), "{answer:?}");
    }
    let site = site::Site::memory();
    let mut device = Device::new(1, &begin(1, SPACE), &site.net, ORIGIN).await;
    assert!(device.sign_in().await);
    let off = device.ask("person/begin", &api::Done {}).await;
    assert_eq!(off.refusal(), Some(Refusal::NotFound), "off unless it is named");
}
