//! Questions to the address that served the app, and the stream that says that there is something new. What came back is
//! judged elsewhere: nothing here trusts an answer.

use super::js::{self, Listener};
use js_sys::Uint8Array;
use model::sharing::courier::{Reply, Wire};
use replica::id::hex;
use wasm_bindgen::JsValue;
use web_sys::EventSource;

const PREFIX: &str = "/api/v1/";
const CBOR: &str = "application/cbor";

/// How long an answer may take, in milliseconds: longer than the space waits for it, and for questions that wait for news
/// longer than the server lets them.
const PATIENCE: f64 = 20_000.0;
const PATIENCE_FOR_NEWS: f64 = 40_000.0;

/// The questions that the server may answer late.
const WAITING: [&str; 2] = ["events/wait", "invite/look"];

/// The address of the app: scheme and host, as a proof names it.
#[must_use]
pub fn origin() -> Option<String> {
    js::window()?.location().origin().ok()
}

/// The browser's own `fetch`, to our own address only.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fetch;

impl Wire for Fetch {
    async fn post(&self, route: &str, token: Option<&[u8; 32]>, body: Vec<u8>) -> Option<Reply> {
        let window: JsValue = js::window()?.into();
        let arguments = [format!("{PREFIX}{route}").into(), options(route, token, &body)];
        let response = js::settle(js::call(&window, "fetch", &arguments).ok()?).await.ok()?;
        let status = js::get(&response, "status")?.as_f64()? as u16;
        let headers = js::get(&response, "headers")?;
        let kind = js::call(&headers, "get", &["content-type".into()]).ok();
        let is_cbor = kind.and_then(|kind| kind.as_string()).is_some_and(|kind| kind == CBOR);
        // A page of somebody else is not read at all.
        let body = if is_cbor { read(&response).await? } else { Vec::new() };
        Some(Reply { status, is_cbor, body })
    }
}

async fn read(response: &JsValue) -> Option<Vec<u8>> {
    let buffer = js::settle(js::call(response, "arrayBuffer", &[]).ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Nothing is kept, no cookie goes along, and whoever sends us elsewhere is no server of ours.
fn options(route: &str, token: Option<&[u8; 32]>, body: &[u8]) -> JsValue {
    let mut headers = vec![("content-type", JsValue::from_str(CBOR))];
    if let Some(token) = token {
        headers.push(("authorization", format!("Bearer {}", hex(token)).into()));
    }
    let mut options = vec![
        ("method", JsValue::from_str("POST")),
        ("headers", js::object(&headers)),
        ("body", Uint8Array::from(body).into()),
        ("cache", "no-store".into()),
        ("credentials", "omit".into()),
        ("redirect", "error".into()),
        ("referrerPolicy", "no-referrer".into()),
    ];
    let patience = if WAITING.contains(&route) { PATIENCE_FOR_NEWS } else { PATIENCE };
    // Older browsers wait for as long as they wait.
    let limit = js::get(&js_sys::global(), "AbortSignal")
        .and_then(|signal| js::call(&signal, "timeout", &[patience.into()]).ok());
    options.extend(limit.map(|limit| ("signal", limit)));
    js::object(&options)
}

/// A stream that is open. Dropping it closes it.
#[must_use = "dropping it closes the stream"]
pub struct Stream {
    source: EventSource,
    _heard: [Listener; 2],
}

impl Stream {
    /// Opens the stream of a ticket. `poke` gets every message, `ended` is called once when it is over.
    #[must_use]
    pub fn open(
        ticket: &[u8; 16],
        poke: impl Fn(Vec<u8>) + 'static,
        ended: impl Fn() + 'static,
    ) -> Option<Self> {
        let address = format!("{PREFIX}events?ticket={}", hex(ticket));
        let source = EventSource::new(&address).ok()?;
        let on_poke = Listener::new(&source, "poke", move |event| {
            let data = js::text(&event, "data");
            if let Some(bytes) = data.and_then(|data| from_base64(&data)) {
                poke(bytes);
            }
        });
        let closing = source.clone();
        let on_end = Listener::new(&source, "error", move |_| {
            // It would come back by itself with a ticket that counts only once.
            closing.close();
            ended();
        });
        Some(Self { source, _heard: [on_poke, on_end] })
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.close();
    }
}

/// Every letter of what `atob` answers is one byte.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let letters = js::window()?.atob(text).ok()?;
    letters.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect()
}
