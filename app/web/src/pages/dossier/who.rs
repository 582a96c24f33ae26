//! Who sees it: in plain words, with what each parent says about somebody new (PRV-01), who has access with a device, and who read it when.

use leptos::prelude::*;
use leptos_router::components::A;
use model::dossier::watch::of_seeing;
use model::dossier::{Command, Known};
use replica::role::Role;
use rules::rule::rule;

use super::frame::DossierPage;
use super::law::Say;
use super::room::Room;
use crate::components::add_line::AddLine;
use crate::components::field::Field;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::rule_list::RuleList;
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::dossier::who as words;

pub mod access;
pub mod receiver;

pub use receiver::Answers;
use receiver::One;

pub fn page(room: Room) -> AnyView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::NOTE_LOG, words::NOTE_LOG_BODY));
        let source = rule("PRV-01").and_then(|rule| rule.sources.first());
        let note = Note::text(words::NOTE_ASK, words::NOTE_ASK_BODY);
        kantlijn.put(match source {
            Some(cited) => note.source(cited.source()),
            None => note,
        });
    }
    let seers = room.memo(|view| view.seers());
    let receivers =
        room.memo(|view| view.receivers.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let has_plan = room.memo(|view| !view.region.is_empty());
    let why = RwSignal::new(String::new());
    let propose = move |name| {
        let said = why.get_untracked();
        let done =
            room.done(&Command::Propose { id: random::id(), name, why: said, on: room.today });
        if done {
            why.set(String::new());
        }
        done
    };
    let rules = move || {
        let Some(view) = room.view.get() else { return Vec::new() };
        let writes = writes(room);
        let all = room.with_rules(|context| of_seeing(&view, writes, context));
        all.into_iter().map(|one| one.answer).collect()
    };
    view! {
        <DossierPage room title=words::WHO>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <ul>{move || seers.get().into_iter().map(|one| view! { <li class="nl-paragraph"><bdi>{one}</bdi></li> }).collect_view()}</ul>
            <For each=move || receivers.get() key=|id| id.clone() let:id><One room id /></For>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::SOMEBODY_NEW)}</h2>
            <Field label=words::RECEIVER_WHY value=why on_change=move |text| why.set(text) />
            <AddLine label=words::RECEIVER on_add=propose />
            <access::Invitations room />
            <People room />
            <Read room />
            <Show when=move || has_plan.get()>
                <h2 class="nl-heading nl-heading--level-2">{tr(words::PRIVACY_RULES)}</h2>
                <p class="nl-paragraph">{tr(words::PRIVACY_RULES_WHY)}</p>
                <Say room what=Known::Reglement />
                <Say room what=Known::Rechten />
                <Say room what=Known::Klacht />
            </Show>
            <RuleList answers=rules />
        </DossierPage>
    }
    .into_any()
}

/// Whether somebody who was let in may change something.
fn writes(room: Room) -> bool {
    room.view.track();
    let Some(space) = room.ledger.space() else { return false };
    let cards = room.app.cards(space, use_lang().get_untracked());
    let invited = room.of(|view| {
        let devices = view.receivers.iter().filter_map(|one| one.device.clone());
        devices.collect::<Vec<_>>()
    });
    let lines = cards.iter().flat_map(|card| &card.devices);
    lines
        .filter(|line| line.role >= Some(Role::Bewerken))
        .any(|line| invited.contains(&line.id.to_string()))
}

/// Everybody with a device in it, with what that may do.
#[component]
fn People(room: Room) -> impl IntoView {
    let lang = use_lang();
    let people = move || {
        room.app.revision.track();
        room.view.track();
        let lang = lang.get();
        let Some(space) = room.ledger.space() else { return Vec::new() };
        let cards = room.app.cards(space, lang).into_iter().filter(|card| card.role.is_some());
        let says = |role: Option<Role>| match role {
            Some(Role::Lezen | Role::Inbrengen) => words::READS,
            Some(Role::Bewerken) => words::WRITES,
            _ => words::MANAGES,
        };
        let one = |card: model::sharing::people::Card| (card.name, says(card.role).get(lang));
        cards.map(one).collect::<Vec<_>>()
    };
    let devices = move || {
        room.view.track();
        room.ledger.space().map(|space| {
            view! { <p><A href=format!("/delen/{space}") attr:class="nl-link">{tr(words::DEVICES)}</A></p> }
        })
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::PEOPLE)}</h2>
        <ul>{move || people().into_iter().map(|(name, says)| view! {
            <li class="nl-paragraph"><bdi>{name}</bdi>": "{says}</li>
        }).collect_view()}</ul>
        {devices}
        <access::OwnDevice room />
    }
}

/// Who read it, and on which days, the newest first.
#[component]
fn Read(room: Room) -> impl IntoView {
    let lang = use_lang();
    let days = move || {
        let lang = lang.get();
        let one = |one: &model::gelezen::Seen| {
            let day = rules::notation::date(one.on, lang);
            view! { <li class="nl-paragraph">{day}": "<bdi>{one.name.clone()}</bdi></li> }
        };
        room.read.view.with(|log| {
            let days = log.as_ref().map(|log| log.days.iter().map(one).collect::<Vec<_>>());
            days.unwrap_or_default()
        })
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::LOG)}</h2>
        <p class="nl-paragraph">{tr(words::LOG_LEAD)}</p>
        <ul>{days}</ul>
    }
}
