//! A choice of a few, all in sight: a native group of radio buttons that looks like one strip.

use leptos::prelude::*;
use rules::text::Text;

use crate::components::unique::unique;
use crate::i18n::tr;

/// `choices` are the values with their names; `chosen` is the one in force; `on_choose` gets the new one.
#[component]
pub fn Segmented<T>(
    legend: Text,
    #[prop(optional)] hint: Option<Text>,
    choices: Vec<(T, Text)>,
    #[prop(into)] chosen: Signal<T>,
    on_choose: impl Fn(T) + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let group = unique("keuze");
    let options = choices
        .into_iter()
        .map(|(value, name)| {
            let group = group.clone();
            view! {
                <label class="segmented__option">
                    <input
                        type="radio"
                        class="segmented__input"
                        name=group
                        prop:checked=move || chosen.get() == value
                        on:change=move |_| on_choose(value)
                    />
                    <span class="segmented__name">{tr(name)}</span>
                </label>
            }
        })
        .collect_view();
    let hint_id = format!("{group}-uitleg");
    let described = hint.is_some().then(|| hint_id.clone());
    view! {
        <fieldset class="segmented" aria-describedby=described>
            <legend class="segmented__legend">{tr(legend)}</legend>
            {hint.map(|hint| view! { <p class="utrecht-form-field-description" id=hint_id>{tr(hint)}</p> })}
            <div class="segmented__strip">{options}</div>
        </fieldset>
    }
}
