//! *Waarom?* beside what a rule says: the verdict in its own words, and the whole explanation in the kantlijn.

use leptos::prelude::*;
use rules::explain::Label;
use rules::rule::{Answer, rule};
use rules::text::Lang;

use crate::components::explanation::ExplanationTree;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::texts::{kantlijn, werkgebied as words};

/// What the rule is called and what it says, in one sentence each.
pub fn sentence(answer: &Answer, lang: Lang) -> (String, String) {
    let title = rule(answer.rule).map_or(answer.rule, |rule| rule.title.get(lang));
    (title.to_owned(), answer.sentence.get(lang).to_owned())
}

/// A line of a list of rules.
#[component]
pub fn RuleLine(answer: Answer) -> impl IntoView {
    let lang = use_lang();
    let shown = StoredValue::new(answer);
    let title = move || shown.with_value(|one| sentence(one, lang.get()).0);
    let says = move || shown.with_value(|one| sentence(one, lang.get()).1);
    let verdict = move || {
        shown.with_value(|one| {
            let kind = rule(one.rule).map(|rule| rule.kind)?;
            Some(one.verdict.label(kind).get(lang.get()))
        })
    };
    view! {
        <li class="ruled">
            <p class="ruled__title">{title} <Why answer=shown /></p>
            <p class="ruled__says">{verdict}": "{says}</p>
        </li>
    }
}

/// The button; the answer stands in the margin until it is closed.
#[component]
pub fn Why(answer: StoredValue<Answer>) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(unique("waarom"));
    let margin = Kantlijn::get();
    let ask = move |_| {
        let Some(margin) = margin else { return };
        let (title, about) = answer.with_value(|one| {
            (rule(one.rule).map_or(words::RULE, |rule| rule.title), one.rule.to_owned())
        });
        let body = move || {
            let explanation = answer.with_value(|one| one.explanation.clone());
            view! { <ExplanationTree explanation /> }.into_any()
        };
        let note = Note { title: Label { text: title, about }, ..Note::view(words::RULE, body) };
        margin.answer(note, &id.get_value());
    };
    let name = move || answer.with_value(|one| sentence(one, lang.get()).0);
    view! {
        <button type="button" class="why" id=id.get_value() on:click=ask>
            {tr(kantlijn::WHY)}<span class="visually-hidden">" "{name}</span>
        </button>
    }
}
