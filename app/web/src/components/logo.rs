//! The mark: a house that is a page of an exercise book, with its margin line and what is written beside it.

use leptos::prelude::*;

/// The mark alone; the name stands beside it in words.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
            <path class="mark__page" d="M24 4 43 19.5V43a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V19.5Z" />
            <path class="mark__margin" d="M32.5 10.950V45" />
            <path class="mark__lines" d="M11.5 25h14M11.5 31.5h14M11.5 38h8" />
        </svg>
    }
}
