//! A lever: label, native slider, number field and two buttons that all mean the same (BUD-1).

use leptos::prelude::*;
use rules::budget::present::{Limits, field, unit_word};
use rules::text::Text;

use crate::components::icon::{Drawn, Icon};
use crate::components::typed::{Typed, Wrong};
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::texts::general;

/// The range of a lever, in whole steps of its own unit (cents, pupils, millionths).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub limits: Limits,
    pub step: i64,
    pub standard: i64,
}

/// `on_move` gets the new value while sliding is done. What is typed outside the range is not taken: a sentence at the
/// field says so and the text stays. The buttons stop at the ends.
#[component]
pub fn Lever(
    title: Text,
    hint: Text,
    span: Span,
    #[prop(into)] value: Signal<i64>,
    on_move: impl Fn(i64) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let lang = use_lang();
    let id = unique("knop");
    let Span { limits, standard, .. } = span;
    let typed = Typed::new(limits, Signal::derive(move || Some(value.get())));
    let changed = move || value.get() != standard;
    let set = move |to: i64| {
        typed.forget();
        on_move(to.clamp(limits.min, limits.max));
    };
    let write = move |number| field(limits.unit, number, lang.get());
    let range = move || {
        let word = |text: Text| text.get(lang.get());
        let (from, to) = (word(general::FROM), word(general::TO));
        let (low, high) = (write(limits.min), write(limits.max));
        format!("{from} {low} {to} {high}, {} {}", word(general::STANDARD), write(standard))
    };
    view! {
        <fieldset class="lever" class:lever--changed=changed>
            <legend class="lever__legend">
                {tr(title)}
                <Show when=changed><span class="lever__mark">" ("{tr(general::CHANGED)}")"</span></Show>
            </legend>
            <p class="lever__hint" id=format!("{id}-uitleg")>{tr(hint)} " · " {range}</p>
            <input
                type="range" class="lever__range" aria-label=tr(title) aria-describedby=format!("{id}-uitleg")
                min=limits.min max=limits.max step=span.step
                prop:value=move || value.get().to_string()
                aria-valuetext=move || write(value.get())
                on:input=move |event| { if let Ok(to) = event_target_value(&event).parse() { set(to) } }
            />
            <Numbers title span value typed set on_move id />
        </fieldset>
    }
}

#[component]
fn Numbers(
    title: Text,
    span: Span,
    value: Signal<i64>,
    typed: Typed,
    set: impl Fn(i64) + Copy + Send + Sync + 'static,
    on_move: impl Fn(i64) + Copy + Send + Sync + 'static,
    id: String,
) -> impl IntoView {
    let error = format!("{id}-fout");
    let described = error.clone();
    view! {
        <Wrong typed id=error />
        <div class="lever__row">
            <StepButton icon=Icon::Minus word=general::LESS title on_tap=move || set(value.get_untracked().saturating_sub(span.step)) />
            <input
                type="text" inputmode="decimal" autocomplete="off"
                class="utrecht-textbox utrecht-textbox--numeric" class:utrecht-textbox--invalid=move || typed.is_wrong()
                id=id aria-label=tr(title)
                aria-invalid=move || typed.is_wrong().then_some("true")
                aria-describedby=move || typed.is_wrong().then(|| described.clone())
                prop:value=move || typed.text()
                on:change=move |event| { if let Some(to) = typed.take(event_target_value(&event)) { on_move(to) } }
            />
            <span class="lever__unit">{tr(unit_word(span.limits.unit))}</span>
            <StepButton icon=Icon::Plus word=general::MORE title on_tap=move || set(value.get_untracked().saturating_add(span.step)) />
            <Show when=move || value.get() != span.standard>
                <StepButton icon=Icon::Reset word=general::RESET title on_tap=move || set(span.standard) />
            </Show>
        </div>
    }
}

#[component]
fn StepButton(
    icon: Icon,
    word: Text,
    title: Text,
    on_tap: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <button type="button" class="nl-button nl-button--secondary lever__step" on:click=move |_| on_tap()>
            <Drawn icon />
            <span class="visually-hidden">{tr(word)} ": " {tr(title)}</span>
        </button>
    }
}
