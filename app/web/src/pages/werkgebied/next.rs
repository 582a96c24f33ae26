//! The next meeting: when and where, how far it is, and whether this device has all that it takes (SYNC-8, SYNC-9).

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos_router::components::A;
use model::meeting::Phase;
use model::meeting::minutes::when;
use model::ready::{Here, Need, Ready, State, Thing, ready};
use model::table::table;
use model::werkgebied::MeetingLine;
use replica::document::Version;
use rules::text::Lang;

use super::planning::PlanOne;
use super::room::Room;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::platform::worker::Offline;
use crate::texts::werkgebied as words;

/// What a meeting in the year planning is called.
pub fn title(line: &MeetingLine, lang: Lang) -> String {
    let kind = table(&line.table).map_or(line.table.as_str(), |table| table.title.get(lang));
    if line.title.is_empty() { kind.to_owned() } else { line.title.clone() }
}

/// Where a tap on a meeting leads, by how far it is.
pub fn address(id: &str, phase: Option<Phase>) -> String {
    let to = match phase {
        Some(Phase::Going) => "/nu",
        Some(Phase::Concept | Phase::Adopted) => "/verslag",
        Some(Phase::Preparing) | None => "",
    };
    format!("/werkgebied/vergadering/{id}{to}")
}

#[component]
pub fn NextMeeting(room: Room) -> impl IntoView {
    let lang = use_lang();
    let today = room.today;
    let line = room.memo(move |view| view.next_meeting(today).cloned());
    let there = Memo::new(move |_| line.with(Option::is_some));
    let id = Memo::new(move |_| line.with(|one| one.as_ref().map(|one| one.id.clone())));
    let meeting = move || id.get().and_then(|id| room.area.meeting(&id).view.get());
    let phase =
        Memo::new(move |_| meeting().filter(|view| !view.is_empty).map(|view| view.phase()));
    let called =
        move || line.with(|one| one.as_ref().map(|one| title(one, lang.get())).unwrap_or_default());
    let about = move || {
        line.with(|one| {
            let one = one.as_ref()?;
            let day = when(one.on, one.at, lang.get());
            let parts = [day, one.location.clone()].into_iter().filter(|part| !part.is_empty());
            Some(parts.collect::<Vec<_>>().join(", "))
        })
    };
    let go = move || match phase.get() {
        None => words::MAKE_AGENDA,
        Some(Phase::Preparing) => words::PREPARE,
        Some(Phase::Going) => words::GO_ON,
        Some(Phase::Concept | Phase::Adopted) => words::SEE_MINUTES,
    };
    view! {
        <section class="next" aria-labelledby="volgende">
            <p class="next__eyebrow">{tr(words::NEXT)}</p>
            <Show
                when=move || there.get()
                fallback=move || view! {
                    <h2 id="volgende" class="nl-heading nl-heading--level-2 next__title">{tr(words::NO_NEXT)}</h2>
                    <PlanOne room />
                }
            >
                <h2 id="volgende" class="nl-heading nl-heading--level-2 next__title">{called}</h2>
                <p class="next__about">{about} {move || phase.get().map(|phase| view! { " " <span class="nl-data-badge">{tr(phase.label())}</span> })}</p>
                <div class="actions">
                    <A href=move || address(&id.get().unwrap_or_default(), phase.get()) attr:class="nl-button nl-button--primary">
                        <span class="nl-button__label">{move || go().get(lang.get())}</span>
                        <Drawn icon=Icon::Forward />
                    </A>
                </div>
                <ReadyLine room id=Signal::derive(move || id.get().unwrap_or_default()) />
            </Show>
        </section>
    }
}

/// Whether this device is ready to hold a meeting without a network, and what is missing.
#[component]
pub fn ReadyLine(room: Room, id: Signal<String>) -> impl IntoView {
    let lang = use_lang();
    let list = Memo::new(move |_| ready_for(room, &id.get()));
    let is_ready = Memo::new(move |_| list.with(|list| list.as_ref().is_some_and(Ready::is_ready)));
    let says = move || list.with(|list| list.as_ref().map(|list| list.label().get(lang.get())));
    let needs = move || {
        let needs = list.with(|list| list.as_ref().map(|list| list.needs.clone()));
        needs.unwrap_or_default().into_iter().map(|need| line(&need, lang.get())).collect_view()
    };
    view! {
        <details class="ready" class:ready--yes=move || is_ready.get()>
            <summary class="ready__says">
                {move || view! { <Drawn icon=if is_ready.get() { Icon::Check } else { Icon::Info } /> }}
                <span role="status">{says}</span>
            </summary>
            <ul class="plain ready__list">{needs}</ul>
        </details>
    }
}

fn line(need: &Need, lang: Lang) -> impl IntoView + use<> {
    let name = need.thing.label().get(lang);
    let name = match &need.thing {
        Thing::Agreed(year) => format!("{name} {year}"),
        Thing::File(file) => format!("{name}: {}", file.name),
        _ => name.to_owned(),
    };
    let (icon, says) = match need.state {
        State::Here => (Icon::Check, words::IS_HERE),
        State::Incomplete => (Icon::Saving, words::IS_INCOMPLETE),
        State::Missing if !need.required => (Icon::Info, words::IS_NOT_PROMISED),
        State::Missing => (Icon::Warning, words::IS_MISSING),
        State::Unknown => (Icon::Search, words::IS_UNKNOWN),
    };
    view! { <li><Drawn icon /> " " {name}": "{says.get(lang)}</li> }
}

/// The list for a meeting of a werkgebied that is open. Track what it follows by calling it in a memo.
pub fn ready_for(room: Room, id: &str) -> Option<Ready> {
    let view = room.view.get()?;
    room.app.revision.track();
    let meeting = room.area.meeting(id).view.get();
    room.register.track();
    let offline = room.app.device.offline.get();
    let mut parts = BTreeMap::new();
    let space = room.area.ledger.space()?;
    room.app.with_space(space, |open| {
        open.each_document(&mut |part, document| {
            // A page may hold a document in which nobody has written anything yet.
            if document.version() != Version::default() {
                let waits = document.pending().ok().flatten().is_some();
                parts.insert(part, usize::from(waits));
            }
        });
    })?;
    let here = Here {
        app: matches!(offline, Offline::Ready | Offline::UpdateWaiting),
        parts,
        blobs: room.app.files_here(space),
        persisted: room.app.device.space.get().persisted,
    };
    Some(ready(id, meeting.as_deref(), &view, &here))
}
