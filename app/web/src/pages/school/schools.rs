//! The schools that a consulent works with: when they last talked, what each wants to grow in, and the next conversation. It
//! reads and prepares; it ticks nothing for a school (BAS-04) and ranks none.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::aanbod::Offer;
use model::about::Kind;
use model::meeting::minutes::when;
use model::table::Seat;
use model::werkgebied::{self, Werkgebied};
use replica::id::SpaceId;
use rules::text::Lang;

use super::frame::{Parts, YearChoice};
use super::room::Room;
use crate::components::empty::EmptyState;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::{random, spawn};
use crate::state::ledger::{Ledger, Where};
use crate::state::school::{SchoolHere, schools_here};
use crate::texts::school::{self as words, schools as own};

/// The kind of meeting for a conversation between a consulent and one school (KWA-09, KWA-10).
const MESO: &str = "meso";

#[component]
pub fn Schools() -> impl IntoView {
    let Some(room) = Room::get() else { return ().into_any() };
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(own::NOTE, own::NOTE_BODY));
    }
    let here = Memo::new(move |_| {
        room.app.revision.track();
        schools_here(room.app, room.year.get())
    });
    let any = Memo::new(move |_| here.with(|all| !all.is_empty()));
    let shown = move || here.get();
    view! {
        <Page title=tr_signal(words::SCHOOLS) wide=true>
            <div class="area school">
                <Parts />
                <p class="nl-paragraph nl-paragraph--lead">{tr(own::LEAD)}</p>
                <YearChoice room />
                <Show when=move || any.get() fallback=|| view! { <EmptyState title=own::EMPTY text=own::EMPTY_WHY /> }>
                    <ul class="cards">
                        <For each=shown key=|one| format!("{one:?}") let:one><One room one /></For>
                    </ul>
                </Show>
            </div>
        </Page>
    }
    .into_any()
}

#[component]
fn One(room: Room, one: SchoolHere) -> impl IntoView {
    let lang = use_lang();
    let SchoolHere { space, says, .. } = one;
    let name = StoredValue::new(says.name.clone());
    let grows = says.offers.iter().filter(|(_, offer)| **offer == Offer::Groeit);
    let grows: Vec<_> = grows.map(|(need, _)| need.label()).collect();
    let wants = move || {
        let lang = lang.get();
        let all: Vec<&str> = grows.iter().map(|need| need.get(lang)).collect();
        let none = || own::NO_WISH.get(lang).to_owned();
        if all.is_empty() {
            none()
        } else {
            format!("{}: {}.", own::WISH.get(lang), all.join(", "))
        }
    };
    let navigate = use_navigate();
    let open = move |_| {
        let navigate = navigate.clone();
        spawn(async move {
            if room.app.lay_open_space(space).await.is_ok() {
                navigate("/school/lijst", Default::default());
            }
        });
    };
    let talks = talks(room, name.get_value());
    let any_talks = Memo::new(move |_| talks.with(Option::is_some));
    view! {
        <li class="card">
            <h2 class="nl-heading nl-heading--level-3">{name.get_value()}</h2>
            <p class="card__about">{wants}</p>
            <Steps room space />
            <Show when=move || any_talks.get() fallback=move || view! { <p class="quiet">{tr(own::NO_TALKS)}</p> }>
                {move || talks.get().map(|id| view! { <Talks room id /> })}
            </Show>
            <div class="actions">
                <button type="button" class="nl-button nl-button--secondary" on:click=open>
                    <Drawn icon=Icon::School /> {tr(own::OPEN)}<span class="visually-hidden">": "{name.get_value()}</span>
                </button>
                <Prepare room talks name area=says.area />
            </div>
        </li>
    }
}

/// The space with the conversations with this school: one of the kind werkgebied, with that kind of table and this name.
fn talks(room: Room, name: String) -> Memo<Option<SpaceId>> {
    let title = own::talks_with(&name);
    Memo::new(move |_| {
        let all = room.app.spaces.get().into_iter();
        let found = all.filter(|one| one.kind == Kind::Werkgebied && !one.draft);
        found.into_iter().find(|one| one.title == title).map(|one| one.id)
    })
}

