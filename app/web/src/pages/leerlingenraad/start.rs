//! Which leerlingenraad lies open: one that is here already, one to be invited to, or a new one. One next step.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;
use model::about::Kind;
use model::leerlingenraad::Command;
use rules::region::{Region, regions};
use rules::text::Text;

use super::room::Room;
use crate::components::choose::Choose as ChooseOne;
use crate::components::field::Field;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::page::Page;
use crate::components::spaces_here::SpacesHere;
use crate::i18n::{tr, tr_maybe, tr_signal};
use crate::platform::spawn;
use crate::texts::leerlingenraad::{self as words, start};

#[component]
pub fn Choose() -> impl IntoView {
    let Some(room) = Room::get() else { return ().into_any() };
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::NOTE_PLAN, words::NOTE_PLAN_BODY));
        kantlijn.put(Note::text(words::NOTE_SAFE, words::NOTE_SAFE_BODY));
    }
    view! {
        <Page title=tr_signal(words::ROOM)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(start::LEAD)}</p>
            <SpacesHere kind=Kind::Leerlingenraad heading=start::HERE />
            <h2 class="nl-heading nl-heading--level-2">{tr(start::NEW)}</h2>
            <New room />
            <p class="nl-paragraph">
                {tr(start::INVITED)} " "
                <A href="/meedoen" attr:class="nl-link">{tr(start::INVITED_GO)}</A>
            </p>
        </Page>
    }
    .into_any()
}

#[component]
fn New(room: Room) -> impl IntoView {
    let all: Vec<Region> = regions().unwrap_or_default();
    let region = RwSignal::new(all.first().map(|one| one.slug.clone()).unwrap_or_default());
    let names: Vec<(String, String)> = all.into_iter().map(|one| (one.slug, one.name)).collect();
    let names = StoredValue::new(names);
    let name = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<Text>);
    let navigate = use_navigate();
    let begin = move |_| {
        let title = name.get_untracked().trim().to_owned();
        if title.is_empty() {
            return problem.set(Some(start::NAME_EMPTY));
        }
        let command = Command::Start { name: title.clone(), region: region.get_untracked() };
        let navigate = navigate.clone();
        spawn(async move {
            let lies_open = || room.voices.councils.space();
            if room.app.begin_in(&Kind::Leerlingenraad, &title, lies_open).await.is_err() {
                let _ = problem.try_set(Some(words::NOT_OPEN));
                return;
            }
            if room.done(command) {
                navigate("/leerlingenraad", Default::default());
            }
        });
    };
    view! {
        <ChooseOne label=start::REGION options=Signal::derive(move || names.get_value()) chosen=region on_choose=move |slug| region.set(slug) />
        <Field label=start::NAME hint=start::NAME_HINT value=name error=tr_maybe(move || problem.get()) on_change=move |text| name.set(text) />
        <p>
            <button type="button" class="nl-button nl-button--primary" on:click=begin>
                {tr(start::BEGIN)} <Drawn icon=Icon::Forward />
            </button>
        </p>
    }
}
