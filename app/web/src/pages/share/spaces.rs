//! The list of spaces: what each is, with whom, in which role, and whether something waits or asks for attention.

use leptos::prelude::*;
use leptos_router::components::A;
use model::sharing::status;

use crate::components::alert::{Alert, Tone};
use crate::components::empty::EmptyState;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, tr_signal, use_lang};
use crate::state::AppState;
use crate::state::sharing::SpaceShown;
use crate::texts::sharing::overview as words;
use rules::text::Lang;

/// One space with the names of who is in.
#[derive(Clone, PartialEq)]
struct Row {
    space: SpaceShown,
    with: Option<String>,
    /// Where its changes are, when it is shared.
    place: Option<String>,
}

#[component]
pub fn Spaces(app: AppState) -> impl IntoView {
    let lang = use_lang();
    let rows = Memo::new(move |_| {
        app.revision.track();
        app.reach.track();
        let written = app.spaces.get().into_iter().filter(|space| !space.draft);
        let row = |space: SpaceShown| {
            let with = app.company(space.id, lang.get());
            let place = app.whereabouts(space.id, lang.get());
            Row { space, with, place }
        };
        written.map(row).collect::<Vec<_>>()
    });
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    view! {
        <Show when=move || any.get() fallback=|| view! { <NoSpaces /> }>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::SPACES)}</h2>
            <p class="nl-paragraph">{tr(words::SPACES_WHY)}</p>
            <ul class="ways">
                {move || rows.get().into_iter().map(|row| view! { <One app row lang=lang.get() /> }).collect_view()}
            </ul>
        </Show>
    }
}

#[component]
fn NoSpaces() -> impl IntoView {
    view! {
        <EmptyState title=words::NO_SPACES text=words::NO_SPACES_WHY>
            <A href="/begroting" attr:class="nl-button nl-button--primary">{tr(words::BEGIN)}</A>
        </EmptyState>
    }
}

#[component]
fn One(app: AppState, row: Row, lang: Lang) -> impl IntoView {
    let Row { space, with, place } = row;
    let role = match space.called() {
        Some((name, _)) => words::ROLE.get(lang).replace("{}", name.get(lang)),
        None if space.arriving => words::ARRIVING.get(lang).to_owned(),
        None => words::LEFT.get(lang).to_owned(),
    };
    let with = match with {
        Some(names) => words::WITH.get(lang).replace("{}", &names),
        None => words::ONLY_YOU.get(lang).to_owned(),
    };
    let (kind, name) = (space.kind.name().get(lang), space.name(lang));
    let waits = app.tell(lang, |told| status::all_wait(space.waiting, space.files, told));
    view! {
        <li class="ways__item">
            <A href=format!("/delen/{}", space.id) attr:class="nl-link ways__link"><bdi>{name}</bdi></A>
            <p class="ways__why">{format!("{kind}, {with}, {role}.")}</p>
            <p class="ways__why">
                {waits} " "
                {place.map(|place| format!("{}.", place.trim_end_matches('.')))}
            </p>
            {(space.alarms > 0).then(|| view! {
                <p class="mark-look"><Drawn icon=Icon::Warning /> {tr(words::LOOK)}</p>
            })}
        </li>
    }
}

/// What an earlier version left and could not be taken over: it stays as it is, and is told with what to do.
#[component]
pub fn Unopened(app: AppState) -> impl IntoView {
    let why = move || {
        app.unopened
            .with(|all| all.iter().map(|(_, error)| words::unopened(error)).collect::<Vec<_>>())
    };
    view! {
        <Show when=move || app.unopened.with(|all| !all.is_empty())>
            <Alert tone=Tone::Problem title=tr_signal(words::UNOPENED)>
                <p class="nl-paragraph">{tr(words::UNOPENED_WHY)}</p>
                <ul class="list">
                    {move || why().into_iter().map(|why| view! { <li>{tr(why)}</li> }).collect_view()}
                </ul>
            </Alert>
        </Show>
    }
}
