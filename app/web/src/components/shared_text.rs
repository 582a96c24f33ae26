//! A text in which several people type at the same time: what others put in appears around the caret, which stays where it
//! is. Knows no document: it hands on what the text was when a key was pressed, and what it became.

use leptos::html::Textarea;
use leptos::prelude::*;
use rules::text::Text;

use crate::components::unique::unique;
use crate::i18n::tr;
use crate::platform::caret;

/// `value` is the text as it is by now, with what is being typed; `on_type` gets every change; `on_rest` is called when
/// the field is left.
#[component]
pub fn SharedText(
    label: Text,
    #[prop(into, optional)] about: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into, optional)] id: Option<String>,
    #[prop(into, optional)] locked: Signal<bool>,
    on_type: impl Fn(String) + Send + Sync + 'static,
    on_rest: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| unique("tekst"));
    let node = NodeRef::<Textarea>::new();
    Effect::new(move || {
        let text = value.get();
        if let Some(field) = node.get() {
            caret::show(&field, &text);
        }
    });
    let beside = move || Some(about.get()).filter(|about| !about.is_empty());
    view! {
        <div class="utrecht-form-field shared-text">
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>
                {tr(label)}
                {move || beside().map(|about| view! { <span class="visually-hidden">": "{about}</span> })}
            </label>
            <textarea
                node_ref=node
                id=id
                class="utrecht-textbox shared-text__field"
                rows="4"
                autocomplete="off"
                prop:readOnly=move || locked.get()
                on:input=move |event| on_type(event_target_value(&event))
                on:change=move |_| on_rest()
            ></textarea>
        </div>
    }
}
