//! Serves the built client, and is the mailbox of opaque envelopes; it never reads what is inside one.
//! `app` is all of it as a value, so that tests call it without a network.

mod assets;
mod figures;
mod headers;
mod outward;

pub mod acme;
pub mod api;
pub mod datamap;
pub mod listen;
pub mod person;
pub mod store;

pub use assets::{Assets, LoadError};
pub use outward::is_safe;

use self::api::Desk;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use std::sync::Arc;

/// Nothing outside the mailbox has a body; the mailbox sets its own limit per route.
const BODY_LIMIT: usize = 64 * 1024;

/// The whole server: the client's files, signs of life, and the mailbox. Without a desk it only serves the files.
pub fn app(assets: Assets, desk: Option<Arc<Desk>>) -> Router {
    let ready = desk.clone();
    let mut router = Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(move || is_ready(ready)))
        .route("/api", any(no_such_interface))
        .route("/api/", any(no_such_interface))
        .route("/api/{*rest}", any(no_such_interface))
        .fallback(file)
        .with_state(Arc::new(assets));
    if let Some(desk) = desk {
        router = router.merge(api::router(desk));
    }
    router.layer(DefaultBodyLimit::max(BODY_LIMIT)).layer(middleware::map_response(headers::secure))
}

/// Whether the database answers.
async fn is_ready(desk: Option<Arc<Desk>>) -> Response {
    let ready = match desk {
        Some(desk) => desk.store().alive().await.is_ok(),
        None => true,
    };
    if ready {
        "ready\n".into_response()
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
    }
}

/// Machines get an answer that a page of a captive portal cannot be taken for.
async fn no_such_interface() -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (StatusCode::NOT_FOUND, headers, "{\"error\":\"not-found\"}\n").into_response()
}

/// A file by its exact name from the list that was read at the start; every other address without an extension is a page of the app.
async fn file(
    State(assets): State<Arc<Assets>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    assets.answer(uri.path(), &headers)
}
