//! A day or a time of day: the field that the device has for it, so that nobody types dots and dashes.

use chrono::{NaiveDate, NaiveTime, Timelike};
use leptos::prelude::*;
use rules::text::Text;

use crate::components::unique::unique;
use crate::i18n::tr;

/// `on_change` gets nothing when the field was emptied.
#[component]
pub fn DayField(
    label: Text,
    #[prop(optional)] hint: Option<Text>,
    #[prop(into)] value: Signal<Option<NaiveDate>>,
    on_change: impl Fn(Option<NaiveDate>) + Send + Sync + 'static,
    #[prop(into, optional)] about: Signal<String>,
) -> impl IntoView {
    let shown = Signal::derive(move || value.get().map(|day| day.to_string()).unwrap_or_default());
    let change = move |text: String| on_change(text.parse().ok());
    view! { <Native kind="date" label hint value=shown on_change=change about /> }
}

/// A time of day, to the minute.
#[component]
pub fn TimeField(
    label: Text,
    #[prop(into)] value: Signal<Option<NaiveTime>>,
    on_change: impl Fn(Option<NaiveTime>) + Send + Sync + 'static,
) -> impl IntoView {
    let written = |time: NaiveTime| format!("{:02}:{:02}", time.hour(), time.minute());
    let shown = Signal::derive(move || value.get().map(written).unwrap_or_default());
    let change = move |text: String| on_change(NaiveTime::parse_from_str(&text, "%H:%M").ok());
    view! { <Native kind="time" label hint=None value=shown on_change=change about=Signal::stored(String::new()) /> }
}

#[component]
fn Native(
    kind: &'static str,
    label: Text,
    hint: Option<Text>,
    value: Signal<String>,
    on_change: impl Fn(String) + Send + Sync + 'static,
    about: Signal<String>,
) -> impl IntoView {
    let id = unique("dag");
    let hint_id = format!("{id}-uitleg");
    let described = hint.is_some().then(|| hint_id.clone());
    let beside = move || Some(about.get()).filter(|about| !about.is_empty());
    view! {
        <div class="utrecht-form-field">
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>
                {tr(label)}
                {move || beside().map(|about| view! { <span class="visually-hidden">": "{about}</span> })}
            </label>
            {hint.map(|hint| view! { <p class="utrecht-form-field-description" id=hint_id>{tr(hint)}</p> })}
            <input
                id=id
                type=kind
                class="utrecht-textbox utrecht-textbox--numeric"
                autocomplete="off"
                aria-describedby=described
                prop:value=value
                on:change=move |event| on_change(event_target_value(&event))
            />
        </div>
    }
}
