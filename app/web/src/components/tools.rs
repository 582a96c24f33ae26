//! Undo, redo and print below a page.

use leptos::prelude::*;

use crate::components::icon::Icon;
use crate::components::tool::Tool;
use crate::platform::page;
use crate::state::book::Book;
use crate::state::ledger::{Ledger, Refusal};
use crate::texts::general;

/// Undo and redo of the document that `ledger` gives now; `tell` hears how it went. Print too, unless `no_print`.
#[component]
pub fn LedgerTools<B: Book>(
    ledger: impl Fn() -> Ledger<B> + Copy + Send + Sync + 'static,
    tell: impl Fn(Result<(), Refusal<B::Problem>>) -> bool + Copy + Send + Sync + 'static,
    #[prop(optional)] no_print: bool,
) -> impl IntoView {
    let can_undo = Signal::derive(move || ledger().can_undo.get());
    let can_redo = Signal::derive(move || ledger().can_redo.get());
    let back = Callback::new(move |undo: bool| {
        let ledger = untrack(ledger);
        let _ = tell(if undo { ledger.undo() } else { ledger.redo() });
    });
    view! { <Tools can_undo can_redo back no_print /> }
}

/// The same for what is undone in its own way: `back` undoes, or does again.
#[component]
pub fn Tools(
    can_undo: Signal<bool>,
    can_redo: Signal<bool>,
    back: Callback<bool>,
    #[prop(optional)] no_print: bool,
) -> impl IntoView {
    let no = move |can: Signal<bool>| Signal::derive(move || !can.get());
    let print = (!no_print).then(|| {
        view! { <Tool icon=Icon::Print name=general::PRINT off=Signal::stored(false) act=page::print /> }
    });
    view! {
        <div class="tools">
            <Tool icon=Icon::Undo name=general::UNDO off=no(can_undo) act=move || back.run(true) />
            <Tool icon=Icon::Redo name=general::REDO off=no(can_redo) act=move || back.run(false) />
            {print}
        </div>
    }
}
