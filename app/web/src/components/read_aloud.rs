//! "Lees voor": one button that reads a text sentence by sentence and shows which, waits, goes on and reads once more, and one for
//! slower. In the recording of an adult where there is one, else in the voice of the device, once an adult heard that it speaks
//! good Dutch; nothing is ever read unasked (VOORLEES-1 to VOORLEES-4).

use std::collections::BTreeMap;

use leptos::prelude::*;
use model::attachment::Attachment;
use model::leerlingenraad::voice;
use parent::sound::Sound;
use replica::id::SpaceId;
use rules::text::{Lang, Text};

use crate::components::audio::joined;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::platform::{recorder, spawn, speech};
use crate::state::AppState;
use crate::texts::leerlingenraad::kring as words;

/// What slower is: a voice is still a voice.
const SLOWER: f64 = 0.75;

/// With which voice is read, as a context. `Copy`.
#[derive(Clone, Copy)]
pub struct Aloud {
    /// Whether somebody heard the voice of this device and found it good.
    pub on: RwSignal<bool>,
    /// What adults recorded.
    pub recorded: RwSignal<Recorded>,
    /// Whether the child who sits here wants it slower.
    slow: RwSignal<bool>,
}

/// Recordings that are on this device, by the name of their sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// The space in which the attachments lie.
    pub space: Option<SpaceId>,
    pub all: BTreeMap<String, Attachment>,
    /// What lies beside any space, or came to a tablet that is nobody's. It goes before what lies in the space.
    pub loose: BTreeMap<String, Sound>,
}

/// One recording.
enum Found {
    Loose(Sound),
    In(SpaceId, Attachment),
}

impl Recorded {
    /// Whether nobody recorded anything.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.loose.is_empty()
    }

    fn of(&self, sentence: &str) -> Option<Found> {
        let name = voice::name(sentence);
        if let Some(sound) = self.loose.get(&name) {
            return Some(Found::Loose(sound.clone()));
        }
        Some(Found::In(self.space?, self.all.get(&name)?.clone()))
    }
}

impl Aloud {
    /// For everything below.
    pub fn provide() -> Self {
        let aloud = Self {
            on: RwSignal::new(false),
            recorded: RwSignal::new(Recorded::default()),
            slow: RwSignal::new(false),
        };
        provide_context(aloud);
        aloud
    }

    /// What one child chose is not there for the next.
    pub fn anew() {
        if let Some(aloud) = use_context::<Self>() {
            aloud.slow.set(false);
        }
    }

    /// Whether all of these can be heard.
    fn can_read(self, sentences: &[String], lang: Lang) -> bool {
        let has = |all: &Recorded| sentences.iter().all(|one| all.of(one).is_some());
        self.speaks(lang) || self.recorded.with(has)
    }

    /// Whether the voice of this device reads this language: it is a Dutch one.
    fn speaks(self, lang: Lang) -> bool {
        lang == Lang::Nl && self.on.try_get() == Some(true)
    }
}

/// Where the reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// Nothing was read yet.
    Begin,
    Reads(usize),
    /// It waits in the middle of this sentence, and begins with it again: half a sentence says nothing.
    Waits(usize),
    /// All of it was read.
    End,
}

impl At {
    const fn sentence(self) -> Option<usize> {
        match self {
            Self::Reads(number) | Self::Waits(number) => Some(number),
            Self::Begin | Self::End => None,
        }
    }

    /// What the button does next.
    const fn button(self) -> Text {
        match self {
            Self::Begin => words::READ,
            Self::Reads(_) => words::WAIT,
            Self::Waits(_) => words::READ_ON,
            Self::End => words::READ_AGAIN,
        }
    }
}

/// What is being read. `Copy`.
#[derive(Clone, Copy)]
struct Reader {
    aloud: Option<Aloud>,
    lang: Signal<Lang>,
    sentences: Memo<Vec<String>>,
    at: RwSignal<At>,
    /// Which reading this is: what is left of an earlier one is not heard any more.
    round: StoredValue<u32>,
}

impl Reader {
    /// The one button.
    fn press(self) {
        match self.at.get_untracked() {
            At::Begin | At::End => self.begin(0),
            At::Waits(number) => self.begin(number),
            At::Reads(number) => self.stop(At::Waits(number)),
        }
    }

