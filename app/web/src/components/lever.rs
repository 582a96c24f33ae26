//! A lever: label, native slider, number field and two buttons that all mean the same (BUD-1).

use leptos::prelude::*;
use rules::notation::Problem;
use rules::text::{Lang, Text};

use crate::components::icon::{Drawn, Icon};
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::texts::general;

/// How whole steps are written and read in the lever's own unit.
#[derive(Clone, Copy)]
pub struct Notation {
    pub write: fn(i64, Lang) -> String,
    pub read: fn(&str, Lang) -> Result<i64, Problem>,
}

/// The range of a lever, in whole steps of its own unit (cents, pupils, millionths).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub min: i64,
    pub max: i64,
    pub step: i64,
    pub standard: i64,
}

/// `about` is what the lever turns this time, such as the year. `on_move` gets the new value while sliding is done.
#[component]
pub fn Lever(
    title: Text,
    #[prop(optional, into)] about: String,
    #[prop(optional)] hint: Option<Text>,
    #[prop(optional)] unit: Option<Text>,
    span: Span,
    notation: Notation,
    #[prop(into)] value: Signal<i64>,
    on_move: impl Fn(i64) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let lang = use_lang();
    let id = unique("knop");
    let problem = RwSignal::new(None::<Problem>);
    let changed = move || value.get() != span.standard;
    let set = move |to: i64| {
        problem.set(None);
        on_move(to.clamp(span.min, span.max));
    };
    let typed = move |text: String| match (notation.read)(&text, lang.get_untracked()) {
        Ok(number) => set(number),
        Err(found) => problem.set(Some(found)),
    };
    let range = move || {
        let write = |number| (notation.write)(number, lang.get());
        format!(
            "{} {} {} {}, {} {}",
            general::FROM.get(lang.get()),
            write(span.min),
            general::TO.get(lang.get()),
            write(span.max),
            general::STANDARD.get(lang.get()),
            write(span.standard),
        )
    };
    let name = move || format!("{} {about}", title.get(lang.get())).trim_end().to_owned();
    let name = Signal::derive(name);
    view! {
        <fieldset class="lever" class:lever--changed=changed>
            <legend class="lever__legend">
                {name}
                <Show when=changed><span class="lever__mark">" ("{tr(general::CHANGED)}")"</span></Show>
            </legend>
            <p class="lever__hint" id=format!("{id}-uitleg")>{hint.map(tr)} " " {range}</p>
            <input
                type="range" class="lever__range" aria-label=name aria-describedby=format!("{id}-uitleg")
                min=span.min max=span.max step=span.step
                prop:value=move || value.get().to_string()
                aria-valuetext=move || (notation.write)(value.get(), lang.get())
                on:input=move |event| { if let Ok(to) = event_target_value(&event).parse() { set(to) } }
            />
            <Numbers name unit span notation value problem set typed id=id.clone() />
        </fieldset>
    }
}

#[component]
fn Numbers(
    name: Signal<String>,
    unit: Option<Text>,
    span: Span,
    notation: Notation,
    value: Signal<i64>,
    problem: RwSignal<Option<Problem>>,
    set: impl Fn(i64) + Copy + Send + Sync + 'static,
    typed: impl Fn(String) + Copy + Send + Sync + 'static,
    id: String,
) -> impl IntoView {
    let lang = use_lang();
    let wrong = move || problem.get().is_some();
    let error = format!("{id}-fout");
    let described = error.clone();
    view! {
        <Show when=wrong>
            <p class="utrecht-form-field-error-message field__problem" id=error.clone()>
                {move || problem.get().map(|found| found.text().get(lang.get()))}
            </p>
        </Show>
        <div class="lever__row">
            <StepButton icon=Icon::Minus word=general::LESS name on_tap=move || set(value.get_untracked().saturating_sub(span.step)) />
            <input
                type="text" inputmode="decimal" autocomplete="off"
                class="utrecht-textbox utrecht-textbox--numeric" class:utrecht-textbox--invalid=wrong
                id=id aria-label=name
                aria-invalid=move || wrong().then_some("true")
                aria-describedby=move || wrong().then(|| described.clone())
                prop:value=move || (notation.write)(value.get(), lang.get())
                on:change=move |event| typed(event_target_value(&event))
            />
            {unit.map(|unit| view! { <span class="lever__unit">{tr(unit)}</span> })}
            <StepButton icon=Icon::Plus word=general::MORE name on_tap=move || set(value.get_untracked().saturating_add(span.step)) />
            <Show when=move || value.get() != span.standard>
                <StepButton icon=Icon::Reset word=general::RESET name on_tap=move || set(span.standard) />
            </Show>
        </div>
    }
}

#[component]
fn StepButton(
    icon: Icon,
    word: Text,
    name: Signal<String>,
    on_tap: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <button type="button" class="nl-button nl-button--secondary lever__step" on:click=move |_| on_tap()>
            <Drawn icon />
            <span class="visually-hidden">{tr(word)} ": " {name}</span>
        </button>
    }
}
