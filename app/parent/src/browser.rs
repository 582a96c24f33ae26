//! The only door to the browser: `public/ouder/platform.js` and `public/recorder.js` do the few things that this program needs, by name.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng;
use chrono::NaiveDate;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use leptos::prelude::{Callable, Callback, RwSignal, Set, Track, Update};
use model::ouder::Language;
use parent::Voice;
use parent::sound::{Heard, Limit, Sound, Tape};
use std::sync::Arc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

fn call(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    call_of("ouder", name, arguments)
}

fn call_of(script: &str, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let script = Reflect::get(&js_sys::global(), &script.into()).ok().filter(JsValue::is_object)?;
    let function: Function = Reflect::get(&script, &name.into()).ok()?.dyn_into().ok()?;
    function.apply(&script, &arguments.iter().collect::<Array>()).ok()
}

async fn ask(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let promise: Promise = call(name, arguments)?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

/// What stands behind the `#`.
pub(crate) fn fragment() -> String {
    call("fragment", &[]).and_then(|text| text.as_string()).unwrap_or_default()
}

/// The language of the phone, `nl-NL`.
pub(crate) fn language() -> String {
    call("language", &[]).and_then(|text| text.as_string()).unwrap_or_default()
}

/// A generator with a fresh seed from the browser's secure source.
pub(crate) fn generator() -> Option<ChaCha20Rng> {
    let seed = bytes(&call("random", &[32.into()])?)?;
    Some(ChaCha20Rng::from_seed(seed.try_into().ok()?))
}

/// Local day and time, `14:05`.
pub(crate) fn now() -> (NaiveDate, String) {
    let date = js_sys::Date::new_0();
    let year = i32::try_from(date.get_full_year()).unwrap_or(1970);
    let day = NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date());
    (day.unwrap_or_default(), format!("{:02}:{:02}", date.get_hours(), date.get_minutes()))
}

/// Keeps a row; true once it is on the disk.
pub(crate) async fn keep(key: &str, what: &[u8]) -> bool {
    ask("keep", &[key.into(), Uint8Array::from(what).into()]).await.is_some()
}

/// The row that was kept, nothing where there is none; and nothing at all when it cannot be read now.
pub(crate) async fn kept(key: &str) -> Option<Option<Vec<u8>>> {
    ask("kept", &[key.into()]).await.map(|row| bytes(&row))
}

/// Every row whose name begins so goes; true once they are gone.
pub(crate) async fn forget(start: &str) -> bool {
    ask("forget", &[start.into()]).await.is_some()
}

/// What came back: the answer, a no of the server, or nothing at all.
pub(crate) enum Reply {
    Here(Vec<u8>),
    Refused,
    Nothing,
}

/// Asks our own server.
pub(crate) async fn post(route: &str, body: &[u8]) -> Reply {
    match ask("post", &[route.into(), Uint8Array::from(body).into()]).await {
        Some(answer) => bytes(&answer).map_or(Reply::Refused, Reply::Here),
        None => Reply::Nothing,
    }
}

/// Asks the browser not to clear this away by itself.
pub(crate) fn persist() {
    call("persist", &[]);
}

/// Calls `then` when the network comes back, when somebody looks at the page again, and now and then.
pub(crate) fn on_network(then: impl Fn() + 'static) {
    let then = Closure::<dyn Fn()>::new(then);
    call("on_network", &[then.into_js_value()]);
}

/// This window takes the letter; `lost` is called when another one does.
pub(crate) async fn own(name: &str, lost: impl Fn() + 'static) {
    let lost = Closure::<dyn Fn()>::new(lost);
    ask("own", &[name.into(), lost.into_js_value()]).await;
}

/// Another page of the letter came; whether one can go back from it.
pub(crate) fn turned(has_back: bool) {
    call("turned", &[has_back.into()]);
}

/// Calls `then` when the browser's own button goes back a page of the letter.
pub(crate) fn on_back(then: impl Fn() + 'static) {
    let then = Closure::<dyn Fn()>::new(then);
    call("on_back", &[then.into_js_value()]);
}

/// The first screen made way.
pub(crate) fn ready() {
    call("ready", &[]);
}

pub(crate) fn reload() {
    call("reload", &[]);
}

pub(crate) fn print() {
    call("print", &[]);
}

