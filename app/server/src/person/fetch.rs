//! Asks a provider over HTTPS, within limits of size and time. It follows no redirects, and speaks plain HTTP to this host only.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST};
use axum::http::{Method, Request, StatusCode, Uri};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::Unknown;

/// How long one answer may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// The largest answer, in bytes.
const LARGEST: usize = 256 * 1024;

const FAILED: Unknown = Unknown::Provider("no good answer");

/// Whether an address may be spoken to or shown: encrypted, or on this host.
pub fn is_safe(address: &str) -> bool {
    let Ok(uri) = address.parse::<Uri>() else { return false };
    let own = matches!(uri.host(), Some("localhost" | "127.0.0.1" | "[::1]"));
    match uri.scheme_str() {
        Some("https") => uri.host().is_some(),
        Some("http") => own,
        _ => false,
    }
}

/// A form, or the part of an address after the question mark.
pub(super) fn form(fields: &[(&str, &str)]) -> String {
    let pair = |(name, value): &(&str, &str)| format!("{name}={}", escaped(value));
    fields.iter().map(pair).collect::<Vec<_>>().join("&")
}

fn escaped(text: &str) -> String {
    let one = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(one).collect()
}

pub(super) struct Fetch {
    tls: TlsConnector,
}

impl Fetch {
    pub(super) fn new() -> Self {
        let roots =
            webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect::<rustls::RootCertStore>();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let versions = rustls::ClientConfig::builder_with_provider(provider);
        // ok: the versions that are built in are always there
        #[allow(clippy::expect_used)]
        let versions = versions.with_safe_default_protocol_versions().expect("TLS 1.2 and 1.3");
        let config = versions.with_root_certificates(roots).with_no_client_auth();
        Self { tls: TlsConnector::from(Arc::new(config)) }
    }

    /// What is at an address.
    pub(super) async fn get(&self, address: &str, bearer: Option<&str>) -> Result<Value, Unknown> {
        let mut request = Request::builder().method(Method::GET);
        if let Some(bearer) = bearer {
            request = request.header(AUTHORIZATION, format!("Bearer {bearer}"));
        }
        self.ask(address, request, String::new()).await
    }

    /// The answer to a form, asked as this client.
    pub(super) async fn post(
        &self,
        address: &str,
        body: String,
        (client, secret): (&str, &str),
    ) -> Result<Value, Unknown> {
        let who = STANDARD.encode(format!("{}:{}", escaped(client), escaped(secret)));
        let request = Request::builder()
            .method(Method::POST)
            .header(AUTHORIZATION, format!("Basic {who}"))
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(address, request, body).await
    }

    async fn ask(
        &self,
        address: &str,
        request: axum::http::request::Builder,
        body: String,
    ) -> Result<Value, Unknown> {
        if !is_safe(address) {
            return Err(Unknown::Provider("an address is not https"));
        }
        let uri: Uri = address.parse().map_err(|_| FAILED)?;
        let authority = uri.authority().ok_or(FAILED)?.clone();
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        let request = request
            .uri(path)
            .header(HOST, authority.as_str())
            .header(ACCEPT, "application/json")
            .body(Body::from(body))
            .map_err(|_| FAILED)?;
        let encrypted = uri.scheme_str() == Some("https");
        let port = authority.port_u16().unwrap_or(if encrypted { 443 } else { 80 });
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        let asking = async {
            let stream = TcpStream::connect((host.as_str(), port)).await.map_err(|_| FAILED)?;
            if !encrypted {
                return exchange(stream, request).await;
            }
            let name = ServerName::try_from(host.clone()).map_err(|_| FAILED)?;
            let stream = self.tls.connect(name, stream).await.map_err(|_| FAILED)?;
            exchange(stream, request).await
        };
        tokio::time::timeout(PATIENCE, asking).await.map_err(|_| FAILED)?
    }
}

async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    request: Request<Body>,
) -> Result<Value, Unknown> {
    let shaken = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = shaken.map_err(|_| FAILED)?;
    let driving = tokio::spawn(connection);
    let answer = sender.send_request(request).await.map_err(|_| FAILED)?;
    let status = answer.status();
    let bytes = to_bytes(Body::new(answer.into_body()), LARGEST).await.map_err(|_| FAILED)?;
    driving.abort();
    match status {
        StatusCode::OK => serde_json::from_slice(&bytes).map_err(|_| FAILED),
        // A code that is not good, said by the provider.
        status if status.is_client_error() => Err(Unknown::NotProved),
        _ => Err(FAILED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_encrypted_addresses_and_this_host_are_spoken_to() {
        for good in ["https://a.example/x", "https://a.example:8443", "http://127.0.0.1:9/x"] {
            assert!(is_safe(good), "{good}");
        }
        for bad in
            ["http://a.example", "http://127.0.0.1.a.example/", "ftp://a", "a.example", "/x", ""]
        {
            assert!(!is_safe(bad), "{bad}");
        }
    }

    #[test]
    fn a_form_says_every_character_as_it_must() {
        assert_eq!(form(&[("a", "x y&z=ë"), ("b", "-._~")]), "a=x%20y%26z%3D%C3%AB&b=-._~");
    }
}
