//! The one line that says what is saved and whether there is internet. Grey when all is well, never modal.

use leptos::prelude::*;

use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::platform::worker::Offline;
use crate::state::status::SaveStatus;
use crate::texts::{opening, status as words};
use model::sharing::status::Line;
use rules::text::Text;

#[component]
pub fn StatusLine(
    #[prop(into)] save: Signal<SaveStatus>,
    #[prop(into)] online: Signal<bool>,
    #[prop(into)] offline: Signal<Offline>,
    #[prop(into)] sending: Signal<Option<Line>>,
) -> impl IntoView {
    let lang = use_lang();
    let sentence = move || match save.get() {
        SaveStatus::Nothing => ready(offline.get()).get(lang.get()).to_owned(),
        SaveStatus::Saving => words::SAVING.get(lang.get()).to_owned(),
        SaveStatus::SavedHere { at_ms } => words::saved_at(at_ms, lang.get()),
        SaveStatus::NotSaved { reason } => {
            let (what, why) =
                (words::NOT_SAVED.get(lang.get()), opening::reason(reason).get(lang.get()));
            format!("{what}. {why}")
        }
    };
    let icon = move || match save.get() {
        SaveStatus::Saving => Icon::Saving,
        SaveStatus::NotSaved { .. } => Icon::Warning,
        SaveStatus::Nothing | SaveStatus::SavedHere { .. } => Icon::Check,
    };
    let problem = move || matches!(save.get(), SaveStatus::NotSaved { .. });
    view! {
        <div class="status" class:status--problem=problem role="status">
            <p class="status__line">{move || view! { <Drawn icon=icon() /> }} <span>{sentence}</span></p>
            {move || match (sending.get(), online.get()) {
                (Some(line), _) => Some(view! { <Sending line /> }.into_any()),
                (None, false) => Some(view! { <NoInternet /> }.into_any()),
                (None, true) => None,
            }}
        </div>
    }
}

/// How it stands with sending what is shared. Red only when somebody must do something.
#[component]
fn Sending(line: Line) -> impl IntoView {
    let problem = line.needs_somebody;
    let icon = if problem { Icon::Warning } else { Icon::Share };
    view! {
        <p class="status__line" class:status__line--problem=problem><Drawn icon /> <span>{line.text}</span></p>
    }
}

#[component]
fn NoInternet() -> impl IntoView {
    view! { <p class="status__line"><Drawn icon=Icon::Offline /> <span>{tr(words::OFFLINE)}</span></p> }
}

/// What may be said before anything was changed: "without internet" only when that is true.
const fn ready(offline: Offline) -> Text {
    match offline {
        Offline::Ready | Offline::UpdateWaiting => words::NOTHING,
        Offline::Preparing => words::PREPARING,
        Offline::Impossible | Offline::Failed => words::READY,
    }
}
