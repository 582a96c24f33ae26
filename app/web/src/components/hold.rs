//! A button that does nothing by a tap: it must be held down for three seconds, by finger, mouse or key. Who works with a screen
//! reader or a switch, which can only press, does it at once.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use rules::text::Text;

use crate::i18n::tr;
use crate::platform::{Timer, after, spawn};

/// How long it is held down, in milliseconds.
const FOR: i32 = 3_000;

#[component]
pub fn Hold(name: Text, act: Callback<()>) -> impl IntoView {
    let timer = StoredValue::new_local(None::<Timer>);
    let held = RwSignal::new(false);
    // A click after this is the end of a press, and not a click of its own.
    let pressed = StoredValue::new(false);
    let done = move || {
        // Dropped later, because it is running now.
        let timer = timer.try_update_value(Option::take);
        spawn(async move { drop(timer) });
        let _ = held.try_set(false);
        act.run(());
    };
    let begin = move || {
        pressed.set_value(true);
        if timer.with_value(Option::is_none) {
            held.set(true);
            timer.set_value(Some(after(FOR, done)));
        }
    };
    let end = move || {
        timer.try_update_value(Option::take);
        let _ = held.try_set(false);
    };
    let is_key = |event: &KeyboardEvent| matches!(event.key().as_str(), "Enter" | " ");
    let click = move |_| {
        if !pressed.try_update_value(std::mem::take).unwrap_or_default() {
            act.run(());
        }
    };
    on_cleanup(end);
    view! {
        <button
            type="button"
            class="nl-button nl-button--secondary hold"
            data-held=move || held.get().to_string()
            on:pointerdown=move |_| begin()
            on:pointerup=move |_| end()
            on:pointerleave=move |_| end()
            on:pointercancel=move |_| end()
            on:keydown=move |event| {
                if is_key(&event) {
                    begin();
                }
            }
            on:keyup=move |_| end()
            on:blur=move |_| end()
            on:contextmenu=move |event| event.prevent_default()
            on:click=click
        >
            {tr(name)}
        </button>
    }
}
