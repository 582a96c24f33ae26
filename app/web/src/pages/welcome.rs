//! The first start: a name and a PIN, and nothing else. The same form adds somebody to a shared device.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::alert::{Alert, Tone};
use crate::components::field::Problem;
use crate::components::page::Page;
use crate::components::progress::Progress;
use crate::components::secret::{ChooseSecret, Chosen};
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::{page, spawn};
use crate::state::AppState;
use crate::state::people::PeopleError;
use crate::texts::{general, people as words};
use model::people::name::MAX;

/// The form for the first person of a device.
#[component]
pub fn Welcome() -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    view! {
        <Page title=tr_signal(words::WELCOME)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::WELCOME_LEAD)}</p>
            <Show when=move || app.found_plain_data()>
                <Alert tone=Tone::Waiting title=tr_signal(words::FOUND)>
                    <p class="nl-paragraph">{tr(words::FOUND_WHY)}</p>
                </Alert>
            </Show>
            <Beginning app />
        </Page>
    }
    .into_any()
}

/// The form for the next one. `back` returns to the lock screen.
#[component]
pub fn AddPerson(app: AppState, back: Callback<()>) -> impl IntoView {
    view! {
        <Page title=tr_signal(words::ADD)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::ADD_LEAD)}</p>
            <Beginning app />
            <button type="button" class="nl-button nl-button--subtle" on:click=move |_| back.run(())>{tr(general::BACK)}</button>
        </Page>
    }
}

#[component]
fn Beginning(app: AppState) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let chosen = Chosen::new();
    let (busy, problem) = (RwSignal::new(false), RwSignal::new(None::<PeopleError>));
    let lang = use_lang();
    let name_error = Signal::derive(move || {
        problem.get().and_then(|error| match error {
            PeopleError::Name(problem) => {
                Some(words::name_problem(problem).get(lang.get()).to_owned())
            }
            _ => None,
        })
    });
    let other =
        move || problem.get().filter(|e| !matches!(e, PeopleError::Name(_) | PeopleError::Weak));
    let begin = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(secret) = chosen.take().filter(|_| !busy.get_untracked()) else { return };
        problem.set(None);
        busy.set(true);
        spawn(async move {
            let outcome = app.begin(&name.get_untracked(), &secret).await;
            let _ = busy.try_set(false);
            match outcome {
                Ok(()) => arrived().await,
                Err(error) => {
                    if error == PeopleError::Weak {
                        let _ = chosen
                            .error
                            .try_set(Some(words::problem(&error, lang.get_untracked())));
                    }
                    let _ = problem.try_set(Some(error));
                    crate::platform::next_paint().await;
                    let _ = page::focus("main [aria-invalid=true]");
                }
            }
        });
    };
    view! {
        <form class="door" on:submit=begin novalidate>
            <NameField value=name error=name_error />
            <ChooseSecret label=words::SECRET chosen />
            {move || other().map(|error| view! {
                <Alert tone=Tone::Problem title=Signal::derive(move || words::problem(&error, lang.get()))>""</Alert>
            })}
            <button type="submit" class="nl-button nl-button--primary">{tr(words::BEGIN)}</button>
            <Show when=move || busy.get()><Progress text=words::BUSY /></Show>
        </form>
        <details class="more"><summary>{tr(words::PROTECTS)}</summary><p class="nl-paragraph">{tr(words::PROTECTS_BODY)}</p></details>
        <details class="more"><summary>{tr(words::LOST)}</summary><p class="nl-paragraph">{tr(words::LOST_BODY)}</p></details>
        <details class="more"><summary>{tr(words::HAVE_KIT)}</summary><p class="nl-paragraph">{tr(words::HAVE_KIT_BODY)}</p></details>
        <p class="nl-paragraph"><A href="/meekring" attr:class="nl-link">{tr(crate::texts::leerlingenraad::set::PAGE)}</A></p>
    }
}

/// Somebody is in: the page has changed under the focus, so it begins at its heading.
pub async fn arrived() {
    crate::platform::next_paint().await;
    let _ = page::focus("main h1");
}

#[component]
fn NameField(value: RwSignal<String>, error: Signal<Option<String>>) -> impl IntoView {
    let wrong = move || error.with(Option::is_some);
    view! {
        <div class="utrecht-form-field" class:utrecht-form-field--invalid=wrong>
            <label class="utrecht-form-label utrecht-form-field__label" for="naam">{tr(words::NAME)}</label>
            <p class="utrecht-form-field-description" id="naam-uitleg">{tr(words::NAME_HINT)}</p>
            {move || error.get().map(|text| view! { <Problem id="naam-fout".to_owned() text /> })}
            <input
                id="naam"
                class="utrecht-textbox"
                class:utrecht-textbox--invalid=wrong
                type="text"
                autocomplete="off"
                maxlength=MAX
                prop:value=value
                aria-invalid=move || wrong().then_some("true")
                aria-describedby=move || if wrong() { "naam-uitleg naam-fout" } else { "naam-uitleg" }
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
}
