//! One question of a rule, drawn by its kind. What was typed stays, also when it cannot be read.

use leptos::prelude::*;
use rules::rule::form::{self, NO, YES};
use rules::rule::{Field as Asked, FieldKind};
use rules::text::Text;

use super::trial::Trial;
use crate::components::field::{Field, Kind};
use crate::components::icon::{Drawn, Icon};
use crate::components::segmented::Segmented;
use crate::i18n::{tr, tr_maybe, use_lang};
use crate::texts::general;
use crate::texts::regels::trial as words;

#[component]
pub fn Question(trial: Trial, at: usize, field: &'static Asked) -> impl IntoView {
    let body = match field.kind {
        FieldKind::YesNo => {
            let choices = vec![(YES, general::YES), (NO, general::NO)];
            view! { <Choose trial at label=field.label choices /> }.into_any()
        }
        FieldKind::Choice(choices) => {
            let choices = choices.iter().map(|choice| (choice.name, choice.label)).collect();
            view! { <Choose trial at label=field.label choices /> }.into_any()
        }
        kind if kind.is_list() => view! { <Lines trial at field /> }.into_any(),
        _ => view! { <OneLine trial at field /> }.into_any(),
    };
    view! {
        <div class="regel-form__question" id=format!("vraag-{}", field.name)>
            {body}
            <Understood trial at field />
        </div>
    }
}

/// A choice in sight, with *weet ik niet* as an answer like the others.
#[component]
fn Choose(
    trial: Trial,
    at: usize,
    label: Text,
    choices: Vec<(&'static str, Text)>,
) -> impl IntoView {
    let names: Vec<&'static str> = choices.iter().map(|(name, _)| *name).collect();
    let chosen = move || {
        let typed = trial.typed(at);
        names.iter().copied().find(|name| *name == typed).unwrap_or_default()
    };
    let mut choices = choices;
    choices.push(("", words::DONT_KNOW));
    view! {
        <Segmented legend=label choices chosen=Signal::derive(chosen) on_choose=move |name| trial.type_in(at, name) />
    }
}

#[component]
fn OneLine(trial: Trial, at: usize, field: &'static Asked) -> impl IntoView {
    let (hint, kind) = match field.kind {
        FieldKind::Count(unit) => (unit, Kind::Number),
        FieldKind::Money => (words::IN_EUROS, Kind::Money),
        FieldKind::Rate => (words::IN_PERCENT, Kind::Number),
        FieldKind::Date => (words::AS_DATE, Kind::Date),
        _ => (words::AS_TEXT, Kind::Words),
    };
    view! {
        <Field
            label=field.label
            hint
            kind
            id=format!("veld-{}", field.name)
            value=Signal::derive(move || trial.typed(at))
            error=tr_maybe(move || trial.trouble(at).map(|trouble| trouble.text))
            on_change=move |typed| trial.type_in(at, &typed)
        />
    }
}

/// A list, one per line.
#[component]
fn Lines(trial: Trial, at: usize, field: &'static Asked) -> impl IntoView {
    let lang = use_lang();
    let id = format!("veld-{}", field.name);
    let (hint_id, error_id) = (format!("{id}-uitleg"), format!("{id}-fout"));
    let wrong = move || trial.trouble(at).is_some();
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || if wrong() { format!("{hint_id} {error_id}") } else { hint_id.clone() }
    };
    let sentence = move || {
        let trouble = trial.trouble(at)?;
        let (lang, line) = (lang.get(), trouble.line.unwrap_or(1));
        Some(format!("{} {line}: {}", words::AT_LINE.get(lang), trouble.text.get(lang)))
    };
    view! {
        <div class="utrecht-form-field" class:utrecht-form-field--invalid=wrong>
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{tr(field.label)}</label>
            <p class="utrecht-form-field-description" id=hint_id>{tr(words::ONE_PER_LINE)}</p>
            <Show when=wrong>
                <p class="utrecht-form-field-error-message field__problem" id=error_id.clone() role="alert">
                    <Drawn icon=Icon::Warning />
                    " "
                    {sentence}
                </p>
            </Show>
            <textarea
                id=id
                class="utrecht-textbox regel-form__lines"
                class:utrecht-textbox--invalid=wrong
                rows="4"
                autocomplete="off"
                spellcheck="false"
                aria-invalid=move || wrong().then_some("true")
                aria-describedby=described
                prop:value=move || trial.typed(at)
                on:change=move |event| trial.type_in(at, &event_target_value(&event))
            ></textarea>
        </div>
    }
}

/// How the text was read, so that a point too many is seen at once.
#[component]
fn Understood(trial: Trial, at: usize, field: &'static Asked) -> impl IntoView {
    let lang = use_lang();
    move || {
        let read = form::understood(field, &trial.typed(at), lang.get())?;
        Some(view! { <p class="regel-form__read">{tr(words::READ_AS)} " " <bdi>{read}</bdi></p> })
    }
}
