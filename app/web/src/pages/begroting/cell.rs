//! One number in a table that a person fills in, with what it is (published, assumed, to do) or what is wrong below it.

use leptos::prelude::*;
use rules::budget::present::Limits;
use rules::text::Text;

use crate::components::typed::{Typed, Wrong};
use crate::components::unique::unique;
use crate::i18n::use_lang;

/// `on_take` gets the new number, or nothing when the cell was emptied. `says` stands below it while nothing is wrong.
#[component]
pub fn FigureCell(
    limits: Limits,
    value: Signal<Option<i64>>,
    label: Signal<String>,
    says: Signal<Text>,
    to_do: Signal<bool>,
    #[prop(into)] locked: Signal<bool>,
    on_take: Callback<Option<i64>>,
) -> impl IntoView {
    let lang = use_lang();
    let typed = Typed::new(limits, value);
    let take = move |text: String| {
        if !text.trim().is_empty() {
            return typed.take(text).into_iter().for_each(|number| on_take.run(Some(number)));
        }
        typed.forget();
        if value.get_untracked().is_some() {
            on_take.run(None);
        }
    };
    let id = unique("cel");
    let (more, error) = (format!("{id}-meer"), format!("{id}-fout"));
    let described = {
        let (more, error) = (more.clone(), error.clone());
        move || if typed.is_wrong() { error.clone() } else { more.clone() }
    };
    view! {
        <input
            id=id
            type="text"
            inputmode="decimal"
            autocomplete="off"
            class="utrecht-textbox utrecht-textbox--numeric cell"
            class:cell--to-do=to_do
            class:utrecht-textbox--invalid=move || typed.is_wrong()
            aria-label=label
            aria-describedby=described
            aria-invalid=move || typed.is_wrong().then_some("true")
            readonly=locked
            prop:value=move || typed.text()
            on:change=move |event| take(event_target_value(&event))
        />
        <Wrong typed id=error />
        <Show when=move || !typed.is_wrong()>
            <span class="marks cell__origin" id=more.clone()>{move || says.get().get(lang.get())}</span>
        </Show>
    }
}
