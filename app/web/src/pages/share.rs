//! Share.

use leptos::prelude::*;

use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::texts::{share as words, shell};

#[component]
pub fn Share() -> impl IntoView {
    view! {
        <Page title=tr_signal(shell::SHARE)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
        </Page>
    }
}
