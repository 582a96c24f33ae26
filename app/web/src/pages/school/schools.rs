//! The schools that a consulent works with: when they last talked, what each wants to grow in, and the next conversation. It
//! reads and prepares; it ticks nothing for a school (BAS-04) and ranks none.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::aanbod::Offer;
use model::about::Kind;
use model::dekking::Here;
use model::meeting::minutes::when;
use model::table::Seat;
use model::werkgebied::{self, Werkgebied};
use replica::gather::Gather;
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
use crate::state::school::schools_with_steps;
use crate::texts::school::{self as words, schools as own};

/// The kind of meeting for a conversation between a consulent and one school (KWA-09, KWA-10).
const MESO: &str = "meso";

#[component]
pub fn Schools() -> impl IntoView {
    let Some(room) = Room::get() else { return ().into_any() };
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(own::NOTE, own::NOTE_BODY));
        margin.put(Note::rules(&["KWA-09", "KWA-10", "BAS-04"]));
    }
    let here = Memo::new(move |_| {
        room.app.revision.track();
        schools_with_steps(room.app, room.reader, room.year.get())
    });
    let any = Memo::new(move |_| here.with(|all| !all.is_empty()));
    let ids =
        Memo::new(move |_| here.with(|all| all.iter().map(|one| one.space).collect::<Vec<_>>()));
    let table = Table {
        room,
        here,
        talks: talks(room),
        conversation: Ledger::follow(
            room.app,
            Where::Current(Kind::Werkgebied),
            werkgebied::part(),
        ),
    };
    view! {
        <Page title=tr_signal(words::SCHOOLS) wide=true>
            <div class="area school">
                <Parts />
                <p class="nl-paragraph nl-paragraph--lead">{tr(own::LEAD)}</p>
                <YearChoice room />
                <Show when=move || any.get() fallback=|| view! { <EmptyState title=own::EMPTY text=own::EMPTY_WHY /> }>
                    <ul class="cards" id="scholen">
                        <For each=move || ids.get() key=|id| *id let:id><One table id /></For>
                    </ul>
                </Show>
            </div>
        </Page>
    }
    .into_any()
}

/// What the cards share, worked out once for all of them. `Copy`.
#[derive(Clone, Copy)]
struct Table {
    room: Room,
    here: Memo<Vec<Here>>,
    /// The spaces with conversations, by their title.
    talks: Memo<BTreeMap<String, SpaceId>>,
    conversation: Ledger<Werkgebied>,
}

#[component]
fn One(table: Table, id: SpaceId) -> impl IntoView {
    let (lang, room) = (use_lang(), table.room);
    let one =
        Memo::new(move |_| table.here.with(|all| all.iter().find(|one| one.space == id).cloned()));
    let name = Memo::new(move |_| {
        one.with(|one| one.as_ref().map(|one| one.says.name.clone()).unwrap_or_default())
    });
    let wants = move || one.with(|one| one.as_ref().map(|one| wishes(one, lang.get())));
    let to_do = move || one.with(|one| first_step(one.as_ref()?, lang.get()));
    let navigate = use_navigate();
    let open = move |_| {
        let navigate = navigate.clone();
        spawn(async move {
            if room.app.lay_open_space(id).await.is_ok() {
                navigate("/school/lijst", Default::default());
            }
        });
    };
    let talks = Memo::new(move |_| {
        let title = own::talks_with(&name.get());
        table.talks.with(|all| all.get(&title).copied())
    });
    let any_talks = Memo::new(move |_| talks.with(Option::is_some));
    view! {
        <li class="card">
            <h2 class="nl-heading nl-heading--level-3">{name}</h2>
            <p class="card__about">{wants}</p>
            <p class="card__about">{to_do}</p>
            <Show when=move || any_talks.get() fallback=move || view! { <p class="quiet">{tr(own::NO_TALKS)}</p> }>
                {move || talks.get().map(|id| view! { <Talks room id /> })}
            </Show>
            <div class="actions">
                <button type="button" class="nl-button nl-button--secondary" on:click=open>
                    <Drawn icon=Icon::School /> {tr(own::OPEN)}<span class="visually-hidden">": "{name}</span>
                </button>
                <Prepare table talks one />
            </div>
        </li>
    }
}

/// In what the school wants to grow.
fn wishes(one: &Here, lang: Lang) -> String {
    let grows = one.says.offers.iter().filter(|(_, offer)| **offer == Offer::Groeit);
    let all: Vec<&str> = grows.map(|(need, _)| need.label().get(lang)).collect();
    if all.is_empty() {
        own::NO_WISH.get(lang).to_owned()
    } else {
        format!("{}: {}.", own::WISH.get(lang), all.join(", "))
    }
}

/// What the school still wants to do: the first step, and how many are open.
fn first_step(one: &Here, lang: Lang) -> Option<String> {
    let (count, first) = one.to_do.as_ref()?;
    Some(format!("{}: {first} ({count})", own::STEP.get(lang)))
}

/// The spaces with conversations: of the kind werkgebied, under the title that they are begun with.
fn talks(room: Room) -> Memo<BTreeMap<String, SpaceId>> {
    Memo::new(move |_| {
        room.app.spaces.with(|all| {
            let found = all.iter().filter(|one| one.kind == Kind::Werkgebied && !one.draft);
            // The first of several with one title, as in the list of spaces.
            found.rev().map(|one| (one.title.clone(), one.id)).gather()
        })
    })
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
fn Prepare(table: Table, talks: Memo<Option<SpaceId>>, one: Memo<Option<Here>>) -> impl IntoView {
    let (room, conversation) = (table.room, table.conversation);
    let navigate = use_navigate();
    let name = move || one.with(|one| one.as_ref().map(|one| one.says.name.clone()));
    let prepare = move |_| {
        let navigate = navigate.clone();
        let known = talks.get_untracked();
        let region = untrack(|| room.of_school(|view| view.region.clone()));
        let Some(says) = one.get_untracked().map(|one| one.says) else { return };
        let title = own::talks_with(&says.name);
        let start = werkgebied::Command::Start {
            name: title.clone(),
            table: MESO.to_owned(),
            region,
            area: says.area,
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
            <Drawn icon=Icon::Area /> {tr(own::PREPARE)}<span class="visually-hidden">": "{name}</span>
        </button>
    }
}
