//! Fields with two versions: the choice stands in the kantlijn for as long as there is one, with on which device each was
//! written. Choosing is one step that can be taken back. What a field is called and what its versions say, `model` knows.

use leptos::prelude::*;
use model::field::{Choice, Conflict, Contested};
use rules::text::Lang;

use crate::components::kantlijn::{Kantlijn, Note};
use crate::i18n::{tr, use_lang};
use crate::platform::page;
use crate::state::book::Book;
use crate::state::ledger::Ledger;
use crate::texts::begroting::versions as words;

/// One of the values: its words, where it was written, and what chooses it.
struct Version {
    says: String,
    written: String,
    choose: Box<dyn Fn() + Send + Sync>,
}

/// A field with its values; the first counts until somebody chooses.
struct Versions {
    name: String,
    all: Vec<Version>,
}

/// Every choice of a document that waits.
#[component]
pub fn Waiting<B, F>(
    ledger: Ledger<B>,
    conflicts: fn(&B::View) -> Vec<Conflict<F>>,
    act: impl Fn(&B::Command) + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    B: Book,
    F: Contested<View = B::View, Command = B::Command>,
{
    let lang = use_lang();
    let any = Memo::new(move |_| {
        ledger.view.with(|view| view.as_ref().is_some_and(|view| !conflicts(view).is_empty()))
    });
    let read = move || {
        let Some(view) = ledger.view.get() else { return Vec::new() };
        let one = |conflict| shown(ledger, conflict, &view, act, lang.get());
        conflicts(&view).into_iter().map(one).collect()
    };
    view! { <Show when=move || any.get()><InMargin read /></Show> }
}

fn shown<B, F>(
    ledger: Ledger<B>,
    conflict: Conflict<F>,
    view: &B::View,
    act: impl Fn(&B::Command) + Copy + Send + Sync + 'static,
    lang: Lang,
) -> Versions
where
    B: Book,
    F: Contested<View = B::View, Command = B::Command>,
{
    let field = conflict.field;
    let version = |choice: Choice| Version {
        says: field.value(&choice, view, lang),
        written: choice.written(ledger.device(), lang),
        choose: {
            let (field, write) = (field.clone(), choice.write);
            Box::new(move || act(&field.clone().choose(write.clone())))
        },
    };
    let all = conflict.choices.into_iter().map(version).collect();
    Versions { name: field.name(view, lang), all }
}

/// In the kantlijn, for as long as it is there.
#[component]
fn InMargin(read: impl Fn() -> Vec<Versions> + Copy + Send + Sync + 'static) -> impl IntoView {
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
