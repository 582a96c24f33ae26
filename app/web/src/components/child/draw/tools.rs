//! With what is drawn: colours, the width of a line, and pictures to put down. One tray is open at a time, with at most five
//! things in it (KIND-11).

use leptos::prelude::*;
use model::tekening::drawing::{Brush, Crayon, Sticker, TRAY};
use rules::text::Text;

use super::Sheet;
use crate::components::picto::{self, Pictogram};
use crate::i18n::{tr, use_lang};
use crate::texts::leerlingenraad::kring as words;

/// What lies ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tray {
    Colours,
    Width,
    Pictures,
}

#[component]
pub(super) fn Tools(sheet: Sheet) -> impl IntoView {
    let tray = RwSignal::new(Tray::Colours);
    let open = move |own: Tray, name: Text| {
        view! {
            <button type="button" class="child__small" aria-pressed=move || (tray.get() == own).to_string() on:click=move |_| tray.set(own)>{tr(name)}</button>
        }
    };
    let crayons = Crayon::LAID.map(|crayon| view! { <One sheet crayon /> }.into_any());
    let stickers =
        Sticker::ALL.iter().map(|sticker| view! { <Put sheet sticker=*sticker /> }.into_any());
    let (crayons, stickers) = (Vec::from(crayons), stickers.collect());
    view! {
        <div class="draw__tools">
            <p class="draw__row">
                {open(Tray::Colours, words::CRAYONS)} {open(Tray::Width, words::BRUSHES)} {open(Tray::Pictures, words::STICKERS)}
            </p>
            <div class="draw__choice" hidden=move || tray.get() != Tray::Colours>
                <Fives all=crayons label=words::CRAYONS other=words::OTHER_CRAYONS />
            </div>
            <div class="draw__choice" hidden=move || tray.get() != Tray::Width><Brushes sheet /></div>
            <div class="draw__choice" hidden=move || tray.get() != Tray::Pictures>
                <p class="visually-hidden">{tr(words::STICKERS_HINT)}</p>
                <Fives all=stickers label=words::STICKERS other=words::OTHER_STICKERS />
            </div>
            <Show when=move || sheet.pen_only.get()>
                <p class="child__hint">{tr(words::PEN_ONLY)}</p>
                <button type="button" class="child__small" on:click=move |_| sheet.pen_only.set(false)>{tr(words::FINGER_TOO)}</button>
            </Show>
        </div>
    }
}

/// Five at a time, and a button for the next five.
#[component]
fn Fives(all: Vec<AnyView>, label: Text, other: Text) -> impl IntoView {
    let lang = use_lang();
    let trays = all.len().div_ceil(TRAY).max(1);
    let at = RwSignal::new(0_usize);
    let here = move |number: usize| at.get() == number / TRAY;
    let one = move |(number, one)| view! { <li hidden=move || !here(number)>{one}</li> };
    let all = all.into_iter().enumerate().map(one).collect_view();
    view! {
        <ul class="draw__row" class=("draw__row--pictures", label == words::STICKERS) aria-label=move || label.get(lang.get())>{all}</ul>
        <p class="draw__row">
            <button type="button" class="child__small" on:click=move |_| at.update(|at| *at = (*at + 1) % trays)>{tr(other)}</button>
        </p>
    }
}

#[component]
fn One(sheet: Sheet, crayon: Crayon) -> impl IntoView {
    let on = move || (sheet.crayon.get() == crayon).to_string();
    view! {
        <button type="button" class="crayon" aria-pressed=on on:click=move |_| sheet.crayon.set(crayon)>
            <svg viewBox="0 0 24 24" width="34" height="34" aria-hidden="true"><circle cx="12" cy="12" r="10" fill=crayon.colour() /></svg>
            <span class="visually-hidden">{tr(crayon.label())}</span>
        </button>
    }
}

#[component]
fn Brushes(sheet: Sheet) -> impl IntoView {
    let lang = use_lang();
    let brushes = Brush::ALL.iter().map(|brush| {
        let on = move || (sheet.brush.get() == *brush).to_string();
        view! {
            <li>
                <button type="button" class="crayon" aria-pressed=on on:click=move |_| sheet.brush.set(*brush)>
                    <svg viewBox="0 0 24 24" width="34" height="34" aria-hidden="true"><circle class="brush" cx="12" cy="12" r=(brush.width() / 5 + 1).to_string() /></svg>
                    <span class="visually-hidden">{tr(brush.label())}</span>
                </button>
            </li>
        }
    });
    view! { <ul class="draw__row" aria-label=move || words::BRUSHES.get(lang.get())>{brushes.collect_view()}</ul> }
}

#[component]
fn Put(sheet: Sheet, sticker: Sticker) -> impl IntoView {
    view! {
        <button type="button" class="sticker" on:click=move |_| sheet.stick(sticker) on:keydown=move |event| sheet.key(&event)>
            <Pictogram picto=picto::sticker(sticker) /> <span>{tr(sticker.label())}</span>
        </button>
    }
}
