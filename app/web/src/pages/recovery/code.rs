//! A field for a long code from paper. Pasting and any spelling are fine.

use leptos::prelude::*;
use rules::text::Text;

use crate::components::field::Problem;
use crate::components::unique::unique;
use crate::i18n::tr;

#[component]
pub fn CodeField(
    label: Text,
    hint: Text,
    value: RwSignal<String>,
    #[prop(into, optional)] error: Signal<Option<String>>,
) -> impl IntoView {
    let id = unique("code");
    let (hint_id, error_id) = (format!("{id}-uitleg"), format!("{id}-fout"));
    let wrong = move || error.with(Option::is_some);
    let described = {
        let (hint, error) = (hint_id.clone(), error_id.clone());
        move || if wrong() { format!("{hint} {error}") } else { hint.clone() }
    };
    view! {
        <div class="utrecht-form-field" class:utrecht-form-field--invalid=wrong>
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{tr(label)}</label>
            <p class="utrecht-form-field-description" id=hint_id>{tr(hint)}</p>
            {move || error.get().map(|text| view! { <Problem id=error_id.clone() text /> })}
            <textarea
                id=id
                class="utrecht-textbox code"
                class:utrecht-textbox--invalid=wrong
                rows="3"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                prop:value=value
                aria-invalid=move || wrong().then_some("true")
                aria-describedby=described
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
        </div>
    }
}
