//! Bringing an agenda in: a pasted list or a calendar file becomes a draft that a person looks at before it is added.

use leptos::prelude::*;
use model::into::ics::meetings;
use model::into::{add, list};
use model::meeting::NewItem;
use rules::text::Text;

use super::Sitting;
use crate::components::icon::{Drawn, Icon};
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::platform::files::{self, FileError};
use crate::platform::{random, spawn};
use crate::texts::werkgebied::bring as words;

/// A calendar file larger than this is no invitation.
const LIMIT: u32 = 1_000_000;

#[component]
pub fn Bring(sitting: Sitting) -> impl IntoView {
    let lang = use_lang();
    let text = RwSignal::new(String::new());
    let from_file = RwSignal::new(Vec::<NewItem>::new());
    let problem = RwSignal::new(None::<Text>);
    let draft = Memo::new(move |_| {
        let typed = text.with(|text| list(text));
        typed.into_iter().chain(from_file.get()).collect::<Vec<_>>()
    });
    let pick = move |_| {
        spawn(async move {
            match files::pick(".ics,text/calendar", LIMIT).await {
                Ok(picked) => {
                    let found = meetings(&String::from_utf8_lossy(&picked.bytes));
                    let items: Vec<NewItem> = found.into_iter().flat_map(|one| one.items).collect();
                    problem.set(items.is_empty().then_some(words::NOTHING));
                    from_file.set(items);
                }
                Err(FileError::Cancelled) => {}
                Err(_) => problem.set(Some(words::REFUSED)),
            }
        });
    };
    let take = move |_| {
        let items = draft.get_untracked();
        let base = random::id();
        if !items.is_empty() && sitting.done(&add(items, |nth| format!("{base}-{nth}"))) {
            text.set(String::new());
            from_file.set(Vec::new());
            sitting.room.said.set(Some(words::ADDED));
        }
    };
    let rows = move || {
        let lang = lang.get();
        let row = |item: NewItem| {
            view! { <li>{item.title}<span class="marks">{item.kind.label().get(lang)}", "{item.minutes}" min"</span></li> }
        };
        draft.get().into_iter().map(row).collect_view()
    };
    let id = unique("plak");
    view! {
        <details class="more">
            <summary class="more__open">{tr(words::BRING)}</summary>
            <div class="utrecht-form-field">
                <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{tr(words::PASTE)}</label>
                <p class="utrecht-form-field-description">{tr(words::PASTE_HINT)}</p>
                <textarea id=id class="utrecht-textbox shared-text__field" rows="5" autocomplete="off"
                    prop:value=text on:input=move |event| text.set(event_target_value(&event))></textarea>
            </div>
            <button type="button" class="nl-button nl-button--subtle" on:click=pick>
                <Drawn icon=Icon::Upload /> {tr(words::FILE)}
            </button>
            <p role="status">{move || problem.get().map(|text| text.get(lang.get()))}</p>
            <ul class="list">{rows}</ul>
            <Show when=move || draft.with(|all| !all.is_empty())>
                <button type="button" class="nl-button nl-button--secondary" on:click=take>{tr(words::ADD)}</button>
            </Show>
        </details>
    }
}
