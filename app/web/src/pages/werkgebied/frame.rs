//! What every page of the room shares: the name, the way to the other pages, why something was not done, undo and print.

use leptos::prelude::*;
use rules::text::Text;

use super::room::Room;
use crate::components::page::Page;
use crate::components::parts::Parts;
use crate::components::told::Told;
use crate::components::tools::LedgerTools;
use crate::components::versions::Waiting;
use crate::texts::werkgebied as words;

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
                <Parts parts=&PARTS label=words::PARTS />
                <Told problem=room.problem said=room.said />
                <Waiting ledger=room.area.ledger conflicts=|view| view.conflicts.clone() act=move |command| room.run(room.area.ledger, command) />
                {children()}
                <LedgerTools ledger=move || room.area.ledger tell=move |done| room.tell(done) />
            </div>
        </Page>
    }
    .into_any()
}
