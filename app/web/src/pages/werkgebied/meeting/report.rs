//! The minutes: who was there, item by item what was noted, decided and agreed. On paper it is the A4 of the meeting.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use model::address::Target;
use model::afspraken::Action;
use model::meeting::minutes::{ActionLine, Minutes, Seated, Section, minutes};
use model::meeting::{Command, Phase};
use rules::notation::date;
use rules::text::{Lang, Text};

use super::Sitting;
use super::close::CloseMeeting;
use super::decide::Choice;
use super::frame::MeetingPage;
use super::out::{Out, meeting_papers};
use crate::components::alert::{Alert, Tone};
use crate::components::qr::QrCode;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::pages::werkgebied::action::about;
use crate::pages::werkgebied::decisions::DecisionShown;
use crate::platform::{http, page as browser};
use crate::texts::werkgebied::{attendance, meeting, report as words};

pub fn page(sitting: Sitting) -> AnyView {
    let lang = use_lang();
    let made = Memo::new(move |_| {
        let (id, register, lang) = (sitting.id.get(), sitting.room.register.get(), lang.get());
        sitting.view.with(|view| view.as_ref().map(|view| minutes(&id, view, &register, lang)))
    });
    let shown = move || made.get().map(|made| view! { <Whole sitting made /> });
    let papers = Callback::new(move |()| meeting_papers(sitting, lang.get_untracked()));
    go_to_item();
    view! {
        <MeetingPage sitting title=meeting::MINUTES>
            <State sitting />
            {shown}
            <CloseMeeting sitting />
            <Out papers prints=true />
            <BackHere sitting />
        </MeetingPage>
    }
    .into_any()
}

/// Concept, adopted, or changed since; and going on after all.
#[component]
fn State(sitting: Sitting) -> impl IntoView {
    let lang = use_lang();
    let phase = Memo::new(move |_| sitting.phase());
    let adopted = sitting.memo(|view| view.adopted.as_ref().map(|one| (one.on, one.changed_since)));
    let title = Signal::derive(move || {
        let lang = lang.get();
        match adopted.get() {
            Some((on, _)) => format!("{} {}.", words::ADOPTED_ON.get(lang), date(on, lang)),
            None => words::CONCEPT.get(lang).to_owned(),
        }
    });
    let reopen = move |_| sitting.act(&Command::Reopen);
    view! {
        <Show when=move || phase.get() == Some(Phase::Concept)>
            <Alert tone=Tone::Waiting title>
                <p class="nl-paragraph">{tr(words::CONCEPT_WHY)}</p>
                <div class="actions">
                    <button type="button" class="nl-button nl-button--subtle" on:click=reopen>{tr(words::REOPEN)}</button>
                </div>
            </Alert>
        </Show>
        <Show when=move || adopted.with(Option::is_some)>
            <Alert tone=Tone::Good title>""</Alert>
        </Show>
        <Show when=move || adopted.get().is_some_and(|one| one.1)>
            <Alert tone=Tone::Problem title=tr_signal(words::CHANGED_SINCE)>""</Alert>
        </Show>
    }
}

#[component]
fn Whole(sitting: Sitting, made: Minutes) -> impl IntoView {
    let lang = use_lang();
    let people = |title: Text, all: Vec<Seated>| {
        let any = !all.is_empty();
        let names =
            move || all.iter().map(|one| name(one, lang.get())).collect::<Vec<_>>().join(", ");
        any.then(|| view! { <dt>{tr(title)}</dt><dd>{names}</dd> })
    };
    let (there, all) = (made.schools_present, made.schools);
    let (decisions, actions) = (made.decisions.clone(), made.actions.clone());
    let next = made.next;
    let location = made.location.clone();
    view! {
        <div class="minutes">
            <dl class="facts">
                {(!location.is_empty()).then(|| view! { <dt>{tr(words::PLACE)}</dt><dd>{location}</dd> })}
                {people(words::PRESENT, made.present.clone())}
                {people(words::APOLOGIES, made.apologies.clone())}
                {people(words::ABSENT, made.absent.clone())}
                {(all > 0).then(|| view! { <dt>{tr(words::SCHOOLS)}</dt><dd>{there}" "{tr(attendance::OF)}" "{all}</dd> })}
            </dl>
            {made.sections.into_iter().map(|section| view! { <One sitting section /> }).collect_view()}
            <Agreed sitting decisions actions />
            {next.map(|next| view! { <p><strong>{tr(words::NEXT)}": "</strong>{move || date(next, lang.get())}</p> })}
        </div>
    }
}

/// "Anna (De Vlinder, voorzitter)".
fn name(one: &Seated, lang: Lang) -> String {
    let offices = one.offices.iter().map(|office| office.label().get(lang).to_lowercase());
    let school = Some(one.school.clone()).filter(|school| !school.is_empty());
    let beside: Vec<String> = school.into_iter().chain(offices).collect();
    if beside.is_empty() {
        one.name.clone()
    } else {
        format!("{} ({})", one.name, beside.join(", "))
    }
}

