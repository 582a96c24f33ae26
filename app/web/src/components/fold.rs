//! Something that opens below its name. What is inside is drawn only while it is open, so that it costs nothing when it is not.

use leptos::children::ViewFn;
use leptos::html::Details;
use leptos::prelude::*;

/// `summary` is what is always in sight.
#[component]
pub fn Fold(
    #[prop(into)] summary: ViewFn,
    #[prop(optional)] large: bool,
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_| {
        if let Some(details) = node.get_untracked() {
            open.set(details.open());
        }
    };
    let class = if large { "more more--large" } else { "more" };
    let children = StoredValue::new(children);
    view! {
        <details class=class node_ref=node on:toggle=toggled>
            <summary class="more__open">{summary.run()}</summary>
            <Show when=move || open.get()>{children.with_value(|children| children())}</Show>
        </details>
    }
}
