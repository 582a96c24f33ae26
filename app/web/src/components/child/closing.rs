//! The last screen of a child or a circle: what was said is kept before it thanks, and it goes on only after that.

use std::pin::Pin;

use leptos::prelude::*;
use rules::text::Text;

use crate::components::read_aloud::{ReadAloud, also};
use crate::i18n::{tr, tr_signal};
use crate::platform::spawn;
use crate::texts::leerlingenraad::kring as words;

/// Keeps what was said; tells whether it is kept.
pub type Keeping = Callback<(), Pin<Box<dyn Future<Output = bool>>>>;

/// When it cannot be kept it says so, and what was said stays here until it can.
#[component]
pub fn Closing(keep: Keeping, thanks: Text, next: Text, on_next: Callback<()>) -> impl IntoView {
    let (kept, failed) = (RwSignal::new(false), RwSignal::new(false));
    let try_it = move || {
        failed.set(false);
        let keeping = keep.run(());
        spawn(async move {
            let _ = if keeping.await { kept.try_set(true) } else { failed.try_set(true) };
        });
    };
    try_it();
    view! {
        <section class="child__screen child__screen--calm">
            <Show
                when=move || failed.get()
                fallback=move || view! { <h2 class="child__title" tabindex="-1"><ReadAloud text=tr_signal(words::END) also=also(vec![thanks]) /></h2> }
            >
                <h2 class="child__title" tabindex="-1"><ReadAloud text=tr_signal(words::NOT_KEPT) also=also(vec![words::NOT_KEPT_WHY]) /></h2>
                <p class="child__lines" role="alert">{tr(words::NOT_KEPT_WHY)}</p>
                <p class="child__acts"><button type="button" class="child__button child__button--main" on:click=move |_| try_it()>{tr(words::KEEP_AGAIN)}</button></p>
            </Show>
            <Show when=move || !kept.get() && !failed.get()><p class="child__lines" role="status">{tr(words::KEEPING)}</p></Show>
            <Show when=move || kept.get()>
                <p class="child__lines">{tr(thanks)}</p>
                <p class="child__acts"><button type="button" class="child__button child__button--main" on:click=move |_| on_next.run(())>{tr(next)}</button></p>
            </Show>
        </section>
    }
}
