//! The outcome: the verdict in a word, the sentence, what is missing, what would change it, and the tree in the
//! kantlijn.

use std::sync::Arc;

use leptos::prelude::*;
use rules::explain::{Because, Explanation};
use rules::notation::value;
use rules::rule::{Answer, Key, Rule, Verdict};
use rules::text::{Lang, Text};

use super::trial::{Trial, day_text};
use crate::components::explanation::ExplanationTree;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note, label};
use crate::i18n::{tr, use_lang};
use crate::platform::{files, page};
use crate::texts::general;
use crate::texts::regels::trial as words;

/// The whole explanation, standing in the margin and changing with the answer.
#[component]
pub fn Margin(trial: Trial) -> impl IntoView {
    let tree = move || {
        let answer = trial.answer.get();
        answer.map(|answer| view! { <ExplanationTree explanation=answer.explanation.clone() /> })
    };
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::view(words::WHY, move || view! { <div>{tree}</div> }.into_any()));
    }
}

#[component]
pub fn TrialOutcome(trial: Trial) -> impl IntoView {
    let lang = use_lang();
    let spoken = Memo::new(move |_| {
        trial.answer.get().map_or_else(
            || words::NO_DAY.get(lang.get()).to_owned(),
            |answer| said(trial.rule, &answer, lang.get()),
        )
    });
    let shown = move || match trial.answer.get() {
        Some(answer) => view! { <Shown trial answer /> }.into_any(),
        None => view! { <p class="nl-paragraph">{tr(words::NO_DAY)}</p> }.into_any(),
    };
    view! {
        <section class="regel-outcome" aria-labelledby="uitkomst">
            <h3 class="nl-heading nl-heading--level-3" id="uitkomst">{tr(words::OUTCOME)}</h3>
            <p class="visually-hidden" role="status">{spoken}</p>
            {shown}
            <Show when=move || trial.has_trouble()>
                <p class="regel__small">{tr(words::NOT_COUNTED)}</p>
            </Show>
            <Keep trial />
        </section>
    }
}

/// What a screen reader says once per change.
fn said(rule: &Rule, answer: &Answer, lang: Lang) -> String {
    let verdict = answer.verdict.label(rule.kind).get(lang);
    let amount = answer.value.as_ref().map(|v| format!(" {}.", value(v, lang))).unwrap_or_default();
    format!("{verdict}. {}{amount}", answer.sentence.get(lang))
}

#[component]
fn Shown(trial: Trial, answer: Arc<Answer>) -> impl IntoView {
    let lang = use_lang();
    let verdict = answer.verdict;
    let (class, icon) = look(verdict);
    let amount = answer.value.clone();
    let amount = amount.map(|v| view! { <p class="regel-outcome__value"><bdi>{move || value(&v, lang.get())}</bdi></p> });
    let tips = answer.explanation.all(|because| matches!(because, Because::WouldChange));
    let clashes = answer.explanation.all(|because| matches!(because, Because::Finding { .. }));
    view! {
        <p class=format!("verdict verdict--{class}")>
            <Drawn icon />
            <strong>{tr(verdict.label(trial.rule.kind))}</strong>
        </p>
        {amount}
        <p class="nl-paragraph">{tr(answer.sentence)} " " {tr(words::meaning(verdict))}</p>
        {answer.signal.then(|| view! { <p class="regel-outcome__signal">{tr(words::SIGNAL)}</p> })}
        <Missing trial names=answer.missing.clone() />
        <Leaves title=words::CHANGES leaves=owned(&tips) />
        <Leaves title=words::FINDINGS leaves=owned(&clashes) />
    }
}

/// Every verdict has its own drawing beside its word; colour only helps.
const fn look(verdict: Verdict) -> (&'static str, Icon) {
    match verdict {
        Verdict::Voldoet => ("yes", Icon::Check),
        Verdict::VoldoetNiet => ("no", Icon::Warning),
        Verdict::NietVanToepassing => ("apart", Icon::Minus),
        Verdict::Onbekend => ("unknown", Icon::Search),
        Verdict::MensBeslist => ("person", Icon::Language),
    }
}

