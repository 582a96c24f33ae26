//! All problems of a form above it, each a link to its field, in the same words as at the field.

use leptos::prelude::*;
use rules::text::Text;

use crate::i18n::tr;
use crate::platform::page;
use crate::texts::general;

/// `problems` are ids of fields with the sentence. The heading gets the focus as soon as there is one.
#[component]
pub fn ErrorSummary(#[prop(into)] problems: Signal<Vec<(String, Text)>>) -> impl IntoView {
    let any = Memo::new(move |_| problems.with(|list| !list.is_empty()));
    Effect::new(move || {
        if any.get() {
            request_animation_frame(|| {
                let _ = page::focus("#fouten");
            });
        }
    });
    let items = move || {
        let list = problems.get().into_iter();
        list.map(|(id, text)| {
            let href = format!("#{id}");
            let target = href.clone();
            let jump = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                let _ = page::focus(&target);
            };
            view! { <li><a class="summary__link" href=href rel="external" on:click=jump>{tr(text)}</a></li> }
        })
        .collect_view()
    };
    view! {
        <Show when=move || any.get()>
            <section class="summary" aria-labelledby="fouten">
                <h2 id="fouten" class="summary__title" tabindex="-1">{tr(general::PROBLEMS)}</h2>
                <ul class="list">{items}</ul>
            </section>
        </Show>
    }
}
