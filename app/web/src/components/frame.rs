//! The frame around every page: skip link, name, status, language, rooms, content, kantlijn, foot.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::KantlijnColumn;
use crate::components::logo::Mark;
use crate::components::page::{BackButton, RouteAnnouncer};
use crate::components::rail::Rail;
use crate::components::who::Who;
use crate::i18n::{tr, use_lang};
use crate::platform::settings::Language;
use crate::preferences::Preferences;
use crate::routes::ABOUT;
use crate::texts::{general, shell};

/// `status` is the line about saving; `children` are the routes.
#[component]
pub fn Frame(status: AnyView, children: Children) -> impl IntoView {
    view! {
        <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud" rel="external">{tr(shell::SKIP)}</a>
        <div class="app">
            <header class="masthead">
                <A href="/" attr:class="brand" attr:aria-label=tr(shell::HOME_LINK)>
                    <Mark />
                    <span class="brand__name">{general::PRODUCT.nl}</span>
                </A>
                <div class="masthead__middle"><BackButton /> <LanguageChoice /></div>
                <div class="masthead__side"><Who /> {status}</div>
            </header>
            <Rail />
            <main id="inhoud" class="content" tabindex="-1">{children()}</main>
            <KantlijnColumn />
            <Colophon />
        </div>
        <RouteAnnouncer />
    }
}

/// A list that opens, with each language by its own name.
#[component]
fn LanguageChoice() -> impl IntoView {
    let choices = [(Language::Nl, "Nederlands"), (Language::En, "English")];
    let lang = use_lang();
    let items = choices.map(|(language, name)| {
        let chosen = move || lang.get() == language.into();
        let choose = move |_| {
            if let Some(preferences) = Preferences::get() {
                preferences.change(|settings| settings.language = Some(language));
            }
        };
        view! {
            <li>
                <button type="button" class="language__choice" lang=language.tag() aria-pressed=move || chosen().to_string() on:click=choose>
                    {name}
                </button>
            </li>
        }
    });
    view! {
        <details class="language">
            <summary class="language__button"><Drawn icon=Icon::Language /> {tr(shell::LANGUAGE)}</summary>
            <ul class="language__list">{items}</ul>
        </details>
    }
}

#[component]
fn Colophon() -> impl IntoView {
    let links = ABOUT
        .iter()
        .map(|(path, name)| view! { <li><A href=*path attr:class="nl-link colophon__link">{tr(*name)}</A></li> })
        .collect_view();
    view! {
        <footer class="colophon">
            <nav aria-label=tr(shell::MORE_PAGES)><ul class="colophon__list">{links}</ul></nav>
            <p class="colophon__motto">{general::PRODUCT.nl}", "{tr(shell::MOTTO)}</p>
        </footer>
    }
}
