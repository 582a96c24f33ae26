//! Reading aloud by a voice of the device itself, and only when it truly speaks Dutch: a voice from elsewhere would send the
//! words away, and one of another language is no help. Nothing is ever said unasked.

use super::js::{self, Listener};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

fn speech() -> Option<JsValue> {
    js::get(&js::window()?.into(), "speechSynthesis")
}

/// The voice, if the device has one of its own for Dutch. Some browsers spell the language with an underscore.
fn voice() -> Option<JsValue> {
    let all = js::call(&speech()?, "getVoices", &[]).ok()?;
    let all: Array = all.dyn_into().ok()?;
    all.iter().find(|voice| {
        let lang = js::text(voice, "lang").unwrap_or_default().to_lowercase();
        let dutch = lang == "nl" || lang.starts_with("nl-") || lang.starts_with("nl_");
        dutch && js::get(voice, "localService").and_then(|local| local.as_bool()) == Some(true)
    })
}

/// Whether the device can read Dutch aloud by itself.
#[must_use]
pub fn can_read() -> bool {
    voice().is_some()
}

/// Calls `changed` whenever the list of voices changes: browsers find them late. Dropping the listener ends it.
pub fn on_voices(changed: impl Fn() + 'static) -> Option<Listener> {
    let target: EventTarget = speech()?.dyn_into().ok()?;
    Some(Listener::new(&target, "voiceschanged", move |_| changed()))
}

/// A little slower than people talk, for who listens to a machine.
const USUAL: f64 = 0.9;

/// Reads a sentence, at this part of the usual rate; `over` hears the end, also when it cannot be read.
pub fn read(sentence: &str, rate: f64, over: impl Fn() + Clone + 'static) {
    stop();
    let (Some(speech), Some(voice)) = (speech(), voice()) else { return over() };
    let Some(words) = utterance(sentence, &voice, USUAL * rate) else { return over() };
    hear(&words, "onerror", over.clone());
    hear(&words, "onend", over);
    let _ = js::call(&speech, "speak", &[words]);
}

/// Silence.
pub fn stop() {
    if let Some(speech) = speech() {
        let _ = js::call(&speech, "cancel", &[]);
    }
}

fn utterance(sentence: &str, voice: &JsValue, rate: f64) -> Option<JsValue> {
    let maker = js::get(&js::window()?.into(), "SpeechSynthesisUtterance")?;
    let maker: Function = maker.dyn_into().ok()?;
    let made = Reflect::construct(&maker, &Array::of1(&JsValue::from_str(sentence))).ok()?;
    js::set(&made, "voice", voice);
    js::set(&made, "lang", &JsValue::from_str("nl-NL"));
    js::set(&made, "rate", &JsValue::from_f64(rate));
    Some(made)
}

/// Told once; the browser keeps the handler as long as it keeps the words.
fn hear(words: &JsValue, event: &str, then: impl FnOnce() + 'static) {
    js::set(words, event, &Closure::once_into_js(then));
}
