//! The overview: the council that is next, the children who wait for an answer, the picture, and what the plan asks.

use leptos::prelude::*;
use leptos_router::components::A;
use model::leerlingenraad::questions::{Group, Standard};
use model::leerlingenraad::{Command, Council};
use rules::notation::date;
use rules::region::region;
use rules::text::{Lang, Text};

use super::frame::{RoomPage, list};
use super::picture::before::Hung;
use super::room::Room;
use crate::components::choose::Choose;
use crate::components::day::DayField;
use crate::components::field::Field;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::plan_over::PlanOver;
use crate::components::rule_list::RuleList;
use crate::components::world::World;
use crate::i18n::{tr, tr_maybe, use_lang};
use crate::platform::random;
use crate::texts::leerlingenraad::{self as words, picture, themes};

pub fn page(room: Room) -> AnyView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::NOTE_PLAN, words::NOTE_PLAN_BODY));
        kantlijn.put(Note::text(words::NOTE_SAFE, words::NOTE_SAFE_BODY));
    }
    let keeps = room.memo(|view| view.keeps_plan);
    let ended = Signal::derive(move || {
        let slug = room.of(|view| view.region.clone());
        region(&slug).and_then(|region| region.plan.over_on(room.today))
    });
    let answers = move || room.watches().into_iter().map(|one| one.answer).collect();
    view! {
        <RoomPage room title=words::OVERVIEW>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <Next room />
            <Glance room />
            <Waiting room />
            <Plan room />
            <Earlier room />
            <section aria-labelledby="regels-raad">
                <h2 id="regels-raad" class="nl-heading nl-heading--level-2">{tr(words::RULES)}</h2>
                <PlanOver ended keeps on_keep=move |on| room.act(Command::KeepPlan { on }) />
                <RuleList answers />
            </section>
            <p><A href="/leerlingenraad/kies" attr:class="nl-link">{tr(words::OTHER)}</A></p>
        </RoomPage>
    }
    .into_any()
}

/// The council that is next, with one step.
#[component]
fn Next(room: Room) -> impl IntoView {
    let lang = use_lang();
    let next = room.memo(|view| view.next().cloned());
    let shown = move || {
        let Some(one) = next.get() else {
            return view! { <p class="nl-paragraph">{tr(words::NO_NEXT)}</p> }.into_any();
        };
        let due = one.is_unsaid(room.today);
        // A day that has passed: somebody knows whether the council was there.
        let late = one.on.is_some_and(|on| on < room.today);
        let prepared = format!("/leerlingenraad/raad/{}", one.id);
        let late = late.then(|| view! { <p><A href=prepared attr:class="nl-link">{tr(super::texts::TOOK_PLACE)}</A></p> });
        let (to, does) = if due { ("/kring", words::TO_CIRCLE) } else { ("", words::PREPARE) };
        let href = format!("/leerlingenraad/raad/{}{to}", one.id);
        view! {
            <p class="nl-paragraph next__about">{when(&one, lang.get())}</p>
            <A href=href attr:class="nl-button nl-button--primary">
                <span class="nl-button__label">{tr(does)}</span> <Drawn icon=Icon::Forward />
            </A>
            {late}
        }
        .into_any()
    };
    let title = move || next.with(|one| one.as_ref().map(|one| one.title.clone()));
    view! {
        <section class="next" aria-labelledby="volgende-raad">
            <p class="next__eyebrow">{tr(words::NEXT)}</p>
            <h2 id="volgende-raad" class="nl-heading nl-heading--level-2 next__title">
                {move || title().unwrap_or_else(|| words::PLAN.get(lang.get()).to_owned())}
            </h2>
            {shown}
        </section>
    }
}

/// "23 november 2026, Groep 5 tot en met 8".
pub fn when(one: &Council, lang: Lang) -> String {
    let day = one.on.map(|on| date(on, lang)).unwrap_or_default();
    format!("{day}, {}", one.group.label().get(lang))
}

/// The picture as it is now, small, and a way to it.
#[component]
fn Glance(room: Room) -> impl IntoView {
    let lang = use_lang();
    let last =
        Memo::new(move |_| room.tekening.get().and_then(|view| view.layers.len().checked_sub(1)));
    let hung = Hung::follow(room, move || last.get());
    move || {
        let (view, layer, framed) = (room.tekening.get()?, last.get()?, hung.shown.get());
        Some(view! {
            <section aria-labelledby="tekening-nu">
                <h2 id="tekening-nu" class="nl-heading nl-heading--level-2">{tr(words::PICTURE)}</h2>
                <div class="world-frame world-frame--small"><World view layer name=picture::NAME.get(lang.get()) framed /></div>
                <p><A href="/leerlingenraad/tekening" attr:class="nl-link">{tr(super::texts::SEE_PICTURE)}</A></p>
            </section>
        })
    }
}

