//! The way in from outside: an address from paper or from Vandaag names a space and something in it. When the space is on
//! this device it is laid open and the page goes on; when not, it says in words what to do.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_navigate};
use model::address::{Target, read};
use replica::id::SpaceId;

use crate::components::empty::EmptyState;
use crate::components::opening::WhenReady;
use crate::components::page::Page;
use crate::components::progress::Progress;
use crate::i18n::{tr, tr_signal};
use crate::platform::spawn;
use crate::state::AppState;
use crate::texts::lead as words;

#[component]
pub fn Lead() -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    let path = use_location().pathname;
    let wanted = Memo::new(move |_| path.with(|path| read(path)));
    let body = move || {
        match wanted.get() {
        Some((space, target)) => view! { <Into app space target /> }.into_any(),
        None => view! {
            <EmptyState title=words::DAMAGED text=words::DAMAGED_WHY>
                <A href="/werkgebied" attr:class="nl-button nl-button--primary">{tr(words::TO_AREA)}</A>
            </EmptyState>
        }
        .into_any(),
    }
    };
    view! {
        <Page title=tr_signal(words::TITLE)>
            <WhenReady>{body}</WhenReady>
        </Page>
    }
    .into_any()
}

/// Into a space, if it is here.
#[component]
fn Into(app: AppState, space: SpaceId, target: Target) -> impl IntoView {
    let here = Memo::new(move |_| {
        app.spaces.with(|all| all.iter().any(|one| one.id == space && !one.draft))
    });
    let navigate = use_navigate();
    Effect::new(move || {
        if !here.get() {
            return;
        }
        let (navigate, to) = (navigate.clone(), target.inside());
        spawn(async move {
            // What cannot be remembered for the next time is open now all the same.
            let _ = app.lay_open_space(space).await;
            navigate(&to, NavigateOptions { replace: true, ..NavigateOptions::default() });
        });
    });
    view! {
        <Show
            when=move || here.get()
            fallback=|| view! {
                <EmptyState title=words::NOT_HERE text=words::NOT_HERE_WHY>
                    <A href="/meedoen" attr:class="nl-button nl-button--primary">{tr(words::INVITED)}</A>
                </EmptyState>
            }
        >
            <Progress text=words::BUSY />
        </Show>
    }
}
