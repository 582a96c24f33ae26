//! Asks an organisation's own sign-in (OpenID Connect, as Entree Federatie offers it) who somebody is. It is an option.
//!
//! What it answers is told to the device that asked and kept nowhere. It must never be a condition for anything: what a
//! device may, it may by its keys and the membership log. Only the flow with a code is spoken, with PKCE.

mod fetch;
mod token;

use std::sync::{Mutex, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use replica::id::{hex, sha256};
use serde_json::{Map, Value};
use thiserror::Error;

use self::fetch::{Fetch, form};
use self::token::Expected;
use crate::outward::is_safe;

/// How long what a provider says about itself is believed, in milliseconds.
const KNOWN_FOR: u64 = 60 * 60_000;

/// How long it is not asked again, whatever does not fit: nobody can make us ask all the time. In milliseconds.
const FRESH: u64 = 60_000;

/// Where the app takes the answer of a provider: a page of its own.
pub const PAGE: &str = "/aanmelden";

/// The longest value of a claim that is passed on, in bytes.
const LONGEST: usize = 256;

/// Which provider, and as who this server is known there.
#[derive(Clone)]
pub struct Settings {
    /// The provider, as it names itself: `https://…`.
    pub issuer: String,
    pub client: String,
    pub secret: String,
    /// The address of the app, to which the provider sends people back.
    pub origin: String,
}

impl std::fmt::Debug for Settings {
    /// Without the secret.
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Settings").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// Why nobody knows who it is.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unknown {
    /// The provider cannot be reached, or does not say what it should.
    #[error("the provider does not answer as it should: {0}")]
    Provider(&'static str),
    /// The code or the token is not good.
    #[error("not proved")]
    NotProved,
}

/// Who somebody is, by the word of a provider. What it did not say is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub issuer: String,
    /// The name by which the provider knows this person, the same every time.
    pub subject: String,
    pub name: String,
    /// `student`, `employee`, `staff` or `affiliate`.
    pub affiliation: String,
    /// The number of the school (BRIN).
    pub organisation_id: String,
    pub organisation: String,
}

/// What is remembered between going there and coming back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Journey {
    /// Named in the address, so that who comes back is who went.
    pub state: [u8; 32],
    /// From which the verifier and the nonce come.
    pub seed: [u8; 32],
}

impl Journey {
    fn derived(&self, label: &str) -> String {
        URL_SAFE_NO_PAD.encode(sha256(&[label.as_bytes(), &self.seed].concat()))
    }

    fn verifier(&self) -> String {
        self.derived("verifier/")
    }

    fn nonce(&self) -> String {
        self.derived("nonce/")
    }
}

/// What a provider says about itself.
#[derive(Clone, Debug)]
struct Known {
    authorization: String,
    token: String,
    userinfo: Option<String>,
    keys: Value,
}

/// See the module's header.
pub struct Provider {
    settings: Settings,
    fetch: Fetch,
    known: Mutex<Option<(u64, Known)>>,
}

impl Provider {
    /// A provider. Nothing is asked before somebody signs in.
    pub fn new(settings: Settings) -> Self {
        Self { settings, fetch: Fetch::new(), known: Mutex::new(None) }
    }

    /// The address to which the app sends a person, and from which that person comes back with a code.
    pub async fn address(&self, journey: &Journey, now: u64) -> Result<String, Unknown> {
        let known = self.known(now).await?;
        let challenge = URL_SAFE_NO_PAD.encode(sha256(journey.verifier().as_bytes()));
        let query = form(&[
            ("response_type", "code"),
            ("scope", "openid profile"),
            ("client_id", &self.settings.client),
            ("redirect_uri", &self.redirect()),
            ("state", &hex(&journey.state)),
            ("nonce", &journey.nonce()),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ]);
        let joint = if known.authorization.contains('?') { '&' } else { '?' };
        Ok(format!("{}{joint}{query}", known.authorization))
    }

