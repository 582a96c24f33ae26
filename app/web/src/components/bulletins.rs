//! Small messages above the page that wait for the person: a new version, a change that is not saved; and below it, keeping the data.

use leptos::prelude::*;

use crate::components::alert::{Alert, Tone};
use crate::i18n::{tr, tr_signal};
use crate::platform::worker::Offline;
use crate::state::AppState;
use crate::state::status::{Keep, SaveStatus};
use crate::texts::{general, opening, shell, status as words};

/// Never more than needed, never over the page, never by itself gone.
#[component]
pub fn Bulletins() -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    let later = RwSignal::new(false);
    let update = move || app.device.offline.get() == Offline::UpdateWaiting && !later.get();
    let unsaved = move || matches!(app.save.get(), SaveStatus::NotSaved { .. });
    let unreadable =
        move || app.report.with(|r| !r.quarantined.is_empty() || !r.blocked.is_empty());
    view! {
        <Show when=unreadable><Unreadable /></Show>
        <Show when=unsaved><NotSaved app /></Show>
        <Show when=update>
            <Alert title=tr_signal(words::UPDATE)>
                <div class="actions">
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| app.device.activate_update()>
                        {tr(words::UPDATE_NOW)}
                    </button>
                    <button type="button" class="nl-button nl-button--subtle" on:click=move |_| later.set(true)>
                        {tr(words::UPDATE_LATER)}
                    </button>
                </div>
            </Alert>
        </Show>
    }
    .into_any()
}

#[component]
fn NotSaved(app: AppState) -> impl IntoView {
    let why = move || match app.save.get() {
        SaveStatus::NotSaved { reason } => Some(opening::reason(reason)),
        _ => None,
    };
    view! {
        <Alert tone=Tone::Problem title=tr_signal(words::NOT_SAVED)>
            <p class="nl-paragraph">{move || why().map(tr).map(|text| text())}</p>
            <div class="actions">
                <button type="button" class="nl-button nl-button--primary" on:click=move |_| app.retry_save()>
                    {tr(general::RETRY)}
                </button>
                <a class="nl-button nl-button--secondary" href="/delen">{tr(shell::SHARE)}</a>
            </div>
        </Alert>
    }
}

/// Asks once to keep what is here. It stands after the page: the next step of the page comes first.
#[component]
pub fn AskKeep() -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    let asks = move || app.device.keep.get() == Keep::Explain;
    view! { <Show when=asks><KeepQuestion app /></Show> }.into_any()
}

#[component]
fn KeepQuestion(app: AppState) -> impl IntoView {
    view! {
        <Alert tone=Tone::Waiting title=tr_signal(opening::KEEP)>
            <p class="nl-paragraph">{tr(opening::KEEP_WHY)}</p>
            <div class="actions">
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| app.device.answer_keep(true)>
                    {tr(opening::KEEP_YES)}
                </button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| app.device.answer_keep(false)>
                    {tr(opening::KEEP_LATER)}
                </button>
            </div>
        </Alert>
    }
}

#[component]
fn Unreadable() -> impl IntoView {
    view! {
        <Alert tone=Tone::Waiting title=tr_signal(opening::UNREADABLE)>
            <p class="nl-paragraph">{tr(opening::UNREADABLE_WHY)}</p>
        </Alert>
    }
}
