//! Why a value is what it is, as deep as the reader wants to go. Draws `rules::explain::Explanation`.

use leptos::prelude::*;
use rules::explain::{Because, Explanation};
use rules::notation::value;
use rules::parameter::Status;
use rules::text::Text;

use crate::components::kantlijn::{SourceLine, label};
use crate::i18n::{tr, use_lang};
use crate::texts::{general, kantlijn as words};

/// The value, the reason in words, the source, and what it was made from. The first level is open.
#[component]
pub fn ExplanationTree(explanation: Explanation) -> impl IntoView {
    let Explanation { value: shown, because, parts, .. } = explanation;
    let lang = use_lang();
    let amount = move || match &shown {
        Some(shown) => value(shown, lang.get()),
        None => general::UNKNOWN.get(lang.get()).to_owned(),
    };
    view! {
        <p class="explanation__value">{amount}</p>
        <Reason because />
        <Parts parts />
    }
}

#[component]
fn Parts(parts: Vec<Explanation>) -> impl IntoView {
    let rows = parts.into_iter().map(|part| view! { <Part part /> }.into_any()).collect_view();
    view! { <ul class="explanation">{rows}</ul> }
}

#[component]
fn Part(part: Explanation) -> impl IntoView {
    let Explanation { label: name, value: shown, because, parts } = part;
    let lang = use_lang();
    let amount = move || match &shown {
        Some(shown) => value(shown, lang.get()),
        None => general::UNKNOWN.get(lang.get()).to_owned(),
    };
    view! {
        <li class="explanation__part">
            <details class="explanation__more">
                <summary class="explanation__row">
                    <span class="explanation__label">{move || label(&name, lang.get())}</span>
                    <bdi class="explanation__amount">{amount}</bdi>
                </summary>
                <Reason because />
                <Parts parts />
            </details>
        </li>
    }
}

/// The reason as a sentence, with its source where there is one.
#[component]
pub fn Reason(because: Because) -> impl IntoView {
    let sentence = sentence(&because);
    let (rule, status, source) = match because {
        Because::Published(source) | Because::Assumed(source) => (None, None, Some(source)),
        Because::Parameter { status, source, .. } => (None, Some(status), Some(source)),
        Because::Rule { id, source } => (Some(id), None, Some(source)),
        _ => (None, None, None),
    };
    let rule = rule.map(|id| {
        let href = format!("/regels/{id}");
        view! { " " <a class="nl-link" href=href>{id}</a> }
    });
    view! {
        <p class="explanation__because">
            {tr(sentence)} {rule}
            {status.map(|status| view! { " " <span class="nl-data-badge">{tr(status_word(status))}</span> })}
        </p>
        {source.map(|source| view! { <SourceLine source /> })}
    }
}

const fn sentence(because: &Because) -> Text {
    match because {
        Because::Entered => words::ENTERED,
        Because::Published(_) => words::PUBLISHED,
        Because::Assumed(_) => words::ASSUMED,
        Because::Parameter { .. } => words::PARAMETER,
        Because::Lever => words::LEVER,
        Because::Sum => words::SUM,
        Because::Difference => words::DIFFERENCE,
        Because::Product => words::PRODUCT,
        Because::Quotient => words::QUOTIENT,
        Because::Largest => words::LARGEST,
        Because::Smallest => words::SMALLEST,
        Because::Share => words::SHARED,
        Because::Rounded => words::ROUNDED,
        Because::Rule { .. } => words::RULE,
        Because::Fixed => words::FIXED,
        Because::NotApplied => words::NOT_APPLIED,
        Because::WouldChange => words::WOULD_CHANGE,
        Because::Finding { .. } => words::FINDING,
        Because::Missing => words::MISSING,
    }
}

/// How firm a parameter row is, in a word.
pub const fn status_word(status: Status) -> Text {
    match status {
        Status::First => words::FIRST,
        Status::Definitive => words::DEFINITIVE,
        Status::Published => words::PUBLISHED_STATUS,
        Status::Derived => words::DERIVED,
        Status::Unverified => words::UNVERIFIED,
        Status::Estimate => words::ESTIMATE,
        Status::Entered => words::SELF_ENTERED,
    }
}
