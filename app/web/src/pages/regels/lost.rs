//! A rule that is not here, with a way to look for it.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;
use rules::rule::lookup::Wanted;

use super::search::{PATH, address};
use crate::components::icon::{Drawn, Icon};
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::texts::regels as words;

/// `asked` is the number in the address.
#[component]
pub fn Lost(asked: String) -> impl IntoView {
    let typed = RwSignal::new(asked);
    let go = use_navigate();
    let search = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let wanted = Wanted { words: typed.get_untracked(), ..Wanted::default() };
        go(&address(&wanted), leptos_router::NavigateOptions::default());
    };
    view! {
        <Page title=tr_signal(words::NOT_FOUND)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::NOT_FOUND_WHY)}</p>
            <form role="search" novalidate on:submit=search>
                <div class="utrecht-form-field">
                    <label class="utrecht-form-label utrecht-form-field__label" for="zoek">{tr(words::SEARCH)}</label>
                    <input
                        id="zoek"
                        class="utrecht-textbox"
                        type="search"
                        autocomplete="off"
                        prop:value=typed
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                </div>
                <div class="actions">
                    <button type="submit" class="nl-button nl-button--primary">
                        <Drawn icon=Icon::Search />
                        {tr(words::GO)}
                    </button>
                    <A href=PATH attr:class="nl-button nl-button--subtle">{tr(words::BACK_TO_ALL)}</A>
                </div>
            </form>
        </Page>
    }
}
