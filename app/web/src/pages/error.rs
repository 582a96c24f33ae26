//! When a page cannot be drawn: what is saved is still there, try again, or save a copy.

use leptos::prelude::*;

use crate::components::alert::{Alert, Tone};
use crate::i18n::{tr, tr_signal};
use crate::platform::page;
use crate::texts::{general, shell};

#[component]
pub fn ErrorPage(errors: ArcRwSignal<Errors>) -> impl IntoView {
    let again = move |_| errors.set(Errors::default());
    view! {
        <article class="page">
            <h1 class="nl-heading nl-heading--level-1" tabindex="-1">{tr(shell::ERROR)}</h1>
            <Alert tone=Tone::Problem title=tr_signal(shell::ERROR_WHY)>
                <div class="actions">
                    <button type="button" class="nl-button nl-button--primary" on:click=again>{tr(general::RETRY)}</button>
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| page::reload()>
                        {tr(general::RESTART)}
                    </button>
                    <a class="nl-button nl-button--subtle" href="/delen" rel="external">{tr(general::SAVE_COPY)}</a>
                </div>
            </Alert>
        </article>
    }
}
