//! Serves the built client. Later also the mailbox of opaque envelopes; it will never read what is inside one.
//! `app` is all of it as a value, so that tests call it without a network.

mod assets;
mod headers;

pub use assets::{Assets, LoadError};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use std::sync::Arc;

/// Nothing that is accepted today has a body; the mailbox will set its own limit per route.
const BODY_LIMIT: usize = 64 * 1024;

/// The whole server: the client's files, a sign of life, and the reserved place of the mailbox.
pub fn app(assets: Assets) -> Router {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/api", any(no_such_interface))
        .route("/api/", any(no_such_interface))
        .route("/api/{*rest}", any(no_such_interface))
        .fallback(file)
        .with_state(Arc::new(assets))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::map_response(headers::secure))
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
