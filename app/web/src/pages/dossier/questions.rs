//! What is asked: from the set, or in the school's own words.

use leptos::prelude::*;
use model::dossier::{Command, QuestionChange};
use model::ouder;

use super::frame::DossierPage;
use super::room::Room;
use crate::components::add_line::AddLine;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::dossier as words;

pub fn page(room: Room) -> AnyView {
    let lang = use_lang();
    let chosen = room.memo(|view| {
        view.asked().map(|one| (one.id.clone(), one.question, one.own.clone())).collect::<Vec<_>>()
    });
    let left = Memo::new(move |_| {
        let all = ouder::Question::ALL.iter().copied();
        let free =
            |one: &ouder::Question| chosen.with(|all| all.iter().all(|(_, q, _)| *q != Some(*one)));
        all.filter(free).collect::<Vec<_>>()
    });
    let add = move |question| {
        room.done(&Command::Ask { id: random::id(), question: Some(question), own: String::new() });
    };
    let own = move |own| room.done(&Command::Ask { id: random::id(), question: None, own });
    let away = move |id: String| {
        room.done(&Command::SetQuestion { id, change: QuestionChange::Gone(true) });
    };
    view! {
        <DossierPage room title=words::QUESTIONS>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::SET_LEAD)}</p>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::CHOSEN)}</h2>
            <ul class="plain">
                <For each=move || chosen.get() key=|one| one.clone() let:one>
                    {
                        let (id, question, own) = one;
                        let own = StoredValue::new(own);
                        let text = move || question.map_or_else(|| own.get_value(), |one| one.label().get(lang.get()).to_owned());
                        view! {
                            <li class="add-line__row">
                                <span class="nl-paragraph">{text}</span>
                                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| away(id.clone())>
                                    {tr(words::AWAY)}<span class="visually-hidden">": "{text}</span>
                                </button>
                            </li>
                        }
                    }
                </For>
            </ul>
            <p class="quiet">{tr(words::SET_NOT_TRIED)}</p>
            <ul class="plain">
                <For each=move || left.get() key=|one| *one let:one>
                    <li>
                        <button type="button" class="nl-button nl-button--secondary" on:click=move |_| add(one)>
                            <Drawn icon=Icon::Plus /> {tr(one.label())}
                        </button>
                    </li>
                </For>
            </ul>
            <AddLine label=words::OWN hint=words::OWN_HINT on_add=own />
        </DossierPage>
    }
    .into_any()
}
