//! Which dossier lies open: one that is here already, or a new one. The label in the list holds no name.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::about::Kind;
use model::dossier::Command;
use rules::text::Text;

use super::room::Room;
use crate::components::field::Field;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::page::Page;
use crate::components::spaces_here::SpacesHere;
use crate::i18n::{tr, tr_maybe, tr_signal};
use crate::platform::spawn;
use crate::texts::{dossier as words, werkgebied};

#[component]
pub fn Choose() -> impl IntoView {
    let Some(room) = Room::get() else { return ().into_any() };
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::NOTE, words::NOTE_BODY));
    }
    view! {
        <Page title=tr_signal(words::DOSSIER)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <SpacesHere kind=Kind::Dossier heading=words::HERE />
            <h2 class="nl-heading nl-heading--level-2">{tr(words::NEW)}</h2>
            <New room />
        </Page>
    }
    .into_any()
}

#[component]
fn New(room: Room) -> impl IntoView {
    let [label, child, school, asker] = std::array::from_fn(|_| RwSignal::new(String::new()));
    asker.set(
        room.app.me.with_untracked(|me| me.as_ref().map(|me| me.name.clone())).unwrap_or_default(),
    );
    let problem = RwSignal::new(None::<Text>);
    let navigate = use_navigate();
    let begin = move |_| {
        let text = |signal: RwSignal<String>| signal.get_untracked().trim().to_owned();
        let [title, name, school, asker] = [label, child, school, asker].map(text);
        if [&title, &name, &school, &asker].iter().any(|one| one.is_empty()) {
            return problem.set(Some(words::FILL_IN));
        }
        let command = Command::Start { name, school, asker };
        let navigate = navigate.clone();
        spawn(async move {
            let lies_open = || room.ledger.space();
            if room.app.begin_in(&Kind::Dossier, &title, lies_open).await.is_err() {
                let _ = problem.try_set(Some(werkgebied::NOT_OPEN));
                return;
            }
            if room.done(&command) {
                navigate("/dossier", Default::default());
            }
        });
    };
    view! {
        <Field label=words::LABEL hint=words::LABEL_HINT value=label on_change=move |text| label.set(text) />
        <Field label=words::CHILD_NAME value=child on_change=move |text| child.set(text) />
        <Field label=words::SCHOOL value=school on_change=move |text| school.set(text) />
        <Field label=words::ASKER value=asker error=tr_maybe(move || problem.get()) on_change=move |text| asker.set(text) />
        <p>
            <button type="button" class="nl-button nl-button--primary" on:click=begin>
                {tr(words::BEGIN)} <Drawn icon=Icon::Forward />
            </button>
        </p>
    }
}
