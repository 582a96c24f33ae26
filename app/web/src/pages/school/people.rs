//! Who fills in: colleagues of the school, and who advises it.

use leptos::prelude::*;
use model::school::{Command, Person, PersonChange, of_the_school};
use model::table::Seat;

use super::frame::{Fields, SchoolPage};
use super::room::Room;
use crate::components::add_line::AddLine;
use crate::components::choose::Choose;
use crate::components::field::Field;
use crate::components::gone::Gone;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::school::{self as words, people as own};
use crate::texts::werkgebied::members;

/// Who sits at the table of a school: who speaks for it first, then who advises.
const SEATS: [Seat; 7] = [
    Seat::Ib,
    Seat::Schoolleider,
    Seat::Leerkracht,
    Seat::Zorgcoordinator,
    Seat::Schoolbestuur,
    Seat::Consulent,
    Seat::Coach,
];

pub fn page(room: Room) -> AnyView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(own::NOTE, own::NOTE_BODY));
        kantlijn.put(Note::rules(&["BAS-04"]));
    }
    let present = room.memo(|view| {
        view.people.iter().filter(|one| !one.gone).map(|one| one.id.clone()).collect::<Vec<_>>()
    });
    let gone = room.memo(|view| {
        let gone = view.people.iter().filter(|one| one.gone);
        gone.map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
    });
    let back = move |id: String| {
        room.act(Command::SetPerson { id, change: PersonChange::Gone(false) });
    };
    view! {
        <SchoolPage room title=words::PEOPLE>
            <p class="nl-paragraph nl-paragraph--lead">{tr(own::LEAD)}</p>
            <Fields room>
                <Add room />
                <ul class="cards">
                    <For each=move || present.get() key=|id| id.clone() let:id><One room id /></For>
                </ul>
                <Gone all=gone on_back=Callback::new(back) />
            </Fields>
        </SchoolPage>
    }
    .into_any()
}

/// Roles as options of a list.
pub fn seat_options() -> Signal<Vec<(String, String)>> {
    let lang = use_lang();
    Signal::derive(move || {
        let option =
            |seat: &Seat| (seat.slug().to_owned(), seat.label().get(lang.get()).to_owned());
        SEATS.iter().map(option).collect()
    })
}

#[component]
fn Add(room: Room) -> impl IntoView {
    let seat = RwSignal::new(Seat::Leerkracht.slug().to_owned());
    let add = move |name: String| {
        let seat = Seat::from_slug(&seat.get_untracked()).unwrap_or(Seat::Leerkracht);
        room.done(Command::AddPerson { id: random::id(), name, seat })
    };
    view! {
        <div class="new-card">
            <Choose label=own::SEAT options=seat_options() chosen=seat on_choose=move |slug| seat.set(slug) />
            <AddLine label=own::ADD hint=own::ADD_HINT on_add=add />
        </div>
    }
}

#[component]
fn One(room: Room, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let person = room.memo(move |view| {
        id.with_value(|id| view.people.iter().find(|one| one.id == *id).cloned())
    });
    let of = move |read: fn(&Person) -> String| {
        Signal::derive(move || person.with(|one| one.as_ref().map(read).unwrap_or_default()))
    };
    let name = of(|one| one.name.clone());
    let set = move |change| room.act(Command::SetPerson { id: id.get_value(), change });
    let about = move || {
        person.with(|one| {
            let seat = one.as_ref()?.seat?;
            let does = if of_the_school(seat) { own::ANSWERS } else { own::ADVISES };
            Some(format!("{}, {}", seat.label().get(lang.get()), does.get(lang.get())))
        })
    };
    let seat = of(|one| one.seat.map(|seat| seat.slug().to_owned()).unwrap_or_default());
    let choose = move |slug: String| {
        if let Some(seat) = Seat::from_slug(&slug) {
            set(PersonChange::Seat(seat));
        }
    };
    view! {
        <li class="card">
            <h2 class="nl-heading nl-heading--level-3">{name}</h2>
            <p class="card__about">{about}</p>
            <details class="more">
                <summary class="more__open">{tr(members::CHANGE)}<span class="visually-hidden">" "{name}</span></summary>
                <Field label=own::NAME value=name on_change=move |text| set(PersonChange::Name(text)) />
                <Choose label=own::SEAT options=seat_options() chosen=seat about=name on_choose=choose />
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| set(PersonChange::Gone(true))>
                    {tr(members::LEAVES)}<span class="visually-hidden">": "{name}</span>
                </button>
            </details>
        </li>
    }
}

/// Who is in and not yet on the list says in what role they take part: one choice, one tap.
#[component]
pub fn JoinIn(room: Room) -> impl IntoView {
    let unknown = Memo::new(move |_| room.me().is_none() && room.may());
    let seat = RwSignal::new(Seat::Leerkracht.slug().to_owned());
    let join = move |_| {
        let seat = Seat::from_slug(&seat.get_untracked()).unwrap_or(Seat::Leerkracht);
        let name = untrack(|| room.my_name());
        room.act(Command::AddPerson { id: random::id(), name, seat });
    };
    view! {
        <Show when=move || unknown.get()>
            <section class="next" aria-labelledby="meedoen">
                <h2 id="meedoen" class="nl-heading nl-heading--level-2 next__title">{tr(own::JOIN)}</h2>
                <p class="nl-paragraph">{tr(own::JOIN_WHY)}</p>
                <Choose label=own::MY_SEAT options=seat_options() chosen=seat on_choose=move |slug| seat.set(slug) />
                <button type="button" class="nl-button nl-button--primary" on:click=join>
                    {tr(own::JOIN_GO)} <Drawn icon=Icon::Check />
                </button>
            </section>
        </Show>
    }
}
