//! The list: search, filters, and the rules under their topics.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
use leptos_router::components::A;
use rules::rule::lookup::{by_topic, line};
use rules::rule::{Layer, Rule, Topic, registry};

use super::search::Search;
use crate::components::empty::EmptyState;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::page::Page;
use crate::components::segmented::Segmented;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::page;
use crate::texts::{regels as words, shell};

/// Whether the `/` key goes to the search field; one key without Ctrl must be possible to switch off.
static SHORTCUT: AtomicBool = AtomicBool::new(true);

#[component]
pub fn Regels() -> impl IntoView {
    let search = Search::follow();
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::NOTE, words::NOTE_BODY));
    }
    listen();
    view! {
        <Page title=tr_signal(shell::REGELS)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <Filters search />
            <Count search />
            <Found search />
            <Shortcut />
        </Page>
    }
}

#[component]
fn Filters(search: Search) -> impl IntoView {
    let layers = std::iter::once((None, words::ALL))
        .chain(Layer::ALL.map(|layer| (Some(layer), layer.label())))
        .collect::<Vec<_>>();
    let wanted = search.wanted;
    view! {
        <form class="regels__filters" role="search" novalidate on:submit=|event| event.prevent_default()>
            <div class="utrecht-form-field">
                <label class="utrecht-form-label utrecht-form-field__label" for="zoek">{tr(words::SEARCH)}</label>
                <p class="utrecht-form-field-description" id="zoek-uitleg">{tr(words::SEARCH_HINT)}</p>
                <input
                    id="zoek"
                    class="utrecht-textbox"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="zoek-uitleg"
                    prop:value=move || wanted.with(|w| w.words.clone())
                    on:input=move |event| wanted.update(|w| w.words = event_target_value(&event))
                />
            </div>
            <Segmented
                legend=words::LAYER
                choices=layers
                chosen=Signal::derive(move || wanted.with(|w| w.layer))
                on_choose=move |layer| wanted.update(|w| w.layer = layer)
            />
            <Topics search />
        </form>
    }
}

#[component]
fn Topics(search: Search) -> impl IntoView {
    let wanted = search.wanted;
    let chosen = move |topic| wanted.with(|w| w.topic == topic);
    let options = Topic::ALL.map(|topic| {
        view! {
            <option value=topic.slug() selected=move || chosen(Some(topic))>{tr(topic.label())}</option>
        }
    });
    view! {
        <div class="utrecht-form-field">
            <label class="utrecht-form-label utrecht-form-field__label" for="onderwerp">{tr(words::TOPIC)}</label>
            <select
                id="onderwerp"
                class="utrecht-select"
                on:change=move |event| {
                    let topic = Topic::from_slug(&event_target_value(&event));
                    wanted.update(|w| w.topic = topic);
                }
            >
                <option value="" selected=move || chosen(None)>{tr(words::ALL_TOPICS)}</option>
                {options}
            </select>
        </div>
    }
}

/// "12 van 42 regels", said politely.
#[component]
fn Count(search: Search) -> impl IntoView {
    let lang = use_lang();
    let said = move || {
        let (lang, all) = (lang.get(), registry().len());
        let found = search.found.with(Vec::len);
        format!("{found} {} {all} {}", words::OF.get(lang), words::RULES.get(lang))
    };
    view! { <p class="regels__count" role="status">{said}</p> }
}

#[component]
fn Found(search: Search) -> impl IntoView {
    move || {
        if search.found.with(Vec::is_empty) {
            return view! {
                <EmptyState title=words::NOTHING text=words::NOTHING_WHY>
                    <button type="button" class="nl-button nl-button--primary" on:click=move |_| show_all(search)>
                        {tr(words::SHOW_ALL)}
                    </button>
                </EmptyState>
            }
            .into_any();
        }
        let groups = by_topic(&untrack(move || search.rules()));
        let groups = groups.into_iter().map(|(topic, rules)| view! { <Group topic rules /> });
        groups.collect_view().into_any()
    }
}

fn show_all(search: Search) {
    search.clear();
    let _ = page::focus("#zoek");
}

#[component]
fn Group(topic: Topic, rules: Vec<&'static Rule>) -> impl IntoView {
    let id = format!("onderwerp-{}", topic.slug());
    let named = id.clone();
    let rows = rules.into_iter().map(|rule| view! { <Row rule /> }).collect_view();
    view! {
        <section class="regels__topic" aria-labelledby=named>
            <h2 class="nl-heading nl-heading--level-2" id=id>{tr(topic.label())}</h2>
            <ul class="regels__list">{rows}</ul>
        </section>
    }
}

#[component]
fn Row(rule: &'static Rule) -> impl IntoView {
    let lang = use_lang();
    let href = format!("/regels/{}", rule.id);
    view! {
        <li class="regels__row">
            <A href=href attr:class="nl-link regels__link">{tr(rule.title)}</A>
            <p class="regels__kind">
                <span>{rule.id}</span>
                <span class=format!("layer layer--{}", rule.layer.slug())>{tr(rule.layer.label())}</span>
            </p>
            <p class="regels__line">{move || line(rule, lang.get())}</p>
        </li>
    }
}

#[component]
fn Shortcut() -> impl IntoView {
    let on = RwSignal::new(SHORTCUT.load(Ordering::Relaxed));
    view! {
        <label class="regels__shortcut">
            <input
                type="checkbox"
                class="regels__tick"
                prop:checked=on
                on:change=move |event| {
                    on.set(event_target_checked(&event));
                    SHORTCUT.store(on.get_untracked(), Ordering::Relaxed);
                }
            />
            {tr(words::SHORTCUT)}
        </label>
    }
}

/// The `/` key, unless somebody is typing or has switched it off.
fn listen() {
    let heard = window_event_listener(leptos::ev::keydown, |event| {
        let bare = event.key() == "/" && !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if bare && SHORTCUT.load(Ordering::Relaxed) && !page::is_typing() {
            event.prevent_default();
            let _ = page::focus("#zoek");
        }
    });
    on_cleanup(move || heard.remove());
}
