//! The client. `platform` is the only place that talks to the browser's own interfaces; `state` holds what the
//! app knows and does; everything else draws. A library and a thin `main`, so that browser tests can link it.
pub mod platform;
pub mod state;

pub mod app;
pub mod components;
pub mod i18n;
pub mod pages;
pub mod preferences;
pub mod routes;
pub mod texts;

/// Puts the app on the page. Called once, by `main`.
pub fn start() {
    platform::panic::install();
    platform::trial::install();
    leptos::mount::mount_to_body(app::App);
}