    /// Slower, or as usual again; the sentence that is being read begins again.
    fn pace(self) {
        let Some(aloud) = self.aloud else { return };
        aloud.slow.update(|slow| *slow = !*slow);
        if let At::Reads(number) = self.at.get_untracked() {
            self.begin(number);
        }
    }

    fn begin(self, number: usize) {
        self.stop(At::Waits(number));
        if let Some(round) = self.round.try_get_value() {
            self.go(round, number);
        }
    }

    fn stop(self, at: At) {
        self.round.try_update_value(|round| *round = round.wrapping_add(1));
        let _ = self.at.try_set(at);
        speech::stop();
        recorder::tape().hush.run(());
    }

    fn is_now(self, round: u32) -> bool {
        self.round.try_get_value() == Some(round)
    }

    fn rate(self) -> f64 {
        let slow = self.aloud.and_then(|aloud| aloud.slow.try_get_untracked());
        if slow == Some(true) { SLOWER } else { 1.0 }
    }

    /// Reads this sentence, and then the next.
    fn go(self, round: u32, number: usize) {
        if !self.is_now(round) {
            return;
        }
        let sentence = self.sentences.try_with_untracked(|all| all.get(number).cloned()).flatten();
        let _ = self.at.try_set(if sentence.is_some() { At::Reads(number) } else { At::End });
        let (Some(sentence), Some(aloud)) = (sentence, self.aloud) else { return };
        match aloud.recorded.try_with_untracked(|all| all.of(&sentence)).flatten() {
            Some(Found::Loose(sound)) => self.play(round, number, sound),
            Some(Found::In(space, sound)) => self.fetch(round, number, sentence, space, sound),
            None => self.say(round, number, &sentence),
        }
    }

    /// Plays what lies in a space.
    fn fetch(self, round: u32, number: usize, words: String, space: SpaceId, sound: Attachment) {
        let Some(app) = AppState::get() else { return self.say(round, number, &words) };
        spawn(async move {
            match joined(app, space, vec![sound]).await {
                Ok(sound) if self.is_now(round) => self.play(round, number, sound),
                Ok(_) => {}
                Err(_) => self.say(round, number, &words),
            }
        });
    }

    fn play(self, round: u32, number: usize, sound: Sound) {
        let next = Callback::new(move |_| self.next(round, number));
        recorder::play(sound, self.rate(), next);
    }

    /// Once after each sentence, however often the browser tells that it is over.
    fn next(self, round: u32, number: usize) {
        if self.is_now(round) && self.at.try_get_untracked() == Some(At::Reads(number)) {
            self.go(round, number + 1);
        }
    }

    /// In the voice of the device, where somebody found it good.
    fn say(self, round: u32, number: usize, sentence: &str) {
        let lang = self.lang.try_get_untracked().unwrap_or_default();
        if !self.aloud.is_some_and(|aloud| untrack(|| aloud.speaks(lang))) {
            return self.next(round, number);
        }
        speech::read(sentence, self.rate(), move || self.next(round, number));
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
    let at = RwSignal::new(At::Begin);
    let lang = use_lang();
    let reader = Reader { aloud, lang, sentences, at, round: StoredValue::new(0) };
    on_cleanup(move || reader.stop(At::Begin));
    let can = Memo::new(move |_| {
        aloud.is_some_and(|aloud| sentences.with(|sentences| aloud.can_read(sentences, lang.get())))
    });
    let shown = move || {
        let one = |(number, sentence): (usize, String)| {
            let now = move || at.get().sentence() == Some(number);
            view! {
                <span class="aloud__sentence" class:aloud__sentence--now=now>{sentence}" "</span>
            }
        };
        shown_sentences.get().into_iter().enumerate().map(one).collect_view()
    };
    let slow = move || aloud.is_some_and(|aloud| aloud.slow.get());
    // One button more only for who listens.
    let listens = move || at.get() != At::Begin || slow();
    view! {
        <span class="aloud">
            <span class="aloud__text">{shown}</span>
            <Show when=move || can.get()>
                <span class="aloud__acts">
                    <button type="button" class="child__small aloud__button" on:click=move |_| reader.press()>
                        <Drawn icon=Icon::Hear /> {move || tr(at.get().button())()}
                    </button>
                    <Show when=listens>
                        <button type="button" class="child__small aloud__button" aria-pressed=move || slow().to_string() on:click=move |_| reader.pace()>{tr(words::SLOWER)}</button>
                    </Show>
                </span>
            </Show>
        </span>
    }
}
