//! How a note says what it is about and where it comes from.

use leptos::prelude::*;
use rules::explain::Label;
use rules::source::Source;
use rules::text::Lang;

use crate::components::icon::{Drawn, Icon};
use crate::i18n::tr;
use crate::texts::{general, kantlijn as words};

/// "Leerlingen, Heiloo".
pub fn label(label: &Label, lang: Lang) -> String {
    let text = label.text.get(lang);
    if label.about.is_empty() { text.to_owned() } else { format!("{text}, {}", label.about) }
}

/// Document and place, with a link only to where it was published. Nothing is fetched by the app itself.
#[component]
pub fn SourceLine(source: Source) -> impl IntoView {
    let Source { document, place, link, says } = source;
    let named = if place.is_empty() { document } else { format!("{document}, {place}") };
    let linked = match link {
        Some(href) => view! {
            <a class="nl-link" href=href rel="external noreferrer noopener" target="_blank">
                {named}
                <span class="visually-hidden">" "{tr(general::OPENS_ELSEWHERE)}</span>
                <Drawn icon=Icon::External />
            </a>
        }
        .into_any(),
        None => view! { <span>{named}</span> }.into_any(),
    };
    view! {
        <p class="source">
            <span class="source__word">{tr(words::SOURCE)}": "</span>
            {linked}
        </p>
        {says.map(|says| view! { <p class="source__says" lang="nl">{says}</p> })}
    }
}
