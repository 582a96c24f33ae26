//! Which school lies open: one that is here already, one to be invited to, or a new one; and a next school year. One step.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;
use model::about::Kind;
use model::school::Command;
use model::table::Seat;
use model::werkgebied::{self, Werkgebied};
use rules::calendar::SchoolYear;
use rules::region::{Region, regions};
use rules::text::Text;

use super::people::seat_options;
use super::room::Room;
use crate::components::choose::Choose as ChooseOne;
use crate::components::field::Field;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::page::Page;
use crate::components::spaces_here::SpacesHere;
use crate::i18n::{tr, tr_maybe, tr_signal, use_lang};
use crate::platform::{random, spawn};
use crate::state::ledger::{Ledger, Where};
use crate::texts::school::{self as words, start};

#[component]
pub fn Choose() -> impl IntoView {
    let Some(room) = Room::get() else { return ().into_any() };
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(start::NOTE, start::NOTE_BODY));
    }
    view! {
        <Page title=tr_signal(words::SCHOOL)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(start::LEAD)}</p>
            <SpacesHere kind=Kind::School heading=start::HERE />
            <h2 class="nl-heading nl-heading--level-2">{tr(start::NEW)}</h2>
            <New room />
            <p class="nl-paragraph">
                {tr(start::INVITED)} " "
                <A href="/meedoen" attr:class="nl-link">{tr(start::INVITED_GO)}</A>
            </p>
        </Page>
    }
    .into_any()
}

/// What is known of a school before it is begun here: from the list of the werkgebied that lies open.
#[derive(Clone, PartialEq)]
struct Known {
    id: String,
    name: String,
    board: String,
    region: String,
    area: String,
}

fn known(room: Room) -> Memo<Vec<Known>> {
    let area = Ledger::<Werkgebied>::follow(
        room.app,
        Where::Current(Kind::Werkgebied),
        werkgebied::part(),
    );
    Memo::new(move |_| {
        let Some(view) = area.view.get() else { return Vec::new() };
        let one = |school: &werkgebied::School| Known {
            id: school.id.clone(),
            name: school.name.clone(),
            board: school.board.clone(),
            region: view.region.clone(),
            area: view.area.clone().unwrap_or_default(),
        };
        view.present_schools().map(one).collect()
    })
}

/// What is being filled in.
#[derive(Clone, Copy)]
struct Form {
    name: RwSignal<String>,
    board: RwSignal<String>,
    region: RwSignal<String>,
    area: RwSignal<String>,
    seat: RwSignal<String>,
    problem: RwSignal<Option<Text>>,
}

impl Form {
    fn command(self, room: Room) -> Option<Command> {
        let name = self.name.get_untracked().trim().to_owned();
        if name.is_empty() {
            self.problem.set(Some(start::NAME_EMPTY));
            return None;
        }
        let begin = Command::Start {
            name,
            board: self.board.get_untracked(),
            region: self.region.get_untracked(),
            area: Some(self.area.get_untracked()).filter(|area| !area.is_empty()),
        };
        let seat = Seat::from_slug(&self.seat.get_untracked()).unwrap_or(Seat::Ib);
        let me = untrack(|| room.my_name());
        let join = Command::AddPerson { id: random::id(), name: me, seat };
        Some(Command::Together(vec![begin, join]))
    }
}

