//! The microphone and the loudspeaker, by way of `public/recorder.js`, which a parent's page uses as well. The microphone is asked for when
//! somebody begins, and never before.

use super::js;
use js_sys::Uint8Array;
use leptos::prelude::{Callable, Callback};
use parent::sound::{Heard, Sound, Tape};
use std::sync::Arc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

fn call(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let recorder = js::get(&js::window()?.into(), "recorder")?;
    js::call(&recorder, name, arguments).ok()
}

/// The tape of this browser.
#[must_use]
pub fn tape() -> Tape {
    Tape {
        can: call("can", &[]).and_then(|can| can.as_bool()).unwrap_or(false),
        begin: Callback::new(|(limit, heard): (parent::sound::Limit, Callback<Heard>)| {
            let told = told(move |what, seconds, sound| heard.run(Heard::of(what, seconds, sound)));
            call("begin", &[limit.seconds.into(), limit.bytes.into(), told]);
        }),
        pause: Callback::new(|on: bool| drop(call("pause", &[on.into()]))),
        stop: Callback::new(|()| drop(call("stop", &[]))),
        drop: Callback::new(|()| drop(call("drop", &[]))),
        play: Callback::new(|(sound, over): (Sound, Callback<bool>)| play(sound, 1.0, over)),
        hush: Callback::new(|()| drop(call("hush", &[]))),
    }
}

/// Plays at this rate, 1 as it was said; `over` hears the end, and whether it could be played.
pub fn play(sound: Sound, rate: f64, over: Callback<bool>) {
    let bytes = Uint8Array::from(sound.bytes.as_slice());
    let told = told(move |what, _, _| over.run(what == "ended"));
    call("play", &[bytes.into(), sound.media.into(), told, rate.into()]);
}

/// What the script calls; it lives as long as the script keeps it.
fn told(then: impl Fn(&str, u32, Option<Sound>) + 'static) -> JsValue {
    let then = move |what: String, seconds: u32, bytes: JsValue, media: JsValue| {
        let bytes = bytes.dyn_into::<Uint8Array>().ok();
        let sound = bytes.zip(media.as_string()).map(|(bytes, media)| Sound {
            bytes: Arc::new(bytes.to_vec()),
            media,
            seconds,
            cut: false,
        });
        then(&what, seconds, sound);
    };
    Closure::<dyn Fn(String, u32, JsValue, JsValue)>::new(then).into_js_value()
}
