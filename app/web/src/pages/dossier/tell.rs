//! Writing down what the child or the school says to a question.

use leptos::prelude::*;
use model::dossier::{Command, NewTold, Side};
use model::ouder::{Language, Picture};
use rules::text::Text;

use super::draft::{Draft, Written};
use super::room::Room;
use crate::components::choose::Choose;
use crate::components::field::Field;
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::dossier as words;

#[component]
pub fn Tell(room: Room, side: Side, label: Text) -> impl IntoView {
    let lang = use_lang();
    let question = RwSignal::new(String::new());
    let text = Draft::new(room, side.slug());
    let pictures = RwSignal::new(Vec::<Picture>::new());
    let first = room.now(|view| match side {
        Side::Kind => view.name.clone(),
        _ => view.asker.clone(),
    });
    let author = RwSignal::new(first);
    let options = Signal::derive(move || {
        room.of(|view| {
            let name = |one: &model::dossier::Question| {
                let text = one.question.map(|one| one.label().get(lang.get()).to_owned());
                (one.id.clone(), text.unwrap_or_else(|| one.own.clone()))
            };
            view.asked().map(name).collect::<Vec<_>>()
        })
    });
    Effect::new(move || {
        let all = options.get();
        if all.iter().all(|one| one.0 != question.get_untracked()) {
            question.set(all.first().map(|one| one.0.clone()).unwrap_or_default());
        }
    });
    let put = move |_| {
        let told = NewTold {
            side,
            question: question.get_untracked(),
            author: author.get_untracked(),
            guardian: None,
            text: text.now(),
            language: Language::Nl,
            pictures: pictures.get_untracked(),
            on: room.today,
            interpreter: None,
        };
        if Draft::put(&[text], Command::Tell { id: random::id(), told: Box::new(told) }) {
            pictures.set(Vec::new());
        }
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::SAY)}</h2>
        <Choose label=words::QUESTION options chosen=question on_choose=move |id| question.set(id) />
        <Field label=words::WHO_SAYS value=author on_change=move |name| author.set(name) />
        <Written label draft=text rows="4" />
        {(side == Side::Kind).then(|| view! { <Pictures pictures /> })}
        <p><button type="button" class="nl-button nl-button--primary" on:click=put>{tr(words::PUT)}</button></p>
    }
}

#[component]
fn Pictures(pictures: RwSignal<Vec<Picture>>) -> impl IntoView {
    let each = Picture::ALL.iter().map(|picture| {
        let picture = *picture;
        let turn = move |_| {
            pictures.update(|all| match all.iter().position(|one| *one == picture) {
                Some(at) => drop(all.remove(at)),
                None => all.push(picture),
            });
        };
        view! {
            <label class="ouder__plaatje">
                <input type="checkbox" class="ouder__vink" prop:checked=move || pictures.with(|all| all.contains(&picture)) on:change=turn />
                <svg class="ouder__beeld" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false"><path d=picture.strokes() /></svg>
                <span>{tr(picture.label())}</span>
            </label>
        }
    });
    view! {
        <fieldset class="ouder__plaatjes">
            <legend class="nl-paragraph">{tr(words::PICTURES)}</legend>
            {each.collect_view()}
        </fieldset>
    }
}