#[component]
fn New(room: Room) -> impl IntoView {
    let lang = use_lang();
    let all: StoredValue<Vec<Region>> = StoredValue::new(regions().unwrap_or_default());
    let first = all.with_value(|all| all.first().map(|one| one.slug.clone()).unwrap_or_default());
    let form = Form {
        name: RwSignal::default(),
        board: RwSignal::default(),
        region: RwSignal::new(first),
        area: RwSignal::default(),
        seat: RwSignal::new(Seat::Ib.slug().to_owned()),
        problem: RwSignal::new(None),
    };
    let regions = Signal::derive(move || {
        all.with_value(|all| all.iter().map(|one| (one.slug.clone(), one.name.clone())).collect())
    });
    let areas = Signal::derive(move || {
        let places = all.with_value(|all| {
            let found = all.iter().find(|one| one.slug == form.region.get());
            found.map(|one| one.werkgebieden.clone()).unwrap_or_default()
        });
        let none = (String::new(), start::NO_AREA.get(lang.get()).to_owned());
        let named = places.into_iter().map(|place| (place.slug, place.name));
        std::iter::once(none).chain(named).collect::<Vec<_>>()
    });
    let known = known(room);
    let any_known = Memo::new(move |_| known.with(|all| !all.is_empty()));
    let listed = Signal::derive(move || {
        let other = (String::new(), start::OTHER.get(lang.get()).to_owned());
        let all = known.get().into_iter().map(|one| (one.id, one.name));
        std::iter::once(other).chain(all).collect::<Vec<_>>()
    });
    let picked = RwSignal::new(String::new());
    let pick = move |id: String| {
        if let Some(one) = known.with_untracked(|all| all.iter().find(|one| one.id == id).cloned())
        {
            form.name.set(one.name);
            form.board.set(one.board);
            form.region.set(one.region);
            form.area.set(one.area);
        }
        picked.set(id);
    };
    let navigate = use_navigate();
    let begin = move |_| {
        let Some(command) = form.command(room) else { return };
        let (title, navigate) = (form.name.get_untracked(), navigate.clone());
        spawn(async move {
            let lies_open = || room.ledger().space();
            if room.app.begin_in(&Kind::School, title.trim(), lies_open).await.is_err() {
                let _ = form.problem.try_set(Some(words::NOT_OPEN));
                return;
            }
            if room.done(command) {
                navigate("/school", Default::default());
            }
        });
    };
    let error = tr_maybe(move || form.problem.get());
    view! {
        <Show when=move || any_known.get()>
            <ChooseOne label=start::WHICH options=listed chosen=picked on_choose=pick />
        </Show>
        <Field label=start::NAME value=form.name error on_change=move |text| { form.problem.set(None); form.name.set(text); } />
        <Field label=start::BOARD hint=start::BOARD_HINT value=form.board on_change=move |text| form.board.set(text) />
        <ChooseOne label=start::REGION options=regions chosen=form.region on_choose=move |slug| { form.area.set(String::new()); form.region.set(slug); } />
        <ChooseOne label=start::AREA options=areas chosen=form.area on_choose=move |slug| form.area.set(slug) />
        <ChooseOne label=start::MY_SEAT options=seat_options() chosen=form.seat on_choose=move |slug| form.seat.set(slug) />
        <p>
            <button type="button" class="nl-button nl-button--primary" on:click=begin>
                {tr(start::BEGIN)} <Drawn icon=Icon::Forward />
            </button>
        </p>
    }
}

/// The school is there, this school year is not yet: the same people, and a clean list.
#[component]
pub fn NextYear(room: Room) -> impl IntoView {
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::rules(&["BAS-01", "SOP-04"]));
    }
    let name = move || room.year_name();
    let this = SchoolYear::of(room.today).0;
    let begin = move |_| {
        let command =
            room.latest.with_untracked(|view| view.as_ref().map(|view| view.begin_next()));
        if let Some(command) = command {
            room.done(command);
        }
    };
    let earlier = move || room.year.get() < this;
    let may = Memo::new(move |_| room.may());
    view! {
        <Page title=room.heading(words::SCHOOL)>
            <section class="next" aria-labelledby="nieuw-jaar">
                <p class="next__eyebrow">{tr(start::YEAR_WAITS)}</p>
                <h2 id="nieuw-jaar" class="nl-heading nl-heading--level-2 next__title">{tr(start::YEAR)}" "{name}</h2>
                <p class="nl-paragraph">{move || tr(if !may.get() { start::YEAR_OF_SCHOOL } else if earlier() { start::YEAR_EMPTY } else { start::YEAR_WHY })}</p>
                <Show when=move || may.get()>
                    <button type="button" class="nl-button nl-button--primary" on:click=begin>
                        {tr(start::YEAR_BEGIN)} <Drawn icon=Icon::Forward />
                    </button>
                </Show>
            </section>
            <Show when=earlier>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| room.year.set(this)>{tr(start::YEAR_BACK)}</button>
            </Show>
        </Page>
    }
    .into_any()
}