/// What the school still wants to do: how many steps are open, and the first.
#[component]
fn Steps(room: Room, space: SpaceId) -> impl IntoView {
    let lang = use_lang();
    let part = model::school::part(room.year.get_untracked());
    let ledger = Ledger::<model::school::School>::follow(room.app, Where::In(space), part);
    let says = move || {
        let view = ledger.view.get()?;
        let open = view.open_steps();
        let (_, first) = open.first()?;
        Some(format!("{}: {} ({})", own::STEP.get(lang.get()), first.what, open.len()))
    };
    view! { <p class="card__about">{says}</p> }
}

/// The last conversation and the next.
#[component]
fn Talks(room: Room, id: SpaceId) -> impl IntoView {
    let lang = use_lang();
    let ledger = Ledger::<Werkgebied>::follow(room.app, Where::In(id), werkgebied::part());
    let says = move || {
        let view = ledger.view.get()?;
        Some(sentence(&view, room.today, lang.get()))
    };
    view! { <p>{says}</p> }
}

fn sentence(view: &werkgebied::View, today: chrono::NaiveDate, lang: Lang) -> String {
    let held = view.days().filter(|(meeting, _)| meeting.held).map(|(_, on)| on).max();
    let next =
        view.days().filter(|(meeting, on)| !meeting.held && *on >= today).map(|(_, on)| on).min();
    let day = |day| when(Some(day), None, lang);
    let last = held.map_or_else(
        || own::NEVER.get(lang).to_owned(),
        |on| format!("{} {}.", own::LAST.get(lang), day(on)),
    );
    let next = next.map_or_else(
        || own::NO_NEXT.get(lang).to_owned(),
        |on| format!("{} {}.", own::NEXT.get(lang), day(on)),
    );
    format!("{last} {next}")
}

/// Opens the conversations with this school, which are meetings like any other; the first time it begins them.
#[component]
fn Prepare(
    room: Room,
    talks: Memo<Option<SpaceId>>,
    name: StoredValue<String>,
    area: Option<String>,
) -> impl IntoView {
    let area = StoredValue::new(area);
    let navigate = use_navigate();
    let conversation = Ledger::<Werkgebied>::follow(
        room.app,
        Where::Current(Kind::Werkgebied),
        werkgebied::part(),
    );
    let prepare = move |_| {
        let navigate = navigate.clone();
        let known = talks.get_untracked();
        let region = untrack(|| room.of_school(|view| view.region.clone()));
        let start = werkgebied::Command::Start {
            name: own::talks_with(&name.get_value()),
            table: MESO.to_owned(),
            region,
            area: area.get_value(),
        };
        let me = werkgebied::Command::AddPerson {
            id: random::id(),
            name: untrack(|| room.my_name()),
            seats: [Seat::Consulent].into(),
            school: None,
        };
        let begin = werkgebied::Command::Together(vec![start, me]);
        spawn(async move {
            let lies_open = || conversation.space();
            let opened = match known {
                Some(id) => room.app.open_in(id, lies_open).await.map(|()| None),
                None => {
                    let title = own::talks_with(&name.get_value());
                    let begun = room.app.begin_in(&Kind::Werkgebied, &title, lies_open).await;
                    begun.map(|()| Some(begin))
                }
            };
            let Ok(begin) = opened else {
                room.problem.set(Some(words::NOT_OPEN));
                return;
            };
            let begun = begin.is_none_or(|begin| room.ran(conversation, &begin));
            if begun {
                navigate("/werkgebied", Default::default());
            }
        });
    };
    view! {
        <button type="button" class="nl-button nl-button--primary" on:click=prepare>
            <Drawn icon=Icon::Area /> {tr(own::PREPARE)}<span class="visually-hidden">": "{name.get_value()}</span>
        </button>
    }
}
