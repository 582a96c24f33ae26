//! Vandaag: what waits for you and one next step.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::opening::WhenReady;
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::state::budget;
use crate::texts::{shell, today as words};
use rules::text::Text;

#[component]
pub fn Today() -> impl IntoView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::NOTE_LOCAL, words::NOTE_LOCAL_BODY));
        kantlijn.put(Note::text(words::NOTE_MARGIN, words::NOTE_MARGIN_BODY));
    }
    view! {
        <Page title=tr_signal(shell::TODAY)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <WhenReady><NextStep /></WhenReady>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::ALSO)}</h2>
            <ul class="ways">
                <Other path="/werkgebied" name=words::AREA why=words::AREA_WHY />
                <Other path="/leerlingenraad" name=words::VOICES why=words::VOICES_WHY />
                <Other path="/regels" name=words::RULES why=words::RULES_WHY />
                <Other path="/delen" name=words::COPY why=words::COPY_WHY />
            </ul>
        </Page>
    }
}

/// The one thing that waits: to begin with the budget, or to go on with it.
#[component]
fn NextStep() -> impl IntoView {
    let budgets = budget::get();
    let name = move || {
        let view = budgets.and_then(|budgets| budgets.current().view.get())?;
        (!view.is_empty).then(|| view.baseline.name.clone())
    };
    let begun = Memo::new(move |_| name());
    let title = move || if begun.get().is_some() { words::GO_ON } else { words::FIRST_STEP };
    let lang = use_lang();
    view! {
        <section class="next" aria-labelledby="volgende-stap">
            <p class="next__eyebrow">{tr(words::WAITING)}</p>
            <h2 id="volgende-stap" class="nl-heading nl-heading--level-2 next__title">
                {move || title().get(lang.get())}
            </h2>
            <p class="nl-paragraph">{move || begun.get().unwrap_or_else(|| words::FIRST_STEP_WHY.get(lang.get()).to_owned())}</p>
            <A href="/begroting" attr:class="nl-button nl-button--primary">
                <span class="nl-button__label">{tr(words::FIRST_STEP_GO)}</span>
                <Drawn icon=Icon::Forward />
            </A>
        </section>
    }
}

#[component]
fn Other(path: &'static str, name: Text, why: Text) -> impl IntoView {
    view! {
        <li class="ways__item">
            <A href=path attr:class="nl-link ways__link">{tr(name)}</A>
            <p class="ways__why">{tr(why)}</p>
        </li>
    }
}
