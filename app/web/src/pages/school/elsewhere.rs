//! Next steps of schools in a list elsewhere: an action is read where it stands and never copied.

use leptos::prelude::*;
use model::about::Kind;
use model::school::{Command, School, Step, StepChange, part};
use replica::id::SpaceId;
use rules::calendar::SchoolYear;

use super::step::about;
use crate::i18n::use_lang;
use crate::platform::clock;
use crate::state::AppState;
use crate::state::ledger::{Ledger, Where};

/// What is open at the schools on this device: of everybody, or in the name of who is in; all of it, or what is `wanted`.
#[component]
pub fn SchoolSteps(
    app: AppState,
    #[prop(into)] mine: Signal<bool>,
    wanted: Callback<Step, bool>,
) -> impl IntoView {
    let schools = Memo::new(move |_| {
        let all = app.spaces.get().into_iter();
        let of_kind = all.filter(|one| one.kind == Kind::School && !one.draft);
        of_kind.map(|one| (one.id, one.title)).collect::<Vec<_>>()
    });
    view! {
        <For each=move || schools.get() key=|one| one.clone() let:one>
            <OfSchool app id=one.0 title=one.1.clone() mine wanted />
        </For>
    }
}

#[component]
fn OfSchool(
    app: AppState,
    id: SpaceId,
    title: String,
    mine: Signal<bool>,
    wanted: Callback<Step, bool>,
) -> impl IntoView {
    let lang = use_lang();
    let today = clock::today();
    let year = SchoolYear::of(today).0;
    let ledger = Ledger::<School>::follow(app, Where::In(id), part(year));
    let steps = Memo::new(move |_| {
        let Some(view) = ledger.view.get() else { return Vec::new() };
        let me = app.me.with(|me| me.as_ref().map(|me| me.name.trim().to_lowercase()));
        let is_mine = |step: &Step| Some(step.who_name.trim().to_lowercase()) == me;
        let open = view.open_steps().into_iter().map(|(_, step)| step);
        let open = open.filter(|step| !mine.get() || is_mine(step));
        open.filter(|step| wanted.run((*step).clone())).cloned().collect::<Vec<_>>()
    });
    let any = Memo::new(move |_| steps.with(|all| !all.is_empty()));
    let line = move |step: Step| {
        let id = step.id.clone();
        let tick = move |_| {
            let change = StepChange::Done(Some(today));
            let _ = ledger.dispatch(&Command::SetStep { id: id.clone(), change });
        };
        let late = step.is_late(today);
        let says = about(&step, today, lang.get_untracked());
        view! {
            <li class="todo__one" class:todo__one--late=late>
                <label class="check todo__check">
                    <input type="checkbox" on:change=tick />
                    <span class="todo__what">{step.what}</span>
                </label>
                <p class="todo__about">{says}</p>
            </li>
        }
    };
    view! {
        <Show when=move || any.get()>
            <h2 class="nl-heading nl-heading--level-2">{title.clone()}</h2>
            <ul class="todo">
                <For each=move || steps.get() key=|step| format!("{step:?}") children=line />
            </ul>
        </Show>
    }
}
