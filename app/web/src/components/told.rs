//! What became of the last thing that was done on a page.

use leptos::prelude::*;
use rules::text::Text;

use crate::components::alert::{Alert, Tone};
use crate::i18n::use_lang;

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
