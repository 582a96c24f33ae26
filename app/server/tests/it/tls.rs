//! TLS with a certificate from files.

use std::net::TcpListener;
use std::sync::Arc;

use crate::support::Folder;
use axum::Router;
use axum::routing::get;
use server::listen::{Hold, Tls, listen};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};

#[tokio::test]
async fn with_a_certificate_only_tls_is_spoken() {
    let folder = Folder::new();
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (certificate, key) = (folder.file("a.pem"), folder.file("key.pem"));
    std::fs::write(&certificate, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let (address, hold) = (listener.local_addr().unwrap(), Hold::new());
    let app = Router::new().route("/healthz", get(|| async { "ok" }));
    let (files, held) = (Some(Tls::Files(certificate, key)), hold.clone());
    tokio::spawn(async move { listen(listener, files, app, held).await.map_err(|_| ()) });
    hold.listening().await.unwrap();
    let ask = b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    let mut roots = RootCertStore::empty();
    roots.add(made.cert.der().clone()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let plain = tokio::net::TcpStream::connect(address).await.unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    let mut stream = TlsConnector::from(Arc::new(config)).connect(name, plain).await.unwrap();
    stream.write_all(ask).await.unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    assert!(answer.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&answer));
    let mut plain = tokio::net::TcpStream::connect(address).await.unwrap();
    plain.write_all(ask).await.unwrap();
    let mut answer = Vec::new();
    let _ = plain.read_to_end(&mut answer).await;
    assert!(!answer.starts_with(b"HTTP/1.1 200"), "plain http is not answered");
}

#[tokio::test]
async fn a_certificate_that_cannot_be_read_is_said_in_words() {
    let folder = Folder::new();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let files = Some(Tls::Files(folder.file("a.pem"), folder.file("key.pem")));
    let said = listen(listener, files, Router::new(), Hold::new()).await.err().unwrap();
    assert!(said.to_string().contains("Het certificaat"), "{said}");
}
