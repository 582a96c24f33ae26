//! What goes back: a message, a stream, or a refusal with its status and its sentence.

use axum::body::Body;
use axum::http::header::{ALLOW, CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use replica::sync::Refusal;
use replica::sync::api::{Message, Problem};

/// What all bodies are.
pub(super) const CBOR: &str = "application/cbor";

/// An answer that is not a refusal.
pub(super) enum Answer {
    Message(Vec<u8>),
    /// A sync message that says no: its bytes, the status that says the same, and when to try again.
    Refused(Vec<u8>, Refusal, u64),
    Stream(Response),
}

impl Answer {
    pub(super) fn of(message: &impl Message) -> Self {
        Self::Message(message.encode())
    }

    pub(super) fn into_response(self) -> Response {
        match self {
            Self::Message(bytes) => cbor(StatusCode::OK, bytes),
            Self::Refused(bytes, refusal, retry_after) => {
                wait(cbor(status(refusal), bytes), retry_after)
            }
            Self::Stream(response) => response,
        }
    }
}

/// A refusal on its way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct No {
    pub(super) refusal: Refusal,
    /// In milliseconds; 0 is as you see fit.
    pub(super) retry_after: u64,
    status: StatusCode,
    allow: Option<&'static str>,
}

impl From<Refusal> for No {
    fn from(refusal: Refusal) -> Self {
        let retry_after = if refusal == Refusal::Busy { 2_000 } else { 0 };
        Self { refusal, retry_after, status: status(refusal), allow: None }
    }
}

impl From<crate::store::Failed> for No {
    fn from(failed: crate::store::Failed) -> Self {
        Refusal::from(failed).into()
    }
}

impl No {
    pub(super) fn too_often(retry_after: u64) -> Self {
        Self { retry_after, ..Refusal::TooOften.into() }
    }

    pub(super) fn method(allow: &'static str) -> Self {
        let status = StatusCode::METHOD_NOT_ALLOWED;
        Self { status, allow: Some(allow), ..Refusal::NotFromHere.into() }
    }

    pub(super) fn address() -> Self {
        Self { status: StatusCode::NOT_FOUND, ..Refusal::NotFromHere.into() }
    }

    pub(super) fn kind() -> Self {
        Self { status: StatusCode::UNSUPPORTED_MEDIA_TYPE, ..Refusal::NotFromHere.into() }
    }
}

pub(super) fn problem(no: No) -> Response {
    let mut response = cbor(no.status, Problem::new(no.refusal, no.retry_after).encode());
    if let Some(allow) = no.allow {
        response.headers_mut().insert(ALLOW, HeaderValue::from_static(allow));
    }
    wait(response, no.retry_after)
}

fn cbor(status: StatusCode, bytes: Vec<u8>) -> Response {
    let kind: [(HeaderName, &str); 1] = [(CONTENT_TYPE, CBOR)];
    (status, kind, Body::from(bytes)).into_response()
}

fn wait(mut response: Response, retry_after: u64) -> Response {
    if retry_after > 0 {
        response.headers_mut().insert(RETRY_AFTER, retry_after.div_ceil(1_000).into());
    }
    response
}

/// The status that says the same as a refusal.
pub(super) const fn status(refusal: Refusal) -> StatusCode {
    match refusal {
        Refusal::NotFound | Refusal::NotOpen => StatusCode::NOT_FOUND,
        Refusal::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Refusal::Damaged | Refusal::Newer | Refusal::Unknown(_) => StatusCode::BAD_REQUEST,
        Refusal::NotSigned | Refusal::NoSession => StatusCode::UNAUTHORIZED,
        Refusal::Fork | Refusal::Gap | Refusal::Used => StatusCode::CONFLICT,
        Refusal::NotAllowed | Refusal::NotFromHere | Refusal::OtherServer => StatusCode::FORBIDDEN,
        Refusal::Full => StatusCode::INSUFFICIENT_STORAGE,
        Refusal::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::TooOften => StatusCode::TOO_MANY_REQUESTS,
        Refusal::Erased => StatusCode::GONE,
    }
}
