//! The tekening as a file: lines for a poster of any size, and a picture for slides. Made on this device, without network.

use leptos::prelude::*;
use model::tekening::poster::{Given, svg};
use model::tekening::world::{HEIGHT, WIDTH};

use super::Looking;
use super::before::Hung;
use crate::components::icon::{Drawn, Icon};
use crate::components::message::Given as Outcome;
use crate::components::picto;
use crate::i18n::{tr, use_lang};
use crate::platform::files::FileError;
use crate::platform::{clock, picture, share, spawn};
use crate::texts::leerlingenraad::picture as texts;

/// How many pixels of a slide a unit of the world is.
const DENSE: f64 = 1.8;

#[component]
pub fn Give(looking: Looking, hung: Hung) -> impl IntoView {
    let lang = use_lang();
    let outcome = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let made = move || {
        let (view, layer) = untrack(|| (looking.room.tekening.get(), looking.layer()));
        let (lang, shown) = (lang.get_untracked(), hung.shown.get_untracked());
        let given = Given {
            title: texts::TITLE.get(lang),
            lang,
            sticker: &|sticker| {
                let drawn = picto::sticker(sticker);
                (drawn.soft, drawn.ink)
            },
            picture: &|layer| {
                let is_it = shown.as_ref().is_some_and(|(id, _)| *id == layer.id);
                if is_it { hung.as_data() } else { None }
            },
        };
        view.map(|view| svg(&view, layer, &given))
    };
    let name = move |ending: &str| format!("tekening-{}.{ending}", clock::today());
    let lines = move |_| {
        spawn(async move {
            let Some(file) = made() else { return };
            let given = share::hand_over_as(&name("svg"), "image/svg+xml", file.as_bytes()).await;
            let _ = outcome.try_set(Some(given));
        });
    };
    let pixels = move |_| {
        busy.set(true);
        spawn(async move {
            let (wide, high) = (f64::from(WIDTH) * DENSE, f64::from(HEIGHT) * DENSE);
            let file = match made() {
                Some(file) => picture::painted(&file, wide, high).await,
                None => None,
            };
            let given = match file {
                Some(file) => share::hand_over_as(&name("png"), "image/png", &file).await,
                None => Err(FileError::Refused),
            };
            let _ = outcome.try_set(Some(given));
            let _ = busy.try_set(false);
        });
    };
    view! {
        <p class="steps__ways">
            <button type="button" class="nl-button nl-button--subtle" disabled=busy on:click=pixels><Drawn icon=Icon::Download /> {tr(texts::AS_PNG)}</button>
            <button type="button" class="nl-button nl-button--subtle" on:click=lines><Drawn icon=Icon::Download /> {tr(texts::AS_SVG)}</button>
        </p>
        <Outcome outcome />
    }
}
