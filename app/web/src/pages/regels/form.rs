//! The form of *Probeer*: when and where, and one question per field of the rule.

use leptos::prelude::*;
use rules::notation::date;
use rules::region::regions;

use super::question::Question;
use super::trial::{Trial, day_text};
use crate::components::field::{Field, Kind};
use crate::i18n::{tr, tr_maybe, use_lang};
use crate::texts::regels::trial as words;

#[component]
pub fn TrialForm(trial: Trial) -> impl IntoView {
    let fields = trial.rule.fields;
    let questions = fields.iter().enumerate();
    let questions =
        questions.map(|(at, field)| view! { <Question trial at field /> }).collect_view();
    let lists = fields.iter().filter(|field| field.kind.is_list()).count();
    view! {
        <form class="regel-form" novalidate on:submit=|event| event.prevent_default()>
            <fieldset class="regel-form__group">
                <legend class="regel-form__legend">{tr(words::SITUATION)}</legend>
                <Day trial />
                <Region trial />
            </fieldset>
            <fieldset class="regel-form__group">
                <legend class="regel-form__legend">{tr(words::FACTS)}</legend>
                {fields.is_empty().then(|| view! { <p class="nl-paragraph">{tr(words::NO_FACTS)}</p> })}
                {(lists > 1).then(|| view! { <p class="nl-paragraph">{tr(words::ORDER)}</p> })}
                {questions}
            </fieldset>
            <Fill trial />
        </form>
    }
}

/// An example while the form is empty, and from the example back to an empty form.
#[component]
fn Fill(trial: Trial) -> impl IntoView {
    let there = Memo::new(move |_| trial.example().is_some());
    let filled = Memo::new(move |_| trial.is_example());
    view! {
        <Show when=move || there.get()>
            <p class="regel__small">{tr(words::EXAMPLE_WHY)}</p>
            <div class="actions"><button type="button" class="nl-button nl-button--secondary" on:click=move |_| trial.take_example()>{tr(words::EXAMPLE)}</button></div>
        </Show>
        <Show when=move || filled.get()>
            <div class="actions"><button type="button" class="nl-button nl-button--subtle" on:click=move |_| trial.empty()>{tr(words::EMPTY)}</button></div>
        </Show>
    }
}

#[component]
fn Day(trial: Trial) -> impl IntoView {
    let lang = use_lang();
    let better = move || trial.better_day();
    let named = move || better().map(|day| date(day, lang.get())).unwrap_or_default();
    let take = move |_| {
        if let Some(day) = trial.better_day() {
            trial.set_day(day_text(day));
        }
    };
    view! {
        <div id="vraag-peildatum">
            <Field
                label=words::DAY
                hint=words::DAY_HINT
                kind=Kind::Date
                id="peildatum"
                value=Signal::derive(move || trial.day_typed())
                error=tr_maybe(move || trial.day().err())
                on_change=move |typed| trial.set_day(typed)
            />
        </div>
        <Show when=move || better().is_some()>
            <button type="button" class="nl-button nl-button--secondary regel-form__day" on:click=take>
                {tr(words::USE_DAY)} " " {named}
            </button>
        </Show>
    }
}

#[component]
fn Region(trial: Trial) -> impl IntoView {
    let options = regions().unwrap_or_default().into_iter().map(|region| {
        let slug = region.slug.clone();
        let chosen = move || trial.region() == slug;
        view! { <option value=region.slug selected=chosen>{region.name}</option> }
    });
    view! {
        <div class="utrecht-form-field" id="vraag-regio">
            <label class="utrecht-form-label utrecht-form-field__label" for="regio">{tr(words::REGION)}</label>
            <p class="utrecht-form-field-description" id="regio-uitleg">{tr(words::REGION_HINT)}</p>
            <select
                id="regio"
                class="utrecht-select"
                aria-describedby="regio-uitleg"
                on:change=move |event| trial.set_region(event_target_value(&event))
            >
                <option value="" selected=move || trial.region().is_empty()>{tr(words::NO_REGION)}</option>
                {options.collect_view()}
            </select>
        </div>
    }
}
