//! What the list is looking for, and the address that says the same, so that a search can be shared.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::params::ParamsMap;
use rules::rule::lookup::Wanted;
use rules::rule::{Layer, Rule, Topic};

use crate::platform::{Timer, after, page};

pub const PATH: &str = "/regels";
const WORDS: &str = "zoek";
const LAYER: &str = "laag";
const TOPIC: &str = "onderwerp";

/// How long the typing must rest before the address follows; browsers limit how often it may change.
const REST_MS: i32 = 400;

/// The search of the page that is open.
#[derive(Clone, Copy)]
pub struct Search {
    pub wanted: RwSignal<Wanted>,
    pub found: Memo<Vec<&'static str>>,
}

impl Search {
    /// Starts with what the address asks, and keeps the two alike.
    pub fn follow() -> Self {
        let query = use_query_map();
        let wanted = RwSignal::new(query.with_untracked(read));
        let found = Memo::new(move |_| wanted.with(|w| w.find().iter().map(|r| r.id).collect()));
        let written = StoredValue::new(wanted.get_untracked());
        let timer = StoredValue::new_local(None::<Timer>);
        let go = use_navigate();
        Effect::new(move || {
            let asked = query.with(read);
            if asked != written.get_value() {
                written.set_value(asked.clone());
                wanted.set(asked);
            }
        });
        Effect::new(move || {
            let now = wanted.get();
            if now == written.get_value() {
                timer.set_value(None);
                return;
            }
            let go = go.clone();
            timer.set_value(Some(after(REST_MS, move || {
                if page::path() == PATH {
                    written.set_value(now.clone());
                    go(&address(&now), quietly());
                }
            })));
        });
        Self { wanted, found }
    }

    /// The rules that fit, in the order of the registry.
    pub fn rules(self) -> Vec<&'static Rule> {
        self.wanted.with(Wanted::find)
    }

    pub fn clear(self) {
        self.wanted.set(Wanted::default());
    }
}

/// The address of a search: `/regels?zoek=reserve&laag=wet`.
pub fn address(wanted: &Wanted) -> String {
    let mut query = ParamsMap::new();
    let words = wanted.words.trim();
    if !words.is_empty() {
        query.insert(WORDS, words.to_owned());
    }
    if let Some(layer) = wanted.layer {
        query.insert(LAYER, layer.slug().to_owned());
    }
    if let Some(topic) = wanted.topic {
        query.insert(TOPIC, topic.slug().to_owned());
    }
    if wanted.is_open() { PATH.to_owned() } else { format!("{PATH}{}", query.to_query_string()) }
}

fn read(query: &ParamsMap) -> Wanted {
    Wanted {
        words: query.get(WORDS).unwrap_or_default(),
        layer: query.get(LAYER).and_then(|slug| Layer::from_slug(&slug)),
        topic: query.get(TOPIC).and_then(|slug| Topic::from_slug(&slug)),
    }
}

/// The address changes; the history and the place on the page do not.
fn quietly() -> NavigateOptions {
    NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() }
}
