//! The first page: who asks, who sees it, how long it is kept, which steps come; no minutes (OUD-2).

use leptos::prelude::*;
use model::ouder::Word;

use crate::say::{Say, day};

/// A mouth that speaks, an eye, a calendar: each beside its sentence.
const ASKS: &str = "M6 9h26v18H20l-8 8v-8H6ZM36 17h6v16h-4v6l-6-6h-8M13 15h12M13 20h8";
const SEES: &str = "M3 24c10-16 32-16 42 0-10 16-32 16-42 0ZM24 17a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z";
const KEEPS: &str = "M8 12h32v28H8ZM8 20h32M16 7v9M32 7v9M16 30l6 5 10-10";

pub(crate) fn page(say: Say) -> AnyView {
    let sees = move || {
        let people = say.sheet.with_value(|sheet| sheet.sees.join(", "));
        say.with(Word::WieZiet, &[("mensen", &people)])
    };
    let keeps = move || match say.sheet.with_value(|sheet| sheet.keep) {
        Some(until) => say.with(Word::HoeLang, &[("dag", &day(until))]),
        None => say.word(Word::HoeLangOnbekend),
    };
    let count = say.sheet.with_value(|sheet| sheet.questions.len());
    let has_plan = say.sheet.with_value(|sheet| sheet.plan.is_some()) && !say.port.together;
    let steps = move || say.with(Word::Stappen, &[("aantal", &count.to_string())]);
    view! {
        <ul class="ouder__regels">
            <li>{drawing(ASKS)} <p class="nl-paragraph">{say.tr(Word::StartUitleg)}</p></li>
            <li>{drawing(SEES)} <p class="nl-paragraph">{sees}</p></li>
            <li>{drawing(KEEPS)} <p class="nl-paragraph">{keeps}</p></li>
        </ul>
        {(count > 0).then(|| view! { <p class="nl-paragraph">{steps} {has_plan.then(|| view! { " " {say.tr(Word::StappenPlan)} })}</p> })}
        {if say.port.together {
            view! {
                <p class="nl-paragraph">{say.tr(Word::Samen)}</p>
                <Interpreter say />
            }
            .into_any()
        } else {
            view! {
                <p class="nl-paragraph">{say.tr(Word::Nodig)}</p>
                <p class="nl-paragraph">{say.tr(Word::Prive)}</p>
            }
            .into_any()
        }}
        <p class="actions ouder__knoppen">
            <button type="button" class="nl-button nl-button--primary" on:click=move |_| say.next()>{say.tr(Word::Begin)}</button>
        </p>
        {(!say.port.together).then(|| view! {
            <p class="quiet">{say.tr(Word::ZelfdeLink)}</p>
            <p class="quiet">{say.tr(Word::Steunpunt)}</p>
        })}
    }
    .into_any()
}

/// A line drawing of our own.
pub(crate) fn drawing(strokes: &'static str) -> impl IntoView {
    view! {
        <svg class="ouder__beeld" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
            <path d=strokes />
        </svg>
    }
}

/// Who interprets, when it is filled in together (OUD-7).
#[component]
fn Interpreter(say: Say) -> impl IntoView {
    view! {
        <div class="utrecht-form-field">
            <label class="utrecht-form-label" for="ouder-tolk">{say.tr(Word::Tolk)}</label>
            <input
                id="ouder-tolk"
                class="utrecht-textbox"
                type="text"
                autocomplete="off"
                prop:value=move || say.draft.with(|draft| draft.interpreter.clone())
                on:input=move |event| say.change(|draft| draft.interpreter = event_target_value(&event))
            />
        </div>
    }
}
