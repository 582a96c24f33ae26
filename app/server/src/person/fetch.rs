//! What is asked of a provider: JSON at an address, and an answer to a form.

use axum::body::Body;
use axum::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use axum::http::request::Builder;
use axum::http::{Method, Request, StatusCode, Uri};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::Unknown;
use crate::outward::Outward;

const FAILED: Unknown = Unknown::Provider("no good answer");

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

pub(super) struct Fetch(Outward);

impl Fetch {
    pub(super) fn new() -> Self {
        Self(Outward::new())
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

    async fn ask(&self, address: &str, request: Builder, body: String) -> Result<Value, Unknown> {
        let uri: Uri = address.parse().map_err(|_| FAILED)?;
        let request = request.header(ACCEPT, "application/json").body(Body::from(body));
        let asked = self.0.ask(&uri, request.map_err(|_| FAILED)?).await;
        let (parts, bytes) = asked.map_err(|_| FAILED)?;
        match parts.status {
            StatusCode::OK => serde_json::from_slice(&bytes).map_err(|_| FAILED),
            // A code that is not good, said by the provider.
            status if status.is_client_error() => Err(Unknown::NotProved),
            _ => Err(FAILED),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_says_every_character_as_it_must() {
        assert_eq!(form(&[("a", "x y&z=ë"), ("b", "-._~")]), "a=x%20y%26z%3D%C3%AB&b=-._~");
    }
}