pub(crate) fn save(text: &str) {
    call("save", &[text.into(), "text/plain;charset=utf-8".into(), "thuisnabij-kopie.txt".into()]);
}

/// Saves a recording; its name ends as its kind does.
pub(crate) fn save_sound(sound: &Sound) {
    let ending = sound.media.rsplit('/').next().unwrap_or_default();
    let name = format!("thuisnabij-opname.{ending}");
    let bytes = Uint8Array::from(sound.bytes.as_slice());
    call("save", &[bytes.into(), sound.media.as_str().into(), name.as_str().into()]);
}

/// The microphone and the loudspeaker: `public/recorder.js`.
pub(crate) fn tape() -> Tape {
    Tape {
        can: record("can", &[]).and_then(|can| can.as_bool()).unwrap_or(false),
        begin: Callback::new(|(limit, heard): (Limit, Callback<Heard>)| {
            let told = told(move |what, seconds, sound| heard.run(Heard::of(what, seconds, sound)));
            record("begin", &[limit.seconds.into(), limit.bytes.into(), told]);
        }),
        pause: Callback::new(|on: bool| drop(record("pause", &[on.into()]))),
        stop: Callback::new(|()| drop(record("stop", &[]))),
        drop: Callback::new(|()| drop(record("drop", &[]))),
        play: Callback::new(|(sound, over): (Sound, Callback<bool>)| {
            let bytes = Uint8Array::from(sound.bytes.as_slice());
            let told = told(move |what, _, _| over.run(what == "ended"));
            record("play", &[bytes.into(), sound.media.into(), told]);
        }),
        hush: Callback::new(|()| drop(record("hush", &[]))),
    }
}

fn record(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    call_of("recorder", name, arguments)
}

/// What the script calls; it lives as long as the script keeps it.
fn told(then: impl Fn(&str, u32, Option<Sound>) + 'static) -> JsValue {
    let then = move |what: String, seconds: u32, bytes: JsValue, media: JsValue| {
        let (bytes, media) = (self::bytes(&bytes), media.as_string());
        let sound = bytes.zip(media);
        let sound = sound.map(|(bytes, media)| Sound {
            bytes: Arc::new(bytes),
            media,
            seconds,
            cut: false,
        });
        then(&what, seconds, sound);
    };
    Closure::<dyn Fn(String, u32, JsValue, JsValue)>::new(then).into_js_value()
}

/// Whether a voice of the device itself speaks this language.
fn has_voice(language: &str) -> bool {
    call("has_voice", &[language.into()]).and_then(|yes| yes.as_bool()).unwrap_or(false)
}

/// Whether sentences of this language were recorded.
fn has_recordings(language: &str) -> bool {
    call("has_recordings", &[language.into()]).and_then(|yes| yes.as_bool()).unwrap_or(false)
}

/// Calls `then` when the device has found its voices, and when reading aloud is somewhere else.
fn on_voices(then: impl Fn() + 'static) {
    let then = Closure::<dyn Fn()>::new(then);
    call("on_voices", &[then.into_js_value()]);
}

/// Whether the page is being read aloud, and not while that stands still; nothing when it is not.
fn reads() -> Option<bool> {
    call("reads", &[]).and_then(|reads| reads.as_bool())
}

/// One of the buttons of reading aloud: `read`, `again`, `slower`, `hush`.
fn aloud(button: &str, with: JsValue) {
    call(button, &[with]);
}

/// The voices of the device are found some time after the start.
pub(crate) fn voice() -> Voice {
    let (found, at) = (RwSignal::new(0_u32), RwSignal::new(None));
    on_voices(move || {
        found.update(|times| *times += 1);
        at.set(reads());
    });
    let speaks = move |language: Language| {
        found.track();
        has_voice(language.code())
    };
    let button = |name: &'static str| {
        Callback::new(move |language: Language| aloud(name, language.code().into()))
    };
    Voice {
        speaks: Callback::new(speaks),
        recorded: Callback::new(|language: Language| has_recordings(language.code())),
        own: Callback::new(|may: bool| aloud("own_voice", may.into())),
        at: at.into(),
        read: button("read"),
        again: button("again"),
        slower: Callback::new(|on: bool| aloud("slower", on.into())),
        hush: Callback::new(|()| aloud("hush", JsValue::NULL)),
    }
}
