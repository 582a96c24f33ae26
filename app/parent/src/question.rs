//! One question: own words in any language, a sentence to take over, pictures to choose, or rather telling it (OUD-1, OUD-3, OUD-4).

use leptos::prelude::*;
use model::ouder::{Answer, Asked, Language, Picture, Question, Spoken, Word};

use crate::pages::Sounds;
use crate::say::Say;
use crate::sound::{LIMIT, Recorder, Sound, Tone};
use crate::start::drawing;

/// What one question shares. `Copy`.
#[derive(Clone, Copy)]
struct One {
    say: Say,
    asked: StoredValue<Asked>,
}

impl One {
    fn id(self) -> String {
        self.asked.with_value(|asked| asked.id.clone())
    }

    fn of<T>(self, read: impl FnOnce(&Answer) -> T) -> T {
        self.say.draft.with(|draft| read(&draft.answer(&self.id())))
    }

    fn change(self, change: impl FnOnce(&mut Answer)) {
        self.say.change(|draft| {
            let mut answer = draft.answer(&self.id());
            change(&mut answer);
            draft.put(answer);
        });
    }
}

pub(crate) fn page(say: Say, place: usize, from_check: bool) -> AnyView {
    let Some(asked) = say.sheet.with_value(|sheet| sheet.questions.get(place).cloned()) else {
        return ().into_any();
    };
    let total = say.sheet.with_value(|sheet| sheet.questions.len());
    let question = asked.question;
    let one = One { say, asked: StoredValue::new(asked) };
    let count = move || {
        let (n, all) = ((place + 1).to_string(), total.to_string());
        say.with(Word::VraagVan, &[("n", &n), ("aantal", &all)])
    };
    let pictures = question.map_or(&[][..], Question::pictures);
    // What is being said is whole before the page goes.
    let (live, leaves) = (RwSignal::new(false), RwSignal::new(None::<bool>));
    let leave = move |on| match say.port.sounds.filter(|_| live.get_untracked()) {
        Some(sounds) => {
            leaves.set(Some(on));
            sounds.tape.stop.run(());
        }
        None => turn(say, on),
    };
    Effect::new(move || {
        if !live.get()
            && let Some(on) = leaves.get_untracked()
        {
            turn(say, on);
        }
    });
    say.port.back.set_value(Some(Callback::new(move |()| leave(false))));
    on_cleanup(move || say.port.back.set_value(None));
    let onward = if from_check { Word::NaarNalezen } else { Word::Verder };
    view! {
        <p class="quiet">{count}</p>
        {(!pictures.is_empty()).then(|| view! { <Pictures one pictures /> })}
        <Words one />
        {say.port.sounds.map(|sounds| view! { <Speak one sounds live /> })}
        <InWhich one />
        {question.map(|question| view! { <Examples one question /> })}
        <Rather one />
        <p class="actions ouder__knoppen">
            <button type="button" class="nl-button nl-button--primary" on:click=move |_| leave(true)>{say.tr(onward)}</button>
            {(!from_check).then(|| view! { <button type="button" class="nl-button nl-button--secondary" on:click=move |_| leave(false)>{say.tr(Word::Terug)}</button> })}
        </p>
    }
    .into_any()
}

/// To the page after this one, or before.
fn turn(say: Say, on: bool) {
    if on { say.next() } else { say.back() }
}

#[component]
fn Words(one: One) -> impl IntoView {
    let say = one.say;
    // Nothing in it is checked or completed by somebody else's service.
    view! {
        <div class="utrecht-form-field">
            <label class="utrecht-form-label" for="ouder-antwoord">{say.tr(Word::Antwoord)}</label>
            <textarea
                id="ouder-antwoord"
                class="utrecht-textbox ouder__antwoord"
                rows="5"
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                lang=move || one.of(|answer| answer.language).code()
                prop:value=move || one.of(|answer| answer.words.clone())
                on:input=move |event| {
                    let words = event_target_value(&event);
                    one.change(|answer| answer.words = words);
                }
            ></textarea>
        </div>
    }
}

