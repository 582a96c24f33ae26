//! What stands where the page would be while the device opens, or when it does not open. Nothing is lost silently.

use leptos::prelude::*;
use leptos_router::components::Outlet;

use crate::components::alert::{Alert, Tone};
use crate::components::progress::Progress;
use crate::i18n::{tr, tr_signal};
use crate::state::AppState;
use crate::state::status::Boot;
use crate::texts::{general, opening as words, people, shell};

/// Shows `children` when the device is open; else what the person can do.
#[component]
pub fn WhenReady(children: ChildrenFn) -> impl IntoView {
    let Some(app) = AppState::get() else { return children().into_any() };
    let boot = move || app.boot.get();
    view! {
        {move || match boot() {
            Boot::Ready => children().into_any(),
            Boot::Opening => view! { <Progress text=words::OPENING /> }.into_any(),
            Boot::Elsewhere => view! { <Elsewhere app /> }.into_any(),
            Boot::Failed { reason } => view! {
                <Alert tone=Tone::Problem title=tr_signal(words::FAILED)>
                    <p class="nl-paragraph">{tr(words::reason(reason))}</p>
                    <button type="button" class="nl-button nl-button--primary" on:click=move |_| app.try_again()>
                        {tr(general::RETRY)}
                    </button>
                </Alert>
            }
            .into_any(),
            Boot::Evicted => view! { <Evicted app /> }.into_any(),
            Boot::First | Boot::Locked => view! {
                <p class="nl-paragraph">{tr(people::FIRST_OPEN)} " " <a class="nl-link" href="/">{tr(shell::TODAY)}</a></p>
            }
            .into_any(),
        }}
    }
    .into_any()
}

#[component]
fn Elsewhere(app: AppState) -> impl IntoView {
    view! {
        <Show when=move || app.any_voices()>
            <Alert tone=Tone::Problem title=tr_signal(words::UNHEARD)>
                <p class="nl-paragraph">{tr(words::UNHEARD_WHY)}</p>
            </Alert>
        </Show>
        <Alert tone=Tone::Waiting title=tr_signal(words::ELSEWHERE)>
            <p class="nl-paragraph">{tr(words::ELSEWHERE_WHY)}</p>
            <button type="button" class="nl-button nl-button--primary" on:click=move |_| app.take_over()>
                {tr(words::GO_ON_HERE)}
            </button>
        </Alert>
    }
}

#[component]
fn Evicted(app: AppState) -> impl IntoView {
    view! {
        <Alert tone=Tone::Problem title=tr_signal(words::EVICTED)>
            <p class="nl-paragraph">{tr(words::EVICTED_WHY)}</p>
            <div class="actions">
                <a class="nl-button nl-button--primary" href="/delen">{tr(words::BRING_COPY)}</a>
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| app.start_anew()>
                    {tr(words::START_ANEW)}
                </button>
            </div>
        </Alert>
    }
}

/// The pages of a room, once the device is ready; `provide` lays the room on the table for all of them.
#[component]
pub fn Rooms(provide: fn(AppState)) -> impl IntoView {
    if let Some(app) = AppState::get() {
        provide(app);
    }
    view! {
        <WhenReady>
            <Outlet />
        </WhenReady>
    }
}

/// One page of a room, or the first step while nothing was begun in it.
pub fn page_of<R: Copy + Send + Sync + 'static>(
    room: Option<R>,
    is_begun: fn(R) -> bool,
    page: fn(R) -> AnyView,
    first: fn() -> AnyView,
) -> AnyView {
    let Some(room) = room else { return ().into_any() };
    let begun = Memo::new(move |_| is_begun(room));
    (move || if begun.get() { page(room) } else { first() }).into_any()
}
