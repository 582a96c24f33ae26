//! A copy out and a copy in. A copy is closed; who wants to open it elsewhere gives it a passphrase.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::rc::Rc;

use crate::components::alert::{Alert, Tone};
use crate::components::progress::Progress;
use crate::components::secret::SecretField;
use crate::i18n::{tr, use_lang};
use crate::platform::spawn;
use crate::state::AppState;
use crate::state::copy::{CopyError, InCopy};
use crate::texts::{copies as words, general};
use rules::text::Lang;

/// What happened to the last copy.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    None,
    Out { passphrase: bool, with: InCopy },
    In { documents: usize, files: usize, left_out: usize },
    Failed(CopyError),
}

impl Outcome {
    fn sentence(self, lang: Lang) -> Option<String> {
        match self {
            Self::None | Self::Failed(CopyError::WeakPassphrase | CopyError::WrongPassphrase) => {
                None
            }
            Self::Out { passphrase, with } => Some(words::went(passphrase, with, lang)),
            Self::In { documents, files, left_out } => {
                Some(words::brought(documents, files, left_out, lang))
            }
            Self::Failed(error) => words::problem(error).map(|text| text.get(lang).to_owned()),
        }
    }
}

#[component]
fn Told(outcome: RwSignal<Outcome>) -> impl IntoView {
    let lang = use_lang();
    move || {
        let sentence = outcome.get().sentence(lang.get())?;
        let tone =
            if matches!(outcome.get(), Outcome::Failed(_)) { Tone::Problem } else { Tone::Good };
        Some(view! { <Alert tone title=Signal::stored(sentence)>""</Alert> })
    }
}

/// "Kopie bewaren", with a passphrase or for this device alone.
#[component]
pub fn SaveCopy(app: AppState) -> impl IntoView {
    let lang = use_lang();
    let (passphrase, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let outcome = RwSignal::new(Outcome::None);
    let error = Signal::derive(move || match outcome.get() {
        Outcome::Failed(error @ CopyError::WeakPassphrase) => {
            words::problem(error).map(|text| text.get(lang.get()).to_owned())
        }
        _ => None,
    });
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let text = passphrase.get_untracked();
        spawn(async move {
            let text = Some(text.trim()).filter(|text| !text.is_empty());
            let saved = app.save_copy(text).await;
            let done = |with| Outcome::Out { passphrase: text.is_some(), with };
            let _ = outcome.try_set(saved.map_or_else(Outcome::Failed, done));
            let _ = busy.try_set(false);
            if saved.is_ok() {
                let _ = passphrase.try_set(String::new());
            }
        });
    };
    view! {
        <form class="door" on:submit=save novalidate>
            <Told outcome />
            <SecretField label=words::PASSPHRASE hint=words::PASSPHRASE_HINT value=passphrase error />
            <button type="submit" class="nl-button nl-button--primary">{tr(general::SAVE_COPY)}</button>
            <Show when=move || busy.get()><Progress text=words::CLOSING /></Show>
        </form>
    }
}

/// "Kies een bestand", and its passphrase when it needs one.
#[component]
pub fn BringCopyIn(app: AppState) -> impl IntoView {
    let lang = use_lang();
    let (passphrase, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let outcome = RwSignal::new(Outcome::None);
    // The file that waits for its passphrase.
    let waiting: RwSignal<Option<Rc<Vec<u8>>>, LocalStorage> = RwSignal::new_local(None);
    let take = move |file: Rc<Vec<u8>>, text: Option<String>| async move {
        let brought = app.merge_copy(&file, text.as_deref()).await;
        let needs = matches!(brought, Err(CopyError::Closed | CopyError::WrongPassphrase));
        let _ = waiting.try_set(needs.then_some(file));
        let _ = outcome.try_set(brought.map_or_else(Outcome::Failed, |brought| Outcome::In {
            documents: brought.documents,
            files: brought.files,
            left_out: brought.left_out,
        }));
    };
    let pick = move |_| {
        spawn(async move {
            match app.pick_copy().await {
                Ok(file) => take(Rc::new(file), None).await,
                Err(error) => drop(outcome.try_set(Outcome::Failed(error))),
            }
        });
    };
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(file) = waiting.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        let text = passphrase.get_untracked();
        spawn(async move {
            take(file, Some(text)).await;
            let _ = busy.try_set(false);
            let _ = passphrase.try_set(String::new());
        });
    };
    let error = Signal::derive(move || match outcome.get() {
        Outcome::Failed(error @ CopyError::WrongPassphrase) => {
            words::problem(error).map(|text| text.get(lang.get()).to_owned())
        }
        _ => None,
    });
    view! {
        <Told outcome />
        <Show when=move || waiting.with(Option::is_some)>
            <form class="door" on:submit=open novalidate>
                <SecretField label=words::ITS_PASSPHRASE value=passphrase error />
                <button type="submit" class="nl-button nl-button--primary">{tr(words::OPEN)}</button>
                <Show when=move || busy.get()><Progress text=words::OPENING /></Show>
            </form>
        </Show>
        <div class="actions">
            <button type="button" class="nl-button nl-button--secondary" on:click=pick>{tr(words::PICK)}</button>
        </div>
    }
}
