//! The schools of the werkgebied.

use leptos::prelude::*;
use model::werkgebied::{Command, School, SchoolChange, SchoolKind, Who};

use super::expertise::Expertise;
use super::frame::AreaPage;
use super::room::Room;
use crate::components::add_line::AddLine;
use crate::components::choose::Choose;
use crate::components::field::Field;
use crate::components::gone::Gone;
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::werkgebied::{self as words, members};

pub fn page(room: Room) -> AnyView {
    let ids =
        room.memo(|view| view.present_schools().map(|one| one.id.clone()).collect::<Vec<_>>());
    let gone = room.memo(|view| {
        let gone = view.schools.iter().filter(|one| one.gone);
        gone.map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
    });
    let back = move |id: String| {
        room.act(Command::SetSchool { id, change: SchoolChange::Gone(false) });
    };
    view! {
        <AreaPage room title=words::SCHOOLS>
            <p class="nl-paragraph nl-paragraph--lead">{tr(members::SCHOOLS_LEAD)}</p>
            <Add room />
            <ul class="cards">
                <For each=move || ids.get() key=|id| id.clone() let:id><One room id /></For>
            </ul>
            <Gone all=gone on_back=Callback::new(back) />
        </AreaPage>
    }
    .into_any()
}

#[component]
fn Add(room: Room) -> impl IntoView {
    let add = move |name: String| {
        room.done(Command::AddSchool { id: random::id(), name, kind: SchoolKind::Regulier })
    };
    view! { <AddLine label=members::ADD_SCHOOL hint=members::ADD_HINT on_add=add /> }
}

#[component]
fn One(room: Room, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let school = room.memo(move |view| id.with_value(|id| view.school(id).cloned()));
    let of = move |read: fn(&School) -> String| {
        Signal::derive(move || school.with(|one| one.as_ref().map(read).unwrap_or_default()))
    };
    let name = of(|one| one.name.clone());
    let set = move |change| room.act(Command::SetSchool { id: id.get_value(), change });
    let about = move || {
        school.with(|one| {
            let one = one.as_ref()?;
            let kind = one.kind.label().get(lang.get()).to_owned();
            let parts = [kind, one.board.clone()];
            Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
        })
    };
    let kinds = Signal::derive(move || {
        let option =
            |kind: &SchoolKind| (kind.slug().to_owned(), kind.label().get(lang.get()).to_owned());
        SchoolKind::ALL.iter().map(option).collect::<Vec<_>>()
    });
    let choose = move |slug: String| {
        if let Some(kind) = SchoolKind::from_slug(&slug) {
            set(SchoolChange::Kind(kind));
        }
    };
    let gifted = move || school.with(|one| one.as_ref().and_then(|one| one.gifted) == Some(true));
    view! {
        <li class="card">
            <h2 class="nl-heading nl-heading--level-3">{name}</h2>
            <p class="card__about">{about}</p>
            <details class="more">
                <summary class="more__open">{tr(members::CHANGE)}<span class="visually-hidden">" "{name}</span></summary>
                <Field label=members::SCHOOL_NAME value=name on_change=move |text| set(SchoolChange::Name(text)) />
                <Choose label=members::SCHOOL_KIND options=kinds chosen=of(|one| one.kind.slug().to_owned()) on_choose=choose />
                <Field label=members::BOARD value=of(|one| one.board.clone()) on_change=move |text| set(SchoolChange::Board(text)) />
                <label class="check">
                    <input type="checkbox" prop:checked=gifted on:change=move |event| set(SchoolChange::Gifted(event_target_checked(&event))) />
                    {tr(members::GIFTED)}
                </label>
                <Expertise room who=Who::School(id.get_value()) name />
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| set(SchoolChange::Gone(true))>
                    {tr(members::LEAVES)}<span class="visually-hidden">": "{name}</span>
                </button>
            </details>
        </li>
    }
}
