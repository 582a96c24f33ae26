//! What every page of the room shares: the name, the year, the way to the other pages, why something was not done, undo
//! and print.

use leptos::prelude::*;
use rules::calendar::SchoolYear;
use rules::text::Text;

use super::room::{Room, YEARS};
use crate::components::choose::Choose;
use crate::components::page::Page;
use crate::components::parts::Parts as AllParts;
use crate::components::told::Told;
use crate::components::tools::LedgerTools;
use crate::components::versions::Waiting;
use crate::i18n::tr;
use crate::texts::school as words;

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
                {(!quiet).then(|| view! { <LedgerTools ledger=move || room.documents.year(room.year.get()) tell=move |done| room.tell(done) /> })}
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
    view! { <AllParts parts=&PARTS label=words::PARTS below=true /> }
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
