//! What every part of the budget shares: its name, that it is an exercise, the way to the other parts, undo and print.

use leptos::prelude::*;
use leptos_router::components::A;
use rules::text::Text;

use super::sector::Partnership;
use super::versions::Waiting;
use super::which::{MayOnlyRead, WhichBudget};
use super::work::Work;
use crate::components::alert::{Alert, Tone};
use crate::components::icon::Icon;
use crate::components::page::Page;
use crate::components::tool::Tool;
use crate::i18n::{tr, use_lang};
use crate::platform::page;
use crate::texts::{begroting as words, general};

const PARTS: [(&str, Text); 6] = [
    ("/begroting", words::OVERVIEW),
    ("/begroting/keuzes", words::CHOICES),
    ("/begroting/gegevens", words::DATA),
    ("/begroting/scenarios", words::SCENARIOS),
    ("/begroting/werkgebieden", words::AREAS),
    ("/begroting/terugblik", words::HISTORY),
];

/// One part of the budget.
#[component]
pub fn BudgetPage(work: Work, title: Text, children: Children) -> impl IntoView {
    let lang = use_lang();
    let heading = Signal::derive(move || format!("{}: {}", title.get(lang.get()), work.name()));
    view! {
        <Page title=heading wide=true>
            <div class="budget">
                <div class="budget__top">
                    <p class="budget__exercise">{tr(words::EXERCISE)}</p>
                    <Tools work />
                </div>
                <WhichBudget work />
                <Partnership work />
                <Parts />
                <MayOnlyRead work />
                <Problem work />
                <Waiting work />
                {children()}
            </div>
        </Page>
    }
    .into_any()
}

#[component]
fn Parts() -> impl IntoView {
    let links = PARTS.map(|(path, name)| {
        view! { <li><A href=path exact=true attr:class="parts__link">{tr(name)}</A></li> }
    });
    view! {
        <nav class="parts" aria-label=tr(words::PARTS)>
            <ul class="parts__list">{links}</ul>
        </nav>
    }
}

/// Why the last change was not made.
#[component]
fn Problem(work: Work) -> impl IntoView {
    let lang = use_lang();
    let title = move || work.problem.get().map_or("", |text| text.get(lang.get())).to_owned();
    view! {
        <Show when=move || work.problem.get().is_some()>
            <Alert tone=Tone::Waiting title=Signal::derive(title)>""</Alert>
        </Show>
    }
}

#[component]
fn Tools(work: Work) -> impl IntoView {
    view! {
        <div class="tools">
            <Tool icon=Icon::Undo name=general::UNDO off=Signal::derive(move || !work.can_undo()) act=move || work.undo() />
            <Tool icon=Icon::Redo name=general::REDO off=Signal::derive(move || !work.can_redo()) act=move || work.redo() />
            <Tool icon=Icon::Print name=general::PRINT off=Signal::stored(false) act=page::print />
        </div>
    }
}
