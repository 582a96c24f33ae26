//! What a person is typing in a field for one number: what is wrong with it, in a sentence at the field. What was typed
//! stays until it is right or until the number changes elsewhere. Knows units and limits, no rule and no document.

use leptos::prelude::*;
use rules::budget::present::{Limits, Mistake, field};
use rules::text::Lang;

use crate::components::icon::{Drawn, Icon};
use crate::i18n::use_lang;

/// The state of one field. `Copy`; the input and its sentence share it.
#[derive(Clone, Copy)]
pub struct Typed {
    limits: Limits,
    value: Signal<Option<i64>>,
    wrong: RwSignal<Option<(String, Mistake)>>,
    lang: Signal<Lang>,
}

impl Typed {
    /// A field that shows `value`; nothing is an empty field.
    pub fn new(limits: Limits, value: Signal<Option<i64>>) -> Self {
        let wrong = RwSignal::new(None);
        let value = Memo::new(move |_| value.get());
        Effect::new(move |before: Option<()>| {
            value.track();
            if before.is_some() {
                wrong.set(None);
            }
        });
        Self { limits, value: value.into(), wrong, lang: use_lang() }
    }

    /// What the field shows: what was typed while that is wrong, otherwise the number.
    pub fn text(self) -> String {
        let typed = self.wrong.with(|wrong| wrong.as_ref().map(|(typed, _)| typed.clone()));
        let number = || self.value.get().map(|v| field(self.limits.unit, v, self.lang.get()));
        typed.or_else(number).unwrap_or_default()
    }

    /// Takes in what was typed. Answers the new number when there is one to carry out.
    pub fn take(self, typed: String) -> Option<i64> {
        match self.limits.read(&typed, self.lang.get_untracked()) {
            Ok(number) => {
                self.forget();
                (self.value.get_untracked() != Some(number)).then_some(number)
            }
            Err(mistake) => {
                self.wrong.set(Some((typed, mistake)));
                None
            }
        }
    }

    /// The field is right again.
    pub fn forget(self) {
        self.wrong.set(None);
    }

    pub fn is_wrong(self) -> bool {
        self.wrong.with(Option::is_some)
    }

    /// The sentence at the field while it is wrong.
    pub fn says(self) -> Option<String> {
        let sentence =
            |(_, mistake): &(String, Mistake)| self.limits.sentence(*mistake, self.lang.get());
        self.wrong.with(|wrong| wrong.as_ref().map(sentence))
    }
}

/// The sentence at the field, said aloud when it appears. `id` is what the field is described by while it is wrong.
#[component]
pub fn Wrong(typed: Typed, id: String) -> impl IntoView {
    view! {
        <Show when=move || typed.is_wrong()>
            <p class="utrecht-form-field-error-message field__problem" id=id.clone() role="alert">
                <Drawn icon=Icon::Warning /> {move || typed.says()}
            </p>
        </Show>
    }
}
