//! What every page of the room shares: the name, the way to the other pages, why something was not done, undo and print.

use leptos::prelude::*;
use leptos_router::components::A;
use rules::text::Text;

use super::room::Room;
use crate::components::icon::Icon;
use crate::components::page::Page;
use crate::components::told::Told;
use crate::components::tool::Tool;
use crate::components::versions::Waiting;
use crate::i18n::tr;
use crate::platform::page;
use crate::texts::{general, werkgebied as words};

const PARTS: [(&str, Text); 8] = [
    ("/werkgebied", words::OVERVIEW),
    ("/werkgebied/acties", words::ACTIONS),
    ("/werkgebied/besluiten", words::DECISIONS),
    ("/werkgebied/planning", words::PLANNING),
    ("/werkgebied/scholen", words::SCHOOLS),
    ("/werkgebied/mensen", words::PEOPLE),
    ("/werkgebied/plannen", words::PLANS),
    ("/werkgebied/oudersteunpunt", words::steunpunt::NAME),
];

/// One page of the room.
#[component]
pub fn AreaPage(room: Room, title: Text, children: Children) -> impl IntoView {
    view! {
        <Page title=room.heading(title) wide=true>
            <div class="area">
                <Parts />
                <Told problem=room.problem said=room.said />
                <Waiting ledger=room.area.ledger conflicts=|view| view.conflicts.clone() act=move |command| room.run(room.area.ledger, command) />
                {children()}
                <Tools room />
            </div>
        </Page>
    }
    .into_any()
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

/// Undo and redo on the werkgebied itself, and print.
#[component]
fn Tools(room: Room) -> impl IntoView {
    let ledger = room.area.ledger;
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
