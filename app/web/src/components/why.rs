//! *Waarom?*: the button that every computed number carries. The answer appears in the kantlijn.

use leptos::prelude::*;
use rules::explain::Explanation;

use crate::components::explanation::ExplanationTree;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::unique::unique;
use crate::i18n::tr;
use crate::texts::kantlijn as words;

/// `about` names the number for who cannot see where the button stands: "Resultaat 2027".
/// `explain` is asked only when the button is tapped.
#[component]
pub fn Why(
    #[prop(into)] about: Signal<String>,
    explain: impl Fn() -> Explanation + Send + Sync + 'static,
) -> impl IntoView {
    let kantlijn = Kantlijn::get();
    let id = unique("waarom");
    let asker = id.clone();
    let ask = move |_| {
        let explanation = explain();
        let title = explanation.label.clone();
        let body = move || view! { <ExplanationTree explanation=explanation.clone() /> }.into_any();
        let note = Note { title, ..Note::view(words::WHY_THIS, body) };
        if let Some(kantlijn) = kantlijn {
            kantlijn.answer(note, &asker);
        }
    };
    view! {
        <button type="button" class="why" id=id on:click=ask>
            {tr(words::WHY)}
            <span class="visually-hidden">" "{about}</span>
        </button>
    }
}
