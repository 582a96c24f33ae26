//! The talking stick: whose turn it is, an equal turn for all, and passing is fine. Seats have a colour and a picture for as
//! long as the circle lasts; neither is kept.

use leptos::prelude::*;
use model::leerlingenraad::stick;

use super::Circle;
use crate::components::child::Token;
use crate::i18n::tr;
use crate::texts::leerlingenraad::kring as words;

#[component]
pub fn Stick(circle: Circle) -> impl IntoView {
    let seats = circle.seats.get_untracked();
    let stick = RwSignal::new(stick::Stick::new(seats));
    let at = Memo::new(move |_| stick.with(|stick| stick.at()));
    let first = move || stick.with(|stick| stick.at() == 0 && stick.round() == 1);
    // Whose turn it was in this round; the words above say whose it is.
    let around = move || {
        let one = |seat: u32| {
            let (crayon, _) = stick::token(seat);
            let had = move || stick.with(|stick| stick.had(seat)).to_string();
            let now = move || (at.get() == seat).to_string();
            view! {
                <li class="around__seat" data-had=had data-now=now>
                    <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true"><circle cx="12" cy="12" r="11" fill=crayon.colour() /></svg>
                </li>
            }
        };
        (0..seats).map(one).collect_view()
    };
    view! {
        <section class="child__screen child__screen--calm">
            <p class="child__number">{tr(words::TURNS)}": "{move || stick.with(|stick| stick.round())}</p>
            <h2 class="child__title" tabindex="-1">{tr(words::TURN)}</h2>
            <p class="stick" role="status"><Token seat=at /></p>
            <ol class="around" aria-hidden="true">{around}</ol>
            <p class="child__acts">
                <button type="button" class="child__button" disabled=first on:click=move |_| stick.update(stick::Stick::back)>{tr(words::TURN_BACK)}</button>
                <button type="button" class="child__button child__button--main" on:click=move |_| stick.update(stick::Stick::pass_on)>{tr(words::TURN_NEXT)}</button>
                <button type="button" class="child__button" on:click=move |_| stick.update(stick::Stick::pass_on)>{tr(words::TURN_PASS)}</button>
            </p>
        </section>
    }
}
