//! The dots that wait, and the dots of a council: their sum, with what they are about. Whose they were is known nowhere.

use std::collections::BTreeMap;

use leptos::prelude::*;
use model::inbreng::pool;

use super::super::room::Council;
use super::{Desk, Gone, card_name};
use crate::i18n::{tr, use_lang};
use crate::texts::leerlingenraad::look as words;

/// What children put dots at, as a sum; of a wrong round an adult may take them away.
#[component]
pub fn Dots(desk: Desk) -> impl IntoView {
    let any = Memo::new(move |_| desk.of(|pool| !pool.dots.is_empty()));
    let dots = Signal::derive(move || desk.of(|pool| pool.dots.clone()));
    let leave_out = move |_| {
        let gone = untrack(|| desk.of(|pool| Some(pool.of_dots())));
        desk.left_out.set(gone.map(Gone::Dots));
        desk.change(|pool| pool.put_dots(pool::Dots::default()));
    };
    view! {
        <Show when=move || any.get()>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::DOTS)}</h2>
            <DotRows council=desk.council dots />
            <p><button type="button" class="nl-button nl-button--subtle" on:click=leave_out>{tr(words::DOTS_OUT)}</button></p>
        </Show>
    }
}

/// What they are about, and the dots at each card with their number.
#[component]
pub fn DotRows(council: Council, dots: Signal<BTreeMap<String, u32>>) -> impl IntoView {
    let lang = use_lang();
    let rows = move || {
        let row = |(at, count): (String, u32)| {
            view! { <li class="dots__row"><span class="dots__name">{card_name(&at, lang.get())}</span><span class="dots__own" aria-hidden="true">{"●".repeat(count as usize)}</span><span>{count}</span></li> }
        };
        dots.get().into_iter().map(row).collect_view()
    };
    view! {
        <p class="card__about">{move || council.of(|one| one.at_dots(lang.get()))}</p>
        <ul class="dots">{rows}</ul>
    }
}
