//! What became of the last thing that was done on a page.

use leptos::prelude::*;
use model::refused::Refused;
use rules::text::Text;

use crate::components::alert::{Alert, Tone};
use crate::i18n::use_lang;
use crate::state::ledger::Refusal;
use crate::texts::opening;

/// Why the last change was not made, or what was just done.
#[component]
pub fn Told(problem: RwSignal<Option<Text>>, said: RwSignal<Option<Text>>) -> impl IntoView {
    let lang = use_lang();
    let says = move |text: RwSignal<Option<Text>>| {
        Signal::derive(move || text.get().map_or("", |text| text.get(lang.get())).to_owned())
    };
    let (title, done) = (says(problem), says(said));
    view! {
        <Show when=move || problem.get().is_some()>
            <Alert tone=Tone::Waiting title=title>""</Alert>
        </Show>
        <Show when=move || said.get().is_some()>
            <Alert tone=Tone::Good title=done>""</Alert>
        </Show>
    }
}

/// Why something was not done, in a sentence. What a room says to who may not, and when it is not open, is its own.
pub fn why_not(refusal: Refusal<Refused>, may_not: Text, not_open: Text) -> Text {
    match refusal {
        Refusal::Problem(refused) => refused.text(),
        Refusal::MayNot => may_not,
        Refusal::NotSaved(reason) => opening::reason(reason),
        Refusal::NotOpen | Refusal::Stopped => not_open,
    }
}
