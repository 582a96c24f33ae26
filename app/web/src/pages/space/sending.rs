//! What a person must know of a space, what of it waits, and what happened in it.

use leptos::prelude::*;
use leptos_router::components::A;

use super::{Here, notice};
use crate::components::alert::Tone;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::texts::sharing::space as words;

#[component]
pub fn Alarms(here: Here) -> impl IntoView {
    let lang = use_lang();
    let alarms = Memo::new(move |_| {
        here.app.revision.track();
        here.app.alarms(here.id, lang.get())
    });
    move || {
        let one = |said: model::sharing::alarms::Said| {
            let tone = if said.needs_somebody { Tone::Problem } else { Tone::Calm };
            notice(tone, said.what, said.to_do)
        };
        alarms.get().into_iter().map(one).collect_view()
    }
}

#[component]
pub fn Sending(here: Here) -> impl IntoView {
    let lang = use_lang();
    let place = Memo::new(move |_| {
        here.app.revision.track();
        here.app.reach.track();
        here.app.whereabouts(here.id, lang.get())
    });
    let waits = Memo::new(move |_| {
        here.app.revision.track();
        here.app.reach.track();
        here.app.waits(here.id, lang.get())
    });
    let list = move || {
        let parts = waits.get();
        let one = |(title, sentence)| view! { <li><b>{title}</b>": "{sentence}</li> };
        (!parts.is_empty())
            .then(|| view! { <ul class="plain">{parts.into_iter().map(one).collect_view()}</ul> })
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::WAITS)}</h2>
        <p class="nl-paragraph">
            {move || place.get().map_or_else(|| words::ALONE.get(lang.get()).to_owned(), |place| format!("{}.", place.trim_end_matches('.')))}
        </p>
        {list}
        <div class="actions">
            <A href=format!("/doorgeven?ruimte={}", here.id) attr:class="nl-button nl-button--secondary">
                <Drawn icon=Icon::Upload /> <span>{tr(words::GIVE)}</span>
            </A>
        </div>
    }
}

#[component]
pub fn Story(here: Here) -> impl IntoView {
    let lang = use_lang();
    let story = Memo::new(move |_| {
        here.app.revision.track();
        here.app.story(here.id, lang.get())
    });
    let lines = move || {
        let one = |line: model::sharing::log::Sentence| {
            view! {
                <li>
                    {line.text}
                    " "
                    <span class="quiet">{line.when}"."</span>
                    {line.remark.map(|remark| view! { " " <span class="marks">{remark}</span> })}
                </li>
            }
        };
        story.get().into_iter().map(one).collect_view()
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::STORY)}</h2>
        <details class="more">
            <summary>{tr(words::STORY_SHOW)}</summary>
            <ul class="list">{lines}</ul>
        </details>
    }
}
