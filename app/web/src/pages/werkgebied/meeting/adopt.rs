//! The minutes of earlier meetings that are still a concept: this meeting adopts them, and their decisions with them.

use chrono::Datelike;
use leptos::prelude::*;
use leptos_router::components::A;
use model::meeting::minutes::{minutes, when};
use model::meeting::{Command, Phase};

use super::Sitting;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::texts::werkgebied::report as words;

#[component]
pub fn AdoptEarlier(sitting: Sitting) -> impl IntoView {
    let lang = use_lang();
    let room = sitting.room;
    let concepts = Memo::new(move |_| {
        let (id, lang) = (sitting.id.get(), lang.get());
        let earlier: Vec<String> =
            room.of(|view| view.earlier(&id).into_iter().map(|one| one.id.clone()).collect());
        let open = earlier.into_iter().filter_map(|id| {
            let view = room.area.meeting(&id).view.get()?;
            let concept = view.phase() == Phase::Concept;
            concept.then(|| (id, when(view.on, view.at, lang)))
        });
        open.collect::<Vec<_>>()
    });
    let going =
        Memo::new(move |_| matches!(sitting.phase(), Some(Phase::Going | Phase::Preparing)));
    let one = move |(id, day): (String, String)| {
        let href = format!("/werkgebied/vergadering/{id}/verslag");
        let shown = day.clone();
        let adopt = move |_| adopt(sitting, &id);
        view! {
            <li class="removed__one">
                <A href=href attr:class="nl-link">{tr(words::CONCEPT_OF)}" "{day}</A>
                <button type="button" class="nl-button nl-button--secondary" on:click=adopt>
                    <Drawn icon=Icon::Check /> {tr(words::ADOPT)}<span class="visually-hidden">" "{shown}</span>
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || going.get() && concepts.with(|all| !all.is_empty())>
            <section class="part" aria-labelledby="vorig-verslag">
                <h2 id="vorig-verslag" class="nl-heading nl-heading--level-2">{tr(words::EARLIER)}</h2>
                <ul class="plain">{move || concepts.get().into_iter().map(one).collect_view()}</ul>
            </section>
        </Show>
    }
}

/// First the decisions, which get their numbers; then the minutes.
fn adopt(sitting: Sitting, id: &str) {
    let room = sitting.room;
    let (this, day) = (sitting.id.get_untracked(), room.today);
    let ledger = room.area.meeting(id);
    let Some(view) = ledger.read() else { return };
    let register = room.register.get_untracked();
    let made = minutes(id, &view, &register, rules::text::Lang::Nl);
    if let Some(command) = made.adopt(&register, day, &this) {
        let year = view.on.unwrap_or(day).year();
        if !room.ran(room.area.year(year), &command) {
            return;
        }
    }
    if room.ran(ledger, &Command::Adopt { on: day, meeting: this }) {
        room.said.set(Some(words::IS_ADOPTED));
    }
}
