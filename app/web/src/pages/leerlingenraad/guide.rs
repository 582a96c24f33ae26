//! The guide for the gespreksleider: one page, on the screen and on paper.

use leptos::prelude::*;
use leptos_router::components::A;
use rules::text::Text;

use super::council::LastTime;
use super::frame::CouncilPage;
use super::overview::when;
use super::room::Council;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::texts::leerlingenraad::{guide as words, kring};

pub fn page(council: Council) -> AnyView {
    let lang = use_lang();
    let on = council.memo(|one| Some(one.clone()));
    let says = move || on.with(|one| one.as_ref().map(|one| when(one, lang.get())));
    let questions = council.memo(|one| {
        let group = one.group;
        one.asked()
            .map(move |one| (one.clone(), group))
            .map(|(one, group)| (one.id.clone(), one, group))
            .collect::<Vec<_>>()
    });
    let asked = move || {
        let all = questions.get().into_iter();
        all.map(|(_, one, group)| {
            let ways: Vec<&str> = one.ways.iter().map(|way| way.label().get(lang.get())).collect();
            view! { <li>{one.asks(group, lang.get())}<span class="marks">{ways.join(", ")}</span></li> }
        })
        .collect_view()
    };
    let promised = council.text(|one| one.promised.clone());
    view! {
        <CouncilPage council title=super::texts::GUIDE>
            <p class="nl-paragraph nl-paragraph--lead screen-only">{tr(words::LEAD)}</p>
            <p class="nl-paragraph">{says}</p>
            <div class="guide">
                <Steps title=words::BEFORE all=&words::BEFORE_STEPS />
                <Steps title=words::TELL all=&words::TELL_STEPS />
                <section><LastTime council /></section>
                <section>
                    <h2 class="nl-heading nl-heading--level-2">{tr(words::ASK)}</h2>
                    <ol class="guide__list">{asked}</ol>
                </section>
                <Steps title=words::WHILE all=&words::WHILE_STEPS />
                <Steps title=words::AFTER all=&words::AFTER_STEPS />
                <Show when=move || promised.with(|text| !text.is_empty())>
                    <section>
                        <h2 class="nl-heading nl-heading--level-2">{tr(super::texts::PROMISED)}</h2>
                        <p class="nl-paragraph">{promised}</p>
                    </section>
                </Show>
            </div>
            <p class="screen-only">
                <A href=move || council.path("/kring") attr:class="nl-button nl-button--primary">
                    <span class="nl-button__label">{tr(crate::texts::leerlingenraad::TO_CIRCLE)}</span> <Drawn icon=Icon::Forward />
                </A>
            </p>
            <p class="marks">{tr(kring::HAND_WHY)}</p>
        </CouncilPage>
    }
    .into_any()
}

#[component]
fn Steps(title: Text, all: &'static [Text]) -> impl IntoView {
    let lines = all.iter().map(|line| view! { <li>{tr(*line)}</li> }).collect_view();
    view! {
        <section>
            <h2 class="nl-heading nl-heading--level-2">{tr(title)}</h2>
            <ul class="guide__list">{lines}</ul>
        </section>
    }
}
