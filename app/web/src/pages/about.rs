//! Over en privacy: short, and true.

use leptos::prelude::*;

use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::texts::{about as words, shell};

#[component]
pub fn About() -> impl IntoView {
    let privacy = words::PRIVACY_ITEMS.map(|item| view! { <li>{tr(item)}</li> });
    view! {
        <Page title=tr_signal(shell::ABOUT)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::PRIVACY)}</h2>
            <ul class="list">{privacy}</ul>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::FIGURES)}</h2>
            <p class="nl-paragraph">{tr(words::FIGURES_BODY)}</p>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::LICENCE)}</h2>
            <p class="nl-paragraph">{tr(words::LICENCE_BODY)}</p>
        </Page>
    }
}
