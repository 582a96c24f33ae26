//! How a note says what it is about and where it comes from.

use leptos::prelude::*;
use leptos_router::components::A;
use rules::explain::Label;
use rules::rule::rule;
use rules::source::Source;
use rules::text::Lang;

use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::texts::{general, kantlijn as words};

/// "Leerlingen, Heiloo".
pub fn label(label: &Label, lang: Lang) -> String {
    let text = label.text.get(lang);
    if label.about.is_empty() { text.to_owned() } else { format!("{text}, {}", label.about) }
}

/// Document and place, with a link only to where it was published. Nothing is fetched by the app itself.
#[component]
pub fn SourceLine(source: Source) -> impl IntoView {
    let lang = use_lang();
    let source = StoredValue::new(source);
    let named = move || {
        source.with_value(|source| {
            let title = source.title(lang.get()).to_owned();
            if source.place.is_empty() { title } else { format!("{title}, {}", source.place) }
        })
    };
    let says = move || {
        source.with_value(|source| {
            let (says, lang) = source.says(lang.get())?;
            Some(view! { <p class="source__says" lang=lang.tag()>{says.to_owned()}</p> })
        })
    };
    let linked = match source.with_value(|source| source.link.clone()) {
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
        {says}
    }
}

/// Links to rules, by their id and title.
pub fn rule_links(ids: &[&'static str]) -> impl IntoView + use<> {
    let link = |id: &&'static str| {
        let rule = rule(id)?;
        let href = format!("/regels/{}", rule.id);
        Some(view! { <li><A href=href attr:class="nl-link">{rule.id}</A>" "{tr(rule.title)}</li> })
    };
    ids.iter().filter_map(link).collect_view()
}
