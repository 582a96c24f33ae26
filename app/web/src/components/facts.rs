//! What the device says about itself: saved or not, internet, room, whether the browser promised to keep it, version.

use leptos::prelude::*;
use rules::text::Text;

use crate::i18n::{tr, use_lang};
use crate::platform::worker::{self, Offline};
use crate::state::AppState;
use crate::state::status::SaveStatus;
use crate::texts::{general, share as words, status};

#[component]
pub fn DeviceFacts(app: AppState) -> impl IntoView {
    app.device.refresh_space();
    let lang = use_lang();
    let space = app.device.space;
    let size = move |bytes: Option<u64>| match bytes {
        Some(bytes) => words::size(bytes, lang.get()),
        None => general::UNKNOWN.get(lang.get()).to_owned(),
    };
    let used = move || size(space.get().used);
    let free = move || {
        size(space.get().quota.zip(space.get().used).map(|(all, used)| all.saturating_sub(used)))
    };
    let version = worker::version().unwrap_or_else(|| env!("CARGO_PKG_VERSION").to_owned());
    let promised = move || space.get().persisted;
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::ON_DEVICE)}</h2>
        <dl class="facts">
            <Fact name=words::SAVED>{move || saved(app.save.get(), app.waiting.get()).get(lang.get())}</Fact>
            <Fact name=words::INTERNET>
                {move || if app.device.online.get() { words::ONLINE } else { status::OFFLINE }.get(lang.get())}
            </Fact>
            <Fact name=words::OFFLINE_READY>{move || offline(app.device.offline.get()).get(lang.get())}</Fact>
            <Fact name=words::SPACE_USED>{used}</Fact>
            <Fact name=words::SPACE_FREE>{free}</Fact>
            <Fact name=words::PERSISTENT>{move || clearing(promised()).get(lang.get())}</Fact>
            <Fact name=words::VERSION>{version}</Fact>
        </dl>
        <Show when=move || promised() == Some(false)>
            <div class="actions">
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| app.device.answer_keep(true)>
                    {tr(words::KEEP)}
                </button>
            </div>
        </Show>
    }
}

#[component]
fn Fact(name: Text, children: Children) -> impl IntoView {
    view! { <dt>{tr(name)}</dt><dd>{children()}</dd> }
}

const fn saved(save: SaveStatus, waiting: u64) -> Text {
    match (save, waiting) {
        (SaveStatus::NotSaved { .. }, _) => status::NOT_SAVED,
        (SaveStatus::Saving, _) => status::SAVING,
        (SaveStatus::Nothing, 0) => words::NOTHING_YET,
        _ => status::SAVED_HERE,
    }
}

const fn clearing(promised: Option<bool>) -> Text {
    match promised {
        Some(true) => words::PERSISTENT_NO,
        Some(false) => words::PERSISTENT_YES,
        None => general::UNKNOWN,
    }
}

const fn offline(state: Offline) -> Text {
    match state {
        Offline::Ready | Offline::UpdateWaiting => general::YES,
        Offline::Preparing | Offline::Failed => words::OFFLINE_NOT_YET,
        Offline::Impossible => words::OFFLINE_IMPOSSIBLE,
    }
}
