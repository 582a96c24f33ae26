//! The network in a browser: how we ask, what counts as an answer, and a stream that ends.

use js_sys::Function;
use model::sharing::courier::{Courier, Proves, Reply, Trouble, Wire};
use model::sharing::status::Reach;
use replica::keys::DeviceKeys;
use replica::sync::api::{Done, Listen, Ticket};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web::platform::http::{Fetch, Stream, origin};
use web::platform::{clock, random, sleep};

fn script(body: &str) -> JsValue {
    Function::new_no_args(body).call0(&JsValue::NULL).expect("the script runs")
}

/// Lets the next questions be answered by this expression; `asked` holds what was asked.
fn answer_with(response: &str) {
    script(&format!(
        "window.own ??= window.fetch; window.fetch = async (at, how) => {{ window.asked = {{ at, how }}; {response} }}"
    ));
}

fn asked(what: &str) -> Option<String> {
    script(&format!("return String({what})")).as_string()
}

#[wasm_bindgen_test]
async fn a_question_goes_to_our_own_address_without_cookies_and_follows_nobody() {
    answer_with(
        "return new Response(new Uint8Array([7]), { status: 409, headers: { 'content-type': 'application/cbor' } })",
    );
    let reply = Fetch.post("sync", Some(&[0xab; 32]), vec![1, 2]).await;
    script("window.fetch = window.own");
    assert_eq!(reply, Some(Reply { status: 409, is_cbor: true, body: vec![7] }));
    assert_eq!(asked("asked.at").as_deref(), Some("/api/v1/sync"));
    let how = ["method", "credentials", "redirect", "cache"];
    let how = how.map(|name| asked(&format!("asked.how.{name}")).unwrap_or_default());
    assert_eq!(how, ["POST", "omit", "error", "no-store"]);
    let bearer = asked("asked.how.headers.authorization").unwrap_or_default();
    assert_eq!(bearer, format!("Bearer {}", "ab".repeat(32)));
    assert_eq!(asked("asked.how.body").as_deref(), Some("1,2"));
}

#[wasm_bindgen_test]
async fn a_page_of_somebody_else_is_not_read() {
    answer_with(
        "return new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } })",
    );
    let reply = Fetch.post("challenge", None, vec![1]).await;
    answer_with("throw new TypeError('no network')");
    let nothing = Fetch.post("challenge", None, vec![1]).await;
    script("window.fetch = window.own");
    assert_eq!(reply, Some(Reply { status: 200, is_cbor: false, body: Vec::new() }));
    assert_eq!(nothing, None);
}

#[wasm_bindgen_test]
async fn where_only_files_are_served_there_is_no_server() {
    let keys = DeviceKeys::generate(&mut random::generator().expect("a random source"));
    let origin = origin().expect("an address");
    assert!(origin.contains("127.0.0.1:") && !origin.ends_with('/'), "{origin}");
    let courier = Courier::new(Fetch, origin, Proves::Device(keys));
    let now = u64::try_from(clock::now_ms()).expect("a clock");
    let listen = Listen { spaces: vec![] };
    let refused = courier.ask::<Ticket>("events/ticket", &listen, now).await;
    assert_eq!((refused, courier.reach()), (Err(Trouble::NoServer), Reach::NoServer));
    let again = courier.ask::<Done>("events/ticket", &Done {}, now).await;
    assert_eq!(again, Err(Trouble::NoServer));
}

#[wasm_bindgen_test]
async fn a_stream_that_is_refused_ends_once() {
    let ended = Rc::new(Cell::new(0));
    let count = ended.clone();
    let stream = Stream::open(
        &[1; 16],
        |_| panic!("nobody speaks"),
        move || {
            count.set(count.get() + 1);
        },
    );
    // Bounded by the test's own patience: every turn waits for the browser.
    for _ in 0..100 {
        if ended.get() > 0 {
            break;
        }
        sleep(20).await;
    }
    sleep(100).await;
    assert_eq!(ended.get(), 1);
    drop(stream);
}
