//! Why something about sharing did not happen, where it was asked.

use leptos::prelude::*;

use crate::components::alert::{Alert, Tone};
use crate::i18n::use_lang;
use crate::state::sharing::ShareError;
use crate::texts::sharing as words;

#[component]
pub fn Failed(error: RwSignal<Option<ShareError>>) -> impl IntoView {
    let lang = use_lang();
    move || {
        error.get().map(|error| {
            let sentence = Signal::derive(move || words::problem(&error, lang.get()));
            view! { <Alert tone=Tone::Problem title=sentence>""</Alert> }
        })
    }
}
