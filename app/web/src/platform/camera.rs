//! The camera, to read QR codes: asked for at the moment that somebody wants it, let go as soon as they stop. Pictures go
//! to a worker and nowhere else; nothing is kept of them.

use std::cell::Cell;
use std::rc::Rc;

use super::js::{self, Listener};
use super::{Every, every, spawn};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, Worker, WorkerOptions, WorkerType};

/// How long between two pictures, in milliseconds; a picture waits for the worker in any case.
const BETWEEN: i32 = 60;

/// Why the camera does not help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraError {
    /// There is none.
    Missing,
    /// The person or the organisation said no.
    Refused,
    /// Another program has it.
    InUse,
    /// This browser gives no camera to this address.
    Impossible,
    /// It was unplugged, or taken away by the system.
    Stopped,
    /// The program that reads codes does not start.
    NoReader,
}

/// A camera at work. Dropping it switches it off.
#[must_use = "dropping it switches the camera off"]
pub struct Camera {
    stream: JsValue,
    video: HtmlElement,
    worker: Worker,
    _heard: Vec<Listener>,
    _pictures: Every,
}

/// Asks for the camera and shows it inside the element that fits the CSS selector `place`. `seen` gets every text that is
/// read, once in a row, and what went wrong afterwards. Call it from a tap.
///
/// # Errors
/// Why there is no picture. Nothing stays on then.
pub async fn watch(
    place: &str,
    seen: impl Fn(Result<String, CameraError>) + 'static,
) -> Result<Camera, CameraError> {
    let stream = Switched(ask().await?);
    let seen: Rc<dyn Fn(Result<String, CameraError>)> = Rc::new(seen);
    let worker = worker().ok_or(CameraError::NoReader)?;
    let video = show(place, &stream.0).ok_or(CameraError::Impossible)?;
    let idle = Rc::new(Cell::new(true));
    let heard = listen(&worker, &stream.0, &idle, &seen);
    let pictures = {
        let (video, worker) = (video.clone(), worker.clone());
        every(BETWEEN, move || send(&video, &worker, &idle))
    };
    let stream = stream.keep();
    Ok(Camera { stream, video, worker, _heard: heard, _pictures: pictures })
}

impl Drop for Camera {
    fn drop(&mut self) {
        switch_off(&self.stream);
        self.worker.terminate();
        self.video.remove();
    }
}

/// A stream that is switched off unless it is kept.
struct Switched(JsValue);

impl Switched {
    fn keep(mut self) -> JsValue {
        std::mem::replace(&mut self.0, JsValue::NULL)
    }
}

impl Drop for Switched {
    fn drop(&mut self) {
        switch_off(&self.0);
    }
}

async fn ask() -> Result<JsValue, CameraError> {
    let devices = js::of_navigator("mediaDevices").ok_or(CameraError::Impossible)?;
    let ideal = |value: JsValue| js::object(&[("ideal", value)]);
    let video = js::object(&[
        ("facingMode", ideal("environment".into())),
        ("width", ideal(1280.into())),
        ("height", ideal(720.into())),
    ]);
    let wanted = js::object(&[("audio", false.into()), ("video", video)]);
    let asked = js::call(&devices, "getUserMedia", &[wanted]);
    let asked = asked.map_err(|_| CameraError::Impossible)?;
    js::settle(asked).await.map_err(|error| reason(&js::error_name(&error)))
}

/// What the browser's name for an error means to a person.
fn reason(name: &str) -> CameraError {
    match name {
        "NotFoundError" | "OverconstrainedError" => CameraError::Missing,
        "NotAllowedError" => CameraError::Refused,
        "NotReadableError" | "AbortError" => CameraError::InUse,
        _ => CameraError::Impossible,
    }
}

/// The worker, at the address that the build wrote into the page.
fn worker() -> Option<Worker> {
    let meta = js::document()?.query_selector("meta[name=thuisnabij-scan]").ok()??;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&meta.get_attribute("content")?, &options).ok()
}

fn show(place: &str, stream: &JsValue) -> Option<HtmlElement> {
    let document = js::document()?;
    let place = document.query_selector(place).ok()??;
    let video: HtmlElement = document.create_element("video").ok()?.dyn_into().ok()?;
    for (name, value) in [("playsinline", ""), ("aria-hidden", "true"), ("class", "scan__video")] {
        video.set_attribute(name, value).ok()?;
    }
    js::set(&video, "muted", &true.into());
    js::set(&video, "srcObject", stream);
    place.append_child(&video).ok()?;
    if let Ok(playing) = js::call(&video, "play", &[]) {
        spawn(async move {
            let _ = js::settle(playing).await;
        });
    }
    Some(video)
}

fn listen(
    worker: &Worker,
    stream: &JsValue,
    idle: &Rc<Cell<bool>>,
    seen: &Rc<dyn Fn(Result<String, CameraError>)>,
) -> Vec<Listener> {
    let (told, ready, mut last) = (seen.clone(), idle.clone(), String::new());
    let mut heard = vec![Listener::new(worker, "message", move |event| {
        ready.set(true);
        let Some(data) = js::get(&event, "data") else { return };
        if js::get(&data, "failed").is_some() {
            return told(Err(CameraError::NoReader));
        }
        let texts = js::get(&data, "texts").and_then(|texts| texts.dyn_into::<Array>().ok());
        for text in texts.iter().flat_map(Array::iter).filter_map(|text| text.as_string()) {
            if text != last {
                last.clone_from(&text);
                told(Ok(text));
            }
        }
    })];
    let told = seen.clone();
    heard.push(Listener::new(worker, "error", move |_| told(Err(CameraError::NoReader))));
    for track in tracks(stream) {
        let told = seen.clone();
        heard.push(Listener::new(&track, "ended", move |_| told(Err(CameraError::Stopped))));
    }
    heard
}

/// Sends the picture of now to the worker, unless it is still busy.
fn send(video: &HtmlElement, worker: &Worker, idle: &Rc<Cell<bool>>) {
    const HAS_PICTURE: f64 = 2.0;
    let state = js::get(video, "readyState").and_then(|state| state.as_f64());
    if !idle.get() || state.is_none_or(|state| state < HAS_PICTURE) {
        return;
    }
    let Some(window) = js::window() else { return };
    let Ok(taking) = js::call(&window, "createImageBitmap", &[video.into()]) else { return };
    idle.set(false);
    let (worker, idle) = (worker.clone(), idle.clone());
    spawn(async move {
        let Ok(picture) = js::settle(taking).await else { return idle.set(true) };
        let message = js::object(&[("picture", picture.clone())]);
        if worker.post_message_with_transfer(&message, &Array::of1(&picture)).is_err() {
            idle.set(true);
        }
    });
}

fn tracks(stream: &JsValue) -> Vec<web_sys::EventTarget> {
    let tracks = js::call(stream, "getTracks", &[]).unwrap_or(JsValue::NULL);
    let tracks = tracks.dyn_into::<Array>().unwrap_or_default();
    tracks.iter().filter_map(|track| track.dyn_into().ok()).collect()
}

fn switch_off(stream: &JsValue) {
    for track in tracks(stream) {
        let _ = js::call(&track, "stop", &[]);
    }
}
