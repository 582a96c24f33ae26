//! The clock of the item that is on, from moments: a locked screen or a reload loses nothing.

use leptos::prelude::*;
use model::meeting::timer::clock;

use super::Sitting;
use crate::i18n::tr;
use crate::platform::{clock as wall, every};
use crate::texts::werkgebied::meeting as words;

const SECOND_MS: i32 = 1_000;

/// Now, in milliseconds since 1970, as long as the component that asks is on the screen.
pub fn ticking() -> ReadSignal<i64> {
    let (now, set_now) = signal(wall::now_ms());
    let beat = every(SECOND_MS, move || {
        let _ = set_now.try_set(wall::now_ms());
    });
    let held = StoredValue::new_local(Some(beat));
    on_cleanup(move || {
        held.try_update_value(Option::take);
    });
    now
}

/// How much is left of the time of the item that is on, or by how much it runs over. Read out only when somebody goes there.
#[component]
pub fn Clock(sitting: Sitting) -> impl IntoView {
    let now = ticking();
    let left = Memo::new(move |_| {
        let now = now.get();
        sitting.of(|view| {
            let id = view.now.as_deref()?;
            view.item(id).map(|item| item.left(now) / 1_000 * 1_000)
        })
    });
    let over = move || left.get().is_some_and(|left| left < 0);
    let shown = move || left.get().map(clock);
    let says = move || if over() { words::OVER } else { words::LEFT };
    view! {
        <p class="clock" class:clock--over=over role="timer" aria-live="off">
            <span class="clock__time">{shown}</span>
            <span class="clock__word">{move || left.get().map(|_| tr(says()))}</span>
        </p>
    }
}
