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
    // Of the year that is shown.
    let waiting = move || {
        room.year.track();
        let act = move |command: &_| {
            room.ran(room.ledger(), command);
        };
        view! { <Waiting ledger=room.ledger() conflicts=|view| view.conflicts.clone() act /> }
    };
    view! {
        <Page title=room.heading(title) wide=true>
            <div class="area school">
                <Parts />
                <Told problem=room.problem said=room.said />
                {waiting}
                <Reads room />
                {children()}
                {(!quiet).then(|| view! { <Tools room /> })}
            </div>
        </Page>
    }
    .into_any()
}

/// What this device may do here, for who does not fill in.
#[component]
fn Reads(room: Room) -> impl IntoView {
    let advises = Memo::new(move |_| room.advises());
    let may = Memo::new(move |_| room.may());
    let says = move || match (advises.get(), may.get()) {
        (true, _) => Some(words::YOU_ADVISE),
        (false, false) => Some(words::MAY_NOT),
        (false, true) => None,
    };
    move || says().map(|text| view! { <p class="nl-paragraph reads" role="note">{tr(text)}</p> })
}

/// What is filled in. For who may not, it is there to read: what only adds or changes something is left out.
#[component]
pub fn Fields(room: Room, children: Children) -> impl IntoView {
    let locked = Memo::new(move |_| !room.may());
    view! { <fieldset class="fields" role="presentation" disabled=move || locked.get()>{children()}</fieldset> }
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
