//! The frame of a parent's pages: one heading that gets the focus, the language, the page itself, and whom to call.

use std::collections::BTreeMap;

use leptos::html::H1;
use leptos::prelude::*;
use model::ouder::{Choice, Draft, Language, Sheet, Step, Word};

use crate::say::Say;
use crate::sound::{Sound, Tape};
use crate::{allow, check, done, plan, question, start};

/// What whoever shows the pages does for them.
#[derive(Clone, Copy)]
pub struct Port {
    /// The draft changed: keep it.
    pub changed: Callback<()>,
    /// The story goes.
    pub send: Callback<()>,
    /// A choice about the plan is signed and goes.
    pub choose: Callback<Choice>,
    /// A yes or no to one receiver, by id.
    pub allow: Callback<(String, bool)>,
    /// Everything of this letter goes from this device.
    pub wipe: Callback<()>,
    pub print: Callback<()>,
    /// Saves a text as a file; nothing where that file would be of somebody else.
    pub save: Option<Callback<String>>,
    /// Something is not at the server yet.
    pub waits: Signal<bool>,
    /// Tries once more to send what waits.
    pub again: Callback<()>,
    /// Why it does not leave now: no network, a letter that was withdrawn, a recording that cannot be read; or why it was not erased.
    pub stuck: Signal<Option<Word>>,
    /// Whether the draft is on the disk; nothing while it is being written.
    pub kept: Signal<Option<bool>>,
    /// The letter lies at another server than this device knew.
    pub other: Signal<bool>,
    /// Reads the page aloud, or stops; nothing where whoever shows the pages has no voice.
    pub voice: Option<Voice>,
    /// Speaking instead of writing; nothing where whoever shows the pages has no place for a recording.
    pub sounds: Option<Sounds>,
    /// How the page that is shown goes back, where it has something to finish first; for a button of the browser.
    pub back: StoredValue<Option<Callback<()>>>,
    /// On the school's tablet, together: nothing is kept, an interpreter may be named, and the plan is not chosen about here.
    pub together: bool,
}

/// Reading aloud: recordings where there are any, else the device itself (VOORLEES-1 to VOORLEES-3).
#[derive(Clone, Copy)]
pub struct Voice {
    /// Whether the device has a voice for this language.
    pub speaks: Callback<Language, bool>,
    /// Whether sentences of this language were recorded.
    pub recorded: Callback<Language, bool>,
    /// Whether the device's own voice may say what was not.
    pub own: Callback<bool>,
    /// Whether it reads now, and not while it stands still; nothing when it does neither.
    pub at: Signal<Option<bool>>,
    /// Begins, stands still, goes on.
    pub read: Callback<Language>,
    /// From the beginning of the page.
    pub again: Callback<Language>,
    pub slower: Callback<bool>,
    pub hush: Callback<()>,
}

/// Recordings beside answers (OUD-3).
#[derive(Clone, Copy)]
pub struct Sounds {
    pub tape: Tape,
    /// Those of this letter, by their name, in memory.
    pub here: RwSignal<BTreeMap<String, Sound>>,
    /// One came, or goes (nothing): on the disk as in memory.
    pub keep: Callback<(String, Option<Sound>)>,
    /// Saves one as a file; nothing where that file would be of somebody else.
    pub save: Option<Callback<Sound>>,
}

