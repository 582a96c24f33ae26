//! An adult records what children hear: one sentence at a time, each kept as soon as it is recorded. The microphone is asked for
//! when somebody begins. No voice of a child is recorded here (KIND-9). Where it is kept is known by whoever uses this.

use std::collections::BTreeSet;

use leptos::prelude::*;
use model::leerlingenraad::voice;
use parent::sound::{Limit, Sound};

use crate::components::audio::Record;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::tr;
use crate::texts::leerlingenraad::record as words;

/// A sentence takes a few seconds; half a minute of a voice is some 100 kB.
const LIMIT: Limit = Limit { seconds: 30, bytes: 400_000 };

/// What is recorded, and which sentence is at hand. `Copy`.
#[derive(Clone, Copy)]
pub struct Sentences {
    pub all: Memo<Vec<String>>,
    /// What can be heard already, by the name of the sentence.
    pub recorded: Memo<BTreeSet<String>>,
    /// Keeps a recording of a sentence, or takes it away.
    pub keep: Callback<(String, Option<Sound>)>,
    /// What there is of a sentence, for who wants to hear it or take it away.
    pub before: Callback<String, Option<AnyView>>,
}

/// The sentence that lies open. `Copy`.
#[derive(Clone, Copy)]
struct Desk {
    of: Sentences,
    now: RwSignal<Option<String>>,
}

impl Desk {
    fn has(self, sentence: &str) -> bool {
        self.of.recorded.with(|all| all.contains(&voice::name(sentence)))
    }

    /// The next sentence that nobody recorded: after this one, else from the beginning.
    fn next(self) -> Option<String> {
        let all = self.of.all.get();
        let at = self.now.get().and_then(|now| all.iter().position(|one| *one == now));
        let after = at.map_or(0, |at| at + 1);
        let order = all.iter().skip(after).chain(all.iter().take(after));
        order.into_iter().find(|one| !self.has(one)).cloned()
    }
}

/// One sentence at hand, how far it is, and all of them to choose from.
#[component]
pub fn RecordSentences(of: Sentences) -> impl IntoView {
    let all = of.all;
    let desk = Desk { of, now: RwSignal::new(None) };
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
        <p class="nl-paragraph" role="status">{tr(words::COUNT)}": "{move || count().0}" / "{move || count().1}</p>
        <Show when=move || complete.get()><p class="nl-paragraph">{tr(words::COMPLETE)}</p></Show>
        {one}
        <details class="more">
            <summary class="more__open">{tr(words::ALL)}</summary>
            <ol class="sentences">{rows}</ol>
        </details>
    }
}

/// The sentence at hand.
#[component]
fn One(desk: Desk, sentence: String) -> impl IntoView {
    let fresh = RwSignal::new(None::<Sound>);
    let text = StoredValue::new(sentence.clone());
    let keep = Callback::new(move |sound: Option<Sound>| {
        let cut = |one: &Option<Sound>| one.as_ref().is_some_and(|one| one.cut);
        // Half a sentence is not for children: it can be heard here, and nothing that is kept makes way for it.
        let aside = cut(&sound) || (sound.is_none() && fresh.with_untracked(cut));
        fresh.set(sound.clone());
        if aside {
            return;
        }
        desk.of.keep.run((text.get_value(), sound));
    });
    let is_kept = move || text.with_value(|text| desk.has(text));
    // What was recorded just now is heard in the recorder itself.
    let before = move || {
        (is_kept() && fresh.with(Option::is_none)).then(|| desk.of.before.run(text.get_value()))
    };
    let next = move |_| desk.now.set(untrack(|| desk.next()));
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