/// Children who wait for an answer, the longest first.
#[component]
fn Waiting(room: Room) -> impl IntoView {
    let lang = use_lang();
    let today = room.today;
    let open = room.memo(move |view| {
        let all = view.unanswered(today).into_iter();
        all.map(|(theme, age)| (theme.title.clone(), theme.stage(), age)).collect::<Vec<_>>()
    });
    let any = room.memo(|view| view.themes.iter().any(|one| !one.gone));
    let line = move |(title, stage, age): (String, model::leerlingenraad::Stage, Option<i64>)| {
        view! {
            <li class="waits">
                <span class="waits__title">{title}</span>
                <span class="marks">{move || stage.label().get(lang.get())}" · "{move || age_says(age, lang.get())}</span>
            </li>
        }
        .into_any()
    };
    view! {
        <Show when=move || any.get()>
            <section aria-labelledby="wachten-op-antwoord">
                <h2 id="wachten-op-antwoord" class="nl-heading nl-heading--level-2">{move || tr(if open.with(Vec::is_empty) { words::ANSWERS } else { words::WAITING })()}</h2>
                <Show when=move || open.with(Vec::is_empty)><p class="nl-paragraph">{tr(words::NOTHING_WAITS)}</p></Show>
                <ul class="plain">{list(open, line)}</ul>
                <p><A href="/leerlingenraad/antwoorden" attr:class="nl-link">{tr(words::TO_THEMES)}</A></p>
            </section>
        </Show>
    }
}

/// "12 dagen geleden gezegd".
pub fn age_says(age: Option<i64>, lang: Lang) -> String {
    match age {
        Some(0) | None => themes::TODAY.get(lang).to_owned(),
        Some(days) => format!("{days} {}", themes::WAITING.get(lang)),
    }
}

/// Plans a council, with the three questions of the plan.
#[component]
fn Plan(room: Room) -> impl IntoView {
    let lang = use_lang();
    let title = RwSignal::new(String::new());
    let on = RwSignal::new(None);
    let group = RwSignal::new(Group::Oud.slug().to_owned());
    let problem = RwSignal::new(None::<Text>);
    let groups = Signal::derive(move || {
        let one = |one: &Group| (one.slug().to_owned(), one.label().get(lang.get()).to_owned());
        Group::ALL.iter().map(one).collect::<Vec<_>>()
    });
    let plan = move |_| {
        let Some(day) = on.get_untracked() else { return problem.set(Some(words::DAY_EMPTY)) };
        problem.set(None);
        let id = random::id();
        let group = Group::from_slug(&group.get_untracked()).unwrap_or(Group::Oud);
        let first = Command::Plan { id: id.clone(), title: title.get_untracked(), on: day, group };
        let ask = |one: &Standard| Command::AddQuestion {
            id: format!("{id}-{}", one.slug()),
            council: id.clone(),
            standard: Some(*one),
            own: String::new(),
        };
        let all = std::iter::once(first).chain(Standard::ALL.iter().map(ask)).collect();
        if room.done(Command::Together(all)) {
            title.set(String::new());
        }
    };
    view! {
        <details class="more more--large">
            <summary class="more__open">{tr(words::PLAN)}</summary>
            <Field label=words::PLAN_TITLE hint=words::PLAN_HINT value=title on_change=move |text| title.set(text) />
            <div class="row">
                <DayField label=words::DAY value=on on_change=move |day| on.set(day) />
                <Choose label=words::GROUP options=groups chosen=group on_choose=move |slug| group.set(slug) />
            </div>
            <p role="alert" class="voices__problem">{tr_maybe(move || problem.get())}</p>
            <button type="button" class="nl-button nl-button--secondary" on:click=plan>{tr(words::PLAN_GO)}</button>
        </details>
    }
}

#[component]
fn Earlier(room: Room) -> impl IntoView {
    let all = room.memo(|view| view.present().rev().cloned().collect::<Vec<_>>());
    let gone = room.memo(|view| {
        view.councils.iter().rev().filter(|one| one.gone).cloned().collect::<Vec<_>>()
    });
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <section aria-labelledby="alle-raden">
                <h2 id="alle-raden" class="nl-heading nl-heading--level-2">{tr(words::ALL)}</h2>
                <ul class="plain">{list(all, line)}</ul>
            </section>
        </Show>
        <Show when=move || gone.with(|gone| !gone.is_empty())>
            <details class="more">
                <summary class="more__open">{tr(super::texts::REMOVED_ONES)}</summary>
                <ul class="plain">{list(gone, line)}</ul>
            </details>
        </Show>
    }
}

/// One council, and the way to it.
fn line(one: Council) -> AnyView {
    let lang = use_lang();
    let href = format!("/leerlingenraad/raad/{}", one.id);
    let title = one.title.clone();
    view! {
        <li class="waits">
            <A href=href attr:class="nl-link waits__title">{title}</A>
            <span class="marks">{move || when(&one, lang.get())}</span>
        </li>
    }
    .into_any()
}
