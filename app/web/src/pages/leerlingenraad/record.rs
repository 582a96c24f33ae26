//! The adult records what children hear: one sentence at a time, each kept as soon as it is recorded. The microphone is asked for
//! when somebody begins. No voice of a child is recorded here (KIND-9).

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos_router::components::A;
use model::attachment::{Attachment, NotAdded};
use model::leerlingenraad::{Command, voice};
use parent::sound::{Limit, Sound};

use super::frame::CouncilPage;
use super::kring::dots;
use super::room::Council;
use crate::components::audio::{Player, Record};
use crate::components::child::spoken::spoken;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::i18n::{tr, use_lang};
use crate::platform::files::Picked;
use crate::platform::spawn;
use crate::texts::leerlingenraad::{council as steps, record as words};

/// A sentence takes a few seconds; half a minute of a voice is some 100 kB.
const LIMIT: Limit = Limit { seconds: 30, bytes: 400_000 };

/// What is recorded, and which sentence is at hand. `Copy`.
#[derive(Clone, Copy)]
struct Desk {
    council: Council,
    all: Memo<Vec<String>>,
    recorded: Memo<BTreeMap<String, Attachment>>,
    now: RwSignal<Option<String>>,
}

impl Desk {
    fn has(self, sentence: &str) -> bool {
        self.recorded.with(|all| all.contains_key(&voice::name(sentence)))
    }

    /// The next sentence that nobody recorded: after this one, else from the beginning.
    fn next(self) -> Option<String> {
        let all = self.all.get();
        let at = self.now.get().and_then(|now| all.iter().position(|one| *one == now));
        let after = at.map_or(0, |at| at + 1);
        let order = all.iter().skip(after).chain(all.iter().take(after));
        order.into_iter().find(|one| !self.has(one)).cloned()
    }

    fn set(self, sentence: &str, sound: Option<Attachment>) -> bool {
        let sentence = voice::name(sentence);
        self.council.room.done(Command::Record { sentence, sound: sound.map(Box::new) })
    }

    /// Keeps a recording, and puts it with its sentence once it is on the disk.
    fn keep(self, sentence: String, sound: Sound) {
        let room = self.council.room;
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
                    self.set(&sentence, Some(made));
                }
                Err(why) => refused(why),
            }
        });
    }
}

pub fn page(council: Council) -> AnyView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::WHO, words::WHO_WHY));
    }
    let lang = use_lang();
    let all = Memo::new(move |_| council.of(|one| spoken(one, &dots::CARDS, lang.get())));
    let recorded = council.room.memo(|view| view.voices.clone());
    let desk = Desk { council, all, recorded, now: RwSignal::new(None) };
    Effect::new(move || {
        // What lay open is another sentence in another language.
        let there = all.with(|all| {
            desk.now.with_untracked(|now| now.as_ref().is_some_and(|now| all.contains(now)))
        });
        if !there {
            desk.now.set(
                untrack(|| desk.next()).or_else(|| all.with_untracked(|all| all.first().cloned())),
            );
        }
    });
    let count = move || {
        let all = all.get();
        (all.iter().filter(|one| desk.has(one)).count(), all.len())
    };
    let complete = Memo::new(move |_| count().0 == count().1);
    let one = move || desk.now.get().map(|sentence| view! { <One desk sentence /> });
    let rows = move || {
        all.get().into_iter().map(|sentence| view! { <Row desk sentence /> }).collect_view()
    };
    view! {
        <CouncilPage council title=words::TITLE>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <p class="nl-paragraph">{tr(words::NEVER)}" "{tr(words::TABLETS)}</p>
            <p class="nl-paragraph" role="status">{tr(words::COUNT)}": "{move || count().0}" / "{move || count().1}</p>
            <Show when=move || complete.get()><p class="nl-paragraph">{tr(words::COMPLETE)}</p></Show>
            {one}
            <details class="more">
                <summary class="more__open">{tr(words::ALL)}</summary>
                <ol class="sentences">{rows}</ol>
            </details>
            <p><A href=move || council.path("/kring") attr:class="nl-link">{tr(steps::CIRCLE)}</A></p>
        </CouncilPage>
    }
    .into_any()
}

/// The sentence at hand.
#[component]
fn One(desk: Desk, sentence: String) -> impl IntoView {
    let fresh = RwSignal::new(None::<Sound>);
    let space = Signal::derive(move || desk.council.room.voices.councils.space());
    let text = StoredValue::new(sentence.clone());
    let keep = Callback::new(move |sound: Option<Sound>| {
        fresh.set(sound.clone());
        match sound {
            Some(sound) => desk.keep(text.get_value(), sound),
            None => drop(desk.set(&text.get_value(), None)),
        }
    });
    let kept = Memo::new(move |_| {
        let name = text.with_value(|text| voice::name(text));
        desk.recorded.with(|all| all.get(&name).cloned())
    });
    // What was recorded just now is heard in the recorder itself.
    let before = move || {
        let sound = kept.get().filter(|_| fresh.with(Option::is_none))?;
        let away = move |_| {
            desk.set(&text.get_value(), None);
        };
        Some(view! {
            <Player space pieces=vec![sound] seconds=0 name=text.get_value() />
            <p><button type="button" class="nl-button nl-button--subtle" on:click=away>{tr(words::AWAY)}</button></p>
        })
    };
    let next = move |_| desk.now.set(untrack(|| desk.next()));
    let is_kept = move || kept.get().is_some();
    let more = move || desk.next().is_some_and(|next| text.with_value(|now| *now != next));
    view! {
        <section aria-labelledby="deze-zin">
            <h2 id="deze-zin" class="nl-heading nl-heading--level-2">{tr(words::SAY)}</h2>
            <blockquote class="said__words sentence">{sentence}</blockquote>
            {before}
            <Record limit=LIMIT sound=fresh keep />
            <Show when=move || is_kept() && more()>
                <p><button type="button" class="nl-button nl-button--primary" on:click=next>{tr(words::NEXT)} <Drawn icon=Icon::Forward /></button></p>
            </Show>
        </section>
    }
}

#[component]
fn Row(desk: Desk, sentence: String) -> impl IntoView {
    let text = StoredValue::new(sentence.clone());
    let has = Memo::new(move |_| text.with_value(|text| desk.has(text)));
    let state = move || if has.get() { tr(words::DONE)() } else { tr(words::TODO)() };
    let choose = move |_| desk.now.set(Some(text.get_value()));
    view! {
        <li>
            <button type="button" class="nl-button nl-button--subtle" on:click=choose>{sentence}</button>
            <span class="marks">{state}</span>
        </li>
    }
}