/// The pages of one letter.
#[component]
pub fn ParentPages(sheet: Sheet, draft: RwSignal<Draft>, port: Port) -> impl IntoView {
    let say = Say::new(sheet, draft, port);
    let step = Memo::new(move |_| draft.with(|draft| draft.step));
    let heading = NodeRef::<H1>::new();
    // Whatever takes these pages away: they are not read on.
    on_cleanup(move || port.voice.iter().for_each(|voice| voice.hush.run(())));
    Effect::new(move |before: Option<Step>| {
        let now = step.get();
        let moved = before.is_some_and(|before| before != now);
        if let (true, Some(voice)) = (moved, port.voice) {
            voice.hush.run(());
        }
        if moved && let Some(heading) = heading.get_untracked() {
            let _ = heading.focus();
        }
        now
    });
    let own = move || match step.get() {
        Step::Question { place, .. } => {
            say.sheet.with_value(|sheet| sheet.questions.get(place).and_then(Say::own_language))
        }
        _ => None,
    };
    let page = move || match step.get() {
        Step::Start => start::page(say),
        Step::Question { place, from_check } => question::page(say, place, from_check),
        Step::Check => check::page(say),
        Step::Done => done::page(say),
        Step::Plan => plan::page(say),
        Step::Sign(choice) => plan::sign(say, choice),
        Step::Chosen => plan::chosen(say),
        Step::Allow { place } => allow::page(say, place),
    };
    view! {
        <section class="ouder" lang=move || say.language.get().code() dir=move || say.language.get().direction()>
            <Languages say />
            <h1 node_ref=heading class="nl-heading nl-heading--level-1 ouder__kop" tabindex="-1" lang=move || own().map(|one| one.0) dir=move || own().map(|one| one.1)>{move || title(say, step.get())}</h1>
            {page}
            <Foot say />
        </section>
    }
}

fn title(say: Say, step: Step) -> String {
    match step {
        Step::Start if say.sheet.with_value(|sheet| sheet.questions.is_empty()) => {
            say.word(Word::PlanTitel)
        }
        Step::Start => say.word(Word::StartTitel),
        Step::Question { place, .. } => say.sheet.with_value(|sheet| {
            sheet.questions.get(place).map(|asked| say.question(asked)).unwrap_or_default()
        }),
        Step::Check => say.word(Word::Nalezen),
        Step::Done if say.sheet.with_value(|sheet| sheet.questions.is_empty()) => {
            say.word(Word::PlanTitel)
        }
        Step::Done if say.port.waits.get() => say.word(Word::Klaar),
        Step::Done => say.word(Word::Verstuurd),
        Step::Allow { place } => allow::title(say, place),
        Step::Plan => say.word(Word::PlanTitel),
        Step::Sign(choice) => say.with(Word::Klopt, &[("keuze", &say.choice(choice))]),
        Step::Chosen => match say.draft.with(|draft| draft.chosen.as_ref().map(|one| one.0)) {
            Some(Choice::Ingetrokken) => say.word(Word::Ingetrokken),
            Some(choice) => say.with(Word::PlanKlaar, &[("keuze", &say.choice(choice))]),
            None => say.word(Word::PlanTitel),
        },
    }
}

/// On every page: another language, with the answers as they are (OUD-5).
#[component]
fn Languages(say: Say) -> impl IntoView {
    let choose = move |event| {
        if let Some(language) = Language::of(&event_target_value(&event)) {
            if let Some(voice) = say.port.voice {
                voice.hush.run(());
            }
            say.change(|draft| draft.language = language);
        }
    };
    let options = Language::ALL.map(|language| {
        view! {
            <option value=language.code() lang=language.code() prop:selected=move || say.language.get() == language>
                {language.name()}
            </option>
        }
    });
    let unchecked = move || say.of(|words| words.checked.is_none());
    view! {
        <div class="ouder__taal">
            <label class="utrecht-form-label" for="ouder-taal">{say.tr(Word::Taal)}</label>
            <select id="ouder-taal" class="utrecht-select" on:change=choose>{options}</select>
            <Show when=move || unchecked() && say.language.get() != Language::Nl>
                <p class="quiet">{say.tr(Word::NietNagekeken)}</p>
            </Show>
            {say.port.voice.map(|voice| view! { <Aloud say voice /> })}
        </div>
    }
}

