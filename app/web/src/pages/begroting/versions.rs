//! Fields with two versions: a mark where the field stands, and the choice in the kantlijn, with who wrote each as far as
//! anybody knows. Choosing is one step that can be taken back.

use leptos::prelude::*;
use model::budget::{Choice, Command, Conflict, Field};

use super::work::Work;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::platform::page;
use crate::texts::begroting::versions as words;

/// Every choice that waits, in the margin for as long as there is one.
#[component]
pub fn Waiting(work: Work) -> impl IntoView {
    let any = Memo::new(move |_| work.conflicts.with(|all| !all.is_empty()));
    view! { <Show when=move || any.get()><InMargin work /></Show> }
}

#[component]
fn InMargin(work: Work) -> impl IntoView {
    if let Some(margin) = Kantlijn::get() {
        let fields = Memo::new(move |_| {
            work.conflicts.with(|all| all.iter().map(|one| one.field.clone()).collect::<Vec<_>>())
        });
        let body = move || {
            view! {
                <p class="note__text">{tr(words::LEAD)}</p>
                <For each=move || fields.get() key=|field| field.clone() let:field>
                    <Versions work field is_named=true />
                </For>
            }
            .into_any()
        };
        margin.put(Note::view(words::TITLE, body));
    }
}

/// A mark at the field itself; the choice then opens in the margin. Nothing while there is one version.
#[component]
pub fn Mark(work: Work, #[prop(into)] field: Signal<Field>) -> impl IntoView {
    let lang = use_lang();
    let there = Memo::new(move |_| {
        field.with(|field| work.conflicts.with(|all| all.iter().any(|one| one.field == *field)))
    });
    let name = move || work.field_name(&field.get(), lang.get());
    let id = StoredValue::new(unique("versies"));
    let margin = Kantlijn::get();
    let ask = move |_| {
        let Some(margin) = margin else { return };
        let field = field.get_untracked();
        let title = work.field_name(&field, lang.get_untracked());
        let body =
            move || view! { <Versions work field=field.clone() is_named=false /> }.into_any();
        margin.answer(Note::view(words::TITLE, body).about(title), &id.get_value());
    };
    view! {
        <Show when=move || there.get()>
            <button type="button" class="why versions__mark" id=id.get_value() on:click=ask>
                {tr(words::MARK)}<span class="visually-hidden">": "{name}</span>
            </button>
        </Show>
    }
}

/// The versions of one field, the one that counts now first.
#[component]
fn Versions(work: Work, field: Field, is_named: bool) -> impl IntoView {
    let lang = use_lang();
    let field = StoredValue::new(field);
    let conflict = Memo::new(move |_| {
        let same = |one: &&Conflict| field.with_value(|field| one.field == *field);
        work.conflicts.with(|all| all.iter().find(same).cloned())
    });
    let name = move || field.with_value(|field| work.field_name(field, lang.get()));
    let choices = move || {
        let Some(conflict) = conflict.get() else {
            return view! { <li>{tr(words::NONE)}</li> }.into_any();
        };
        let one = |(at, choice): (usize, Choice)| view! { <Version work conflict=conflict.clone() choice counts=at == 0 /> };
        conflict.choices.clone().into_iter().enumerate().map(one).collect_view().into_any()
    };
    view! {
        {is_named.then(|| view! { <h4 class="versions__name">{name}</h4> })}
        <ul class="plain versions">{choices}</ul>
    }
}

#[component]
fn Version(work: Work, conflict: Conflict, choice: Choice, counts: bool) -> impl IntoView {
    let lang = use_lang();
    let (field, write) = (conflict.field.clone(), choice.write.clone());
    let choose = move |_| {
        work.act(Command::Choose { field: field.clone(), write: write.clone() });
        // The button is gone with the choice; the margin is where one was.
        request_animation_frame(|| {
            let _ = page::focus("#kantlijn-kop");
        });
    };
    let says = {
        let choice = choice.clone();
        Signal::derive(move || conflict.value(&choice, lang.get()))
    };
    let written = move || choice.written(work.device(), lang.get());
    view! {
        <li class="versions__one">
            <bdi class="versions__value">{says}</bdi>
            " "
            {counts.then(|| view! { <span class="nl-data-badge">{tr(words::COUNTS_NOW)}</span> })}
            <span class="marks">{written}</span>
            <button type="button" class="nl-button nl-button--secondary" on:click=choose>
                {tr(words::CHOOSE)}<span class="visually-hidden">": "{says}</span>
            </button>
        </li>
    }
}
