//! Connections: plain or with TLS, each with its limits of time and memory. Knows nothing of routes.

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::time::Duration;

use axum::Router;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use hyper_util::rt::TokioTimer;

use crate::acme::Acme;

/// How long the head of a question may take to arrive; also how long a silent connection stays.
const HEAD: Duration = Duration::from_secs(30);

/// The largest buffer of one connection, in bytes.
const BUFFER: usize = 64 * 1024;

/// Where the certificate comes from.
pub enum Tls {
    /// A certificate and its key in PEM, read again every hour.
    Files(PathBuf, PathBuf),
    /// Asked for.
    Acme(Acme),
}

/// A handle on what listens at an IP address.
pub type Hold = Handle<SocketAddr>;

/// Answers until the handle says stop.
///
/// # Errors
/// When the certificate cannot be used or the listener breaks.
pub async fn listen(
    listener: TcpListener,
    tls: Option<Tls>,
    app: Router,
    hold: Hold,
) -> Result<(), Box<dyn std::error::Error>> {
    let app = app.into_make_service_with_connect_info::<SocketAddr>();
    // The two servers have different types and the same settings.
    macro_rules! serve {
        ($server:expr) => {{
            let mut server = $server.handle(hold);
            let http = server.http_builder();
            http.http1().timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(BUFFER);
            server.serve(app).await?;
        }};
    }
    match tls {
        None => serve!(axum_server::from_tcp(listener)?),
        Some(Tls::Acme(acme)) => {
            let config = RustlsConfig::from_config(acme.config());
            let fresh = tokio::spawn(async move { acme.keep_fresh().await });
            serve!(axum_server::from_tcp_rustls(listener, config)?);
            fresh.abort();
        }
        Some(Tls::Files(certificate, key)) => {
            let config = certificates(&certificate, &key).await?;
            renew(config.clone(), certificate, key);
            serve!(axum_server::from_tcp_rustls(listener, config)?);
        }
    }
    Ok(())
}

async fn certificates(
    certificate: &PathBuf,
    key: &PathBuf,
) -> Result<RustlsConfig, Box<dyn std::error::Error>> {
    // Only the first of several counts.
    let _ = rustls::crypto::ring::default_provider().install_default();
    RustlsConfig::from_pem_file(certificate, key).await.map_err(|error| {
        let (certificate, key) = (certificate.display(), key.display());
        format!(
            "Het certificaat {certificate} met sleutel {key} kan niet worden gebruikt ({error})."
        )
        .into()
    })
}

/// Reads the certificate again every hour, for who lets another program renew it.
fn renew(config: RustlsConfig, certificate: PathBuf, key: PathBuf) {
    tokio::spawn(async move {
        let mut hours = tokio::time::interval(Duration::from_secs(3600));
        hours.tick().await;
        loop {
            hours.tick().await;
            if let Err(error) = config.reload_from_pem_file(&certificate, &key).await {
                tracing::warn!(problem = %error, "the certificate cannot be read again");
            }
        }
    });
}
