//! What every page of the room shares: the name, the year, the way to the other pages, why something was not done, undo
//! and print.

use leptos::prelude::*;
use leptos_router::components::A;
use rules::calendar::SchoolYear;
use rules::text::Text;

use super::room::{Room, YEARS};
use crate::components::choose::Choose;
use crate::components::icon::Icon;
use crate::components::page::Page;
use crate::components::told::Told;
use crate::components::tool::Tool;
use crate::components::versions::Waiting;
use crate::i18n::tr;
use crate::platform::page;
use crate::texts::{general, school as words};

const PARTS: [(&str, Text); 9] = [
    ("/school", words::OVERVIEW),
    ("/school/lijst", words::LIST),
    ("/school/plaat", words::PICTURE),
    ("/school/wegwijzer", words::PATH),
    ("/school/aanbod", words::OFFER),
    ("/school/geld", words::MONEY),
    ("/school/mensen", words::PEOPLE),
    ("/school/dekkend", words::COVER),
    ("/school/scholen", words::SCHOOLS),
];

/// One page of the room.
#[component]
pub fn SchoolPage(
    room: Room,
    title: Text,
    /// Whether undo and redo of the checklist belong on it.
    #[prop(optional)]
    quiet: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <Page title=room.heading(title) wide=true>
            <div class="area school">
                <Parts />
                <Told problem=room.problem said=room.said />
                <Waiting ledger=room.ledger() conflicts=|view| view.conflicts.clone() act=move |command| { room.ran(room.ledger(), command); } />
                {children()}
                {(!quiet).then(|| view! { <Tools room /> })}
            </div>
        </Page>
    }
    .into_any()
}

#[component]
pub fn Parts() -> impl IntoView {
    let links = PARTS.map(|(path, name)| {
        let exact = path == "/school";
        view! { <li><A href=path exact=exact attr:class="parts__link">{tr(name)}</A></li> }
    });
    view! {
        <nav class="parts" aria-label=tr(words::PARTS)>
            <ul class="parts__list">{links}</ul>
        </nav>
    }
}

/// Which school year is shown.
#[component]
pub fn YearChoice(room: Room) -> impl IntoView {
    let this = SchoolYear::of(room.today).0;
    let options = (0..YEARS).map(|back| {
        let year = this - back;
        (year.to_string(), SchoolYear(year).to_string())
    });
    let options = options.collect::<Vec<_>>();
    let chosen = Signal::derive(move || room.year.get().to_string());
    let choose = move |year: String| {
        if let Ok(year) = year.parse() {
            room.year.set(year);
        }
    };
    view! { <Choose label=words::YEAR options=Signal::stored(options) chosen on_choose=choose /> }
}

/// Undo and redo on the checklist, and print.
#[component]
fn Tools(room: Room) -> impl IntoView {
    let back = move |undo: bool| {
        let ledger = room.ledger();
        room.tell(if undo { ledger.undo() } else { ledger.redo() });
    };
    let ledger = move || room.documents.year(room.year.get());
    let no_undo = Signal::derive(move || !ledger().can_undo.get());
    let no_redo = Signal::derive(move || !ledger().can_redo.get());
    view! {
        <div class="tools">
            <Tool icon=Icon::Undo name=general::UNDO off=no_undo act=move || back(true) />
            <Tool icon=Icon::Redo name=general::REDO off=no_redo act=move || back(false) />
            <Tool icon=Icon::Print name=general::PRINT off=Signal::stored(false) act=page::print />
        </div>
    }
}
