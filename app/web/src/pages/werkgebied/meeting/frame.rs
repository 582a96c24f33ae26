//! What every page of a meeting shares: its name, the steps from agenda to minutes, and why something was not done.

use leptos::prelude::*;
use leptos_router::components::A;
use rules::text::Text;

use super::Sitting;
use crate::components::empty::EmptyState;
use crate::components::icon::{Drawn, Icon};
use crate::components::page::Page;
use crate::components::told::Told;
use crate::components::versions::Waiting;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::pages::werkgebied::actions::WaitingInYear;
use crate::texts::werkgebied::{self as words, meeting as own};

const STEPS: [(&str, Text); 4] =
    [("", own::AGENDA), ("/nu", own::NOW), ("/verslag", own::MINUTES), ("/scherm", own::SCREEN)];

/// One page of a meeting.
#[component]
pub fn MeetingPage(sitting: Sitting, title: Text, children: Children) -> impl IntoView {
    let lang = use_lang();
    let heading = Signal::derive(move || {
        let (kind, day) = sitting.names(lang.get());
        let about = if day.is_empty() { kind } else { day };
        format!("{}: {about}", title.get(lang.get()))
    });
    let kind = move || sitting.names(lang.get()).0;
    let room = sitting.room;
    let phase = Memo::new(move |_| sitting.phase());
    let waiting = move || {
        let meeting = room.area.meeting(&sitting.id.get());
        view! {
            <Waiting ledger=meeting conflicts=|view| view.conflicts.clone() act=move |command| room.run(meeting, command) />
            <WaitingInYear room year={chrono::Datelike::year(&sitting.day())} />
        }
    };
    view! {
        <Page title=heading wide=true>
            <div class="meeting">
                <p class="meeting__up">
                    <A href="/werkgebied" attr:class="nl-link"><Drawn icon=Icon::Back /> {move || room.name()}</A>
                    <span>{kind}</span>
                    {move || phase.get().map(|phase| view! { " " <span class="nl-data-badge">{tr(phase.label())}</span> })}
                </p>
                <Steps sitting />
                <Told problem=room.problem said=room.said />
                {waiting}
                {children()}
            </div>
        </Page>
    }
    .into_any()
}

#[component]
fn Steps(sitting: Sitting) -> impl IntoView {
    let links = STEPS.map(|(path, name)| {
        let href = move || format!("/werkgebied/vergadering/{}{path}", sitting.id.get());
        view! { <li><A href exact=true attr:class="parts__link">{tr(name)}</A></li> }
    });
    view! {
        <nav class="parts" aria-label=tr(own::STEPS)>
            <ul class="parts__list">{links}</ul>
        </nav>
    }
}

/// The address names a meeting that is not on this device.
#[component]
pub fn NotHere(sitting: Sitting) -> impl IntoView {
    let _ = sitting;
    view! {
        <Page title=tr_signal(words::WERKGEBIED)>
            <EmptyState title=own::NOT_HERE text=own::NOT_HERE_WHY>
                <A href="/werkgebied" attr:class="nl-button nl-button--primary">{tr(words::OVERVIEW)}</A>
            </EmptyState>
        </Page>
    }
}
