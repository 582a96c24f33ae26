//! Dossier: what child, parents and school each say, the letters to parents, the plan and the choice of each guardian.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route};
use leptos_router::path;

use crate::components::opening::{Rooms, page_of};

pub mod casus;
pub mod child;
pub mod draft;
pub mod frame;
pub mod inzage;
pub mod law;
pub mod margin;
pub mod overview;
pub mod paper;
pub mod parents;
pub mod plan;
pub mod questions;
pub mod room;
pub mod sides;
pub mod start;
pub mod table;
pub mod tell;
pub mod voice;
pub mod who;

use room::Room;

/// The addresses of the room. No name stands in one.
#[component(transparent)]
pub fn DossierRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=path!("/dossier") view=Around>
            <Route path=path!("") view=|| part(overview::page) />
            <Route path=path!("kies") view=start::Choose />
            <Route path=path!("vragen") view=|| part(questions::page) />
            <Route path=path!("ouders") view=|| part(parents::page) />
            <Route path=path!("kind") view=|| part(child::page) />
            <Route path=path!("stem") view=|| part(voice::page) />
            <Route path=path!("naast-elkaar") view=|| part(sides::page) />
            <Route path=path!("plan") view=|| part(plan::page) />
            <Route path=path!("wie") view=|| part(who::page) />
            <Route path=path!("casus") view=|| part(casus::page) />
            <Route path=path!("tafel/:id") view=|| part(table::page) />
            <Route path=path!("papier/:id") view=|| part(paper::page) />
        </ParentRoute>
    }
    .into_inner()
}

#[component]
fn Around() -> impl IntoView {
    view! { <Rooms provide=|app| { Room::provide(app); } /> }
}

/// One page, or the first step while no dossier was begun yet.
fn part(page: fn(Room) -> AnyView) -> AnyView {
    page_of(Room::get(), Room::is_begun, page, || view! { <start::Choose /> }.into_any())
}
