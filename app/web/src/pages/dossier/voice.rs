//! The adult of a dossier records what a child alone hears. It stays on this device, with this person, and is in no dossier; what was
//! recorded for the councils on this device is heard as well.

use std::collections::{BTreeMap, BTreeSet};

use replica::gather::Gather;

use leptos::prelude::*;
use leptos_router::components::A;
use model::dossier::child;
use model::leerlingenraad::questions::Group;
use model::leerlingenraad::voice::name;
use parent::sound::Sound;

use super::frame::DossierPage;
use super::room::Room;
use crate::components::audio::{Play, sound_of};
use crate::components::child::spoken::spoken_alone;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::sentences::{RecordSentences, Sentences};
use crate::i18n::{tr, use_lang};
use crate::platform::spawn;
use crate::texts::dossier as texts;
use crate::texts::leerlingenraad::{self as room_words, alone, record as words};

type Sounds = BTreeMap<String, Sound>;

/// What can be heard here. `Copy`.
#[derive(Clone, Copy)]
pub struct Heard {
    room: Room,
    /// What this person recorded.
    own: RwSignal<Sounds>,
    /// What was recorded for a council.
    councils: RwSignal<Sounds>,
    all: Memo<Vec<String>>,
}

impl Heard {
    /// Reads what there is of the sentences that a child of this dossier hears.
    pub fn follow(room: Room) -> Self {
        let lang = use_lang();
        let all = Memo::new(move |_| {
            let lang = lang.get();
            // For younger and older children the cards differ.
            let said = |group: &Group| {
                room.of(|view| spoken_alone(&child::asked(view, *group, lang), lang))
            };
            let mut once: Vec<String> = Vec::new();
            for sentence in Group::ALL.iter().flat_map(said) {
                if !once.contains(&sentence) {
                    once.push(sentence);
                }
            }
            once
        });
        let (own, councils) = (RwSignal::default(), RwSignal::default());
        let heard = Self { room, own, councils, all };
        Effect::new(move || {
            let names = all.with(|all| all.iter().map(|one| name(one)).collect::<Vec<_>>());
            spawn(async move { heard.read(names).await });
        });
        heard
    }

    async fn read(self, names: Vec<String>) {
        let sounds = |all: BTreeMap<String, Vec<u8>>| {
            let all = all.into_iter();
            all.filter_map(|(name, bytes)| Some((name, sound_of(bytes)?))).gather::<Sounds>()
        };
        match self.room.app.own_voices().await {
            Ok(own) => drop(self.own.try_set(sounds(own))),
            Err(_) => drop(self.room.problem.try_set(Some(room_words::NOT_KEPT))),
        }
        let councils = self.room.app.council_voices(&names).await;
        let _ = self.councils.try_set(sounds(councils));
    }

    /// Everything, by the name of its sentence; what this person recorded goes first.
    pub fn sounds(self) -> Sounds {
        let mut all = self.councils.get();
        all.extend(self.own.get());
        all
    }

    fn keep(self, sentence: &str, sound: Option<Sound>) {
        let (name, room) = (name(sentence), self.room);
        spawn(async move {
            let bytes = sound.as_ref().map(|sound| sound.bytes.to_vec());
            if room.app.keep_voice(&name, bytes).await.is_err() {
                let _ = room.problem.try_set(Some(room_words::NOT_KEPT));
                return;
            }
            let _ = self.own.try_update(|own| match sound {
                Some(sound) => own.insert(name, sound),
                None => own.remove(&name),
            });
        });
    }
}

pub fn page(room: Room) -> AnyView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::WHO, alone::WHO_WHY));
    }
    let heard = Heard::follow(room);
    let of = Sentences {
        all: heard.all,
        recorded: Memo::new(move |_| heard.sounds().into_keys().gather::<BTreeSet<_>>()),
        keep: Callback::new(move |(sentence, sound): (String, Option<Sound>)| {
            heard.keep(&sentence, sound);
        }),
        before: Callback::new(move |sentence: String| {
            Some(view! { <Before heard sentence /> }.into_any())
        }),
    };
    view! {
        <DossierPage room title=words::TITLE>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <p class="nl-paragraph">{tr(words::NEVER)}" "{tr(alone::VOICE_STAYS)}</p>
            <RecordSentences of />
            <p><A href="/dossier/kind" attr:class="nl-link">{tr(texts::CHILD)}</A></p>
        </DossierPage>
    }
    .into_any()
}

/// What was recorded before: one's own can go.
#[component]
fn Before(heard: Heard, sentence: String) -> impl IntoView {
    let own = heard.own.with(|own| own.get(&name(&sentence)).cloned());
    let Some(sound) = own else {
        return view! { <p class="nl-paragraph">{tr(alone::VOICE_OF_COUNCIL)}</p> }.into_any();
    };
    let named = sentence.clone();
    let away = move |_| heard.keep(&sentence, None);
    view! {
        <Play sound name=named />
        <p><button type="button" class="nl-button nl-button--subtle" on:click=away>{tr(words::AWAY)}</button></p>
    }
    .into_any()
}
