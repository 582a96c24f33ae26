//! Delen en verzenden: what is on this device and how safe it is, a copy out and a copy in. Sending comes later.

use leptos::prelude::*;

use crate::components::alert::{Alert, Tone};
use crate::components::facts::DeviceFacts;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::spawn;
use crate::state::AppState;
use crate::state::copy::CopyError;
use crate::texts::{general, share as words, shell};
use rules::text::Lang;

/// What happened to the last copy.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    None,
    Out,
    In { new: usize },
    Failed(CopyError),
}

impl Outcome {
    fn sentence(self, lang: Lang) -> Option<String> {
        match self {
            Self::None => None,
            Self::Out => Some(words::SAVED_COPY.get(lang).to_owned()),
            Self::In { new } => Some(words::brought(new, lang)),
            Self::Failed(error) => words::problem(error).map(|text| text.get(lang).to_owned()),
        }
    }
}

#[component]
pub fn Share() -> impl IntoView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::NOTE, words::NOTE_BODY));
    }
    view! {
        <Page title=tr_signal(shell::SHARE)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            {AppState::get().map(|app| view! { <Copies app /> <DeviceFacts app /> })}
            <h2 class="nl-heading nl-heading--level-2">{tr(words::SENDING)}</h2>
            <p class="nl-paragraph">{tr(words::SENDING_BODY)}</p>
        </Page>
    }
}

#[component]
fn Copies(app: AppState) -> impl IntoView {
    let lang = use_lang();
    let outcome = RwSignal::new(Outcome::None);
    let export = move |_| {
        spawn(async move {
            let result = app.save_copy().await;
            let _ = outcome.try_set(result.map_or_else(Outcome::Failed, |()| Outcome::Out));
        });
    };
    let import = move |_| {
        spawn(async move {
            let result = app.bring_in().await.map(|brought| Outcome::In { new: brought.documents });
            let _ = outcome.try_set(result.unwrap_or_else(Outcome::Failed));
        });
    };
    let message = move || {
        let sentence = outcome.get().sentence(lang.get())?;
        let tone =
            if matches!(outcome.get(), Outcome::Failed(_)) { Tone::Problem } else { Tone::Good };
        Some(view! { <Alert tone title=Signal::stored(sentence)>""</Alert> })
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::COPY)}</h2>
        <p class="nl-paragraph">{tr(words::COPY_BODY)}</p>
        <p class="nl-paragraph"><mark class="nl-mark">{tr(words::COPY_PLAIN)}</mark></p>
        {message}
        <div class="actions">
            <button type="button" class="nl-button nl-button--primary" on:click=export>{tr(general::SAVE_COPY)}</button>
        </div>
        <h2 class="nl-heading nl-heading--level-2">{tr(words::RESTORE)}</h2>
        <p class="nl-paragraph">{tr(words::RESTORE_BODY)}</p>
        <div class="actions">
            <button type="button" class="nl-button nl-button--secondary" on:click=import>{tr(words::RESTORE_PICK)}</button>
        </div>
    }
}
