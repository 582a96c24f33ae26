//! A native dialog. The browser keeps the focus inside and closes it with Escape; never one on another.

use leptos::html::Dialog as DialogElement;
use leptos::prelude::*;

use crate::components::unique::unique;

/// Opens while `open` is true; `open` becomes false when the person closes it, by whatever way.
#[component]
pub fn Dialog(
    #[prop(into)] title: Signal<String>,
    open: RwSignal<bool>,
    children: Children,
) -> impl IntoView {
    let id = unique("venster");
    let named = id.clone();
    let node = NodeRef::<DialogElement>::new();
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    // The browser tells of it afterwards: it may be open once more by then.
    let closed = move |_| open.set(node.get_untracked().is_some_and(|dialog| dialog.open()));
    view! {
        <dialog node_ref=node class="dialog" aria-labelledby=named on:close=closed>
            <h2 id=id class="nl-heading nl-heading--level-2 dialog__title">{title}</h2>
            {children()}
        </dialog>
    }
}
