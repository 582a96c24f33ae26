//! A field for a PIN or passphrase: hidden unless the person wants to see it, pasting allowed, nothing remembered by
//! the browser. And the pair of them in which a new one is chosen.

use leptos::prelude::*;
use rules::text::Text;

use crate::components::field::Problem;
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::texts::people as words;

/// One PIN or passphrase. `error` is shown at the field.
#[component]
pub fn SecretField(
    label: Text,
    #[prop(optional)] hint: Option<Text>,
    #[prop(optional, into)] id: Option<String>,
    value: RwSignal<String>,
    #[prop(into, optional)] error: Signal<Option<String>>,
    /// Whether a phone shows digits alone; with a button for letters beside it.
    #[prop(optional)]
    digits: bool,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| unique("geheim"));
    let (hint_id, error_id) = (format!("{id}-uitleg"), format!("{id}-fout"));
    let seen = RwSignal::new(false);
    let letters = RwSignal::new(!digits);
    let wrong = move || error.with(Option::is_some);
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || {
            let hint = hint.is_some().then(|| hint_id.clone());
            let parts: Vec<String> =
                hint.into_iter().chain(wrong().then(|| error_id.clone())).collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        }
    };
    let lang = use_lang();
    let toggle = move || if seen.get() { words::HIDE } else { words::SHOW }.get(lang.get());
    view! {
        <div class="utrecht-form-field" class:utrecht-form-field--invalid=wrong>
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{tr(label)}</label>
            {hint.map(|hint| view! { <p class="utrecht-form-field-description" id=hint_id>{tr(hint)}</p> })}
            {move || error.get().map(|text| view! { <Problem id=error_id.clone() text /> })}
            <div class="secret">
                <input
                    id=id
                    class="utrecht-textbox secret__input"
                    class:utrecht-textbox--invalid=wrong
                    type=move || if seen.get() { "text" } else { "password" }
                    inputmode=move || if letters.get() { "text" } else { "numeric" }
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    maxlength="200"
                    prop:value=value
                    aria-invalid=move || wrong().then_some("true")
                    aria-describedby=described
                    on:input=move |event| value.set(event_target_value(&event))
                />
                <button type="button" class="nl-button nl-button--subtle" aria-pressed=move || seen.get().to_string() on:click=move |_| seen.update(|seen| *seen = !*seen)>
                    {toggle}
                </button>
            </div>
            <Show when=move || !letters.get()>
                <button type="button" class="nl-button nl-button--subtle secret__letters" on:click=move |_| letters.set(true)>
                    {tr(words::LETTERS)}
                </button>
            </Show>
        </div>
    }
}

/// A new PIN or passphrase, typed twice.
#[derive(Clone, Copy)]
pub struct Chosen {
    first: RwSignal<String>,
    again: RwSignal<String>,
    /// Shown at the first field.
    pub error: RwSignal<Option<String>>,
    differs: RwSignal<bool>,
}

impl Chosen {
    /// Two empty fields.
    pub fn new() -> Self {
        let (first, again) = Default::default();
        Self { first, again, error: RwSignal::default(), differs: RwSignal::new(false) }
    }

    /// What was typed, if it was typed twice; otherwise the field says so.
    pub fn take(self) -> Option<String> {
        let (first, again) = (self.first.get_untracked(), self.again.get_untracked());
        self.error.set(None);
        self.differs.set(first != again);
        (first == again).then_some(first)
    }

    /// Empties both fields.
    pub fn clear(self) {
        let _ = self.first.try_set(String::new());
        let _ = self.again.try_set(String::new());
    }
}

impl Default for Chosen {
    fn default() -> Self {
        Self::new()
    }
}

/// The two fields of a [`Chosen`].
#[component]
pub fn ChooseSecret(label: Text, chosen: Chosen) -> impl IntoView {
    let lang = use_lang();
    let differs = Signal::derive(move || {
        chosen.differs.get().then(|| words::DIFFERENT.get(lang.get()).to_owned())
    });
    view! {
        <SecretField label hint=words::SECRET_HINT value=chosen.first error=chosen.error />
        <SecretField label=words::AGAIN value=chosen.again error=differs />
    }
}
