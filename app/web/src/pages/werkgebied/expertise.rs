//! What a school or a person can be asked for: lines that one adds, changes and takes away.

use leptos::prelude::*;
use model::werkgebied::{Command, View, Who};

use super::room::Room;
use crate::components::add_line::AddLine;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::werkgebied::members as words;

/// The lines of one school or person. `name` is theirs, for who cannot see where it stands.
#[component]
pub fn Expertise(room: Room, who: Who, name: Signal<String>) -> impl IntoView {
    let lang = use_lang();
    let who = StoredValue::new(who);
    let lines = room.memo(move |view| who.with_value(|who| lines(view, who)));
    let set = move |id: String, what: String| {
        room.done(Command::SetExpertise { who: who.get_value(), id, what })
    };
    let add = move |text| set(random::id(), text);
    let remove = move |id: String| {
        set(id, String::new());
    };
    view! {
        <div class="expertise">
            <p class="expertise__head">{tr(words::ASK_FOR)}</p>
            <ul class="plain">
                <For each=move || lines.get() key=|line| line.clone() let:line>
                    <li class="expertise__line">
                        <span>{line.1.clone()}</span>
                        <button type="button" class="nl-button nl-button--subtle" on:click={
                            let id = line.0.clone();
                            move |_| remove(id.clone())
                        }>
                            <Drawn icon=Icon::Close />
                            <span class="visually-hidden">
                                {move || words::REMOVE.get(lang.get())}" "{line.1.clone()}" "{name}
                            </span>
                        </button>
                    </li>
                </For>
            </ul>
            <AddLine label=words::ADD_EXPERTISE about=name on_add=add />
        </div>
    }
}

fn lines(view: &View, who: &Who) -> Vec<(String, String)> {
    let found = match who {
        Who::School(id) => view.school(id).map(|one| &one.expertise),
        Who::Person(id) => view.person(id).map(|one| &one.expertise),
    };
    let all = found.into_iter().flatten();
    all.map(|(id, what)| (id.clone(), what.clone())).collect()
}
