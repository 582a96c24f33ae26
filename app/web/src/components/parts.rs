//! The way between the pages of a room.

use leptos::prelude::*;
use leptos_router::components::A;
use rules::text::Text;

use crate::i18n::tr;

/// The pages of a room, the first one the room itself. `below`: a page below one of the others counts as that one.
#[component]
pub fn Parts(
    parts: &'static [(&'static str, Text)],
    label: Text,
    #[prop(optional)] below: bool,
) -> impl IntoView {
    let links = parts.iter().enumerate().map(|(nth, &(path, name))| {
        let exact = !below || nth == 0;
        view! { <li><A href=path exact=exact attr:class="parts__link">{tr(name)}</A></li> }
    });
    view! {
        <nav class="parts" aria-label=tr(label)>
            <ul class="parts__list">{links.collect_view()}</ul>
        </nav>
    }
}
