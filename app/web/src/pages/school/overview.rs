//! The overview of a school: one next step, what is still to be done, and who takes part.

use leptos::prelude::*;
use leptos_router::components::A;
use model::school::View;

use super::frame::{Fields, SchoolPage, YearChoice};
use super::list::margin;
use super::people::JoinIn;
use super::room::Room;
use super::step;
use crate::components::icon::{Drawn, Icon};
use crate::components::together::Together;
use crate::i18n::{tr, use_lang};
use crate::texts::school::{self as words, overview as own};

/// How many of the open steps stand on the overview.
const FEW: usize = 5;

pub fn page(room: Room) -> AnyView {
    margin();
    view! {
        <SchoolPage room title=words::OVERVIEW>
            <YearChoice room />
            <JoinIn room />
            <Next room />
            <Open room />
            <Together
                space=Signal::derive(move || room.space())
                invite=own::INVITE
                invite_why=own::INVITE_WHY
                other=own::OTHER
                choose="/school/kies"
            />
        </SchoolPage>
    }
    .into_any()
}

/// The row that asks for something first.
#[component]
fn Next(room: Room) -> impl IntoView {
    let lang = use_lang();
    let row = room.memo(|view| view.next_row());
    let count = room.memo(|view| view.talked());
    let differ = room.memo(|view| view.to_discuss().count());
    let title = move || match row.get() {
        Some(row) => row.label().get(lang.get()),
        None => own::ALL_SAID.get(lang.get()),
    };
    let why = move || {
        let (said, all) = count.get();
        let lang = lang.get();
        let differ = match differ.get() {
            0 => String::new(),
            n => format!(" {}", own::DIFFER.get(lang).replace("{}", &n.to_string())),
        };
        let said =
            own::SAID.get(lang).replace("{}", &said.to_string()).replace("{n}", &all.to_string());
        format!("{said}{differ}")
    };
    let href = move || match row.get() {
        Some(row) => format!("/school/lijst/{}", row.slug()),
        None => "/school/lijst".to_owned(),
    };
    view! {
        <section class="next" aria-labelledby="volgende-stap">
            <p class="next__eyebrow">{tr(own::NEXT)}</p>
            <h2 id="volgende-stap" class="nl-heading nl-heading--level-2 next__title">{title}</h2>
            <p class="nl-paragraph">{why}</p>
            <div class="actions">
                <A href=href attr:class="nl-button nl-button--primary">
                    <span class="nl-button__label">{tr(own::GO)}</span> <Drawn icon=Icon::Forward />
                </A>
                <A href="/school/lijst" attr:class="nl-button nl-button--secondary">{tr(own::WHOLE)}</A>
            </div>
        </section>
    }
}

/// What somebody still has to do.
#[component]
fn Open(room: Room) -> impl IntoView {
    // What was just done stays in sight, to take it back.
    let ids = Memo::new(move |before: Option<&Vec<String>>| {
        let open = |view: &View| {
            view.open_steps().into_iter().map(|(_, step)| step.id.clone()).collect::<Vec<_>>()
        };
        let mut ids = room.of(open);
        let done = before.into_iter().flatten().filter(|id| !ids.contains(id));
        let done: Vec<String> = done.cloned().collect();
        ids.extend(done);
        ids
    });
    let none = room.memo(|view| view.open_steps().is_empty());
    let few = move || ids.get().into_iter().take(FEW).collect::<Vec<_>>();
    let more = move || ids.with(Vec::len).saturating_sub(FEW);
    view! {
        <section class="part" aria-labelledby="open-stappen">
            <h2 id="open-stappen" class="nl-heading nl-heading--level-2">{tr(own::STEPS)}</h2>
            <Fields room>
                <ul class="todo">
                    <For each=few key=|id| id.clone() let:id><step::One room id with_row=true /></For>
                </ul>
            </Fields>
            <Show when=move || none.get()><p class="quiet">{tr(own::NO_STEPS)}</p></Show>
            <Show when=move || { more() > 0 }><p class="quiet">{more}" "{tr(own::MORE_STEPS)}</p></Show>
        </section>
    }
}
