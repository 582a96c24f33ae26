//! Searching while one types: what is found changes with every letter.

use leptos::prelude::*;
use rules::text::Text;

use crate::components::unique::unique;
use crate::i18n::tr;

#[component]
pub fn SearchLine(label: Text, value: RwSignal<String>) -> impl IntoView {
    let id = unique("zoek");
    view! {
        <div class="utrecht-form-field">
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{tr(label)}</label>
            <input
                id=id
                type="search"
                class="utrecht-textbox"
                autocomplete="off"
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
}
