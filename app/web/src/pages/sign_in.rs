//! Aanmelden: the page to which the sign-in of an organisation sends people back. It says who somebody is, by the word of
//! that organisation, and unlocks nothing. Code and state are in memory only, until they were handed in.

use leptos::prelude::*;
use leptos_router::components::A;
use model::sharing::sign_in::{Back, NOT_SAID, PATH, facts, may_go, may_try_again, why};
use replica::sync::api::{Person, SignedIn};
use rules::text::Text;

use crate::components::alert::{Alert, Tone};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::opening::WhenReady;
use crate::components::page::Page;
use crate::components::progress::Progress;
use crate::i18n::{tr, tr_signal};
use crate::platform::{page, spawn};
use crate::state::AppState;
use crate::texts::sign_in as words;

/// What stood in the address when the app was opened, out of the address and out of the history since.
#[derive(Clone, Copy)]
pub struct CameBack(RwSignal<Option<Back>>);

impl CameBack {
    /// Takes it out of the address. Call before the router begins.
    pub fn provide() {
        let back = (page::path() == PATH)
            .then(|| page::take_query(["code", "state", "error"]))
            .flatten()
            .and_then(|[code, state, error]| {
                Back::read(code.as_deref(), state.as_deref(), error.as_deref())
            });
        provide_context(Self(RwSignal::new(back)));
    }
}

/// How far it is.
#[derive(Clone, PartialEq)]
enum Stage {
    /// Nobody went or came back.
    Begin,
    Asking,
    Known(Box<Person>),
    /// Broken off, with why.
    Not(Text),
    /// No answer; the same can be asked again.
    Again(SignedIn, Text),
}

#[component]
pub fn SignInPage() -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(words::NOTE, words::NOTE_BODY));
    }
    view! {
        <Page title=tr_signal(words::TITLE)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <WhenReady><Inside app /></WhenReady>
        </Page>
    }
    .into_any()
}

#[component]
fn Inside(app: AppState) -> impl IntoView {
    let stage = RwSignal::new(Stage::Begin);
    if let Some(came) = use_context::<CameBack>() {
        Effect::new(move |_| match came.0.get() {
            None => {}
            Some(back) => {
                came.0.set(None);
                match back {
                    Back::With(back) => ask(app, stage, back),
                    Back::Stopped => stage.set(Stage::Not(words::STOPPED_WHY)),
                    Back::Unreadable => stage.set(Stage::Not(words::UNREADABLE)),
                }
            }
        });
    }
    move || {
        match stage.get() {
        Stage::Begin => view! { <Go app stage /> }.into_any(),
        Stage::Asking => view! { <Progress text=words::ASKING /> }.into_any(),
        Stage::Known(person) => known(&person).into_any(),
        Stage::Not(reason) => view! {
            <Alert tone=Tone::Waiting title=tr_signal(words::STOPPED)>
                <p class="nl-paragraph">{tr(reason)}</p>
            </Alert>
            <Go app stage />
        }
        .into_any(),
        Stage::Again(back, reason) => view! {
            <Alert tone=Tone::Waiting title=tr_signal(words::STOPPED)>
                <p class="nl-paragraph">{tr(reason)}</p>
            </Alert>
            <button type="button" class="nl-button nl-button--primary" on:click=move |_| ask(app, stage, back.clone())>
                {tr(words::AGAIN)}
            </button>
        }
        .into_any(),
    }
    }
}

/// Hands in what somebody came back with.
fn ask(app: AppState, stage: RwSignal<Stage>, back: SignedIn) {
    stage.set(Stage::Asking);
    spawn(async move {
        let outcome = match app.end_sign_in(&back).await {
            Ok(person) => Stage::Known(Box::new(person)),
            Err(trouble) if may_try_again(trouble) => Stage::Again(back, why(trouble)),
            Err(trouble) => Stage::Not(why(trouble)),
        };
        let _ = stage.try_set(outcome);
    });
}

/// The way there, by the person's own press.
#[component]
fn Go(app: AppState, stage: RwSignal<Stage>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let go = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let outcome = app.begin_sign_in().await;
            let _ = busy.try_set(false);
            let problem = match outcome {
                Ok(address) if may_go(&address) => return page::go_to(&address),
                Ok(_) => words::BAD_ADDRESS,
                Err(trouble) => why(trouble),
            };
            let _ = stage.try_set(Stage::Not(problem));
        });
    };
    view! {
        <p class="nl-paragraph">{tr(words::GO_WHY)}</p>
        <div class="actions">
            <button type="button" class="nl-button nl-button--secondary" on:click=go>{tr(words::GO)}</button>
        </div>
        <Show when=move || busy.get()><Progress text=words::ASKING /></Show>
    }
}

fn known(person: &Person) -> impl IntoView + use<> {
    let lines = facts(person).map(|(label, said, word)| {
        view! {
            <dt>{tr(label)}</dt>
            <dd>{match (said, word) {
                (Some(said), _) => view! { <bdi>{said}</bdi> }.into_any(),
                (None, Some(word)) => tr(word).into_any(),
                (None, None) => tr(NOT_SAID).into_any(),
            }}</dd>
        }
    });
    view! {
        <Alert tone=Tone::Good title=tr_signal(words::KNOWN)>
            <p class="nl-paragraph">{tr(words::KNOWN_WHY)}</p>
        </Alert>
        <dl class="facts">{lines.into_iter().collect_view()}</dl>
    }
}

/// In Delen: a quiet way there, only when the server offers it.
#[component]
pub fn Offered(app: AppState) -> impl IntoView {
    let offered = RwSignal::new(false);
    Effect::new(move |_| {
        app.reach.track();
        spawn(async move {
            if app.offers_sign_in().await {
                let _ = offered.try_set(true);
            }
        });
    });
    view! {
        <Show when=move || offered.get()>
            <p class="quiet">{tr(words::OFFERED)} " " <A href=PATH attr:class="nl-link">{tr(words::TITLE)}</A></p>
        </Show>
    }
}
