//! The app: what every page shares, and which page belongs to which address.

use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

use crate::components::bulletins::Bulletins;
use crate::components::frame::Frame;
use crate::components::kantlijn::Kantlijn;
use crate::components::page::Visits;
use crate::components::status_line::StatusLine;
use crate::pages::about::About;
use crate::pages::access::Accessibility;
use crate::pages::begroting::BegrotingRoutes;
use crate::pages::error::ErrorPage;
use crate::pages::homescreen::Homescreen;
use crate::pages::not_found::NotFound;
use crate::pages::regels::{Regel, Regels};
use crate::pages::settings::SettingsPage;
use crate::pages::share::Share;
use crate::pages::today::Today;
use crate::preferences::Preferences;
use crate::state::AppState;

/// The root of everything that is drawn.
#[component]
pub fn App() -> impl IntoView {
    Preferences::provide();
    Kantlijn::provide();
    Visits::provide();
    let state = AppState::start();
    crate::state::budget::provide(state);
    let status = view! {
        <StatusLine
            save=state.save
            online=state.device.online
            offline=state.device.offline
            waiting=state.waiting
        />
    };
    view! {
        <Router>
            <Frame status=status.into_any()>
                <Bulletins />
                <ErrorBoundary fallback=|errors| view! { <ErrorPage errors /> }>
                    <Pages />
                </ErrorBoundary>
            </Frame>
        </Router>
    }
}

#[component]
fn Pages() -> impl IntoView {
    view! {
        <Routes fallback=|| view! { <NotFound /> }>
            <Route path=path!("/") view=Today />
            <BegrotingRoutes />
            <Route path=path!("/regels") view=Regels />
            <Route path=path!("/regels/:id") view=Regel />
            <Route path=path!("/delen") view=Share />
            <Route path=path!("/beginscherm") view=Homescreen />
            <Route path=path!("/instellingen") view=SettingsPage />
            <Route path=path!("/toegankelijkheid") view=Accessibility />
            <Route path=path!("/over") view=About />
        </Routes>
    }
}
