//! What is printed: one A4 for a whole kit or for each card, with what to do.

use leptos::prelude::*;
use rules::notation;

use crate::components::qr::QrCode;
use crate::i18n::{tr, use_lang};
use crate::platform::clock;
use crate::texts::{general, recovery as words};

/// `code` are groups with spaces between; `card` is its number when there are three; `elsewhere`: it serves on another device
/// too.
#[component]
pub fn Sheet(name: String, card: Option<usize>, code: String, elsewhere: bool) -> impl IntoView {
    let lang = use_lang();
    let groups = code.split(' ').map(|group| view! { <li>{group.to_owned()}</li> }).collect_view();
    let bare = code.replace(' ', "");
    let steps = words::STEP.map(|step| view! { <li>{tr(step)}</li> });
    let made = clock::today();
    let title = move || match card {
        Some(number) => words::card(number, lang.get()),
        None => words::TITLE.get(lang.get()).to_owned(),
    };
    view! {
        <section class="kit">
            <h2 class="nl-heading nl-heading--level-2 kit__title">{general::PRODUCT.nl} ": " {title}</h2>
            <dl class="facts">
                <dt>{tr(words::OF)}</dt>
                <dd>{name}</dd>
                <dt>{tr(words::MADE)}</dt>
                <dd>{move || notation::date(made, lang.get())}</dd>
            </dl>
            <div class="kit__code">
                <ol class="kit__groups">{groups}</ol>
                <div class="kit__qr"><QrCode text=Signal::stored(bare) label=words::QR /></div>
            </div>
            {card.map(|_| view! { <p class="nl-paragraph">{tr(words::TWO_CARDS)}</p> })}
            <h3 class="nl-heading nl-heading--level-3">{tr(words::STEPS)}</h3>
            <ol class="list">{steps}</ol>
            {elsewhere.then(|| {
                let steps = words::ELSEWHERE_STEP.map(|step| view! { <li>{tr(step)}</li> });
                view! {
                    <h3 class="nl-heading nl-heading--level-3">{tr(words::ELSEWHERE)}</h3>
                    <ol class="list">{steps}</ol>
                }
            })}
            <p class="nl-paragraph">{tr(words::KEEP_SAFE)}</p>
        </section>
    }
}
