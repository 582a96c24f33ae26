//! An address that is not here.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::texts::shell;

#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Page title=tr_signal(shell::NOT_FOUND)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(shell::NOT_FOUND_WHY)}</p>
            <A href="/" attr:class="nl-button nl-button--primary">{tr(shell::NOT_FOUND_NEXT)}</A>
        </Page>
    }
}
