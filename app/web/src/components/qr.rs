//! A QR code on white, in every theme: a reader needs dark on light with an edge around it.

use leptos::prelude::*;
use replica::carry::{Code, Strength};
use rules::text::Text;

use crate::i18n::tr;
use crate::texts::qr;

/// The text as a code that stands still. `label` says what it is; `text` is never read out.
#[component]
pub fn QrCode(#[prop(into)] text: Signal<String>, label: Text) -> impl IntoView {
    let code = Memo::new(move |_| Code::new(&text.get(), Strength::Firm).ok());
    view! { <Drawing code label /> }
}

/// The squares, or the sentence that it is too much.
#[component]
pub(super) fn Drawing(#[prop(into)] code: Signal<Option<Code>>, label: Text) -> impl IntoView {
    let side = move || code.with(|code| code.as_ref().map_or(0, Code::side));
    let path = move || code.with(|code| code.as_ref().map(Code::path));
    let fits = Memo::new(move |_| code.with(Option::is_some));
    view! {
        <Show
            when=move || fits.get()
            fallback=|| view! { <p role="alert">{tr(qr::TOO_MUCH)}</p> }
        >
            <svg
                class="qr"
                viewBox=move || format!("0 0 {0} {0}", side())
                role="img"
                aria-label=tr(label)
                shape-rendering="crispEdges"
            >
                <rect class="qr__paper" width="100%" height="100%" />
                <path class="qr__ink" d=path />
            </svg>
        </Show>
    }
}
