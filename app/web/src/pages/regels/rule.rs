//! One rule: what it says, when and where it holds, which amounts it reads, and a place to try it.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use rules::rule::Rule;
use rules::rule::lookup::by_id;

use super::amounts::Amounts;
use super::facts::{Says, Valid, Where};
use super::form::TrialForm;
use super::lost::Lost;
use super::outcome::{Margin, TrialOutcome};
use super::search::PATH;
use super::trial::Trial;
use crate::components::icon::{Drawn, Icon};
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::texts::regels::{self as words, trial as trial_words};

#[component]
pub fn Regel() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    move || match by_id(&id.get()) {
        Some(rule) => view! { <RulePage rule /> }.into_any(),
        None => view! { <Lost asked=id.get() /> }.into_any(),
    }
}

#[component]
fn RulePage(rule: &'static Rule) -> impl IntoView {
    let trial = Trial::of(rule);
    view! {
        <Page title=tr_signal(rule.title)>
            <Margin trial />
            <Kind rule />
            <Says rule />
            <Valid rule />
            <Where rule />
            <Amounts trial />
            <section class="regel__part" aria-labelledby="probeer">
                <h2 class="nl-heading nl-heading--level-2" id="probeer">{tr(trial_words::TRY)}</h2>
                <p class="nl-paragraph">{tr(trial_words::TRY_WHY)}</p>
                <TrialForm trial />
                <TrialOutcome trial />
            </section>
        </Page>
    }
}

/// Number, layer, kind and topic in one line, and the way back to the list.
#[component]
fn Kind(rule: &'static Rule) -> impl IntoView {
    view! {
        <p class="regels__kind">
            <span>{rule.id}</span>
            <span class=format!("layer layer--{}", rule.layer.slug())>{tr(rule.layer.label())}</span>
            <span>{tr(rule.kind.label())}</span>
            <span>{tr(rule.topic.label())}</span>
        </p>
        <A href=PATH attr:class="nl-link regel__back">
            <Drawn icon=Icon::Back />
            {tr(words::BACK_TO_ALL)}
        </A>
    }
}
