//! Who is in, and the button that locks. Nothing while nobody is.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::alert::{Alert, Tone};
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::spawn;
use crate::state::AppState;
use crate::state::people::PeopleError;
use crate::texts::{people as words, status};

#[component]
pub fn Who() -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    let refused = RwSignal::new(None::<PeopleError>);
    let lock = move |_| {
        spawn(async move {
            let _ = refused.try_set(app.lock().await.err());
        });
    };
    let lang = use_lang();
    view! {
        <Show when=move || app.me.with(Option::is_some)>
            <div class="who">
                <A href="/persoon" attr:class="who__name">
                    <Drawn icon=Icon::Person />
                    <span>{move || app.me.get().map(|me| me.name)}</span>
                </A>
                <button type="button" class="nl-button nl-button--subtle" on:click=lock>
                    <Drawn icon=Icon::Lock />
                    {tr(words::LOCK)}
                </button>
            </div>
        </Show>
        {move || refused.get().map(|error| view! {
            <Alert tone=Tone::Problem title=tr_signal(status::NOT_SAVED)>
                <p class="nl-paragraph">{words::problem(&error, lang.get())}</p>
            </Alert>
        })}
    }
    .into_any()
}
