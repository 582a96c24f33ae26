//! Leerlingenraad: the room in which a pop-up council is prepared and held, where its picture grows, and from where the
//! children hear what became of their words.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route};
use leptos_router::hooks::use_params_map;
use leptos_router::path;

use crate::components::empty::EmptyState;
use crate::components::opening::{Rooms, page_of};
use crate::components::page::Page;
use crate::i18n::tr_signal;
use crate::texts::leerlingenraad::{self as words, council as texts};

pub mod council;
pub mod frame;
pub mod guide;
pub mod junior;
pub mod kring;
pub mod look;
pub mod overview;
pub mod picture;
pub mod pool;
pub mod record;
pub mod room;
pub mod said;
pub mod set;
pub mod start;
pub mod themes;
pub mod voices;

use room::{Council, Room};

/// The addresses of the room.
#[component(transparent)]
pub fn LeerlingenraadRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=path!("/leerlingenraad") view=Leerlingenraad>
            <Route path=path!("") view=|| part(overview::page) />
            <Route path=path!("kies") view=start::Choose />
            <Route path=path!("tekening") view=|| part(picture::page) />
            <Route path=path!("antwoorden") view=|| part(themes::page) />
            <Route path=path!("plan") view=|| part(junior::page) />
            <Route path=path!("raad/:id") view=|| of_council(council::page) />
            <Route path=path!("raad/:id/gids") view=|| of_council(guide::page) />
            <Route path=path!("raad/:id/kring") view=|| of_council(kring::page) />
            <Route path=path!("raad/:id/stem") view=|| of_council(record::page) />
            <Route path=path!("raad/:id/set") view=|| of_council(set::page) />
            <Route path=path!("raad/:id/nakijken") view=|| of_council(look::page) />
            <Route path=path!("raad/:id/gezegd") view=|| of_council(said::page) />
        </ParentRoute>
    }
    .into_inner()
}

/// The room: the councils on the table, and the page of them that is open.
#[component]
fn Leerlingenraad() -> impl IntoView {
    view! { <Rooms provide=|app| { Room::provide(app); } /> }
}

/// One page, or the first step while nothing was begun yet.
fn part(page: fn(Room) -> AnyView) -> AnyView {
    page_of(Room::get(), Room::is_begun, page, || view! { <start::Choose /> }.into_any())
}

/// One page of a council, when it is there.
fn of_council(page: fn(Council) -> AnyView) -> AnyView {
    let Some(room) = Room::get() else { return ().into_any() };
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let there = Memo::new(move |_| {
        let id = id.get();
        room.is_begun().then(|| room.of(|view| view.council(&id).is_some()))
    });
    let view = move || match there.get() {
        None => view! { <start::Choose /> }.into_any(),
        Some(true) => page(Council { room, id }),
        Some(false) => view! {
            <Page title=tr_signal(words::ROOM)>
                <EmptyState title=texts::GONE text=texts::GONE_WHY />
            </Page>
        }
        .into_any(),
    };
    view.into_any()
}
