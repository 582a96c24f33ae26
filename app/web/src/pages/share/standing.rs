//! How it stands with the server: one sentence, what waits by its title, and "Nu verzenden".

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::platform::{sleep, spawn};
use crate::state::AppState;
use crate::state::sharing::{Standing, Waits};
use crate::texts::sharing::overview as words;
use rules::text::{Lang, Text};

/// How long it is said that the server was asked again, in milliseconds.
const ASKED: i32 = 2_000;

#[component]
pub fn HowItStands(app: AppState) -> impl IntoView {
    let lang = use_lang();
    let standing = Memo::new(move |_| {
        app.revision.track();
        app.reach.track();
        app.standing(lang.get())
    });
    let shares = Memo::new(move |_| standing.with(Option::is_some));
    view! {
        <Show
            when=move || shares.get()
            fallback=|| view! { <p class="nl-paragraph nl-paragraph--lead">{tr(words::ALONE)}</p> }
        >
            <h2 class="nl-heading nl-heading--level-2">{tr(words::STANDING)}</h2>
            {move || standing.get().map(|standing| said(&standing, lang.get()))}
            <SendNow app />
            {move || standing.get().map(|standing| view! { <Waiting waits=standing.waits /> })}
        </Show>
    }
}

fn said(standing: &Standing, lang: Lang) -> impl IntoView + use<> {
    let nothing = || words::ALL_SENT.get(lang).to_owned();
    let lead = format!(
        "{}. {}",
        standing.server.trim_end_matches('.'),
        standing.waiting.clone().unwrap_or_else(nothing)
    );
    let known = [(words::SENT_AT, &standing.sent_at), (words::ANSWERED_AT, &standing.answered_at)];
    let when: Vec<_> =
        known.into_iter().filter_map(|(text, at)| Some(fill(text, at.as_ref()?, lang))).collect();
    view! {
        <p class="nl-paragraph nl-paragraph--lead">{lead}</p>
        {(!when.is_empty()).then(|| view! { <p class="quiet">{when.join(" ")}</p> })}
    }
}

fn fill(text: Text, gap: &str, lang: Lang) -> String {
    text.get(lang).replace("{}", gap)
}

#[component]
fn SendNow(app: AppState) -> impl IntoView {
    let asked = RwSignal::new(false);
    let send = move |_| {
        app.send_now();
        asked.set(true);
        spawn(async move {
            sleep(ASKED).await;
            let _ = asked.try_set(false);
        });
    };
    view! {
        <div class="actions">
            <button type="button" class="nl-button nl-button--primary" on:click=send>{tr(words::SEND_NOW)}</button>
        </div>
        <p class="quiet" role="status">
            <Show when=move || asked.get()><Drawn icon=Icon::Saving /> " " {tr(words::LOOKING)}</Show>
        </p>
    }
}

#[component]
fn Waiting(waits: Vec<Waits>) -> impl IntoView {
    let none = waits.is_empty();
    let one = |waits: Waits| {
        let parts = waits.parts.into_iter().map(|(title, sentence)| {
            view! { <li><b>{title}</b>": "{sentence}</li> }
        });
        view! {
            <li class="ways__item">
                <A href=format!("/delen/{}", waits.space) attr:class="nl-link ways__link"><bdi>{waits.title}</bdi></A>
                <ul class="plain">{parts.collect_view()}</ul>
            </li>
        }
    };
    (!none).then(|| {
        view! {
            <h3 class="nl-heading nl-heading--level-3">{tr(words::WAITS)}</h3>
            <ul class="ways">{waits.into_iter().map(one).collect_view()}</ul>
        }
    })
}
