//! Asking a server: the router itself, or a program at an address. The same code for both.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use replica::id::hex;
use replica::sync::api::{Message, Problem};
use tokio::sync::Mutex;
use tower::ServiceExt;

type Sender = hyper::client::conn::http1::SendRequest<Body>;

/// A way to a server.
#[derive(Clone)]
pub(crate) enum Net {
    Router(Router),
    Address(SocketAddr, Arc<Mutex<Option<Sender>>>),
    /// A host in a simulated network that loses and delays. Every question has its own connection and so much patience.
    Simulated(&'static str, Duration),
}

/// What came back.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Reply {
    pub(crate) fn message<M: Message>(&self) -> M {
        assert_eq!(self.status, StatusCode::OK, "{:?}", self.problem());
        M::decode(&self.body).unwrap()
    }

    pub(crate) fn problem(&self) -> Option<Problem> {
        Problem::decode(&self.body).ok()
    }

    pub(crate) fn refusal(&self) -> Option<replica::sync::Refusal> {
        self.problem().map(|problem| problem.refusal())
    }
}

impl Net {
    pub(crate) fn at(address: SocketAddr) -> Self {
        Self::Address(address, Arc::default())
    }

    /// Asks as the app does.
    pub(crate) async fn post(
        &self,
        route: &str,
        token: Option<&[u8; 32]>,
        body: Vec<u8>,
    ) -> Option<Reply> {
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(format!("/api/v1/{route}"))
            .header("host", "localhost")
            .header("content-type", "application/cbor")
            .header("sec-fetch-site", "same-origin");
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {}", hex(token)));
        }
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Asks anything; `None` when the connection breaks.
    pub(crate) async fn send(&self, request: Request<Body>) -> Option<Reply> {
        let (head, body) = match self {
            Self::Simulated(host, patience) => {
                let asking = Self::simulated(host, request);
                return tokio::time::timeout(*patience, asking).await.ok()?;
            }
            Self::Router(router) => router.clone().oneshot(request).await.unwrap().into_parts(),
            Self::Address(address, sender) => {
                let mut sender = sender.lock().await;
                if sender.as_ref().is_none_or(Sender::is_closed) {
                    *sender = Some(connect(*address).await?);
                }
                let answer = sender.as_mut()?.send_request(request).await;
                let (head, body) = answer.ok()?.into_parts();
                (head, Body::new(body))
            }
        };
        Self::reply(head, body).await
    }

    async fn simulated(host: &str, request: Request<Body>) -> Option<Reply> {
        let stream = turmoil::net::TcpStream::connect((host, 80)).await.ok()?;
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.ok()?;
        tokio::spawn(connection);
        let (head, body) = sender.send_request(request).await.ok()?.into_parts();
        Self::reply(head, Body::new(body)).await
    }

    async fn reply(head: axum::http::response::Parts, body: Body) -> Option<Reply> {
        let body = to_bytes(body, 4 << 20).await.ok()?;
        Some(Reply { status: head.status, headers: head.headers, body })
    }
}

async fn connect(address: SocketAddr) -> Option<Sender> {
    let stream = tokio::net::TcpStream::connect(address).await.ok()?;
    let (sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.ok()?;
    tokio::spawn(connection);
    Some(sender)
}