/// On every page: reading it aloud; where there is no voice, why not, on the first page (VOORLEES-4). It never begins by itself.
#[component]
fn Aloud(say: Say, voice: Voice) -> impl IntoView {
    let asks = RwSignal::new(false);
    let heard = move || say.draft.with(|draft| draft.heard.get(&draft.language).copied());
    let speaks = move || {
        let language = say.language.get();
        voice.recorded.run(language) || voice.speaks.run(language) && heard() != Some(false)
    };
    let speak = move |_| {
        let language = say.language.get_untracked();
        asks.set(voice.speaks.run(language));
        voice.own.run(untrack(heard) != Some(false));
        voice.read.run(language);
    };
    let word = move || {
        say.word(match voice.at.get() {
            None => Word::Voorlezen,
            Some(true) => Word::Pauze,
            Some(false) => Word::LeesVerder,
        })
    };
    let again = move |_| voice.again.run(say.language.get_untracked());
    let slow = RwSignal::new(false);
    let slower = move |_| {
        slow.update(|slow| *slow = !*slow);
        voice.slower.run(slow.get_untracked());
    };
    let why =
        move || say.word(if heard() == Some(false) { Word::StemNietGoed } else { Word::GeenStem });
    // Said once: on every page it reads as if something were broken.
    let is_first = move || say.draft.with(|draft| draft.step == Step::Start);
    let is_hidden = move || heard() == Some(false);
    let anew = move |_| {
        say.change(|draft| {
            draft.heard.remove(&draft.language);
        });
    };
    let without = move || {
        view! {
            <Show when=move || is_first() || is_hidden()><p class="quiet">{why}</p></Show>
            <Show when=is_hidden>
                <p class="ouder__voor"><button type="button" class="nl-button nl-button--secondary" on:click=anew>{say.tr(Word::Opnieuw)}</button></p>
            </Show>
        }
    };
    view! {
        <Show when=speaks fallback=without>
            <p class="ouder__voor">
                <button type="button" class="nl-button nl-button--secondary" on:click=speak>{word}</button>
                <Show when=move || voice.at.get().is_some()>
                    <button type="button" class="nl-button nl-button--secondary" on:click=again>{say.tr(Word::LeesWeer)}</button>
                    <button type="button" class="nl-button nl-button--secondary" aria-pressed=move || slow.get().to_string() on:click=slower>{say.tr(Word::Langzamer)}</button>
                </Show>
            </p>
        </Show>
        <Heard say voice asks />
    }
}

/// "Hoort u dit goed?", while it is heard, until it was answered for that language: a no hides the voice and says why.
#[component]
fn Heard(say: Say, voice: Voice, asks: RwSignal<bool>) -> impl IntoView {
    let unsaid = move || say.draft.with(|draft| !draft.heard.contains_key(&draft.language));
    let answer = move |good: bool| {
        if !good {
            voice.hush.run(());
        }
        say.change(|draft| {
            draft.heard.insert(draft.language, good);
        });
    };
    view! {
        <Show when=move || asks.get() && voice.at.get().is_some() && unsaid()>
            <p class="ouder__voor">
                <span role="status">{say.tr(Word::Hoort)}</span>
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| answer(true)>{say.tr(Word::Ja)}</button>
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| answer(false)>{say.tr(Word::Nee)}</button>
            </p>
        </Show>
    }
}

/// On every page: whom to call, and whether it is kept.
#[component]
fn Foot(say: Say) -> impl IntoView {
    let has_phone = say.sheet.with_value(|sheet| !sheet.phone.is_empty());
    let kept = move || (!say.port.together).then(|| say.port.kept.get()).flatten();
    let saved = move || (kept() == Some(true)).then(|| say.word(Word::Bewaard));
    let lost = move || (kept() == Some(false)).then(|| say.word(Word::NietBewaard));
    view! {
        <footer class="ouder__voet">
            <p class="nl-paragraph" role="status">{move || say.port.other.get().then(|| say.word(Word::AndereServer))}</p>
            {has_phone.then(|| view! { <p class="nl-paragraph">{say.tr(Word::Bel)}</p> })}
            // Not read out: it would speak at every key.
            <p class="quiet">{saved}</p>
            <p class="nl-paragraph" role="alert">{lost}</p>
        </footer>
    }
}
