//! Neem over: what this device has already, and then a package from a file or from a moving QR code.

use leptos::prelude::*;
use leptos_router::components::A;
use model::sharing::heard::Heard;
use model::spaces::CameIn;
use replica::carry::What;

use crate::components::alert::{Alert, Tone};
use crate::components::hear::Hear;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::message::{QrMessage, ROOM};
use crate::components::opening::WhenReady;
use crate::components::page::Page;
use crate::components::progress::Progress;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::{next_paint, page, spawn};
use crate::state::AppState;
use crate::state::sharing::HandError;
use crate::texts::sharing::{self, hand as words, overview};

/// Bytes around a summary in its picture.
const AROUND: usize = 8;

/// How the last package fared.
#[derive(Clone, PartialEq)]
enum Fared {
    Nothing,
    Busy,
    In(CameIn),
    Not(HandError),
    /// Another code of ours.
    Other,
}

#[component]
pub fn Take() -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(words::NOTE, words::NOTE_BODY));
        margin.put(Note::text(words::NOTE_RESUME, words::NOTE_RESUME_BODY));
    }
    view! {
        <Page title=tr_signal(overview::TAKE)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::TAKE_LEAD)}</p>
            <WhenReady>
                <Own app />
                <Package app />
            </WhenReady>
        </Page>
    }
    .into_any()
}

/// The own summary, for who gives.
#[component]
fn Own(app: AppState) -> impl IntoView {
    let lang = use_lang();
    let shown = RwSignal::new(None::<Vec<u8>>);
    let toggle = move |_| {
        let next = match shown.get_untracked() {
            Some(_) => None,
            None => app.summary(ROOM - AROUND).map(|summary| summary.encode()),
        };
        shown.set(next);
    };
    let word = move || {
        if shown.with(Option::is_some) { words::SHOW_STOP } else { words::SHOW_GO }.get(lang.get())
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::SHOW_FIRST)}</h2>
        <p class="nl-paragraph">{tr(words::SHOW_FIRST_WHY)}</p>
        <div class="actions">
            <button type="button" class="nl-button nl-button--secondary" on:click=toggle>{word}</button>
        </div>
        {move || shown.get().map(|message| view! {
            <QrMessage what=What::Summary message label=words::SUMMARY />
        })}
    }
}

#[component]
fn Package(app: AppState) -> impl IntoView {
    let lang = use_lang();
    let fared = RwSignal::new(Fared::Nothing);
    let heard = move |heard: Heard| {
        let Heard::Message(What::Package, bytes) = heard else { return fared.set(Fared::Other) };
        fared.set(Fared::Busy);
        spawn(async move {
            let outcome = app.take_package(&bytes, lang.get_untracked()).await;
            let _ = fared.try_set(outcome.map_or_else(Fared::Not, Fared::In));
            next_paint().await;
            let _ = page::focus(".came-in");
        });
    };
    let outcome = move || match fared.get() {
        Fared::Nothing => ().into_any(),
        Fared::Busy => view! { <Progress text=words::BUSY /> }.into_any(),
        Fared::Other => view! {
            <Alert tone=Tone::Waiting title=tr_signal(words::NOT_A_PACKAGE)>""</Alert>
        }
        .into_any(),
        Fared::Not(error) => {
            let says = Signal::derive(move || sharing::not_taken(&error, lang.get()));
            view! { <Alert tone=Tone::Problem title=says>""</Alert> }.into_any()
        }
        Fared::In(came_in) => view! { <In app came_in /> }.into_any(),
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::TAKE)}</h2>
        <p class="nl-paragraph">{tr(words::TAKE_WHY)}</p>
        <div class="came-in" tabindex="-1">{outcome}</div>
        <Hear on=heard />
    }
}

/// What came in, and where.
#[component]
fn In(app: AppState, came_in: CameIn) -> impl IntoView {
    let lang = use_lang();
    let links = came_in.spaces.into_iter().filter_map(|id| {
        let name = app.spaces.with_untracked(|all| {
            all.iter().find(|space| space.id == id).map(|space| space.name(lang.get_untracked()))
        })?;
        let href = format!("/delen/{id}");
        Some(view! { <li><A href=href attr:class="nl-link ways__link"><bdi>{name}</bdi></A></li> })
    });
    let links = links.collect::<Vec<_>>();
    view! {
        <Alert tone=Tone::Good title=Signal::stored(came_in.sentence)>
            {(!links.is_empty()).then(|| view! {
                <p class="nl-paragraph">{tr(words::CHANGED)}</p>
                <ul class="plain">{links}</ul>
            })}
        </Alert>
    }
}
