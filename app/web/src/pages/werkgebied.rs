//! Werkgebied: the room in which people who share a budget prepare, hold and keep their meetings, also without a network.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route};
use leptos_router::path;

use crate::components::opening::{Rooms, page_of};

pub mod action;
pub mod actions;
pub mod decisions;
pub mod expertise;
pub mod frame;
pub mod meeting;
pub mod money;
pub mod network;
pub mod next;
pub mod overview;
pub mod people;
pub mod planning;
pub mod plans;
pub mod room;
pub mod schools;
pub mod start;
pub mod steunpunt;

use room::Room;

/// The addresses of the room.
#[component(transparent)]
pub fn WerkgebiedRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=path!("/werkgebied") view=Werkgebied>
            <Route path=path!("") view=|| part(overview::page) />
            <Route path=path!("kies") view=start::Choose />
            <Route path=path!("acties") view=|| part(actions::page) />
            <Route path=path!("besluiten") view=|| part(decisions::page) />
            <Route path=path!("planning") view=|| part(planning::page) />
            <Route path=path!("scholen") view=|| part(schools::page) />
            <Route path=path!("mensen") view=|| part(people::page) />
            <Route path=path!("oudersteunpunt") view=|| part(steunpunt::page) />
            <Route path=path!("plannen") view=|| part(plans::page) />
            <ParentRoute path=path!("vergadering/:id") view=meeting::Around>
                <Route path=path!("") view=|| meeting::part(meeting::prepare::page) />
                <Route path=path!("nu") view=|| meeting::part(meeting::now::page) />
                <Route path=path!("verslag") view=|| meeting::part(meeting::report::page) />
                <Route path=path!("scherm") view=|| meeting::part(meeting::screen::page) />
            </ParentRoute>
        </ParentRoute>
    }
    .into_inner()
}

/// The room: the werkgebied on the table, and the page of it that is open.
#[component]
fn Werkgebied() -> impl IntoView {
    view! { <Rooms provide=|app| { Room::provide(app); } /> }
}

/// One page, or the first step while no werkgebied was begun yet.
fn part(page: fn(Room) -> AnyView) -> AnyView {
    page_of(Room::get(), Room::is_begun, page, || view! { <start::Choose /> }.into_any())
}
