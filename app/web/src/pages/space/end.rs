//! Erasing a space for everybody: what it does, and the name once more.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::Here;
use crate::components::failed::Failed;
use crate::components::field::Problem;
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::platform::{next_paint, page, spawn};
use crate::texts::sharing::space as words;

#[component]
pub fn Erase(here: Here) -> impl IntoView {
    let (lang, asked) = (use_lang(), RwSignal::new(false));
    let (typed, other, error) =
        (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(None));
    let name = move || here.get().map(|space| space.name(lang.get())).unwrap_or_default();
    let id = StoredValue::new(unique("wissen"));
    let (hint, wrong) =
        (move || format!("{}-uitleg", id.get_value()), move || format!("{}-fout", id.get_value()));
    let ask = move |_| {
        asked.set(true);
        spawn(async {
            next_paint().await;
            let _ = page::focus(".erase input");
        });
    };
    let navigate = use_navigate();
    let erase = Callback::new(move |event: SubmitEvent| {
        event.prevent_default();
        let same = typed.get_untracked().trim() == untrack(name);
        other.set(!same);
        if !same {
            return;
        }
        let navigate = navigate.clone();
        spawn(async move {
            match here.app.erase_space(here.id).await {
                Ok(()) => navigate("/delen", <_>::default()),
                Err(reason) => drop(error.try_set(Some(reason))),
            }
        });
    });
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::ERASE)}</h2>
        <p class="nl-paragraph">{tr(words::ERASE_BODY)}</p>
        <Show
            when=move || asked.get()
            fallback=move || view! {
                <button type="button" class="nl-button nl-button--subtle" on:click=ask>{tr(words::ERASE_GO)}</button>
            }
        >
            <form class="door erase" on:submit=move |event| erase.run(event) novalidate>
                <div class="utrecht-form-field" class:utrecht-form-field--invalid=move || other.get()>
                    <label class="utrecht-form-label utrecht-form-field__label" for=id.get_value()>{tr(words::ERASE_TYPE)}</label>
                    <p class="utrecht-form-field-description" id=hint()>
                        {move || words::ERASE_HINT.get(lang.get()).replace("{}", &name())}
                    </p>
                    {move || other.get().then(|| view! { <Problem id=wrong() text=words::ERASE_OTHER.get(lang.get()) /> })}
                    <input
                        id=id.get_value()
                        class="utrecht-textbox"
                        class:utrecht-textbox--invalid=move || other.get()
                        type="text"
                        autocomplete="off"
                        prop:value=typed
                        aria-invalid=move || other.get().then_some("true")
                        aria-describedby=move || if other.get() { format!("{} {}", hint(), wrong()) } else { hint() }
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                </div>
                <Failed error />
                <div class="actions">
                    <button type="submit" class="nl-button nl-button--primary">{tr(words::ERASE_SURE)}</button>
                    <button type="button" class="nl-button nl-button--subtle" on:click=move |_| asked.set(false)>{tr(words::KEEP)}</button>
                </div>
            </form>
        </Show>
    }
}
