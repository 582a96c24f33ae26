//! Which werkgebied lies open: one that is here already, one to be invited to, or a new one. One next step.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;
use model::about::Kind;
use model::table::TABLES;
use model::werkgebied::Command;
use rules::region::{Region, regions};
use rules::text::Text;

use super::room::Room;
use crate::components::choose::Choose as ChooseOne;
use crate::components::field::Field;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::page::Page;
use crate::components::spaces_here::SpacesHere;
use crate::i18n::{tr, tr_maybe, tr_signal, use_lang};
use crate::platform::spawn;
use crate::texts::werkgebied::{self as words, start};

#[component]
pub fn Choose() -> impl IntoView {
    let Some(room) = Room::get() else { return ().into_any() };
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(start::NOTE, start::NOTE_BODY));
    }
    view! {
        <Page title=tr_signal(words::WERKGEBIED)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(start::LEAD)}</p>
            <SpacesHere kind=Kind::Werkgebied heading=start::HERE />
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
    let lang = use_lang();
    let all: StoredValue<Vec<Region>> = StoredValue::new(regions().unwrap_or_default());
    let region = RwSignal::new(String::new());
    let area = RwSignal::new(String::new());
    let table = RwSignal::new("werkgebied".to_owned());
    let name = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<Text>);
    all.with_value(|all| {
        region.set(all.first().map(|one| one.slug.clone()).unwrap_or_default());
    });
    let regions = Signal::derive(move || {
        all.with_value(|all| all.iter().map(|one| (one.slug.clone(), one.name.clone())).collect())
    });
    let areas = Memo::new(move |_| {
        let places = all.with_value(|all| {
            let found = all.iter().find(|one| one.slug == region.get());
            found.map(|one| one.werkgebieden.clone()).unwrap_or_default()
        });
        let own = (String::new(), start::OWN_NAME.get(lang.get()).to_owned());
        let named = places.into_iter().map(|place| (place.slug, place.name));
        named.chain(std::iter::once(own)).collect::<Vec<_>>()
    });
    Effect::new(move || {
        let first = areas.with(|areas| areas.first().map(|one| one.0.clone()));
        area.set(first.unwrap_or_default());
    });
    let own = Memo::new(move |_| area.with(String::is_empty));
    let kinds = Signal::derive(move || {
        let name =
            |one: &model::table::Table| (one.slug.to_owned(), one.title.get(lang.get()).to_owned());
        TABLES.iter().map(name).collect::<Vec<_>>()
    });
    let navigate = use_navigate();
    let begin = move |_| {
        let chosen = area.get_untracked();
        let printed = areas.with_untracked(|all| all.iter().find(|one| one.0 == chosen).cloned());
        let typed = name.get_untracked().trim().to_owned();
        let printed = printed.filter(|_| !chosen.is_empty()).map(|one| one.1);
        let title = if typed.is_empty() { printed.unwrap_or_default() } else { typed };
        if title.is_empty() {
            return problem.set(Some(start::NAME_EMPTY));
        }
        let command = Command::Start {
            name: title.clone(),
            table: table.get_untracked(),
            region: region.get_untracked(),
            area: Some(chosen).filter(|area| !area.is_empty()),
        };
        let navigate = navigate.clone();
        spawn(async move {
            let lies_open = || room.area.ledger.space();
            if room.app.begin_in(&Kind::Werkgebied, &title, lies_open).await.is_err() {
                let _ = problem.try_set(Some(words::NOT_OPEN));
                return;
            }
            if room.done(command) {
                navigate("/werkgebied", Default::default());
            }
        });
    };
    view! {
        <ChooseOne label=start::REGION options=regions chosen=region on_choose=move |slug| region.set(slug) />
        <ChooseOne label=start::AREA options=areas chosen=area on_choose=move |slug| area.set(slug) />
        <Show when=move || own.get()>
            <Field label=start::NAME value=name error=tr_maybe(move || problem.get()) on_change=move |text| name.set(text) />
        </Show>
        <ChooseOne label=start::KIND options=kinds chosen=table on_choose=move |slug| table.set(slug) />
        <p>
            <button type="button" class="nl-button nl-button--primary" on:click=begin>
                {tr(start::BEGIN)} <Drawn icon=Icon::Forward />
            </button>
        </p>
    }
}
