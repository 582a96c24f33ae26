//! Toegankelijkheid: the statement, honest about what is not checked yet.

use leptos::prelude::*;

use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::texts::{access as words, shell};

#[component]
pub fn Accessibility() -> impl IntoView {
    let checked = words::CHECKED_ITEMS.map(|item| view! { <li>{tr(item)}</li> });
    let not_yet = words::NOT_YET_ITEMS.map(|item| view! { <li>{tr(item)}</li> });
    view! {
        <Page title=tr_signal(shell::ACCESS)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::AIM)}</h2>
            <p class="nl-paragraph">{tr(words::AIM_BODY)}</p>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::STATUS)}</h2>
            <p class="nl-paragraph">{tr(words::STATUS_BODY)}</p>
            <h3 class="nl-heading nl-heading--level-3">{tr(words::CHECKED)}</h3>
            <ul class="list">{checked}</ul>
            <h3 class="nl-heading nl-heading--level-3">{tr(words::NOT_YET)}</h3>
            <ul class="list">{not_yet}</ul>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::CONTACT)}</h2>
            <p class="nl-paragraph">{tr(words::CONTACT_BODY)}</p>
        </Page>
    }
}
