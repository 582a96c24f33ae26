//! A field: label above, hint, error in the same words as the summary, all tied together for a screen reader.

use leptos::prelude::*;
use rules::text::Text;

use crate::components::icon::{Drawn, Icon};
use crate::components::unique::unique;
use crate::i18n::tr;

/// How the text is typed: decides the keyboard of a tablet and the width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Words,
    Number,
    Money,
    Date,
}

/// One line of text. `value` is what it shows, `on_change` gets what was typed when the person leaves the field or
/// presses Enter; it returns the problem, if there is one, and the typed text then stays as it is.
#[component]
pub fn Field(
    label: Text,
    #[prop(optional)] hint: Option<Text>,
    #[prop(optional)] kind: Kind,
    #[prop(optional, into)] id: Option<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into, optional)] error: Signal<Option<String>>,
    on_change: impl Fn(String) + Send + Sync + 'static,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| unique("veld"));
    let (hint_id, error_id) = (format!("{id}-uitleg"), format!("{id}-fout"));
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || {
            let mut ids = Vec::new();
            hint.is_some().then(|| ids.push(hint_id.clone()));
            error.get().is_some().then(|| ids.push(error_id.clone()));
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    let wrong = move || error.get().is_some();
    view! {
        <div class="utrecht-form-field" class:utrecht-form-field--invalid=wrong>
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{tr(label)}</label>
            {hint.map(|hint| view! { <p class="utrecht-form-field-description" id=hint_id>{tr(hint)}</p> })}
            {move || error.get().map(|text| view! { <Problem id=error_id.clone() text /> })}
            <div class="field__row" class:field__row--money=kind == Kind::Money>
                <input
                    id=id
                    class="utrecht-textbox"
                    class:utrecht-textbox--invalid=wrong
                    class:utrecht-textbox--numeric=kind != Kind::Words
                    type="text"
                    inputmode=if matches!(kind, Kind::Number | Kind::Money) { "decimal" } else { "text" }
                    autocomplete="off"
                    prop:value=value
                    aria-invalid=move || wrong().then_some("true")
                    aria-describedby=described
                    on:change=move |event| on_change(event_target_value(&event))
                />
            </div>
        </div>
    }
}

/// What is wrong with a field, above it.
#[component]
pub fn Problem(id: String, #[prop(into)] text: Signal<String>) -> impl IntoView {
    view! {
        <p class="utrecht-form-field-error-message field__problem" id=id role="alert"><Drawn icon=Icon::Warning /> {text}</p>
    }
}
