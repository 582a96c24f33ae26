//! Begroting: the room where a samenwerkingsverband works out what its choices mean for its money (BUD-1 to BUD-11).

use leptos::prelude::*;
use leptos_router::components::{Outlet, ParentRoute, Route};
use leptos_router::path;

use crate::components::opening::WhenReady;
use crate::state::{AppState, budget};

pub mod amount;
pub mod areas;
pub mod cell;
pub mod charts;
pub mod choices;
pub mod data;
pub mod frame;
pub mod guess;
pub mod history;
pub mod levers;
pub mod overview;
pub mod scenarios;
pub mod sector;
pub mod sentence;
pub mod side;
pub mod start;
pub mod table;
pub mod tariffs;
pub mod versions;
pub mod weigh;
pub mod which;
pub mod work;

use work::Work;

/// The addresses of the room.
#[component(transparent)]
pub fn BegrotingRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=path!("/begroting") view=Begroting>
            <Route path=path!("") view=|| part(overview::page) />
            <Route path=path!("keuzes") view=|| part(choices::page) />
            <Route path=path!("gegevens") view=|| part(data::page) />
            <Route path=path!("scenarios") view=|| part(scenarios::page) />
            <Route path=path!("werkgebieden") view=|| part(areas::page) />
            <Route path=path!("terugblik") view=|| part(history::page) />
        </ParentRoute>
    }
    .into_inner()
}

/// The room: the document on the table, and the part of it that is open.
#[component]
pub fn Begroting() -> impl IntoView {
    if let Some(budgets) = budget::get() {
        let work = Work::provide(budgets);
        if let Some(app) = AppState::get() {
            which::prefer_written(app, work);
        }
    }
    view! {
        <WhenReady>
            <Outlet />
        </WhenReady>
    }
}

/// One part, or the first step while there is no budget yet. Drawn anew for the other partnership: it has other lines,
/// levers and inputs.
fn part(page: fn(Work) -> AnyView) -> AnyView {
    let Some(work) = Work::get() else { return ().into_any() };
    let begun = Memo::new(move |_| (work.is_begun(), work.which()));
    let view = move || match begun.get() {
        (true, _) => page(work),
        (false, _) => view! { <start::Start work /> }.into_any(),
    };
    view.into_any()
}
