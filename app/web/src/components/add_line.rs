//! Adding one thing to a list: type, Enter or the button, and the field is empty for the next.

use leptos::html::Input;
use leptos::prelude::*;
use rules::text::Text;

use crate::components::icon::{Drawn, Icon};
use crate::components::unique::unique;
use crate::i18n::tr;
use crate::texts::general;

/// `on_add` gets what was typed, never nothing, and answers whether it was taken; what was not stays in the field.
#[component]
pub fn AddLine(
    label: Text,
    #[prop(optional)] hint: Option<Text>,
    #[prop(into, optional)] about: Signal<String>,
    on_add: impl Fn(String) -> bool + Send + Sync + 'static,
) -> impl IntoView {
    let id = unique("erbij");
    let hint_id = format!("{id}-uitleg");
    let described = hint.is_some().then(|| hint_id.clone());
    let node = NodeRef::<Input>::new();
    let add = move || {
        let Some(field) = node.get_untracked() else { return };
        let text = field.value();
        if !text.trim().is_empty() && on_add(text) {
            field.set_value("");
        }
    };
    // Leaving the field adds nothing: only Enter and the button do.
    let add = StoredValue::new(add);
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            add.with_value(|add| add());
        }
    };
    let beside = move || Some(about.get()).filter(|about| !about.is_empty());
    let named =
        move || beside().map(|about| view! { <span class="visually-hidden">": "{about}</span> });
    view! {
        <div class="utrecht-form-field add-line">
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{tr(label)} {named}</label>
            {hint.map(|hint| view! { <p class="utrecht-form-field-description" id=hint_id>{tr(hint)}</p> })}
            <div class="add-line__row">
                <input
                    node_ref=node
                    id=id
                    type="text"
                    class="utrecht-textbox"
                    autocomplete="off"
                    enterkeyhint="done"
                    aria-describedby=described
                    on:keydown=pressed
                />
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| add.with_value(|add| add())>
                    <Drawn icon=Icon::Plus /> {tr(general::ADD)}
                    <span class="visually-hidden">": "{tr(label)} {named}</span>
                </button>
            </div>
        </div>
    }
}
