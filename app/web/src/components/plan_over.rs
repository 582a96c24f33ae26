//! A plan that is over: until when it held, and whether people keep to it until there is a new one.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::i18n::{tr, use_lang};
use crate::texts::plan as words;

/// Nothing is shown while the plan runs. `ended` is its last day, when that is past.
#[component]
pub fn PlanOver(
    #[prop(into)] ended: Signal<Option<NaiveDate>>,
    #[prop(into)] keeps: Signal<bool>,
    on_keep: impl Fn(bool) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let lang = use_lang();
    let over = move || ended.get().map(|until| words::over(until, lang.get()));
    view! {
        <Show when=move || ended.get().is_some()>
            <div class="plan-over">
                <p class="quiet">{over}</p>
                <label class="check">
                    <input type="checkbox" prop:checked=keeps on:change=move |event| on_keep(event_target_checked(&event)) />
                    {tr(words::KEEP)}
                </label>
            </div>
        </Show>
    }
}