fn owned(leaves: &[&Explanation]) -> Vec<Explanation> {
    leaves.iter().map(|leaf| (*leaf).clone()).collect()
}

#[component]
fn Leaves(title: Text, leaves: Vec<Explanation>) -> impl IntoView {
    if leaves.is_empty() {
        return ().into_any();
    }
    let lang = use_lang();
    let items = leaves.into_iter().map(|leaf| {
        let words = move || match &leaf.value {
            Some(shown) => {
                format!("{}: {}", label(&leaf.label, lang.get()), value(shown, lang.get()))
            }
            None => label(&leaf.label, lang.get()),
        };
        view! { <li>{words}</li> }
    });
    view! {
        <h4 class="regel-outcome__head">{tr(title)}</h4>
        <ul class="list">{items.collect_view()}</ul>
    }
    .into_any()
}

/// What is missing, by name: a field and the region are one tap away, an amount says where to look.
#[component]
fn Missing(trial: Trial, names: Vec<String>) -> impl IntoView {
    if names.is_empty() {
        return ().into_any();
    }
    let mut seen: Vec<String> = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    let items = seen.into_iter().map(|name| view! { <li><MissingOne trial name /></li> });
    view! {
        <h4 class="regel-outcome__head">{tr(words::MISSING)}</h4>
        <ul class="list">{items.collect_view()}</ul>
    }
    .into_any()
}

#[component]
fn MissingOne(trial: Trial, name: String) -> impl IntoView {
    let field = trial.rule.fields.iter().find(|field| field.name == name).map(|field| field.label);
    let text = if name == "regio" { Some(words::REGION) } else { field };
    if let Some(text) = text {
        let to = format!("#vraag-{name} :is(input, select, textarea)");
        let go = move |_| {
            let _ = page::focus(&to);
        };
        return view! { <button type="button" class="regel-outcome__go" on:click=go>{tr(text)}</button> }.into_any();
    }
    let lang = use_lang();
    let named = Key::named(&name).map(Key::label);
    let place = look_in(trial, &name);
    let words = move || {
        let lang = lang.get();
        let named = named.map_or(name.as_str(), |label| label.get(lang));
        let place = place.as_ref().map(|place| format!(", {} {place}", words::LOOK_IN.get(lang)));
        format!("{named}: {}{}", words::NO_ROW.get(lang), place.unwrap_or_default())
    };
    view! { <span>{words}</span> }.into_any()
}

/// The regulation in which the missing amount of that day stands, if that is known.
fn look_in(trial: Trial, key: &str) -> Option<String> {
    let day = trial.day().ok()?;
    trial.parameters.with_untracked(|parameters| {
        let mut gaps = parameters.gaps().filter(|gap| gap.key == key);
        let fits = |gap: &&rules::parameter::Gap| {
            gap.valid_from <= day && gap.valid_to.is_none_or(|end| day <= end)
        };
        gaps.find(fits).map(|gap| gap.look_in.clone())
    })
}

/// The receipt as a file, and the page on paper.
#[component]
fn Keep(trial: Trial) -> impl IntoView {
    let refused = RwSignal::new(false);
    let save = move |_| refused.set(download(trial).is_none());
    view! {
        <p class="regel__small">{tr(words::RECEIPT_WHY)}</p>
        <div class="actions">
            <button type="button" class="nl-button nl-button--secondary" on:click=save>
                <Drawn icon=Icon::Download />
                {tr(words::RECEIPT)}
            </button>
            <button type="button" class="nl-button nl-button--subtle" on:click=move |_| page::print()>
                <Drawn icon=Icon::Print />
                {tr(general::PRINT)}
            </button>
        </div>
        <p role="status">{move || refused.get().then(|| tr(words::REFUSED))}</p>
    }
}

/// `None` when there is no answer yet or the browser refuses.
fn download(trial: Trial) -> Option<()> {
    let answer = trial.answer.get_untracked()?;
    let bytes = serde_json::to_vec_pretty(&*answer).ok()?;
    let day = day_text(answer.receipt.date);
    files::download(&format!("{}-{day}.json", answer.rule), "application/json", &bytes).ok()
}
