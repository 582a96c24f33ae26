//! A tool beside a page: undo, print and the like. Never the one next step of a screen.

use leptos::prelude::*;
use rules::text::Text;

use crate::components::icon::{Drawn, Icon};
use crate::i18n::tr_signal;

/// A quiet button with a drawing and a word. `off` keeps it in its place and reachable, and says that it does nothing.
#[component]
pub fn Tool(
    icon: Icon,
    name: Text,
    off: Signal<bool>,
    act: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    let tap = move |_| {
        if !off.get_untracked() {
            act();
        }
    };
    view! {
        <button
            type="button"
            class="nl-button nl-button--subtle tool"
            aria-disabled=move || off.get().then_some("true")
            class:tool--off=off
            on:click=tap
        >
            <Drawn icon />
            <span class="tool__name">{tr_signal(name)}</span>
        </button>
    }
}
