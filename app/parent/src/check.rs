//! Reading it all again before it goes, with who will see it said once more (OUD-6).

use leptos::prelude::*;
use model::ouder::{Step, Word};

use crate::say::Say;
use crate::sound::Tone;

pub(crate) fn page(say: Say) -> AnyView {
    let asked = say.sheet.with_value(|sheet| sheet.questions.clone());
    let rows = asked.into_iter().enumerate().map(|(place, asked)| {
        let (lang, dir) = Say::own_language(&asked).unzip();
        let (asked, change) = (StoredValue::new(asked), Step::Question { place, from_check: true });
        let question = move || asked.with_value(|asked| say.question(asked));
        view! {
            <li class="ouder__na">
                <h2 class="nl-heading nl-heading--level-3" lang=lang dir=dir>{question}</h2>
                {move || answer(say, &asked.with_value(|asked| asked.id.clone()))}
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| say.go(change)>
                    {say.tr(Word::Wijzig)} <span class="visually-hidden">": "{question}</span>
                </button>
            </li>
        }
    });
    let sees = move || {
        let people = say.sheet.with_value(|sheet| sheet.sees.join(", "));
        say.with(Word::WieZiet, &[("mensen", &people)])
    };
    let calls = move || say.draft.with(|draft| draft.wants_call());
    let rows = rows.collect_view();
    view! {
        <ol class="ouder__lijst">{rows}</ol>
        <Show when=calls>
            <div class="utrecht-form-field">
                <label class="utrecht-form-label" for="ouder-telefoon">{say.tr(Word::Telefoon)}</label>
                <input
                    id="ouder-telefoon"
                    class="utrecht-textbox"
                    type="tel"
                    dir="ltr"
                    autocomplete="off"
                    prop:value=move || say.draft.with(|draft| draft.phone.clone())
                    on:input=move |event| say.change(|draft| draft.phone = event_target_value(&event))
                />
            </div>
        </Show>
        <p class="nl-paragraph">{sees}</p>
        <p class="actions ouder__knoppen">
            <button type="button" class="nl-button nl-button--primary" on:click=move |_| say.port.send.run(())>{say.tr(Word::Verstuur)}</button>
        </p>
    }
    .into_any()
}

/// What was said, as it will be read.
pub(crate) fn answer(say: Say, question: &str) -> AnyView {
    let answer = say.draft.with(|draft| draft.answer(question));
    if answer.is_empty() {
        return view! { <p class="quiet">{say.word(Word::Leeg)}</p> }.into_any();
    }
    let pictures = say.of(|words| {
        answer.pictures.iter().map(|one| words.picture(*one)).collect::<Vec<_>>().join(", ")
    });
    let spoken = answer
        .spoken
        .as_ref()
        .map(|one| say.tone(if one.cut { Tone::Cut } else { Tone::Is }, one.seconds));
    let (code, words) = (answer.language.code(), answer.words);
    view! {
        {(!pictures.is_empty()).then(|| view! { <p class="nl-paragraph">{pictures}</p> })}
        {(!words.trim().is_empty()).then(|| view! { <p class="nl-paragraph ouder__woorden" lang=code dir="auto">{words}</p> })}
        {spoken.map(|spoken| view! { <p class="nl-paragraph">{spoken}</p> })}
        {answer.rather_tell.then(|| view! { <p class="nl-paragraph">{say.word(Word::VertelUitleg)}</p> })}
    }
    .into_any()
}