    /// Who came back with this code.
    pub async fn person(&self, journey: &Journey, code: &str, now: u64) -> Result<Person, Unknown> {
        let known = self.known(now).await?;
        let body = form(&[
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &self.redirect()),
            ("code_verifier", &journey.verifier()),
        ]);
        let (client, secret) = (&self.settings.client, &self.settings.secret);
        let answer = self.fetch.post(&known.token, body, (client, secret)).await?;
        let token = text(&answer, "id_token").ok_or(Unknown::NotProved)?;
        let (issuer, nonce) = (&self.settings.issuer, journey.nonce());
        let expected = Expected { issuer, client, nonce: &nonce, now: now / 1_000 };
        let claims = match token::claims(token, &known.keys, &expected) {
            None if self.forget(now) => {
                // Perhaps it has new keys since.
                token::claims(token, &self.known(now).await?.keys, &expected)
            }
            claims => claims,
        };
        let mut claims = claims.ok_or(Unknown::NotProved)?;
        if let Some((address, access)) = known.userinfo.as_ref().zip(text(&answer, "access_token"))
        {
            let more = self.fetch.get(address, Some(access)).await?;
            // What it says of somebody else is not used.
            if let Value::Object(more) = more
                && more.get("sub") == claims.get("sub")
            {
                for (name, value) in more {
                    claims.entry(name).or_insert(value);
                }
            }
        }
        Ok(person(issuer, &claims))
    }

    fn redirect(&self) -> String {
        format!("{}{PAGE}", self.settings.origin)
    }

    /// Forgets what the provider said, unless it was just now.
    fn forget(&self, now: u64) -> bool {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.take_if(|(at, _)| now.saturating_sub(*at) > FRESH).is_some()
    }

    async fn known(&self, now: u64) -> Result<Known, Unknown> {
        let remembered = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((at, known)) = remembered
            && now.saturating_sub(at) < KNOWN_FOR
        {
            return Ok(known);
        }
        let issuer = &self.settings.issuer;
        let address = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        let about = self.fetch.get(&address, None).await?;
        if text(&about, "issuer") != Some(issuer) {
            return Err(Unknown::Provider("it names itself otherwise"));
        }
        let named = |name| text(&about, name).map(str::to_owned);
        let needed = |name| named(name).ok_or(Unknown::Provider("an address is missing"));
        let keys = self.fetch.get(&needed("jwks_uri")?, None).await?;
        let known = Known {
            authorization: needed("authorization_endpoint")?,
            token: needed("token_endpoint")?,
            userinfo: named("userinfo_endpoint"),
            keys,
        };
        if !is_safe(&known.authorization) {
            return Err(Unknown::Provider("an address is not https"));
        }
        let mut remember = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        *remember = Some((now, known.clone()));
        Ok(known)
    }
}

fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name)?.as_str()
}

/// The standard claims, and the attributes of Entree Federatie by its own names (Kennisnet Developers Documentatie,
/// "Attributen overzicht voor Service Providers": uid, givenName, sn, eduPersonAffiliation,
/// nlEduPersonHomeOrganizationId, nlEduPersonHomeOrganization).
fn person(issuer: &str, claims: &Map<String, Value>) -> Person {
    let claim = |name: &str| {
        let one = match claims.get(name) {
            Some(Value::Array(many)) => many.first(),
            other => other,
        };
        let text = one.and_then(Value::as_str).unwrap_or_default().trim();
        // Longer is nobody's name; and it is shown on a screen.
        let plain = text.len() <= LONGEST && !text.chars().any(char::is_control);
        if plain { text.to_owned() } else { String::new() }
    };
    let first = |names: &[&str]| {
        names.iter().map(|name| claim(name)).find(|text| !text.is_empty()).unwrap_or_default()
    };
    let parts = [first(&["given_name", "givenName"]), first(&["family_name", "sn"])];
    let joined = parts.join(" ").trim().to_owned();
    Person {
        issuer: issuer.to_owned(),
        subject: claim("sub"),
        name: if joined.is_empty() { claim("name") } else { joined },
        affiliation: claim("eduPersonAffiliation"),
        organisation_id: claim("nlEduPersonHomeOrganizationId"),
        organisation: claim("nlEduPersonHomeOrganization"),
    }
}
