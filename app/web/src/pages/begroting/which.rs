//! Which budget lies open, where there are more, and what one may do in it.

use leptos::prelude::*;
use model::about::Kind;
use replica::role::Role;

use super::work::Work;
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::platform::spawn;
use crate::state::AppState;
use crate::state::sharing::SpaceShown;
use crate::texts::begroting::{self, which as words};
use crate::texts::sharing::overview;

/// A quiet choice; nothing while there is one budget.
#[component]
pub fn WhichBudget(work: Work) -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    let lang = use_lang();
    let open = Memo::new(move |_| {
        app.spaces.track();
        work.space()
    });
    let all = Memo::new(move |_| {
        app.revision.track();
        let budgets = app.spaces.get().into_iter().filter(|space| space.kind == Kind::Begroting);
        let shown = |space: &SpaceShown| !space.draft || Some(space.id) == open.get();
        let named = |space: SpaceShown| {
            let with = app.company(space.id, lang.get());
            let with = with.map(|names| overview::WITH.get(lang.get()).replace("{}", &names));
            let name = match (space.draft, with) {
                (true, _) => words::NEW.get(lang.get()).to_owned(),
                (false, Some(with)) => format!("{}, {with}", space.name(lang.get())),
                (false, None) => space.name(lang.get()),
            };
            (space.id, name)
        };
        budgets.filter(shown).map(named).collect::<Vec<_>>()
    });
    let several = Memo::new(move |_| all.with(|all| all.len() > 1));
    let id = StoredValue::new(unique("begroting"));
    let choose = move |event| {
        let Ok(id) = event_target_value(&event).parse() else { return };
        work.take_up(0);
        spawn(async move {
            let _ = app.lay_open_space(id).await;
        });
    };
    let options = move || {
        let one = |(id, name)| {
            view! { <option value=format!("{id}") selected=move || open.get() == Some(id)>{name}</option> }
        };
        all.get().into_iter().map(one).collect_view()
    };
    view! {
        <Show when=move || several.get()>
            <div class="utrecht-form-field which-budget">
                <label class="utrecht-form-label utrecht-form-field__label" for=id.get_value()>{tr(words::WHICH)}</label>
                <select id=id.get_value() class="utrecht-select" on:change=choose>{options}</select>
            </div>
        </Show>
    }
    .into_any()
}

/// Said before somebody tries in vain.
#[component]
pub fn MayOnlyRead(work: Work) -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    let lang = use_lang();
    let role = Memo::new(move |_| {
        let open = work.space()?;
        let here = |space: &&SpaceShown| space.id == open && !space.arriving;
        app.spaces.with(|all| all.iter().find(here).map(|space| space.role))
    });
    let says = Memo::new(move |_| match role.get()? {
        Some(Role::Lezen | Role::Inbrengen) => Some(begroting::MAY_NOT),
        None => Some(words::LEFT),
        Some(Role::Bewerken | Role::Beheer) => None,
    });
    let line = move || says.get().map(|text| view! { <p class="quiet">{text.get(lang.get())}</p> });
    view! { {line} }.into_any()
}

/// A budget that was only looked at gives way to one that somebody wrote in.
pub fn prefer_written(app: AppState, work: Work) {
    Effect::new(move |_| {
        let open = work.space();
        let instead = app.spaces.with(|all| {
            let is_draft = all.iter().any(|space| Some(space.id) == open && space.draft);
            let written = |space: &&SpaceShown| space.kind == Kind::Begroting && !space.draft;
            all.iter().find(written).filter(|_| is_draft).map(|space| space.id)
        });
        if let Some(id) = instead {
            spawn(async move {
                let _ = app.lay_open_space(id).await;
            });
        }
    });
}
