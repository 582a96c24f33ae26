//! One page: heading, title of the tab, focus after a change of page, and the content beside the kantlijn.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::Kantlijn;
use crate::i18n::tr;
use crate::platform::page;
use crate::texts::general;

/// Where the person has been since the app opened.
#[derive(Clone, Copy)]
pub struct Visits {
    last: RwSignal<Option<String>>,
    steps: RwSignal<usize>,
    said: RwSignal<String>,
}

impl Visits {
    pub fn provide() -> Self {
        let visits =
            Self { last: RwSignal::default(), steps: RwSignal::new(0), said: RwSignal::default() };
        provide_context(visits);
        visits
    }

    /// Whether there is a page to go back to.
    pub fn can_go_back(self) -> bool {
        self.steps.get() > 0
    }

    /// A page is on the screen. After the first one, its name is said and its heading gets the focus.
    fn arrived(self, path: String, title: &str) {
        page::set_title(title);
        let before = self.last.get_untracked();
        if before.as_ref() == Some(&path) {
            return;
        }
        self.last.set(Some(path));
        if before.is_some() {
            self.steps.update(|steps| *steps += 1);
            self.said.set(title.to_owned());
            page::scroll_to_top();
            request_animation_frame(|| {
                let _ = page::focus("main h1");
            });
        }
    }
}

/// A page. `wide` is for tables and charts; prose keeps to its measure.
#[component]
pub fn Page(
    #[prop(into)] title: Signal<String>,
    #[prop(optional)] wide: bool,
    children: Children,
) -> impl IntoView {
    let visits = use_context::<Visits>();
    let path = use_location().pathname;
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.clear();
    }
    Effect::new(move || {
        let name = format!("{} – {}", title.get(), general::PRODUCT.nl);
        if let Some(visits) = visits {
            // Untracked: the page that is leaving must not speak for the one that comes.
            visits.arrived(path.get_untracked(), &name);
        }
    });
    let class = if wide { "page page--wide" } else { "page" };
    view! {
        <article class=class>
            <h1 class="nl-heading nl-heading--level-1 page__title" tabindex="-1">{title}</h1>
            {children()}
        </article>
    }
}

/// The polite voice that says which page opened.
#[component]
pub fn RouteAnnouncer() -> impl IntoView {
    let said = use_context::<Visits>().map(|visits| visits.said);
    view! {
        <p class="visually-hidden" role="status" aria-live="polite">
            {move || said.map(|said| said.get())}
        </p>
    }
}

/// Back, for an app on the home screen that has no browser button.
#[component]
pub fn BackButton() -> impl IntoView {
    let visits = use_context::<Visits>();
    view! {
        <Show when=move || visits.is_some_and(Visits::can_go_back)>
            <button type="button" class="nl-button nl-button--subtle back" on:click=move |_| page::back()>
                <Drawn icon=Icon::Back />
                {tr(general::BACK)}
            </button>
        </Show>
    }
}
