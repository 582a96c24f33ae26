//! Reading QR codes with the camera: off until somebody switches it on, off again when they leave. The children
//! are the other way (choosing a file) and always stand there.

use leptos::prelude::*;

use crate::components::alert::{Alert, Tone};
use crate::components::unique::unique;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::camera::{self, Camera, CameraError};
use crate::platform::spawn;
use crate::texts::qr;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Off,
    Asking,
    Looking,
    Wrong(CameraError),
}

/// `on_text` gets every text that is read, once in a row; whoever uses it says what it means.
#[component]
pub fn QrScanner(#[prop(into)] on_text: Callback<String>, children: Children) -> impl IntoView {
    let place = unique("camera");
    let stage = RwSignal::new(Stage::Off);
    let camera = StoredValue::new_local(None::<Camera>);
    on_cleanup(move || camera.set_value(None));
    let selector = format!("#{place}");
    let switch_on = move || {
        stage.set(Stage::Asking);
        let selector = selector.clone();
        spawn(async move { switch_on(&selector, stage, camera, on_text).await });
    };
    let switch_off = move || {
        camera.set_value(None);
        stage.set(Stage::Off);
    };
    let lang = use_lang();
    let is_on = move || stage.get() == Stage::Looking;
    let word = move || if is_on() { qr::CAMERA_OFF } else { qr::CAMERA_ON }.get(lang.get());
    view! {
        <div class="scan">
            <div class="scan__picture" id=place hidden=move || !is_on()></div>
            <p role="status">{move || said(stage.get()).map(|text| text.get(lang.get()))}</p>
            {move || problem(stage.get())}
            <button
                type="button"
                class="nl-button nl-button--primary"
                disabled=move || stage.get() == Stage::Asking
                on:click=move |_| if is_on() { switch_off() } else { switch_on() }
            >
                {word}
            </button>
            {children()}
        </div>
    }
}

async fn switch_on(
    selector: &str,
    stage: RwSignal<Stage>,
    camera: StoredValue<Option<Camera>, LocalStorage>,
    on_text: Callback<String>,
) {
    let seen = move |seen| match seen {
        Ok(text) => drop(on_text.try_run(text)),
        Err(error) => {
            let _ = stage.try_set(Stage::Wrong(error));
            // Not at once: it is the camera's own listener that says so.
            spawn(async move { drop(camera.try_set_value(None)) });
        }
    };
    let next = match camera::watch(selector, seen).await {
        // Whoever left in the meantime gets no camera: it is dropped here.
        Ok(working) => match camera.try_set_value(Some(working)) {
            None => Stage::Looking,
            Some(_) => return,
        },
        Err(error) => Stage::Wrong(error),
    };
    let _ = stage.try_set(next);
}

const fn said(stage: Stage) -> Option<rules::text::Text> {
    match stage {
        Stage::Asking => Some(qr::ASKING),
        Stage::Looking => Some(qr::LOOKING),
        Stage::Off | Stage::Wrong(_) => None,
    }
}

fn problem(stage: Stage) -> Option<impl IntoView> {
    let Stage::Wrong(error) = stage else { return None };
    let title = tr_signal(qr::NO_CAMERA);
    Some(view! { <Alert tone=Tone::Problem title><p>{tr(qr::refusal(error))}</p></Alert> })
}
