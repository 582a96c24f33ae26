//! What every page of the room shares: the way to the other pages, why something was not done, undo and print.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;
use rules::text::Text;

use super::room::{Council, Room};
use crate::components::alert::{Alert, Tone};
use crate::components::icon::Icon;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::page::Page;
use crate::components::tool::Tool;
use crate::components::versions::Waiting;
use crate::i18n::{tr, tr_maybe, tr_signal};
use crate::platform::page;
use crate::texts::general;
use crate::texts::leerlingenraad::{self as words, council};

const PARTS: [(&str, Text); 4] = [
    ("/leerlingenraad", words::OVERVIEW),
    ("/leerlingenraad/tekening", words::PICTURE),
    ("/leerlingenraad/antwoorden", words::THEMES),
    ("/leerlingenraad/plan", words::JUNIOR),
];

const STEPS: [(&str, Text); 5] = [
    ("", council::PREPARE),
    ("/gids", council::GUIDE),
    ("/kring", council::CIRCLE),
    ("/nakijken", council::LOOK),
    ("/gezegd", council::HEARD),
];

/// One page of the room.
#[component]
pub fn RoomPage(room: Room, title: Text, children: Children) -> impl IntoView {
    view! {
        <Page title=room.heading(title) wide=true>
            <div class="voices">
                <Parts />
                <Told room />
                <Versions room />
                {children()}
                <Tools room />
            </div>
        </Page>
    }
}

/// One page of a council.
#[component]
pub fn CouncilPage(council: Council, title: Text, children: Children) -> impl IntoView {
    let steps = STEPS.map(|(page, name)| {
        view! { <li><A href=move || council.path(page) exact=true attr:class="parts__link">{tr(name)}</A></li> }
    });
    let room = council.room;
    view! {
        <Page title=council.heading(title) wide=true>
            <div class="voices">
                <Parts />
                <nav class="parts parts--steps" aria-label=tr(self::council::STEPS)>
                    <ul class="parts__list">{steps}</ul>
                </nav>
                <Told room />
                <Versions room />
                {children()}
                <Tools room />
            </div>
        </Page>
    }
}

/// What nobody can see, in the kantlijn of each page on which children or their words are.
pub fn note_safe() {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::NOTE_SAFE, words::NOTE_SAFE_BODY));
    }
}

/// The answers of this council lie there already: another group gets a council of its own.
#[component]
pub fn Over(council: Council) -> impl IntoView {
    let over = council.has_answers();
    view! {
        <Show when=move || over.get()>
            <Alert tone=Tone::Waiting title=tr_signal(words::LIES_ALREADY)>
                <p>{tr(words::PLAN_NEW)}</p>
                <p><A href="/leerlingenraad" attr:class="nl-link">{tr(words::TO_PLAN)}</A></p>
            </Alert>
        </Show>
    }
}

#[component]
fn Parts() -> impl IntoView {
    let links = PARTS.map(|(path, name)| {
        view! { <li><A href=path exact=true attr:class="parts__link">{tr(name)}</A></li> }
    });
    view! {
        <nav class="parts" aria-label=tr(words::PARTS)>
            <ul class="parts__list">{links}</ul>
        </nav>
    }
}

/// Why the last change was not made, or what was just done.
#[component]
pub fn Told(room: Room) -> impl IntoView {
    let says = |text: RwSignal<Option<Text>>| {
        let says = tr_maybe(move || text.get());
        Signal::derive(move || says.get().unwrap_or_default())
    };
    let (problem, said) = (says(room.problem), says(room.said));
    view! {
        <Show when=move || room.problem.get().is_some()>
            <Alert tone=Tone::Waiting title=problem>""</Alert>
        </Show>
        <Show when=move || room.said.get().is_some()>
            <Alert tone=Tone::Good title=said>""</Alert>
        </Show>
    }
}

/// Undo and redo on the councils, and print.
#[component]
fn Tools(room: Room) -> impl IntoView {
    let ledger = room.voices.councils;
    let back = move |undo: bool| {
        room.tell(if undo { ledger.undo() } else { ledger.redo() });
    };
    let nothing = move |can: ReadSignal<bool>| Signal::derive(move || !can.get());
    view! {
        <div class="tools">
            <Tool icon=Icon::Undo name=general::UNDO off=nothing(ledger.can_undo) act=move || back(true) />
            <Tool icon=Icon::Redo name=general::REDO off=nothing(ledger.can_redo) act=move || back(false) />
            <Tool icon=Icon::Print name=general::PRINT off=Signal::stored(false) act=page::print />
        </div>
    }
}

/// A list drawn anew only when it changes.
pub fn list<T>(all: Memo<Vec<T>>, one: impl Fn(T) -> AnyView + Send + Sync + 'static) -> AnyView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let one = Arc::new(one);
    (move || all.get().into_iter().map(|item| one(item)).collect_view()).into_any()
}

/// Every choice of the councils and of the tekening that waits.
#[component]
fn Versions(room: Room) -> impl IntoView {
    let (councils, tekening) = (room.voices.councils, room.voices.tekening);
    view! {
        <Waiting ledger=councils conflicts=|view| view.conflicts.clone() act=move |command| { room.ran(councils, command); } />
        <Waiting ledger=tekening conflicts=|view| view.conflicts.clone() act=move |command| { room.ran(tekening, command); } />
    }
}
