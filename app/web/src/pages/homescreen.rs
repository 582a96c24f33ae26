//! Homescreen.

use leptos::prelude::*;

use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::texts::{homescreen as words, shell};

#[component]
pub fn Homescreen() -> impl IntoView {
    view! {
        <Page title=tr_signal(shell::HOMESCREEN)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
        </Page>
    }
}
