//! School: the room in which a school looks at its basic support, says what it offers, and accounts for its money; and in
//! which a consulent sees what schools offer together. Nothing here ranks a school or names a child.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route};
use leptos_router::path;

use crate::components::opening::Rooms;

pub mod budget;
pub mod cover;
pub mod elsewhere;
pub mod frame;
pub mod guide;
pub mod list;
pub mod money;
pub mod offer;
pub mod overview;
pub mod path;
pub mod people;
pub mod picture;
pub mod room;
pub mod row;
pub mod schools;
pub mod start;
pub mod step;

use room::{Begun, Room};

/// The addresses of the room.
#[component(transparent)]
pub fn SchoolRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=path!("/school") view=School>
            <Route path=path!("") view=|| part(overview::page) />
            <Route path=path!("kies") view=start::Choose />
            <Route path=path!("lijst") view=|| part(list::page) />
            <Route path=path!("lijst/:rij") view=|| part(row::page) />
            <Route path=path!("plaat") view=|| part(picture::page) />
            <Route path=path!("wegwijzer") view=path::Wegwijzer />
            <Route path=path!("aanbod") view=|| part(offer::page) />
            <Route path=path!("aanbod/gids") view=|| part(guide::page) />
            <Route path=path!("geld") view=|| part(money::page) />
            <Route path=path!("dekkend") view=cover::Together />
            <Route path=path!("scholen") view=schools::Schools />
            <Route path=path!("mensen") view=|| part(people::page) />
        </ParentRoute>
    }
    .into_inner()
}

/// The room: the school on the table, and the page of it that is open.
#[component]
fn School() -> impl IntoView {
    view! { <Rooms provide=|app| { Room::provide(app); } /> }
}

/// One page; or the first step while no school was begun, or this school year not yet.
fn part(page: fn(Room) -> AnyView) -> AnyView {
    let Some(room) = Room::get() else { return ().into_any() };
    let begun = Memo::new(move |_| room.begun());
    let view = move || match begun.get() {
        Begun::Year => page(room),
        Begun::Earlier => view! { <start::NextYear room /> }.into_any(),
        Begun::No => view! { <start::Choose /> }.into_any(),
    };
    view.into_any()
}
