//! Begroting: the room before there is anything in it.

use leptos::prelude::*;

use crate::components::empty::EmptyState;
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::texts::{begroting as words, shell};

#[component]
pub fn Begroting() -> impl IntoView {
    view! {
        <Page title=tr_signal(shell::BEGROTING)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::EXERCISE)}</p>
            <EmptyState title=words::data::EMPTY text=words::EXERCISE />
        </Page>
    }
}
