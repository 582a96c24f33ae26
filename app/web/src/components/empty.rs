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
                <path d="M20 92h132M34 92v30M138 92v30M34 104h104" />
                <path d="M58 92 64 74h52l6 18M64 74l4-6h44l4 6" />
                <path d="M98 68v23" class="picture__margin" />
                <path d="M72 80h20M71 86h20M104 80h10" class="picture__soft" />
                <path d="M168 12h58v64h-58ZM197 12v64M168 44h58" />
                <path d="M174 36l8-9M178 40l12-14M203 70l9-10" class="picture__soft" />
                <path d="M130 92c0-8 1-12 4-14M134 92c0-10-3-18-8-21M137 92c1-9 4-13 9-15M128 92h16" />
            </svg>
            <h2 class="nl-heading nl-heading--level-2 empty__title">{tr(title)}</h2>
            <p class="nl-paragraph">{tr(text)}</p>
            {children.map(|children| children())}
        </section>
    }
}
