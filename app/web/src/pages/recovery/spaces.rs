//! Haal ruimtes terug: what stands on a recovery sheet comes back on this device. The code is in memory only.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::components::A;
use model::spaces::Restored;

use super::code::CodeField;
use crate::components::alert::{Alert, Tone};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::opening::WhenReady;
use crate::components::page::Page;
use crate::components::progress::Progress;
use crate::components::qr_scan::QrScanner;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::{next_paint, page, spawn};
use crate::state::AppState;
use crate::state::people::{RestoreError, read_paper};
use crate::texts::recovery as words;

#[component]
pub fn SpacesBack() -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(words::BACK_NOTE, words::BACK_NOTE_BODY));
    }
    view! {
        <Page title=tr_signal(words::BACK)>
            <WhenReady><Inside app /></WhenReady>
        </Page>
    }
    .into_any()
}

#[component]
fn Inside(app: AppState) -> impl IntoView {
    let found = RwSignal::new(None::<Restored>);
    move || match found.get() {
        None => view! { <Ask app found /> }.into_any(),
        Some(restored) => view! { <Back app restored /> }.into_any(),
    }
}

#[component]
fn Ask(app: AppState, found: RwSignal<Option<Restored>>) -> impl IntoView {
    let (first, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (error, problem) = (RwSignal::new(None::<String>), RwSignal::new(None::<RestoreError>));
    let (busy, scanned) = (RwSignal::new(false), RwSignal::new(false));
    let lang = use_lang();
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        problem.set(None);
        let kit = read_paper(&first.get_untracked(), &second.get_untracked());
        error.set(kit.as_ref().err().map(|why| words::unreadable(*why, lang.get_untracked())));
        let (Ok(kit), false) = (kit, busy.get_untracked()) else {
            spawn(async {
                next_paint().await;
                let _ = page::focus("main [aria-invalid=true]");
            });
            return;
        };
        busy.set(true);
        spawn(async move {
            let outcome = app.restore_spaces(&kit).await;
            let _ = busy.try_set(false);
            match outcome {
                Ok(restored) => {
                    let _ = found.try_set(Some(restored));
                    next_paint().await;
                    let _ = page::focus(".back");
                }
                Err(why) => drop(problem.try_set(Some(why))),
            }
        });
    };
    // The first paper that is scanned goes in the first field, another one in the second.
    let read = move |text: String| {
        let to = match first.with_untracked(|first| first.is_empty() || *first == text) {
            true => first,
            false => second,
        };
        to.set(text);
        scanned.set(true);
    };
    let failed = move || {
        problem.get().map(|why| {
            let sentence = Signal::derive(move || words::not_back(&why, lang.get()));
            view! { <Alert tone=Tone::Problem title=sentence>""</Alert> }
        })
    };
    view! {
        <p class="nl-paragraph nl-paragraph--lead">{tr(words::BACK_LEAD)}</p>
        <form class="door" on:submit=go novalidate>
            <CodeField label=words::CODE hint=words::CODE_HINT value=first error />
            <CodeField label=words::SECOND hint=words::SECOND_HINT value=second />
            {failed}
            <button type="submit" class="nl-button nl-button--primary">{tr(words::BACK_GO)}</button>
            <Show when=move || busy.get()><Progress text=words::BACK_BUSY /></Show>
        </form>
        <h2 class="nl-heading nl-heading--level-2">{tr(words::SCAN)}</h2>
        <p role="status"><Show when=move || scanned.get()>{tr(words::SCANNED)}</Show></p>
        <QrScanner on_text=read>""</QrScanner>
    }
}

/// What came back, each space by its name as soon as that is here.
#[component]
fn Back(app: AppState, restored: Restored) -> impl IntoView {
    let lang = use_lang();
    let Restored { spaces, here, missing } = restored;
    let count = spaces.len();
    let tone = if count > 0 { Tone::Good } else { Tone::Calm };
    let title = if count > 0 { words::BACK_DONE } else { words::BACK_NOTHING };
    let links = Memo::new(move |_| {
        let ours = app.spaces.get().into_iter().filter(|space| spaces.contains(&space.id));
        ours.map(|space| (space.id, space.name(lang.get()))).collect::<Vec<_>>()
    });
    let link = |(id, name): (replica::id::SpaceId, String)| {
        view! {
            <li class="ways__item">
                <A href=format!("/delen/{id}") attr:class="nl-link ways__link"><bdi>{name}</bdi></A>
            </li>
        }
    };
    view! {
        <div class="back" tabindex="-1">
            <Alert tone title=tr_signal(title)>
                <p class="nl-paragraph">{move || words::came_back(count, here, missing, lang.get())}</p>
                {(count > 0).then(|| view! { <p class="nl-paragraph">{tr(words::BACK_THEN)}</p> })}
            </Alert>
        </div>
        <ul class="ways">{move || links.get().into_iter().map(link).collect_view()}</ul>
    }
}
