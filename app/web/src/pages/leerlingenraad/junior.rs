//! The plan for children: one sheet, on the screen and on paper, with what children said and what became of it. Where each
//! chapter stands in the plan is in the kantlijn, for the adult.

use leptos::prelude::*;
use model::leerlingenraad::junior::{self, Chapter, YEARS};
use model::leerlingenraad::{Theme, View};

use super::frame::RoomPage;
use super::room::Room;
use crate::components::empty::EmptyState;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::picto::{self, Pictogram};
use crate::i18n::{tr, use_lang};
use crate::platform::page as browser;
use crate::texts::leerlingenraad::{self as words, junior as texts};

pub fn page(room: Room) -> AnyView {
    let chapters = junior::chapters(&untrack(|| room.of(|view| view.region.clone())));
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(texts::NOTE_TITLE, texts::NOTE));
        for one in chapters {
            kantlijn.put(Note::view(one.title, || ().into_any()).source(one.source()));
        }
    }
    if chapters.is_empty() {
        return view! {
            <RoomPage room title=words::JUNIOR><EmptyState title=texts::NONE text=texts::NONE_WHY /></RoomPage>
        }
        .into_any();
    }
    let lang = use_lang();
    // On the sheet for the wall the sources take one line; the kantlijn has them chapter by chapter.
    let sources = move || junior::sources(chapters, lang.get());
    let all = chapters.iter().map(|one| view! { <Part one=*one /> }).collect_view();
    view! {
        <RoomPage room title=words::JUNIOR>
            <p class="nl-paragraph nl-paragraph--lead screen-only">{tr(texts::LEAD)}</p>
            <p class="screen-only">
                <button type="button" class="nl-button nl-button--primary" on:click=move |_| browser::print()><Drawn icon=Icon::Print /> {tr(texts::PRINT)}</button>
            </p>
            <article class="junior">
                <h2 class="junior__title">{tr(texts::TITLE)}</h2>
                <p class="junior__years">{tr(YEARS)}</p>
                <div class="junior__parts">{all}<Heard room /></div>
                <p class="junior__sources print-only">{sources}</p>
            </article>
        </RoomPage>
    }
    .into_any()
}

#[component]
fn Part(one: Chapter) -> impl IntoView {
    let says = one.says.iter().map(|line| view! { <li>{tr(*line)}</li> }).collect_view();
    view! {
        <section class="junior__part">
            <Pictogram picto=picto::sticker(one.sticker) />
            <h3 class="junior__head">{tr(one.title)}</h3>
            <ul class="junior__says">{says}</ul>
        </section>
    }
}

/// What children said that counted: of this council, not of the plan.
#[component]
fn Heard(room: Room) -> impl IntoView {
    let lang = use_lang();
    let all = room.memo(|view: &View| junior::heard(view).cloned().collect::<Vec<Theme>>());
    let shown = move || {
        let lang = lang.get();
        let one = |one: Theme| {
            let answer = one.decision.map(|one| one.label().get(lang));
            view! { <li><strong>{one.title.clone()}</strong>": "{answer}". "{one.answer().to_owned()}</li> }
        };
        all.get().into_iter().map(one).collect_view()
    };
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <section class="junior__part junior__part--own">
                <h3 class="junior__head">{tr(texts::HEARD)}</h3>
                <ul class="junior__says">{shown}</ul>
            </section>
        </Show>
    }
}
