//! The adult records what children of the councils hear. It lies beside the councils, for everybody who leads one of them.

use std::collections::BTreeMap;

use replica::gather::Gather;

use leptos::prelude::*;
use leptos_router::components::A;
use model::attachment::{Attachment, NotAdded};
use model::leerlingenraad::{Command, voice};
use parent::sound::Sound;

use super::frame::CouncilPage;
use super::kring::dots;
use super::room::Council;
use crate::components::audio::Player;
use crate::components::child::spoken::spoken;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::sentences::{RecordSentences, Sentences};
use crate::i18n::{tr, use_lang};
use crate::platform::files::Picked;
use crate::platform::spawn;
use crate::texts::leerlingenraad::{council as steps, record as words};

pub fn page(council: Council) -> AnyView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::WHO, words::WHO_WHY));
    }
    let lang = use_lang();
    let recorded = council.room.memo(|view| view.voices.clone());
    let names = move |all: &BTreeMap<String, Attachment>| all.keys().cloned().gather();
    let of = Sentences {
        all: Memo::new(move |_| council.of(|one| spoken(one, &dots::CARDS, lang.get()))),
        recorded: Memo::new(move |_| recorded.with(names)),
        keep: Callback::new(move |(sentence, sound): (String, Option<Sound>)| match sound {
            Some(sound) => keep(council, sentence, sound),
            None => drop(set(council, &sentence, None)),
        }),
        before: Callback::new(move |sentence: String| {
            let sound = recorded.with(|all| all.get(&voice::name(&sentence)).cloned())?;
            Some(view! { <Before council sentence sound /> }.into_any())
        }),
    };
    view! {
        <CouncilPage council title=words::TITLE>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <p class="nl-paragraph">{tr(words::NEVER)}" "{tr(words::TABLETS)}</p>
            <RecordSentences of />
            <p><A href=move || council.path("/kring") attr:class="nl-link">{tr(steps::CIRCLE)}</A></p>
        </CouncilPage>
    }
    .into_any()
}

fn set(council: Council, sentence: &str, sound: Option<Attachment>) -> bool {
    let sentence = voice::name(sentence);
    council.room.done(Command::Record { sentence, sound: sound.map(Box::new) })
}

/// Keeps a recording, and puts it with its sentence once it is on the disk.
fn keep(council: Council, sentence: String, sound: Sound) {
    let room = council.room;
    let refused = move |why: NotAdded| {
        let _ = room.problem.try_set(Some(why.text()));
    };
    let Some(space) = room.voices.councils.space() else { return refused(NotAdded::MayNot) };
    let ending = if sound.media.contains("mp4") { "m4a" } else { "webm" };
    let (name, media) = (format!("stem.{ending}"), sound.media.clone());
    let picked = Picked { name, media, bytes: sound.bytes.to_vec() };
    spawn(async move {
        match room.app.attach(space, picked).await {
            Ok(made) => {
                set(council, &sentence, Some(made));
            }
            Err(why) => refused(why),
        }
    });
}

/// What was recorded before.
#[component]
fn Before(council: Council, sentence: String, sound: Attachment) -> impl IntoView {
    let space = Signal::derive(move || council.room.voices.councils.space());
    let name = sentence.clone();
    let away = move |_| {
        set(council, &sentence, None);
    };
    view! {
        <Player space pieces=vec![sound] seconds=0 name />
        <p><button type="button" class="nl-button nl-button--subtle" on:click=away>{tr(words::AWAY)}</button></p>
    }
}