#[component]
fn One(sitting: Sitting, section: Section) -> impl IntoView {
    let Section { id, number, title, by, ask, note, decisions, actions, goes_on, times, .. } =
        section;
    // An item of which nothing was written down has nothing to come back for.
    let holds = !note.trim().is_empty() || !decisions.is_empty() || !actions.is_empty();
    let place = anchor(&id);
    let code = holds.then(|| view! { <Code sitting item=Some(id) label=words::CODE_ITEM /> });
    let paragraphs = note.lines().filter(|line| !line.trim().is_empty());
    let paragraphs = paragraphs.map(|line| view! { <p class="nl-paragraph">{line.to_owned()}</p> });
    view! {
        <section class="minutes__item" id=place tabindex="-1">
            {code}
            <h2 class="nl-heading nl-heading--level-3">{number}". "{title}</h2>
            {(!by.is_empty()).then(|| view! { <p class="marks">{tr(words::BY)}" "{by}</p> })}
            {(!ask.is_empty()).then(|| view! { <p class="minutes__ask">{tr(words::ASK)}": "{ask}</p> })}
            {paragraphs.collect_view()}
            <Agreed sitting decisions actions />
            {goes_on.then(|| view! { <p class="marks">{tr(words::GOES_ON)} {(times > 0).then(|| view! { " (" {times} "×)" })}</p> })}
        </section>
    }
}

#[component]
fn Agreed(
    sitting: Sitting,
    decisions: Vec<model::meeting::minutes::DecisionLine>,
    actions: Vec<ActionLine>,
) -> impl IntoView {
    let lang = use_lang();
    let register = sitting.room.register.get_untracked();
    let decision = |line: model::meeting::minutes::DecisionLine| {
        let waiting =
            line.to_choose.then(|| register.decisions().find(|one| one.id == line.id).cloned());
        view! {
            <li class="decided__one">
                <DecisionShown line />
                {waiting.flatten().map(|decision| view! { <Choice sitting decision /> })}
            </li>
        }
    };
    let action = |line: ActionLine| {
        let done = line.done;
        let kept = Action {
            what: line.what.clone(),
            who_name: line.who.clone(),
            due: line.due,
            ..empty(&line)
        };
        view! {
            <li>
                <strong>{tr(words::ACTION)}": "</strong>{line.what}
                <span class="marks">{move || about(&kept, None, lang.get())}{done.map(|_| view! { ", " {tr(words::DONE)} })}</span>
            </li>
        }
    };
    let (any, some) = (!decisions.is_empty(), !actions.is_empty());
    view! {
        {any.then(|| view! { <ul class="decided">{decisions.into_iter().map(decision).collect_view()}</ul> })}
        {some.then(|| view! { <ul class="list">{actions.into_iter().map(action).collect_view()}</ul> })}
    }
}

fn empty(line: &ActionLine) -> Action {
    Action {
        id: line.id.clone(),
        what: String::new(),
        who: None,
        who_name: String::new(),
        due: None,
        done: None,
        dropped: None,
        meeting: String::new(),
        item: None,
        table: String::new(),
        on: None,
    }
}

/// Where an item stands in the minutes.
fn anchor(item: &str) -> String {
    format!("punt-{item}")
}

/// Who comes with a code from paper goes to the item that it names.
fn go_to_item() {
    let item = use_query_map().with_untracked(|query| query.get("punt"));
    let Some(item) = item.filter(|item| !item.is_empty()) else { return };
    // After the page gave the focus to its heading.
    request_animation_frame(move || {
        request_animation_frame(move || {
            // An identifier may hold a dot, so it is no name for a selector.
            let _ = browser::focus(&format!("[id='{}']", anchor(&item)));
        });
    });
}

/// On paper: a code that leads back to these minutes in the app, or to one item of them.
#[component]
fn Code(sitting: Sitting, item: Option<String>, label: Text) -> impl IntoView {
    let item = StoredValue::new(item);
    let address = Signal::derive(move || {
        let origin = http::origin().unwrap_or_default();
        let target = Target::Minutes { meeting: sitting.id.get(), item: item.get_value() };
        sitting.room.space().map(|space| format!("{origin}{}", target.address(space)))
    });
    let there = Memo::new(move |_| address.with(Option::is_some));
    view! {
        <Show when=move || there.get()>
            <div class="paper-mark">
                <QrCode text=Signal::derive(move || address.get().unwrap_or_default()) label />
            </div>
        </Show>
    }
}

#[component]
fn BackHere(sitting: Sitting) -> impl IntoView {
    view! {
        <div class="paper-code">
            <Code sitting item=None label=words::CODE />
            <p class="marks">{tr(words::CODE_WHY)}</p>
        </div>
    }
}
