//! The rooms: a rail on a tablet, a bar of at most five below on a phone. The same list, drawn once.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use crate::components::icon::Drawn;
use crate::components::kantlijn::KantlijnButton;
use crate::i18n::tr;
use crate::routes::{ROOMS, Room};
use crate::texts::shell;

#[component]
pub fn Rail() -> impl IntoView {
    let rooms = ROOMS.iter().map(|room| view! { <RoomLink room=*room /> }).collect_view();
    view! {
        <div class="bar">
            <nav class="rail" aria-label=tr(shell::ROOMS)>
                <ul class="rail__list">{rooms}</ul>
            </nav>
            <KantlijnButton />
        </div>
    }
}

#[component]
fn RoomLink(room: Room) -> impl IntoView {
    let path = use_location().pathname;
    let here = move || {
        let path = path.get();
        path == room.path || (room.path != "/" && path.starts_with(&format!("{}/", room.path)))
    };
    view! {
        <li class="rail__item">
            <A href=room.path attr:class="bar__item" exact=true attr:data-here=move || here().then_some("ja")>
                <Drawn icon=room.icon />
                <span class="bar__long">{tr(room.name)}</span>
                <span class="bar__short">{tr(room.short)}</span>
            </A>
        </li>
    }
}
