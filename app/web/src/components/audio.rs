//! A recording in the app: making one, and listening to one that lies beside a document. The machine itself is `parent::sound`, which a
//! parent's phone uses as well.

use leptos::prelude::*;
use model::attachment::{Attachment, Look, look};
use parent::sound::{Limit, Recorder, Sound, Tone};
use replica::id::SpaceId;
use rules::text::Text;
use std::pin::Pin;
use std::sync::Arc;

use crate::i18n::{tr, use_lang};
use crate::platform::{recorder, spawn};
use crate::state::AppState;
use crate::texts::audio as words;

/// Makes one recording, in the words of the app. `sound` is what is there now; `keep` takes a new one, and nothing when it is thrown away.
#[component]
pub fn Record(
    limit: Limit,
    #[prop(into)] sound: Signal<Option<Sound>>,
    #[prop(into)] keep: Callback<Option<Sound>>,
) -> impl IntoView {
    let lang = use_lang();
    let says = move |(tone, number): (Tone, u32)| {
        let lang = lang.get();
        let time = words::time(if tone == Tone::Lead { limit.seconds } else { number });
        let most = words::time(limit.seconds);
        words::of(tone).get(lang).replace("{tijd}", &time).replace("{grens}", &most)
    };
    view! { <Recorder tape=recorder::tape() limit sound keep says=Callback::new(says) /> }
}

/// Plays a recording that lies in a space, in one file or in several that follow each other. `name` is whose or of what it is, for who
/// cannot see that; `seconds` is its length, 0 when nobody knows.
#[component]
pub fn Player(
    #[prop(into)] space: Signal<Option<SpaceId>>,
    pieces: Vec<Attachment>,
    seconds: u32,
    #[prop(into)] name: Signal<String>,
) -> impl IntoView {
    let pieces = StoredValue::new(pieces);
    let fetch = Callback::new(move |()| -> Fetched {
        let found = AppState::get().zip(space.get_untracked());
        Box::pin(async move {
            let (app, space) = found.ok_or(words::NOT_PLAYED)?;
            joined(app, space, pieces.get_value()).await
        })
    });
    view! { <Plays fetch seconds name /> }
}

/// Plays a recording that is in memory.
#[component]
pub fn Play(sound: Sound, #[prop(into)] name: Signal<String>) -> impl IntoView {
    let fetch = Callback::new(move |()| -> Fetched {
        let sound = sound.clone();
        Box::pin(async move { Ok(sound) })
    });
    view! { <Plays fetch seconds=0 name /> }
}

/// A recording, once it is there.
type Fetched = Pin<Box<dyn Future<Output = Result<Sound, Text>>>>;

#[component]
fn Plays(fetch: Callback<(), Fetched>, seconds: u32, name: Signal<String>) -> impl IntoView {
    let lang = use_lang();
    let tape = recorder::tape();
    let (plays, said) = (RwSignal::new(false), RwSignal::new(None::<Text>));
    on_cleanup(move || tape.hush.run(()));
    let over = Callback::new(move |played: bool| {
        let _ = plays.try_set(false);
        let _ = said.try_set((!played).then_some(words::NOT_PLAYED));
    });
    let press = move |_| {
        if plays.get_untracked() {
            tape.hush.run(());
            return plays.set(false);
        }
        said.set(None);
        plays.set(true);
        let fetched = fetch.run(());
        spawn(async move {
            let sound = fetched.await;
            // Stopped, or left, while it was being opened.
            if plays.try_get_untracked() != Some(true) {
                return;
            }
            match sound {
                Ok(sound) => tape.play.run((sound, over)),
                Err(text) => {
                    plays.set(false);
                    said.set(Some(text));
                }
            }
        });
    };
    let label = move || if plays.get() { words::of(Tone::Stop) } else { words::of(Tone::Listen) };
    let length = (seconds > 0).then(|| words::time(seconds));
    view! {
        <p class="actions">
            <button type="button" class="nl-button nl-button--secondary screen-only" on:click=press>
                {move || label().get(lang.get())} <span class="visually-hidden">": " {name}</span>
            </button>
            <span class="marks">{tr(words::RECORDING)} " " {length}</span>
        </p>
        <p class="nl-paragraph" role="status">{move || said.get().map(|text| text.get(lang.get()))}</p>
    }
}

/// The whole of it. Only what is a sound by its own bytes is played.
///
/// # Errors
/// Why it cannot be heard here, in words.
pub async fn joined(app: AppState, space: SpaceId, pieces: Vec<Attachment>) -> Result<Sound, Text> {
    let mut bytes = Vec::new();
    for one in pieces {
        let content = app.content(space, &one).await;
        bytes.extend(content.map_err(|error| crate::texts::attachments::not_opened(&error))?);
    }
    sound_of(bytes).ok_or(words::NOT_PLAYED)
}

/// What is a sound by its own bytes.
pub fn sound_of(bytes: Vec<u8>) -> Option<Sound> {
    match look(&bytes) {
        Look::Sound(media) => {
            Some(Sound { bytes: Arc::new(bytes), media: media.to_owned(), seconds: 1, cut: false })
        }
        _ => None,
    }
}
