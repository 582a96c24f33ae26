//! A room with nothing in it yet: a line drawing, one sentence and one next step.

use leptos::prelude::*;
use rules::text::Text;

use crate::i18n::tr;

/// An empty desk by the window: what a room looks like before the first work.
#[component]
pub fn EmptyState(
    title: Text,
    text: Text,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="empty">
            <svg class="picture" viewBox="0 0 240 132" width="240" height="132" aria-hidden="true" focusable="false">
                <path d="M8 106h224M26 106v22M214 106v22M26 114h188" />
                <path d="M22 8h86v70H22ZM65 8v70M22 43h86" />
                <path d="M31 34l9-11M36 37l13-16M76 68l10-12" class="picture__soft" />
                <path d="M128 44h50v62h-50Z" class="picture__paper" />
                <path d="M166 44v62" class="picture__margin" />
                <path d="M136 58h22M136 68h22M136 78h14" class="picture__soft" />
                <path d="M194 84h24v22h-24ZM218 88c8 0 8 12 0 12M199 84l-4-22M206 84V56M213 84l5-20" />
            </svg>
            <h2 class="nl-heading nl-heading--level-2 empty__title">{tr(title)}</h2>
            <p class="nl-paragraph">{tr(text)}</p>
            {children.map(|children| children())}
        </section>
    }
}
