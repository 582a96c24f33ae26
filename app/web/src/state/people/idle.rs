//! Locks by itself when nobody touched the device for the chosen time, also after it slept.

use crate::platform::{clock, every, spawn, touch, visibility};
use crate::state::AppState;
use crate::state::status::Boot;
use leptos::prelude::*;
use model::people::idle::{Idle, LONGEST};

/// How often it is looked at, in milliseconds.
const LOOK_MS: i32 = 5_000;

impl AppState {
    /// Begins to watch, for as long as the page lives.
    pub(in crate::state) fn watch_idle(self) {
        let idle = StoredValue::new(Idle::touched(clock::now_ms()));
        // The first touch after a long sleep comes too late: look before it counts.
        let look = move |touched: bool| {
            let now = clock::now_ms();
            let is_in = self.boot.try_get_untracked() == Some(Boot::Ready);
            let minutes = self.who().map(|me| me.lock_after);
            // A talk has long silences.
            let minutes = minutes.map(|own| if self.waits_long() { LONGEST.max(own) } else { own });
            let due = match minutes {
                Ok(minutes) if is_in => {
                    idle.try_update_value(|idle| idle.is_due(now, minutes)) == Some(true)
                }
                _ => false,
            };
            if due {
                spawn(async move {
                    let held = self.holds_sheet();
                    self.hold_sheet(false);
                    // What could not be saved stays on the screen; the next look tries again.
                    if self.lock().await.is_err() {
                        self.hold_sheet(held);
                    }
                });
            } else if touched || !is_in {
                let _ = idle.try_set_value(Idle::touched(now));
            }
        };
        touch::watch(move || look(true));
        visibility::on_return(move || look(false));
        every(LOOK_MS, move || look(false)).keep();
    }
}
