//! What takes no part any more in a list of schools or people.

use leptos::prelude::*;

use crate::i18n::tr;
use crate::texts::werkgebied::members;

/// Those that take no part any more: out of the way, and one tap back.
#[component]
pub fn Gone(all: Memo<Vec<(String, String)>>, on_back: Callback<String>) -> impl IntoView {
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let one = move |(id, name): (String, String)| {
        let back = move |_| on_back.run(id.clone());
        view! {
            <li class="removed__one">
                <span>{name.clone()}</span>
                <button type="button" class="nl-button nl-button--subtle" on:click=back>
                    {tr(members::BACK)}<span class="visually-hidden">": "{name}</span>
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || any.get()>
            <details class="more">
                <summary class="more__open">{tr(members::GONE)}</summary>
                <ul class="plain">{move || all.get().into_iter().map(one).collect_view()}</ul>
            </details>
        </Show>
    }
}
