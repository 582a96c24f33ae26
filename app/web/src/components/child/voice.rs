//! Whether texts are read aloud: only when the device has a Dutch voice of its own, and somebody heard it (VOORLEES-2).

use leptos::prelude::*;
use rules::text::Lang;

use crate::components::icon::{Drawn, Icon};
use crate::components::read_aloud::Aloud;
use crate::i18n::{tr, use_lang};
use crate::platform::speech;
use crate::texts::leerlingenraad::kring as words;

/// Reading aloud is switched on only by somebody who heard the voice.
#[component]
pub fn Voice() -> impl IntoView {
    let aloud = use_context::<Aloud>();
    let on = aloud.map(|aloud| aloud.on);
    let can = RwSignal::new(speech::can_read());
    let heard = RwSignal::new(false);
    let voices = StoredValue::new_local(speech::on_voices(move || {
        let _ = can.try_set(speech::can_read());
    }));
    on_cleanup(move || {
        voices.try_update_value(Option::take);
    });
    let lang = use_lang();
    let test = move |_| {
        speech::read(words::VOICE_SAYS.nl, 1.0, || {});
        heard.set(true);
    };
    let recorded = move || aloud.is_some_and(|aloud| aloud.recorded.with(|all| !all.is_empty()));
    let none = move || if recorded() { words::VOICE_RECORDED } else { words::VOICE_NONE };
    let is_on = move || on.is_some_and(|on| on.get());
    let switch = move |_| {
        if let Some(on) = on {
            on.update(|on| *on = !*on);
        }
    };
    view! {
        <section class="voice" aria-labelledby="voorlezen">
            <h2 id="voorlezen" class="nl-heading nl-heading--level-2">{tr(words::VOICE)}</h2>
            <Show when=move || can.get() && lang.get() == Lang::Nl fallback=move || view! { <p class="nl-paragraph">{move || none().get(lang.get())}</p> }>
                <p>
                    <button type="button" class="nl-button nl-button--secondary" on:click=test>
                        <Drawn icon=Icon::Hear /> {tr(words::VOICE_TEST)}
                    </button>
                </p>
                <Show when=move || heard.get()>
                    <label class="pick">
                        <input type="checkbox" class="pick__input" prop:checked=is_on on:change=switch />
                        <span class="pick__name">{tr(words::VOICE_GOOD)}" "{tr(words::VOICE_IS_GOOD)}</span>
                    </label>
                </Show>
            </Show>
        </section>
    }
}
