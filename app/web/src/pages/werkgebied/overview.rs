//! The overview: the next meeting, what is due, what is open, what is left, and who takes part.

use chrono::Datelike;
use leptos::prelude::*;
use leptos_router::components::A;
use model::werkgebied::Command;
use model::werkgebied::planning::ages;
use rules::text::{Lang, Text};

use super::action::ActionList;
use super::frame::AreaPage;
use super::money::LeftLine;
use super::next::NextMeeting;
use super::planning::age_words;
use super::room::Room;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::plan_over::PlanOver;
use crate::components::rule_list::RuleLines;
use crate::components::together::Together;
use crate::i18n::{tr, use_lang};
use crate::texts::werkgebied as words;

/// How many of what there is more of stand on the overview.
const FEW: usize = 3;

pub fn page(room: Room) -> AnyView {
    room.app.device.refresh_space();
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(words::NOTE_OFFLINE, words::NOTE_OFFLINE_BODY));
        margin.put(Note::text(words::NOTE_CHILD, words::NOTE_CHILD_BODY));
    }
    view! {
        <AreaPage room title=words::OVERVIEW>
            <NextMeeting room />
            <Due room />
            <Open room />
            <h2 class="nl-heading nl-heading--level-2">{tr(words::LEFT)}</h2>
            <LeftLine room year=Signal::stored(room.today.year()) />
            <Members room />
            <Together
                space=Signal::derive(move || room.space())
                invite=words::INVITE
                invite_why=words::INVITE_WHY
                other=words::OTHER_AREA
                choose="/werkgebied/kies"
            />
        </AreaPage>
    }
    .into_any()
}

/// What the rules say is due, and what has not been on the agenda for long.
#[component]
fn Due(room: Room) -> impl IntoView {
    let lang = use_lang();
    let due = move || {
        let due = room.watches.get();
        let due = due.iter().filter(|one| one.due).map(|one| one.answer.clone());
        due.collect::<Vec<_>>()
    };
    let keeps = room.memo(|view| view.keeps_plan);
    let unanswered = move || room.watches.get().iter().filter(|one| one.unanswered).count();
    let old = move || {
        let lang = lang.get();
        let ages = room.of(|view| ages(view, room.today));
        let old = ages.into_iter().filter(|age| age.skipped > 0).take(FEW);
        old.map(|age| {
            let title = age.topic.title.get(lang);
            view! { <li>{title}": "{age_words(&age, lang)}</li> }
        })
        .collect_view()
    };
    view! {
        <section class="part" aria-labelledby="aan-de-beurt">
            <h2 id="aan-de-beurt" class="nl-heading nl-heading--level-2">{tr(words::DUE)}</h2>
            <PlanOver ended=room.plan_over() keeps on_keep=move |on| room.act(Command::KeepPlan { on }) />
            <RuleLines answers=due />
            <Show when=move || due().is_empty()><p class="quiet">{tr(words::NOTHING_DUE)}</p></Show>
            <Show when=move || { unanswered() > 0 }>
                <p class="quiet">{move || unanswered()}" "{tr(words::UNANSWERED)} " " <A href="/werkgebied/planning" attr:class="nl-link">{tr(words::TO_PLANNING)}</A></p>
            </Show>
            <ul class="list area__old">{old}</ul>
        </section>
    }
}

/// Open actions: the first few, and how many there are.
#[component]
fn Open(room: Room) -> impl IntoView {
    let lang = use_lang();
    let open = Memo::new(move |_| {
        let register = room.register.get();
        room.of(|view| register.open_actions(view, room.today))
    });
    let late = move || open.with(|all| all.iter().filter(|one| one.late).count());
    let says = move || count(open.with(Vec::len), late(), lang.get());
    let few = Signal::derive(move || open.with(|all| all.iter().take(FEW).cloned().collect()));
    view! {
        <section class="part" aria-labelledby="open-acties">
            <h2 id="open-acties" class="nl-heading nl-heading--level-2">{tr(words::OPEN_ACTIONS)}</h2>
            <p>{says}</p>
            <ActionList room actions=few />
            <p><A href="/werkgebied/acties" attr:class="nl-link">{tr(words::ALL_ACTIONS)}</A></p>
        </section>
    }
}

fn count(open: usize, late: usize, lang: Lang) -> String {
    let word = |text: Text| text.get(lang);
    match (open, late) {
        (0, _) => word(words::NO_ACTIONS).to_owned(),
        (open, 0) => format!("{open} {}.", word(words::ARE_OPEN)),
        (open, late) => {
            format!("{open} {}, {late} {}.", word(words::ARE_OPEN), word(words::ARE_LATE))
        }
    }
}

#[component]
fn Members(room: Room) -> impl IntoView {
    let lang = use_lang();
    let schools = room.memo(|view| view.present_schools().count());
    let people = room.memo(|view| view.present_people().count());
    let schools = move || words::many(words::HOW_MANY_SCHOOLS, schools.get(), lang.get());
    let people = move || words::many(words::HOW_MANY_PEOPLE, people.get(), lang.get());
    view! {
        <section class="part" aria-labelledby="wie-mee">
            <h2 id="wie-mee" class="nl-heading nl-heading--level-2">{tr(words::WHO)}</h2>
            <ul class="ways">
                <li class="ways__item"><A href="/werkgebied/scholen" attr:class="nl-link ways__link">{schools}</A></li>
                <li class="ways__item"><A href="/werkgebied/mensen" attr:class="nl-link ways__link">{people}</A></li>
            </ul>
        </section>
    }
}
