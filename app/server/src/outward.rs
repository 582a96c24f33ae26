//! The few questions that this server itself asks elsewhere: of the sign-in of an organisation and of who gives certificates, and only
//! when the administrator named them. Over HTTPS, within limits of size and time, without following redirects.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::header::HOST;
use axum::http::response::Parts;
use axum::http::{HeaderValue, Request, Uri};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use thiserror::Error;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

/// How long one answer may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// The largest answer, in bytes.
const LARGEST: usize = 256 * 1024;

/// There is no answer that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(crate) enum NoAnswer {
    #[error("the address is not https")]
    NotSafe,
    #[error("it cannot be reached or does not answer well")]
    Failed,
}

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

/// See the module's header.
#[derive(Clone)]
pub(crate) struct Outward {
    tls: TlsConnector,
}

impl Outward {
    pub(crate) fn new() -> Self {
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

    /// Asks what is at an address. What the request itself says of it is replaced.
    pub(crate) async fn ask(
        &self,
        address: &Uri,
        mut request: Request<Body>,
    ) -> Result<(Parts, Bytes), NoAnswer> {
        if !is_safe(&address.to_string()) {
            return Err(NoAnswer::NotSafe);
        }
        let authority = address.authority().ok_or(NoAnswer::NotSafe)?;
        let host = HeaderValue::from_str(authority.as_str()).map_err(|_| NoAnswer::NotSafe)?;
        request.headers_mut().insert(HOST, host);
        let path = address.path_and_query().map_or("/", |path| path.as_str());
        *request.uri_mut() = path.parse().map_err(|_| NoAnswer::NotSafe)?;
        let encrypted = address.scheme_str() == Some("https");
        let port = authority.port_u16().unwrap_or(if encrypted { 443 } else { 80 });
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        let asking = async {
            let stream = TcpStream::connect((host.as_str(), port)).await;
            let stream = stream.map_err(|_| NoAnswer::Failed)?;
            if !encrypted {
                return exchange(stream, request).await;
            }
            let name = ServerName::try_from(host.clone()).map_err(|_| NoAnswer::Failed)?;
            let stream = self.tls.connect(name, stream).await.map_err(|_| NoAnswer::Failed)?;
            exchange(stream, request).await
        };
        tokio::time::timeout(PATIENCE, asking).await.map_err(|_| NoAnswer::Failed)?
    }
}

async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    request: Request<Body>,
) -> Result<(Parts, Bytes), NoAnswer> {
    let shaken = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = shaken.map_err(|_| NoAnswer::Failed)?;
    let driving = tokio::spawn(connection);
    let answer = sender.send_request(request).await.map_err(|_| NoAnswer::Failed)?;
    let (parts, body) = answer.into_parts();
    let bytes = to_bytes(Body::new(body), LARGEST).await.map_err(|_| NoAnswer::Failed)?;
    driving.abort();
    Ok((parts, bytes))
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
}
