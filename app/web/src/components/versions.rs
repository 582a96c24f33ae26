//! A field with two versions, as it stands in the kantlijn: what each says, where it was written, and the button that
//! chooses it. What may be chosen, and what choosing does, the rooms say.

use std::sync::Arc;

use leptos::prelude::*;
use model::field::Choice;

use crate::components::kantlijn::{Kantlijn, Note};
use crate::i18n::tr;
use crate::platform::page;
use crate::texts::begroting::versions as words;

/// One of the values: its words, where it was written, and what chooses it.
pub struct Version {
    pub says: String,
    pub written: String,
    pub choose: Arc<dyn Fn() + Send + Sync>,
}

/// A field with its values; the first counts until somebody chooses.
pub struct Versions {
    pub name: String,
    pub all: Vec<Version>,
}

/// The values of a field.
pub fn versions(choices: &[Choice], one: impl Fn(&Choice) -> Version) -> Vec<Version> {
    choices.iter().map(one).collect()
}

/// In the kantlijn, for as long as it is there.
#[component]
pub fn InMargin(read: impl Fn() -> Vec<Versions> + Copy + Send + Sync + 'static) -> impl IntoView {
    if let Some(margin) = Kantlijn::get() {
        let body = move || {
            let all = move || read().into_iter().map(|one| view! { <One one /> }).collect_view();
            view! { <p class="note__text">{tr(words::LEAD)}</p> {all} }.into_any()
        };
        margin.put(Note::view(words::TITLE, body));
    }
}

#[component]
fn One(one: Versions) -> impl IntoView {
    let version = |(at, version): (usize, Version)| {
        let Version { says, written, choose } = version;
        let tap = move |_| {
            choose();
            // The button is gone with the choice; the margin is where one was.
            request_animation_frame(|| {
                let _ = page::focus("#kantlijn-kop");
            });
        };
        view! {
            <li class="versions__one">
                <bdi class="versions__value">{says.clone()}</bdi>
                " "
                {(at == 0).then(|| view! { <span class="nl-data-badge">{tr(words::COUNTS_NOW)}</span> })}
                <span class="marks">{written}</span>
                <button type="button" class="nl-button nl-button--secondary" on:click=tap>
                    {tr(words::CHOOSE)}<span class="visually-hidden">": "{says}</span>
                </button>
            </li>
        }
    };
    view! {
        <h4 class="versions__name">{one.name}</h4>
        <ul class="plain versions">{one.all.into_iter().enumerate().map(version).collect_view()}</ul>
    }
}
