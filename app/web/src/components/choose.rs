//! A choice of one from a list that may be long: a native select under its label.

use leptos::prelude::*;
use rules::text::Text;

use crate::components::unique::unique;
use crate::i18n::tr;

/// `options` are values with their names, `chosen` is the value in force, `on_choose` gets the new one.
#[component]
pub fn Choose(
    label: Text,
    #[prop(into)] options: Signal<Vec<(String, String)>>,
    #[prop(into)] chosen: Signal<String>,
    on_choose: impl Fn(String) + Send + Sync + 'static,
    /// What it is about, for who cannot see where it stands.
    #[prop(into, optional)]
    about: Signal<String>,
) -> impl IntoView {
    let id = unique("lijst");
    // Drawn anew only when the list itself changes, however often it is asked for.
    let (options, chosen) = (Memo::new(move |_| options.get()), Memo::new(move |_| chosen.get()));
    let options = move || {
        let one = |(value, name): (String, String)| {
            let here = value.clone();
            view! { <option value=value prop:selected=move || chosen.get() == here>{name}</option> }
        };
        options.get().into_iter().map(one).collect_view()
    };
    let beside = move || Some(about.get()).filter(|about| !about.is_empty());
    view! {
        <div class="utrecht-form-field choose">
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>
                {tr(label)}
                {move || beside().map(|about| view! { <span class="visually-hidden">": "{about}</span> })}
            </label>
            <select id=id class="utrecht-select" on:change=move |event| on_choose(event_target_value(&event))>
                {options}
            </select>
        </div>
    }
}
