//! "Lees voor": one button that reads a text sentence by sentence and shows which. Only there when an adult heard that the
//! device has a good Dutch voice; nothing is ever read unasked (VOORLEES-2 to VOORLEES-4).

use leptos::prelude::*;

use crate::components::icon::{Drawn, Icon};
use crate::i18n::tr;
use crate::platform::speech;
use crate::texts::leerlingenraad::kring as words;

/// Whether somebody heard the voice of this device and found it good, as a context.
#[derive(Clone, Copy)]
pub struct Aloud(pub RwSignal<bool>);

impl Aloud {
    /// For everything below.
    pub fn provide() -> Self {
        let aloud = Self(RwSignal::new(false));
        provide_context(aloud);
        aloud
    }
}

/// A text that can be read aloud; each sentence is marked while it is read.
#[component]
pub fn ReadAloud(#[prop(into)] text: Signal<String>) -> impl IntoView {
    let on = use_context::<Aloud>().map(|aloud| aloud.0);
    let at = RwSignal::new(None::<usize>);
    on_cleanup(speech::stop);
    let sentences = Memo::new(move |_| sentences(&text.get()));
    let read = move |_| {
        if at.get_untracked().is_some() {
            speech::stop();
            at.set(None);
        } else {
            at.set(Some(0));
            speech::read(&sentences.get_untracked(), move |now| {
                let _ = at.try_set(now);
            });
        }
    };
    let shown = move || {
        let one = |(number, sentence): (usize, String)| {
            view! {
                <span class="aloud__sentence" class:aloud__sentence--now=move || at.get() == Some(number)>{sentence}" "</span>
            }
        };
        sentences.get().into_iter().enumerate().map(one).collect_view()
    };
    view! {
        <span class="aloud">
            <span class="aloud__text">{shown}</span>
            <Show when=move || on.is_some_and(|on| on.get())>
                <button type="button" class="child__small aloud__button" on:click=read>
                    <Drawn icon=Icon::Hear />
                    {move || if at.get().is_some() { tr(words::STOP_READING)() } else { tr(words::READ)() }}
                </button>
            </Show>
        </span>
    }
}

/// Up to a full stop, a question mark or an exclamation mark.
fn sentences(text: &str) -> Vec<String> {
    let parts = text.split_inclusive(['.', '?', '!']);
    parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
