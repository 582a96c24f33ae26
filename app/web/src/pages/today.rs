//! Vandaag: what waits for you and one next step.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::texts::{shell, today as words};

#[component]
pub fn Today() -> impl IntoView {
    view! {
        <Page title=tr_signal(shell::TODAY)>
            <TodayNotes />
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <section class="next" aria-labelledby="volgende-stap">
                <p class="next__eyebrow">{tr(words::WAITING)}</p>
                <h2 id="volgende-stap" class="nl-heading nl-heading--level-2 next__title">{tr(words::FIRST_STEP)}</h2>
                <p class="nl-paragraph">{tr(words::FIRST_STEP_WHY)}</p>
                <A href="/begroting" attr:class="nl-button nl-button--primary">
                    <span class="nl-button__label">{tr(words::FIRST_STEP_GO)}</span>
                    <Drawn icon=Icon::Forward />
                </A>
            </section>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::ALSO)}</h2>
            <ul class="ways">
                <li class="ways__item">
                    <A href="/regels" attr:class="nl-link ways__link">{tr(words::RULES)}</A>
                    <p class="ways__why">{tr(words::RULES_WHY)}</p>
                </li>
                <li class="ways__item">
                    <A href="/delen" attr:class="nl-link ways__link">{tr(words::COPY)}</A>
                    <p class="ways__why">{tr(words::COPY_WHY)}</p>
                </li>
            </ul>
        </Page>
    }
}

#[component]
fn TodayNotes() -> impl IntoView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::NOTE_LOCAL, words::NOTE_LOCAL_BODY));
        kantlijn.put(Note::text(words::NOTE_MARGIN, words::NOTE_MARGIN_BODY));
    }
}
