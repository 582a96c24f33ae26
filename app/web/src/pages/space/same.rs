//! A number to compare with the other devices at the table: whoever sees the same has the same.

use leptos::prelude::*;

use super::Here;
use crate::i18n::{tr, use_lang};
use crate::texts::sharing::space as words;

#[component]
pub fn Same(here: Here) -> impl IntoView {
    let lang = use_lang();
    let shared = Memo::new(move |_| here.get().is_some_and(|space| space.shared));
    let number = Memo::new(move |_| {
        here.app.revision.track();
        here.app.save.track();
        here.app.with_space(here.id, |open| open.controlegetal()).flatten()
    });
    let says = move || match number.get() {
        Some(number) => number.to_string(),
        None => words::EQUAL_UNKNOWN.get(lang.get()).to_owned(),
    };
    view! {
        <Show when=move || shared.get()>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::EQUAL)}</h2>
            <p class="nl-paragraph">{tr(words::EQUAL_WHY)}</p>
            <p class="nl-paragraph same"><span>{tr(words::EQUAL_NUMBER)}": "</span><output class="same__number" aria-label=tr(words::EQUAL_NUMBER)>{says}</output></p>
        </Show>
    }
}
