//! The people of the werkgebied, and the card "wie kan je waarvoor benaderen".

use leptos::prelude::*;
use model::table::{Seat, table};
use model::werkgebied::{Command, Person, PersonChange, View, Who};
use rules::text::Lang;

use super::expertise::Expertise;
use super::frame::AreaPage;
use super::room::Room;
use crate::components::add_line::AddLine;
use crate::components::choose::Choose;
use crate::components::field::Field;
use crate::components::gone::Gone;
use crate::components::search_line::SearchLine;
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::werkgebied::{self as words, members};

pub fn page(room: Room) -> AnyView {
    let ids = room.memo(|view| view.present_people().map(|one| one.id.clone()).collect::<Vec<_>>());
    let gone = room.memo(|view| {
        let gone = view.people.iter().filter(|one| one.gone);
        gone.map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
    });
    let back = move |id: String| {
        room.act(Command::SetPerson { id, change: PersonChange::Gone(false) });
    };
    view! {
        <AreaPage room title=words::PEOPLE>
            <p class="nl-paragraph nl-paragraph--lead">{tr(members::PEOPLE_LEAD)}</p>
            <Add room />
            <ul class="cards">
                <For each=move || ids.get() key=|id| id.clone() let:id><One room id /></For>
            </ul>
            <Gone all=gone on_back=Callback::new(back) />
            <ContactCard room />
        </AreaPage>
    }
    .into_any()
}

/// Name, school and seat: enough to sit at the table.
#[component]
fn Add(room: Room) -> impl IntoView {
    let lang = use_lang();
    let school = RwSignal::new(String::new());
    let seat = RwSignal::new(Seat::Schoolleider.slug().to_owned());
    let seats =
        Signal::derive(move || seat_options(room.of(|view| view.table.clone()), lang.get()));
    let add = move |name: String| {
        let chosen = Seat::from_slug(&seat.get_untracked());
        room.done(Command::AddPerson {
            id: random::id(),
            name,
            seats: chosen.into_iter().collect(),
            school: Some(school.get_untracked()).filter(|id| !id.is_empty()),
        })
    };
    view! {
        <div class="row">
            <Choose label=members::SEAT options=seats chosen=seat on_choose=move |slug| seat.set(slug) />
            <Choose label=members::SCHOOL options=school_options(room) chosen=school on_choose=move |id| school.set(id) />
        </div>
        <AddLine label=members::ADD_PERSON hint=members::ADD_HINT on_add=add />
    }
}

/// The seats of this kind of table first, then all others.
fn seat_options(slug: String, lang: Lang) -> Vec<(String, String)> {
    let first = table(&slug).map_or(&[][..], |table| table.seats);
    let others = Seat::ALL.iter().filter(|seat| !first.contains(seat));
    let option = |seat: &Seat| (seat.slug().to_owned(), seat.label().get(lang).to_owned());
    first.iter().chain(others).map(option).collect()
}

fn school_options(room: Room) -> Signal<Vec<(String, String)>> {
    let lang = use_lang();
    Signal::derive(move || {
        let none = (String::new(), members::NO_SCHOOL.get(lang.get()).to_owned());
        let schools = room.of(|view| {
            let one = |one: &model::werkgebied::School| (one.id.clone(), one.name.clone());
            view.present_schools().map(one).collect::<Vec<_>>()
        });
        std::iter::once(none).chain(schools).collect()
    })
}

fn about(view: &View, person: &Person, lang: Lang) -> String {
    let seats = person.seats.iter().map(|seat| seat.label().get(lang).to_owned());
    let school = person.school.as_deref().and_then(|id| view.school(id));
    let place = school.map_or(person.organisation.clone(), |school| school.name.clone());
    let parts = seats.chain([place, person.contact.clone()]).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

#[component]
fn One(room: Room, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let person = room.memo(move |view| id.with_value(|id| view.person(id).cloned()));
    let of = move |read: fn(&Person) -> String| {
        Signal::derive(move || person.with(|one| one.as_ref().map(read).unwrap_or_default()))
    };
    let name = of(|one| one.name.clone());
    let set = move |change| room.act(Command::SetPerson { id: id.get_value(), change });
    let says = move || {
        let lang = lang.get();
        person.with(|one| one.as_ref().map(|one| room.of(|view| about(view, one, lang))))
    };
    let chosen = of(|one| one.school.clone().unwrap_or_default());
    let choose = move |id: String| {
        set(PersonChange::School(Some(id).filter(|id| !id.is_empty())));
    };
    view! {
        <li class="card">
            <h2 class="nl-heading nl-heading--level-3">{name}</h2>
            <p class="card__about">{says}</p>
            <details class="more">
                <summary class="more__open">{tr(members::CHANGE)}<span class="visually-hidden">" "{name}</span></summary>
                <Field label=members::PERSON_NAME value=name on_change=move |text| set(PersonChange::Name(text)) />
                <Choose label=members::SCHOOL options=school_options(room) chosen on_choose=choose />
                <Field label=members::ORGANISATION value=of(|one| one.organisation.clone()) on_change=move |text| set(PersonChange::Organisation(text)) />
                <Field label=members::CONTACT hint=members::CONTACT_HINT value=of(|one| one.contact.clone()) on_change=move |text| set(PersonChange::Contact(text)) />
                <Seats room id person name />
                <Expertise room who=Who::Person(id.get_value()) name />
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| set(PersonChange::Gone(true))>
                    {tr(members::LEAVES)}<span class="visually-hidden">": "{name}</span>
                </button>
            </details>
        </li>
    }
}

/// In which roles somebody sits at the table.
#[component]
fn Seats(
    room: Room,
    id: StoredValue<String>,
    person: Memo<Option<Person>>,
    name: Signal<String>,
) -> impl IntoView {
    let one = move |seat: Seat| {
        let has =
            move || person.with(|one| one.as_ref().is_some_and(|one| one.seats.contains(&seat)));
        let set = move |on| {
            let change = PersonChange::Seat(seat, on);
            room.act(Command::SetPerson { id: id.get_value(), change });
        };
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=has on:change=move |event| set(event_target_checked(&event)) />
                {tr(seat.label())}
            </label>
        }
    };
    view! {
        <fieldset class="checks">
            <legend class="checks__legend">{tr(members::SEATS)}<span class="visually-hidden">" "{name}</span></legend>
            {Seat::ALL.iter().copied().map(one).collect_view()}
        </fieldset>
    }
}

/// By subject, and narrowed while one types.
#[component]
fn ContactCard(room: Room) -> impl IntoView {
    let wanted = RwSignal::new(String::new());
    let lines = Memo::new(move |_| {
        let wanted = wanted.get();
        room.of(|view| view.contacts(&wanted))
    });
    let row = |line: model::werkgebied::Contact| {
        let who = [line.who.clone(), line.school.clone(), line.contact];
        let mut who: Vec<String> = who.into_iter().filter(|part| !part.is_empty()).collect();
        who.dedup();
        view! { <li class="contact"><strong>{line.what}</strong><span class="marks">{who.join(", ")}</span></li> }
    };
    view! {
        <section class="part" aria-labelledby="contactkaart">
            <h2 id="contactkaart" class="nl-heading nl-heading--level-2">{tr(members::CARD)}</h2>
            <p class="quiet">{tr(members::CARD_LEAD)}</p>
            <SearchLine label=members::CARD_SEARCH value=wanted />
            <ul class="plain">{move || lines.get().into_iter().map(row).collect_view()}</ul>
            <Show when=move || lines.with(Vec::is_empty)><p class="quiet">{tr(members::CARD_EMPTY)}</p></Show>
        </section>
    }
}
