//! The app: what every page shares, and which page belongs to which address.

use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::hooks::use_location;
use leptos_router::path;

use crate::components::bulletins::{AskKeep, Bulletins};
use crate::components::child::door::Shut;
use crate::components::frame::Frame;
use crate::components::hear::Ear;
use crate::components::kantlijn::Kantlijn;
use crate::components::page::Visits;
use crate::components::progress::Progress;
use crate::components::status_line::StatusLine;
use crate::i18n::use_lang;
use crate::pages::about::About;
use crate::pages::access::Accessibility;
use crate::pages::begroting::BegrotingRoutes;
use crate::pages::dossier::DossierRoutes;
use crate::pages::error::ErrorPage;
use crate::pages::give::Give;
use crate::pages::homescreen::Homescreen;
use crate::pages::join::{Invited, Join};
use crate::pages::lead::Lead;
use crate::pages::leerlingenraad::LeerlingenraadRoutes;
use crate::pages::lock::LockScreen;
use crate::pages::meekring::MeeKring;
use crate::pages::not_found::NotFound;
use crate::pages::people::PersonPage;
use crate::pages::recovery::Recovery;
use crate::pages::recovery::spaces::SpacesBack;
use crate::pages::regels::{Regel, Regels};
use crate::pages::school::SchoolRoutes;
use crate::pages::settings::SettingsPage;
use crate::pages::share::Share;
use crate::pages::sign_in::{CameBack, SignInPage};
use crate::pages::space::SpacePage;
use crate::pages::take::Take;
use crate::pages::today::Today;
use crate::pages::welcome::Welcome;
use crate::pages::werkgebied::WerkgebiedRoutes;
use crate::preferences::Preferences;
use crate::routes::is_public;
use crate::state::AppState;
use crate::state::status::Boot;
use crate::texts::opening;

/// The root of everything that is drawn.
#[component]
pub fn App() -> impl IntoView {
    Preferences::provide();
    Kantlijn::provide();
    Visits::provide();
    Invited::provide();
    CameBack::provide();
    Ear::provide();
    let state = AppState::start();
    crate::state::budget::provide(state);
    let lang = use_lang();
    let sending = Memo::new(move |_| {
        state.revision.track();
        state.reach.track();
        state.sending_line(lang.get())
    });
    let status = view! {
        <StatusLine
            save=state.save
            online=state.device.online
            offline=state.device.offline
            sending
        />
    };
    view! {
        <Router>
            <Frame status=status.into_any()>
                <Bulletins />
                <ErrorBoundary fallback=|errors| view! { <ErrorPage errors /> }>
                    <Pages />
                </ErrorBoundary>
                <AskKeep />
            </Frame>
        </Router>
    }
}

/// What stands in the place of the pages: the pages themselves, or the door to them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gate {
    Wait,
    First,
    Locked,
    Shut,
    Open,
}

#[component]
fn Pages() -> impl IntoView {
    let path = use_location().pathname;
    let gate = Memo::new(move |_| {
        let Some(app) = AppState::get() else { return Gate::Open };
        match app.boot.get() {
            _ if path.with(|path| is_public(path)) => Gate::Open,
            Boot::First => Gate::First,
            Boot::Locked => Gate::Locked,
            _ if app.shut.get() && app.me.with(Option::is_some) => Gate::Shut,
            Boot::Opening if app.me.with(Option::is_none) => Gate::Wait,
            _ => Gate::Open,
        }
    });
    move || match gate.get() {
        Gate::Wait => view! { <Progress text=opening::OPENING /> }.into_any(),
        Gate::First => view! { <Welcome /> }.into_any(),
        Gate::Locked => view! { <LockScreen /> }.into_any(),
        Gate::Shut => view! { <Shut /> }.into_any(),
        Gate::Open => view! { <Rooms /> }.into_any(),
    }
}

#[component]
fn Rooms() -> impl IntoView {
    view! {
        <Routes fallback=|| view! { <NotFound /> }>
            <Route path=path!("/") view=Today />
            <WerkgebiedRoutes />
            <SchoolRoutes />
            <BegrotingRoutes />
            <DossierRoutes />
            <Route path=path!("/naar/*rest") view=Lead />
            <LeerlingenraadRoutes />
            <Route path=path!("/regels") view=Regels />
            <Route path=path!("/regels/:id") view=Regel />
            <Route path=path!("/delen") view=Share />
            <Route path=path!("/delen/:space") view=SpacePage />
            <Route path=path!("/doorgeven") view=Give />
            <Route path=path!("/overnemen") view=Take />
            <Route path=path!("/meedoen") view=Join />
            <Route path=path!("/aanmelden") view=SignInPage />
            <Route path=path!("/meekring") view=MeeKring />
            <Route path=path!("/persoon") view=PersonPage />
            <Route path=path!("/herstelkaart") view=Recovery />
            <Route path=path!("/herstel") view=SpacesBack />
            <Route path=path!("/beginscherm") view=Homescreen />
            <Route path=path!("/instellingen") view=SettingsPage />
            <Route path=path!("/toegankelijkheid") view=Accessibility />
            <Route path=path!("/over") view=About />
        </Routes>
    }
}
