//! The talking stick: whose turn it is, an equal turn for all, and passing is fine. Seats have a colour and a picture for as
//! long as the circle lasts; neither is kept.

use leptos::prelude::*;
use model::tekening::drawing::{Crayon, Sticker};

use super::Circle;
use crate::components::picto::{self, Pictogram};
use crate::i18n::{tr, use_lang};
use crate::texts::leerlingenraad::kring as words;

#[component]
pub fn Stick(circle: Circle) -> impl IntoView {
    let lang = use_lang();
    let turn = RwSignal::new(0_u32);
    let seat = move || turn.get() % circle.seats.get().max(1);
    let round = move || turn.get() / circle.seats.get().max(1) + 1;
    let colour = move || Crayon::ALL.get(seat() as usize % Crayon::ALL.len()).copied();
    let picture = move || Sticker::ALL.get(seat() as usize % Sticker::ALL.len()).copied();
    let name = move || {
        let (colour, picture) = (colour()?, picture()?);
        let lang = lang.get();
        Some(format!("{}, {}", picture.label().get(lang), colour.label().get(lang).to_lowercase()))
    };
    let shown = move || picture().map(|one| view! { <Pictogram picto=picto::sticker(one) /> });
    let fill = move || colour().map(Crayon::colour);
    view! {
        <section class="child__screen child__screen--calm">
            <p class="child__number">{tr(words::TURNS)}": "{round}</p>
            <h2 class="child__title" tabindex="-1">{tr(words::TURN)}</h2>
            <p class="stick" role="status">
                <svg viewBox="0 0 24 24" width="48" height="48" aria-hidden="true"><circle cx="12" cy="12" r="11" fill=fill /></svg>
                {shown} <span>{name}</span>
            </p>
            <p class="child__acts">
                <button type="button" class="child__button child__button--main" on:click=move |_| turn.update(|turn| *turn += 1)>{tr(words::TURN_NEXT)}</button>
                <button type="button" class="child__button" on:click=move |_| turn.update(|turn| *turn += 1)>{tr(words::TURN_PASS)}</button>
            </p>
        </section>
    }
}
