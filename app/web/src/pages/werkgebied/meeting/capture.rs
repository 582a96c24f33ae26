//! The capture bar: Besluit, Actie, Notitie on the item that is on, by tap or by one key; the keys can be switched off (VERG-5).

use leptos::prelude::*;
use rules::text::Text;

use super::Sitting;
use super::act::NewActionForm;
use super::decide::DecisionForm;
use super::now::NOTES;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::tr;
use crate::platform::{keys, page};
use crate::preferences::Preferences;
use crate::texts::werkgebied::capture as words;

/// What is being written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writing {
    /// A decision: a new one, or one that is written anew, by id.
    Decision(Option<String>),
    Action,
}

/// The bar's state, for whoever opens a form from elsewhere on the page.
#[derive(Clone, Copy)]
pub struct Capture {
    pub writing: RwSignal<Option<Writing>>,
}

impl Capture {
    pub fn provide() -> Self {
        Self { writing: RwSignal::new(None) }
    }

    /// Opens a form and puts the focus in it.
    pub fn open(self, what: Writing) {
        self.writing.set(Some(what));
        request_animation_frame(|| {
            let _ = page::focus("#vastleggen :is(textarea, input, select)");
        });
    }

    /// Closes the form and gives the focus back to the bar.
    pub fn close(self) {
        self.writing.set(None);
        request_animation_frame(|| {
            let _ = page::focus("#vastleggen button");
        });
    }
}

#[component]
pub fn CaptureBar(sitting: Sitting, capture: Capture) -> impl IntoView {
    let preferences = Preferences::get();
    let keys_on = move || preferences.is_none_or(|one| !one.settings().no_single_keys);
    let on_note = || {
        // After whatever a form that closes does with the focus.
        request_animation_frame(|| {
            let _ = page::focus(&format!("#{NOTES}"));
        });
    };
    let pressed = move |key: &str| {
        if !untrack(keys_on) {
            return false;
        }
        match key {
            "b" | "B" => capture.open(Writing::Decision(None)),
            "a" | "A" => capture.open(Writing::Action),
            "n" | "N" => on_note(),
            _ => return false,
        }
        true
    };
    let listening = StoredValue::new_local(keys::on_key(pressed));
    on_cleanup(move || {
        listening.try_update_value(Option::take);
    });
    let form = move || match capture.writing.get() {
        Some(Writing::Decision(id)) => view! { <DecisionForm sitting capture id /> }.into_any(),
        Some(Writing::Action) => view! { <NewActionForm sitting capture /> }.into_any(),
        None => ().into_any(),
    };
    let open = move |what: Option<Writing>| {
        move |_| match what.clone() {
            Some(what) => capture.open(what),
            None => on_note(),
        }
    };
    let button = move |icon: Icon, word: Text, key: &'static str, what: Option<Writing>| {
        view! {
            <button type="button" class="nl-button nl-button--secondary capture__way" on:click=open(what)>
                <Drawn icon /> {tr(word)}
                <Show when=keys_on><kbd class="capture__key">{key}</kbd></Show>
            </button>
        }
    };
    let switch = move |off: bool| {
        if let Some(preferences) = preferences {
            preferences.change(|settings| settings.no_single_keys = off);
        }
    };
    let closes = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && capture.writing.with_untracked(Option::is_some) {
            capture.close();
        }
    };
    view! {
        <section id="vastleggen" class="capture" aria-label=tr(words::BAR) on:keydown=closes>
            {form}
            <div class="capture__ways">
                {button(Icon::Check, words::DECISION, "B", Some(Writing::Decision(None)))}
                {button(Icon::Person, words::ACTION, "A", Some(Writing::Action))}
                {button(Icon::Margin, words::NOTE, "N", None)}
                <label class="check capture__keys">
                    <input type="checkbox" prop:checked=keys_on on:change=move |event| switch(!event_target_checked(&event)) />
                    {tr(words::KEYS)}
                </label>
            </div>
        </section>
    }
}
