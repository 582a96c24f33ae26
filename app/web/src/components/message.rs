//! A message for the other device: as a QR code, moving when it is long, and always as a file as the other way.

use leptos::prelude::*;
use model::sharing::heard;
use replica::carry::{Fountain, FrameError, What};
use rules::text::Text;

use crate::components::alert::{Alert, Tone};
use crate::components::icon::{Drawn, Icon};
use crate::components::qr_moving::MovingQr;
use crate::i18n::{tr, use_lang};
use crate::platform::files::FileError;
use crate::platform::share::{Handed, hand_over};
use crate::platform::{clock, spawn};
use crate::texts::sharing::{self as words, hand};

/// Bytes in one picture: as measured, what cameras keep up with (replica, CARRY.md).
pub const ROOM: usize = 500;

/// The pictures of a message, or the sentence that it is too much.
#[component]
pub fn QrMessage(what: What, message: Vec<u8>, label: Text) -> impl IntoView {
    match Fountain::new(what, &message, ROOM) {
        Ok(fountain) => view! { <MovingQr fountain label /> }.into_any(),
        Err(error) => view! { <NotCarried error /> }.into_any(),
    }
}

/// Messages that follow each other, one code at a time: a camera hears one after the other.
#[component]
pub fn QrMessages(what: What, messages: Vec<Vec<u8>>, label: Text) -> impl IntoView {
    let lang = use_lang();
    let (at, all) = (RwSignal::new(0_usize), messages.len());
    let next = move |_| at.update(|at| *at = (*at + 1).checked_rem(all).unwrap_or(0));
    let several = (all > 1).then(|| {
        view! {
            <p class="nl-paragraph" role="status">{move || hand::code_of(at.get() + 1, all, lang.get())}</p>
            <p><button type="button" class="nl-button nl-button--secondary" on:click=next>{tr(hand::NEXT_CODE)} <Drawn icon=Icon::Forward /></button></p>
        }
    });
    let code = move || {
        let message = messages.get(at.get())?.clone();
        Some(view! { <QrMessage what message label /> })
    };
    view! { {several} {code} }
}

/// Messages of an invitation as a file. `name` is the beginning of the name of the file.
#[component]
pub fn AsFile(
    name: &'static str,
    #[prop(optional, into)] link: Option<String>,
    messages: Vec<(What, Vec<u8>)>,
) -> impl IntoView {
    match heard::file(link.as_deref(), &messages) {
        Ok(text) => view! { <GiveFile name text /> }.into_any(),
        Err(error) => view! { <NotCarried error /> }.into_any(),
    }
}

/// It is too much, or cannot be shown: nothing was handed on.
#[component]
fn NotCarried(error: FrameError) -> impl IntoView {
    let lang = use_lang();
    view! { <p role="alert">{move || words::not_read(error, lang.get())}</p> }
}

#[component]
fn GiveFile(name: &'static str, text: String) -> impl IntoView {
    let text = StoredValue::new(text);
    let outcome = RwSignal::new(None);
    let give = move |_| {
        spawn(async move {
            let given = hand_over(&file_name(name), &text.get_value()).await;
            let _ = outcome.try_set(Some(given));
        });
    };
    view! {
        <button type="button" class="nl-button nl-button--subtle" on:click=give>
            <Drawn icon=Icon::Download />
            {tr(hand::AS_FILE)}
        </button>
        <Given outcome />
    }
}

/// `pakket-2026-11-26.txt`
pub fn file_name(name: &str) -> String {
    format!("{name}-{}.txt", clock::today())
}

/// How handing a file on ended.
#[component]
pub fn Given(outcome: RwSignal<Option<Result<Handed, FileError>>>) -> impl IntoView {
    let lang = use_lang();
    move || {
        let (tone, text) = match outcome.get()? {
            Ok(Handed::Shared) => (Tone::Good, hand::SHARED),
            Ok(Handed::Downloaded) => (Tone::Good, hand::DOWNLOADED),
            Err(error) => (Tone::Problem, words::file(error)?),
        };
        Some(view! { <Alert tone title=Signal::stored(text.get(lang.get()).to_owned())>""</Alert> })
    }
}
