//! "Lees voor": one button that reads a text sentence by sentence and shows which. In the recording of an adult where there is
//! one, else in the voice of the device, once an adult heard that it speaks good Dutch; nothing is ever read unasked
//! (VOORLEES-1 to VOORLEES-4).

use std::collections::BTreeMap;

use leptos::prelude::*;
use model::attachment::Attachment;
use model::leerlingenraad::voice;
use replica::id::SpaceId;
use rules::text::Text;

use crate::components::audio::joined;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::platform::{recorder, spawn, speech};
use crate::state::AppState;
use crate::texts::leerlingenraad::kring as words;

/// With which voice is read, as a context. `Copy`.
#[derive(Clone, Copy)]
pub struct Aloud {
    /// Whether somebody heard the voice of this device and found it good.
    pub on: RwSignal<bool>,
    /// What adults recorded.
    pub recorded: RwSignal<Recorded>,
}

/// Recordings that are on this device, by the name of their sentence, and the space in which they lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    pub space: Option<SpaceId>,
    pub all: BTreeMap<String, Attachment>,
}

impl Recorded {
    fn of(&self, sentence: &str) -> Option<(SpaceId, Attachment)> {
        Some((self.space?, self.all.get(&voice::name(sentence))?.clone()))
    }
}

impl Aloud {
    /// For everything below.
    pub fn provide() -> Self {
        let aloud = Self { on: RwSignal::new(false), recorded: RwSignal::new(Recorded::default()) };
        provide_context(aloud);
        aloud
    }

    /// Whether all of these can be heard.
    fn can_read(self, sentences: &[String]) -> bool {
        let has = |all: &Recorded| sentences.iter().all(|one| all.of(one).is_some());
        self.on.get() || self.recorded.with(has)
    }
}

/// What is being read. `Copy`.
#[derive(Clone, Copy)]
struct Reader {
    aloud: Option<Aloud>,
    sentences: Memo<Vec<String>>,
    at: RwSignal<Option<usize>>,
    /// Which reading this is: what is left of an earlier one is not heard any more.
    round: StoredValue<u32>,
}

impl Reader {
    fn begin(self) {
        self.stop();
        if let Some(round) = self.round.try_get_value() {
            self.go(round, 0);
        }
    }

    fn stop(self) {
        self.round.try_update_value(|round| *round = round.wrapping_add(1));
        let _ = self.at.try_set(None);
        speech::stop();
        recorder::tape().hush.run(());
    }

    fn is_now(self, round: u32) -> bool {
        self.round.try_get_value() == Some(round)
    }

    /// Reads this sentence, and then the next.
    fn go(self, round: u32, number: usize) {
        if !self.is_now(round) {
            return;
        }
        let sentence = self.sentences.try_with_untracked(|all| all.get(number).cloned()).flatten();
        let _ = self.at.try_set(sentence.is_some().then_some(number));
        let (Some(sentence), Some(aloud)) = (sentence, self.aloud) else { return };
        let recorded = aloud.recorded.try_with_untracked(|all| all.of(&sentence)).flatten();
        let (Some((space, sound)), Some(app)) = (recorded, AppState::get()) else {
            return self.say(round, number, sentence);
        };
        spawn(async move {
            match joined(app, space, vec![sound]).await {
                Ok(sound) if self.is_now(round) => {
                    let next = Callback::new(move |_| self.next(round, number));
                    recorder::tape().play.run((sound, next));
                }
                Ok(_) => {}
                Err(_) => self.say(round, number, sentence),
            }
        });
    }

    /// Once after each sentence, however often the browser tells that it is over.
    fn next(self, round: u32, number: usize) {
        if self.is_now(round) && self.at.try_get_untracked().flatten() == Some(number) {
            self.go(round, number + 1);
        }
    }

    /// In the voice of the device, where somebody found it good.
    fn say(self, round: u32, number: usize, sentence: String) {
        let on = self.aloud.and_then(|aloud| aloud.on.try_get_untracked());
        if on != Some(true) {
            return self.next(round, number);
        }
        speech::read(&[sentence], move |now| {
            if now.is_none() {
                self.next(round, number);
            }
        });
    }
}

/// Texts that are read after what is shown, such as the names of what can be chosen.
pub fn also(all: Vec<Text>) -> Signal<Vec<String>> {
    let lang = use_lang();
    Signal::derive(move || all.iter().map(|text| text.get(lang.get()).to_owned()).collect())
}

/// A text that can be read aloud; each sentence is marked while it is read. `also` is read after it and stands elsewhere.
#[component]
pub fn ReadAloud(
    #[prop(into)] text: Signal<String>,
    #[prop(into, optional)] also: Signal<Vec<String>>,
) -> impl IntoView {
    let shown_sentences = Memo::new(move |_| voice::sentences(&text.get()));
    let sentences = Memo::new(move |_| {
        let after = also.get();
        let after = after.iter().flat_map(|text| voice::sentences(text));
        shown_sentences.get().into_iter().chain(after).collect::<Vec<_>>()
    });
    let aloud = use_context::<Aloud>();
    let (at, round) = (RwSignal::new(None), StoredValue::new(0));
    let reader = Reader { aloud, sentences, at, round };
    on_cleanup(move || reader.stop());
    let can = Memo::new(move |_| {
        aloud.is_some_and(|aloud| sentences.with(|sentences| aloud.can_read(sentences)))
    });
    let read = move |_| {
        if at.get_untracked().is_some() { reader.stop() } else { reader.begin() }
    };
    let shown = move || {
        let one = |(number, sentence): (usize, String)| {
            view! {
                <span class="aloud__sentence" class:aloud__sentence--now=move || at.get() == Some(number)>{sentence}" "</span>
            }
        };
        shown_sentences.get().into_iter().enumerate().map(one).collect_view()
    };
    view! {
        <span class="aloud">
            <span class="aloud__text">{shown}</span>
            <Show when=move || can.get()>
                <button type="button" class="child__small aloud__button" on:click=read>
                    <Drawn icon=Icon::Hear />
                    {move || if at.get().is_some() { tr(words::STOP_READING)() } else { tr(words::READ)() }}
                </button>
            </Show>
        </span>
    }
}
