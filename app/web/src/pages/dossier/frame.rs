//! What every page of the room shares: the way to the other pages, why something was not done, undo and print.

use leptos::prelude::*;
use leptos_router::components::A;
use rules::text::Text;

use super::room::Room;
use crate::components::alert::{Alert, Tone};
use crate::components::icon::Icon;
use crate::components::page::Page;
use crate::components::tool::Tool;
use crate::components::versions::Waiting;
use crate::i18n::{tr, use_lang};
use crate::platform::page;
use crate::texts::{dossier as words, general};

const PARTS: [(&str, Text); 8] = [
    ("/dossier", words::OVERVIEW),
    ("/dossier/vragen", words::QUESTIONS),
    ("/dossier/ouders", words::PARENTS),
    ("/dossier/kind", words::CHILD),
    ("/dossier/naast-elkaar", words::SIDES),
    ("/dossier/plan", words::PLAN),
    ("/dossier/wie", words::who::WHO),
    ("/dossier/casus", words::casus::TITLE),
];

/// One page of the room.
#[component]
pub fn DossierPage(room: Room, title: Text, children: Children) -> impl IntoView {
    let lang = use_lang();
    let links = PARTS.map(|(path, name)| {
        view! { <li><A href=path exact=true attr:class="parts__link">{tr(name)}</A></li> }
    });
    let problem = Signal::derive(move || {
        room.problem.get().map_or("", |text| text.get(lang.get())).to_owned()
    });
    let ledger = room.ledger;
    view! {
        <Page title=room.heading(title) wide=true>
            <nav class="parts" aria-label=tr(words::PARTS)>
                <ul class="parts__list">{links}</ul>
            </nav>
            <Show when=move || room.problem.get().is_some()>
                <Alert tone=Tone::Waiting title=problem>""</Alert>
            </Show>
            <Unkept room />
            <Waiting ledger conflicts=|view| view.conflicts.clone() act=move |command| room.act(command) />
            {children()}
            <div class="tools">
                <Tool icon=Icon::Undo name=general::UNDO off=Signal::derive(move || !ledger.can_undo.get()) act=move || drop(ledger.undo()) />
                <Tool icon=Icon::Redo name=general::REDO off=Signal::derive(move || !ledger.can_redo.get()) act=move || drop(ledger.redo()) />
                <Tool icon=Icon::Print name=general::PRINT off=Signal::stored(false) act=page::print />
            </div>
        </Page>
    }
    .into_any()
}

/// Recordings of this dossier from the table that could not be kept: they are in memory still.
#[component]
pub fn Unkept(room: Room) -> impl IntoView {
    let lang = use_lang();
    let any = move || room.ledger.space().is_some_and(|space| room.app.has_voices(space));
    let title = Signal::derive(move || words::NOT_HEARD.get(lang.get()).to_owned());
    view! {
        <Show when=any>
            <Alert tone=Tone::Problem title>
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| room.app.keep_voices_again()>{tr(general::RETRY)}</button>
            </Alert>
        </Show>
    }
}
