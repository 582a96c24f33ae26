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
    // What was just done stays in sight, to take it back.
    let steps = Memo::new(move |before: Option<&Vec<Step>>| {
        let Some(view) = ledger.view.get() else { return Vec::new() };
        let me = app.me.with(|me| me.as_ref().map(|me| me.name.trim().to_lowercase()));
        let is_mine = |step: &Step| Some(step.who_name.trim().to_lowercase()) == me;
        let open = view.open_steps().into_iter().map(|(_, step)| step);
        let open = open.filter(|step| !mine.get() || is_mine(step));
        let mut all: Vec<Step> = open.filter(|step| wanted.run((*step).clone())).cloned().collect();
        let every = view.lines.iter().flat_map(|line| &line.steps);
        let done = every.filter(|step| step.done == Some(today));
        let seen = |id: &str| before.is_some_and(|all| all.iter().any(|one| one.id == id));
        all.extend(done.filter(|step| seen(&step.id)).cloned());
        all
    });
    let any = Memo::new(move |_| steps.with(|all| !all.is_empty()));
    let line = move |step: Step| {
        let id = step.id.clone();
        let tick = move |event| {
            let on = event_target_checked(&event).then_some(today);
            let change = StepChange::Done(on);
            let _ = ledger.dispatch(&Command::SetStep { id: id.clone(), change });
        };
        let (late, done) = (step.is_late(today), step.done.is_some());
        let says = about(&step, today, lang.get_untracked());
        view! {
            <li class="todo__one" class:todo__one--late=late class:todo__one--done=done>
                <label class="check todo__check">
                    <input type="checkbox" prop:checked=done on:change=tick />
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
