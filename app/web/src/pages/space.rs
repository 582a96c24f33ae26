//! One space: what it is, who is in, inviting, what waits, what happened, and the end of it.

use std::str::FromStr;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_params_map};
use model::about::Kind;
use replica::id::SpaceId;
use replica::role::Role;

use crate::components::alert::{Alert, Tone};
use crate::components::failed::Failed;
use crate::components::field::Field;
use crate::components::icon::Drawn;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::opening::WhenReady;
use crate::components::page::Page;
use crate::i18n::{tr, use_lang};
use crate::platform::spawn;
use crate::routes::room_of;
use crate::state::AppState;
use crate::state::sharing::SpaceShown;
use crate::texts::sharing::space as words;

pub mod end;
pub mod invite;
pub mod letting_in;
pub mod people;
pub mod same;
pub mod sending;
pub mod without_network;

pub use letting_in::Code;

/// The space that a page is about.
#[derive(Clone, Copy)]
pub struct Here {
    pub app: AppState,
    pub id: SpaceId,
    shown: Memo<Option<SpaceShown>>,
}

impl Here {
    /// A space, for a page that shows something of it.
    pub fn of(app: AppState, id: SpaceId) -> Self {
        let shown = Memo::new(move |_| {
            app.spaces.with(|all| all.iter().find(|space| space.id == id && !space.draft).cloned())
        });
        Self { app, id, shown }
    }

    /// The space as lists show it; nothing when it is not here (any more).
    pub fn get(self) -> Option<SpaceShown> {
        self.shown.get()
    }

    /// What this device may do.
    pub fn role(self) -> Option<Role> {
        self.shown.with(|shown| shown.as_ref()?.role)
    }

    /// Whether this device decides who is in.
    pub fn manages(self) -> bool {
        self.role() == Some(Role::Beheer)
    }
}

#[component]
pub fn SpacePage() -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| SpaceId::from_str(&params.get("space").unwrap_or_default()).ok())
    });
    view! { {move || view! { <At app id=id.get() /> }} }.into_any()
}

#[component]
fn At(app: AppState, id: Option<SpaceId>) -> impl IntoView {
    let lang = use_lang();
    let id = id.unwrap_or(SpaceId::from_bytes([0; 16]));
    let here = Here::of(app, id);
    let title = Signal::derive(move || {
        let name = |space: &SpaceShown| space.name(lang.get());
        here.shown
            .with(|shown| shown.as_ref().map(name))
            .unwrap_or_else(|| words::GONE.get(lang.get()).to_owned())
    });
    let there = Memo::new(move |_| here.shown.with(Option::is_some));
    view! {
        <Page title>
            <WhenReady>
                <Show when=move || there.get() fallback=|| view! { <Gone /> }>
                    <Space here />
                </Show>
            </WhenReady>
        </Page>
    }
}

#[component]
fn Gone() -> impl IntoView {
    view! {
        <p class="nl-paragraph nl-paragraph--lead">{tr(words::GONE_WHY)}</p>
        <A href="/delen" attr:class="nl-button nl-button--primary">{tr(words::BACK)}</A>
    }
}

#[component]
fn Space(here: Here) -> impl IntoView {
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(words::NOTE_CODE, words::NOTE_CODE_BODY));
        margin.put(Note::text(words::NOTE_REMOVE, words::NOTE_REMOVE_BODY));
    }
    let manages = Memo::new(move |_| here.manages());
    // Into a dossier nobody is invited before the parents said yes; that is asked in the room itself.
    let asks_parents = Memo::new(move |_| {
        here.shown.with(|shown| shown.as_ref().is_some_and(|space| space.kind == Kind::Dossier))
    });
    view! {
        <Lead here />
        <sending::Alarms here />
        <sending::Sending here />
        <people::People here />
        <same::Same here />
        <Show
            when=move || manages.get()
            fallback=move || view! { <OnlyManagers here /> }
        >
            <Show when=move || !asks_parents.get() fallback=|| view! { <p class="nl-paragraph">{tr(words::PARENTS_FIRST)}</p> }>
                <invite::Invite here />
            </Show>
        </Show>
        <Show when=move || !here.get().is_some_and(|space| space.advises)><Rename here /></Show>
        <sending::Story here />
        <Show when=move || manages.get()><end::Erase here /></Show>
    }
}

#[component]
fn OnlyManagers(here: Here) -> impl IntoView {
    let is_in = Memo::new(move |_| here.role().is_some());
    view! { <Show when=move || is_in.get()><p class="quiet">{tr(words::ONLY_MANAGERS)}</p></Show> }
}

/// What it is and what one may do, and the way to what is in it.
#[component]
fn Lead(here: Here) -> impl IntoView {
    let lang = use_lang();
    let sentence = move || {
        let (space, lang) = (here.get()?, lang.get());
        let kind = space.kind.name().get(lang);
        Some(here.app.tell(lang, |telling| match space.called() {
            Some((name, about)) => {
                telling.fill(words::YOUR_ROLE, &[kind, name.get(lang), about.get(lang)])
            }
            None if space.arriving => telling.fill(words::ARRIVING, &[kind]),
            None => telling.fill(words::LEFT, &[kind]),
        }))
    };
    let room = Memo::new(move |_| here.get().and_then(|space| room_of(&space.kind)));
    let navigate = use_navigate();
    let open = Callback::new(move |path: &'static str| {
        let navigate = navigate.clone();
        spawn(async move {
            let _ = here.app.lay_open_space(here.id).await;
            navigate(path, <_>::default());
        });
    });
    let way = move || {
        room.get().map(|(path, icon, name)| {
            view! {
                <div class="actions">
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| open.run(path)>
                        <Drawn icon /> {tr(name)}
                    </button>
                </div>
            }
        })
    };
    view! {
        <p class="nl-paragraph nl-paragraph--lead">{sentence}</p>
        {way}
    }
}

#[component]
fn Rename(here: Here) -> impl IntoView {
    let lang = use_lang();
    let typed = RwSignal::new(here.shown.with_untracked(|shown| {
        shown.as_ref().map(|space| space.name(lang.get_untracked())).unwrap_or_default()
    }));
    let error = RwSignal::new(None);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        spawn(async move {
            let outcome = here.app.rename_space(here.id, &typed.get_untracked()).await;
            let _ = error.try_set(outcome.err());
        });
    };
    let may = Memo::new(move |_| here.role() >= Some(Role::Bewerken));
    view! {
        <Show when=move || may.get()>
            <details class="more">
                <summary>{tr(words::RENAME)}</summary>
                <form class="door" on:submit=save novalidate>
                    <Field label=words::NAME hint=words::NAME_HINT value=typed on_change=move |text| typed.set(text) />
                    <Failed error />
                    <button type="submit" class="nl-button nl-button--secondary">{tr(words::NAME_GO)}</button>
                </form>
            </details>
        </Show>
    }
}

/// Something to know, in the tone that fits.
pub fn notice(tone: Tone, title: String, body: impl IntoView + 'static) -> AnyView {
    view! {
        <Alert tone title=Signal::stored(title)><p class="nl-paragraph">{body}</p></Alert>
    }
    .into_any()
}
