//! Regels: the room before there is anything in it.

use leptos::prelude::*;

use crate::components::empty::EmptyState;
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::texts::{regels as words, shell};

#[component]
pub fn Regels() -> impl IntoView {
    view! {
        <Page title=tr_signal(shell::REGELS)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <EmptyState title=words::EMPTY text=words::EMPTY_WHY />
        </Page>
    }
}
