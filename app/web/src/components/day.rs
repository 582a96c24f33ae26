//! A day or a time of day: the field that the device has for it, so that nobody types dots and dashes.

use chrono::{NaiveDate, NaiveTime, Timelike};
use leptos::prelude::*;
use model::words::whole_day;
use rules::text::Text;

use crate::components::field::Problem;
use crate::components::unique::unique;
use crate::i18n::{tr, tr_signal};
use crate::platform::page;
use crate::texts::general;

/// The days that `whole_day` takes, so that the browser says the same.
const FIRST: &str = "1900-01-01";
const LAST: &str = "2199-12-31";

/// `on_change` gets a day once it is whole, and nothing when the field was emptied and left. Half a date stays in the field
/// and is written nowhere.
#[component]
pub fn DayField(
    label: Text,
    #[prop(optional)] hint: Option<Text>,
    #[prop(into)] value: Signal<Option<NaiveDate>>,
    #[prop(into, optional)] error: Signal<Option<Text>>,
    on_change: impl Fn(Option<NaiveDate>) + Send + Sync + 'static,
    #[prop(into, optional)] about: Signal<String>,
) -> impl IntoView {
    let shown = Signal::derive(move || value.get().map(|day| day.to_string()).unwrap_or_default());
    let take = move |text: &str| {
        let day = whole_day(text);
        if day.is_some() || text.is_empty() {
            on_change(day);
        }
    };
    view! { <Native kind="date" label hint value=shown error take half=general::HALF_DAY about /> }
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
    let take = move |text: &str| on_change(NaiveTime::parse_from_str(text, "%H:%M").ok());
    view! { <Native kind="time" label hint=None value=shown error=Signal::stored(None) take half=general::HALF_TIME about=Signal::stored(String::new()) /> }
}

/// `take` gets what was typed when it changed, and nothing only when the field is left empty: while somebody types, a field
/// that is half filled in says that it is empty.
#[component]
fn Native(
    kind: &'static str,
    label: Text,
    hint: Option<Text>,
    value: Signal<String>,
    error: Signal<Option<Text>>,
    take: impl Fn(&str) + Send + Sync + 'static,
    half: Text,
    about: Signal<String>,
) -> impl IntoView {
    let id = unique("dag");
    let (hint_id, wrong_id) = (format!("{id}-uitleg"), format!("{id}-fout"));
    let wrong = RwSignal::new(false);
    let says = move || if wrong.get() { Some(half) } else { error.get() };
    let is_wrong = move || says().is_some();
    let described = {
        let (hint_id, wrong_id) = (hint_id.clone(), wrong_id.clone());
        move || match (hint.is_some(), is_wrong()) {
            (true, true) => Some(format!("{hint_id} {wrong_id}")),
            (true, false) => Some(hint_id.clone()),
            (false, true) => Some(wrong_id.clone()),
            (false, false) => None,
        }
    };
    let beside = move || Some(about.get()).filter(|about| !about.is_empty());
    let take = StoredValue::new(take);
    let change = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        if !text.is_empty() {
            wrong.set(false);
            take.with_value(|take| take(&text));
        }
    };
    let leave = move |event: leptos::ev::FocusEvent| {
        let is_half = page::is_half_typed(&event);
        wrong.set(is_half);
        let emptied = !is_half && event_target_value(&event).is_empty();
        if emptied && value.with_untracked(|value| !value.is_empty()) {
            take.with_value(|take| take(""));
        }
    };
    let (first, last) = if kind == "date" { (Some(FIRST), Some(LAST)) } else { (None, None) };
    view! {
        <div class="utrecht-form-field" class:utrecht-form-field--invalid=is_wrong>
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>
                {tr(label)}
                {move || beside().map(|about| view! { <span class="visually-hidden">": "{about}</span> })}
            </label>
            {hint.map(|hint| view! { <p class="utrecht-form-field-description" id=hint_id>{tr(hint)}</p> })}
            {move || says().map(|text| view! { <Problem id=wrong_id.clone() text=tr_signal(text) /> })}
            <input
                id=id
                type=kind
                class="utrecht-textbox utrecht-textbox--numeric"
                autocomplete="off"
                min=first
                max=last
                aria-invalid=move || is_wrong().then_some("true")
                aria-describedby=described
                prop:value=value
                on:change=change
                on:blur=leave
            />
        </div>
    }
}