/// In which language it was said, once something was: before that it looks like the language of the page.
#[component]
fn InWhich(one: One) -> impl IntoView {
    let say = one.say;
    let said = move || one.of(|answer| !answer.words.trim().is_empty() || answer.spoken.is_some());
    let choose = move |event| {
        if let Some(language) = Language::of(&event_target_value(&event)) {
            one.change(|answer| answer.language = language);
        }
    };
    let options = move || {
        Language::ALL.map(|language| {
            let chosen = move || one.of(|answer| answer.language) == language;
            view! { <option value=language.code() prop:selected=chosen>{language.name()}</option> }
        })
    };
    view! {
        <Show when=said>
            <div class="utrecht-form-field">
                <label class="utrecht-form-label" for="ouder-antwoordtaal">{say.tr(Word::TaalAntwoord)}</label>
                <select id="ouder-antwoordtaal" class="utrecht-select" on:change=choose>{options()}</select>
            </div>
        </Show>
    }
}

#[component]
fn Examples(one: One, question: Question) -> impl IntoView {
    let say = one.say;
    let each = (0..Question::EXAMPLES).map(|number| {
        let sentence = move || say.of(|words| say.fill(words.example(question, number), &[]));
        let adopt = move |_| say.change(|draft| draft.adopt(&one.id(), &sentence()));
        view! { <li><button type="button" class="nl-button nl-button--secondary ouder__zin" on:click=adopt>{sentence}</button></li> }
    });
    view! {
        <p class="nl-paragraph" id="ouder-zinnen">{say.tr(Word::Voorbeeld)}</p>
        <ul class="ouder__zinnen" aria-labelledby="ouder-zinnen">{each.collect_view()}</ul>
    }
}

#[component]
fn Pictures(one: One, pictures: &'static [Picture]) -> impl IntoView {
    let say = one.say;
    let each = pictures.iter().map(|picture| {
        let picture = *picture;
        let chosen = move || one.of(|answer| answer.pictures.contains(&picture));
        let turn = move |_| {
            one.change(|answer| match answer.pictures.iter().position(|other| *other == picture) {
                Some(at) => drop(answer.pictures.remove(at)),
                None => answer.pictures.push(picture),
            });
        };
        view! {
            <label class="ouder__plaatje">
                <input type="checkbox" class="ouder__vink" prop:checked=chosen on:change=turn />
                {drawing(picture.strokes())}
                <span>{move || say.of(|words| words.picture(picture).to_owned())}</span>
            </label>
        }
    });
    view! {
        <fieldset class="ouder__plaatjes">
            <legend class="nl-paragraph">{say.tr(Word::Kies)}</legend>
            {each.collect_view()}
        </fieldset>
    }
}

/// A voice instead of words, or beside them.
#[component]
fn Speak(one: One, sounds: Sounds, live: RwSignal<bool>) -> impl IntoView {
    let say = one.say;
    let spoken = move || one.of(|answer| answer.spoken.clone());
    let sound = move || sounds.here.with(|all| all.get(&spoken()?.id).cloned());
    let unread = move || spoken().is_some() && sound().is_none();
    let keep = move |sound: Option<Sound>| {
        let mut now = None;
        if let Some(sound) = sound {
            let mut spoken = Spoken::of(&sound.bytes, &sound.media, sound.seconds);
            spoken.cut = sound.cut;
            sounds.here.update(|all| drop(all.insert(spoken.id.clone(), sound.clone())));
            sounds.keep.run((spoken.id.clone(), Some(sound)));
            now = Some(spoken);
        }
        say.change(|draft| {
            for id in draft.speak(&one.id(), now) {
                sounds.here.update(|all| drop(all.remove(&id)));
                sounds.keep.run((id, None));
            }
        });
    };
    Effect::new(move |before: Option<bool>| {
        let runs = live.get();
        if runs && before == Some(false) {
            say.change(|draft| draft.speaks_anew(&one.id()));
        }
        runs
    });
    let says = move |(tone, seconds): (Tone, u32)| say.tone(tone, seconds);
    view! {
        <p class="nl-paragraph" role="status">{move || unread().then(|| say.word(Word::OpnameEvenNiet))}</p>
        <Recorder tape=sounds.tape limit=LIMIT sound=Signal::derive(sound) keep=Callback::new(keep) says=Callback::new(says) live />
    }
}

/// "Dat weet ik niet, of ik vertel het liever": asks for a call.
#[component]
fn Rather(one: One) -> impl IntoView {
    let say = one.say;
    let chosen = move || one.of(|answer| answer.rather_tell);
    view! {
        <label class="ouder__liever">
            <input type="checkbox" class="ouder__vink" prop:checked=chosen on:change=move |_| one.change(|answer| answer.rather_tell = !answer.rather_tell) />
            <span>{say.tr(Word::Vertel)}</span>
        </label>
        <Show when=chosen>
            <p class="nl-paragraph" role="status">{say.tr(Word::VertelUitleg)}</p>
        </Show>
    }
}
