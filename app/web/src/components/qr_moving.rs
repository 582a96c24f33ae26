//! A message as a QR code that moves: one frame after the other, for as long as it is shown. Stands still for who
//! asked for less motion; then a button shows the next one.

use leptos::prelude::*;
use replica::carry::{Code, Fountain, Strength, to_text};
use rules::text::Text;

use crate::components::icon::{Drawn, Icon};
use crate::components::qr::Drawing;
use crate::i18n::{tr, use_lang};
use crate::platform;
use crate::texts::qr;

/// Frames a second: the slowest and the quickest that cameras keep up with, and where it begins.
const SLOWEST: u32 = 2;
const QUICKEST: u32 = 12;
const USUAL: u32 = 8;

/// Shows the frames of `fountain`; a message of one frame stands still and has no buttons.
#[component]
pub fn MovingQr(fountain: Fountain, label: Text) -> impl IntoView {
    let pieces = fountain.pieces();
    let moves = pieces > 1;
    let number = RwSignal::new(0u32);
    let per_second = RwSignal::new(USUAL);
    let playing =
        RwSignal::new(moves && !platform::page::matches("(prefers-reduced-motion: reduce)"));
    let strength = if moves { Strength::Light } else { Strength::Firm };
    let code =
        Memo::new(move |_| Code::new(&to_text(&fountain.frame(number.get())), strength).ok());
    let clock = StoredValue::new_local(None);
    Effect::new(move |_| {
        let period = 1000 / per_second.get().max(1);
        let step = move || number.update(|number| *number = number.wrapping_add(1));
        clock.set_value(playing.get().then(|| platform::every(period as i32, step)));
    });
    on_cleanup(move || clock.set_value(None));
    view! {
        <div class="qr-moving">
            <Drawing code label />
            {moves.then(|| view! { <Controls number per_second playing pieces /> })}
        </div>
    }
}

#[component]
fn Controls(
    number: RwSignal<u32>,
    per_second: RwSignal<u32>,
    playing: RwSignal<bool>,
    pieces: usize,
) -> impl IntoView {
    let lang = use_lang();
    let still = move || !playing.get();
    let word = move || if playing.get() { qr::PAUSE } else { qr::PLAY }.get(lang.get());
    let step = move |by: i32| number.update(|number| *number = number.saturating_add_signed(by));
    let pace = move |by: i32| {
        per_second.update(|pace| *pace = pace.saturating_add_signed(by).clamp(SLOWEST, QUICKEST));
    };
    view! {
        <p class="qr-moving__number">{move || qr::picture(number.get(), pieces, lang.get())}</p>
        <div class="qr-moving__buttons">
            <button type="button" class="nl-button nl-button--primary" on:click=move |_| playing.update(|on| *on = !*on)>
                {word}
            </button>
            <Show when=still>
                <Tap icon=Icon::Back word=qr::BACK on_tap=move || step(-1) />
                <Tap icon=Icon::Forward word=qr::NEXT on_tap=move || step(1) />
            </Show>
            <Show when=move || playing.get()>
                <Tap icon=Icon::Minus word=qr::SLOWER on_tap=move || pace(-2) />
                <Tap icon=Icon::Plus word=qr::FASTER on_tap=move || pace(2) />
                <span role="status">{move || qr::speed(per_second.get(), lang.get())}</span>
            </Show>
        </div>
    }
}

#[component]
fn Tap(icon: Icon, word: Text, on_tap: impl Fn() + Send + Sync + 'static) -> impl IntoView {
    view! {
        <button type="button" class="nl-button nl-button--secondary" on:click=move |_| on_tap()>
            <Drawn icon />
            {tr(word)}
        </button>
    }
}
