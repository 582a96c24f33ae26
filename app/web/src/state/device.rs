//! What the app knows about the device that it runs on: network, offline readiness, room, promise to keep the data,
//! installation. Signals only; the work is in `platform`.

use super::status::Keep;
use crate::platform::persist::{self, Space};
use crate::platform::worker::{self, Offline};
use crate::platform::{install, marker, network, spawn};
use leptos::prelude::*;

/// The device as the pages see it. `Copy`, like all of the state.
#[derive(Clone, Copy)]
pub struct Device {
    /// Whether there is a network, as far as the browser knows.
    pub online: ReadSignal<bool>,
    /// Whether the app opens without network, and whether a new version waits.
    pub offline: ReadSignal<Offline>,
    /// Room used and left, and the browser's promise.
    pub space: ReadSignal<Space>,
    /// Whether the explanation about keeping data must be shown, or how it ended.
    pub keep: ReadSignal<Keep>,
    /// Whether the browser's own question to install can be asked.
    pub can_install: ReadSignal<bool>,
    /// Whether the app runs from the home screen.
    pub is_installed: bool,
    set: Setters,
}

#[derive(Clone, Copy)]
struct Setters {
    space: WriteSignal<Space>,
    keep: WriteSignal<Keep>,
    offline: WriteSignal<Offline>,
}

impl Device {
    /// Reads the device and starts listening to it, for as long as the page lives.
    pub(super) fn watch() -> Self {
        let (online, set_online) = signal(network::is_online());
        network::watch(move |is| put(set_online, is));
        let (can_install, set_can_install) = signal(false);
        install::watch(move |can| put(set_can_install, can));
        let (offline, set_offline) = signal(Offline::Preparing);
        let (space, set_space) = signal(Space::default());
        let (keep, set_keep) = signal(Keep::NotAsked);
        let set = Setters { space: set_space, keep: set_keep, offline: set_offline };
        let is_installed = install::is_installed();
        let device = Self { online, offline, space, keep, can_install, is_installed, set };
        device.refresh_space();
        device
    }

    /// The answer of the person to the explanation: ask the browser to keep the data, or not now.
    pub fn answer_keep(&self, yes: bool) {
        marker::set_keep_answered();
        if !yes {
            return put(self.set.keep, Keep::NotKept);
        }
        let device = *self;
        spawn(async move {
            let promised = persist::ask().await == Some(true);
            put(device.set.keep, if promised { Keep::Kept } else { Keep::NotKept });
            put(device.set.space, persist::space().await);
        });
    }

    /// Asks the browser's own question to install.
    pub fn install(&self) {
        spawn(async {
            install::ask().await;
        });
    }

    /// Switches to the version that waits; the page loads anew once. Save first.
    pub fn activate_update(&self) {
        worker::activate_update();
    }

    /// Reads the room again, such as when the page about storage opens.
    pub fn refresh_space(&self) {
        let device = *self;
        spawn(async move {
            let space = persist::space().await;
            if space.persisted == Some(true) {
                put(device.set.keep, Keep::Kept);
            }
            put(device.set.space, space);
        });
    }

    /// Makes the app ready for use without network. Call after the first paint.
    pub(super) fn register_worker(&self) {
        let set = self.set.offline;
        worker::register(move |state| put(set, state));
    }

    /// After the first real save: explain, unless that was answered before or is not needed.
    pub(super) fn after_first_save(&self) {
        if self.keep.try_get_untracked() == Some(Keep::NotAsked) {
            let answered = marker::keep_was_answered();
            put(self.set.keep, if answered { Keep::NotKept } else { Keep::Explain });
        }
    }
}

/// Sets a signal that may be gone by now.
pub(super) fn put<T: Send + Sync + 'static>(signal: WriteSignal<T>, value: T) {
    let _ = signal.try_set(value);
}
