//! The recovery sheet: making and printing it, and getting in with it when the PIN is forgotten.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::alert::{Alert, Tone};
use crate::components::icon::{Drawn, Icon};
use crate::components::opening::WhenReady;
use crate::components::page::Page;
use crate::components::progress::Progress;
use crate::components::secret::{ChooseSecret, Chosen, SecretField};
use crate::components::segmented::Segmented;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::pages::welcome::arrived;
use crate::platform::{next_paint, page, spawn};
use crate::state::AppState;
use crate::state::people::{Paper, PeopleError, Shown, read_paper};
use crate::texts::{general, people, recovery as words};

pub mod code;
pub mod sheet;
pub mod spaces;

use code::CodeField;
use sheet::Sheet;

/// The paper, and whether it also serves on another device.
type Printed = (Paper, bool);

#[component]
pub fn Recovery() -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    let paper = RwSignal::new(None::<Printed>);
    view! {
        <Page title=tr_signal(words::TITLE)>
            <WhenReady>
                {move || match paper.get() {
                    None => view! { <Make app paper /> }.into_any(),
                    Some((paper, elsewhere)) => view! { <Made app paper elsewhere /> }.into_any(),
                }}
            </WhenReady>
        </Page>
    }
    .into_any()
}

#[component]
fn Make(app: AppState, paper: RwSignal<Option<Printed>>) -> impl IntoView {
    let (secret, as_cards) = (RwSignal::new(String::new()), RwSignal::new(false));
    // What nobody asked for leaves no device.
    let elsewhere = RwSignal::new(false);
    let (busy, problem) = (RwSignal::new(false), RwSignal::new(None::<PeopleError>));
    let lang = use_lang();
    let error = Signal::derive(move || Some(people::problem(problem.get().as_ref()?, lang.get())));
    let make = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let (secret, cards) = (secret.get_untracked(), as_cards.get_untracked());
            let outcome = app.make_kit(&secret, cards, elsewhere.get_untracked()).await;
            let _ = busy.try_set(false);
            match outcome {
                Ok(made) => {
                    let _ = paper.try_set(Some((made, elsewhere.get_untracked())));
                    next_paint().await;
                    let _ = page::focus(".kit__ready");
                }
                Err(error) => {
                    let _ = problem.try_set(Some(error));
                }
            }
        });
    };
    let has_kit = move || app.me.with(|me| me.as_ref().is_some_and(|me| me.has_kit));
    view! {
        <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
        <Show when=has_kit>
            <Alert title=tr_signal(words::HAS)><p class="nl-paragraph">{tr(words::HAS_WHY)}</p></Alert>
        </Show>
        <form class="door" on:submit=make novalidate>
            <Segmented
                legend=words::SHAPE
                hint=words::SHAPE_HINT
                choices=vec![(false, words::WHOLE), (true, words::CARDS)]
                chosen=as_cards
                on_choose=move |cards| as_cards.set(cards)
            />
            <Segmented
                legend=words::FOR
                hint=words::FOR_HINT
                choices=vec![(false, words::FOR_HERE), (true, words::FOR_ELSEWHERE)]
                chosen=elsewhere
                on_choose=move |far| elsewhere.set(far)
            />
            <SecretField label=people::OLD value=secret error />
            <button type="submit" class="nl-button nl-button--primary">{tr(words::MAKE)}</button>
            <Show when=move || busy.get()><Progress text=people::BUSY /></Show>
        </form>
    }
}

#[component]
fn Made(app: AppState, paper: Paper, elsewhere: bool) -> impl IntoView {
    let name = app.me.get_untracked().map(|me| me.name).unwrap_or_default();
    let sheets = match paper {
        Paper::Whole(code) => vec![(None, code)],
        Paper::Cards(codes) => {
            codes.into_iter().enumerate().map(|(at, code)| (Some(at + 1), code)).collect()
        }
    };
    let sheets = sheets
        .into_iter()
        .map(|(card, code)| view! { <Sheet name=name.clone() card code elsewhere /> })
        .collect_view();
    view! {
        <div class="kit__ready" tabindex="-1">
            <Alert tone=Tone::Waiting title=tr_signal(words::READY)>
                <p class="nl-paragraph">{tr(words::READY_WHY)}</p>
                {elsewhere.then(|| view! { <p class="nl-paragraph">{tr(words::SEND_FIRST)}</p> })}
            </Alert>
            {elsewhere.then(|| view! { <NotOn app /> })}
        </div>
        <div class="actions">
            <button type="button" class="nl-button nl-button--primary" on:click=move |_| page::print()>
                <Drawn icon=Icon::Print /> {tr(general::PRINT)}
            </button>
            <A href="/persoon" attr:class="nl-button nl-button--secondary">{tr(words::DONE)}</A>
        </div>
        {sheets}
    }
}

/// What the sheet does not bring back.
#[component]
fn NotOn(app: AppState) -> impl IntoView {
    let names = app.not_on_kit(use_lang().get_untracked());
    (!names.is_empty()).then(|| {
        let names = names.into_iter().map(|name| view! { <li><bdi>{name}</bdi></li> });
        view! {
            <Alert title=tr_signal(words::NOT_ON)>
                <p class="nl-paragraph">{tr(words::NOT_ON_WHY)}</p>
                <ul class="list">{names.collect_view()}</ul>
            </Alert>
        }
    })
}

/// On the lock screen: the code of the paper, and a new PIN.
#[component]
pub fn Forgotten(app: AppState, person: Shown, back: Callback<()>) -> impl IntoView {
    let has_kit = person.has_kit;
    view! {
        <Page title=tr_signal(people::FORGOTTEN)>
            <p class="people__one"><Drawn icon=Icon::Person /> <span>{person.name.clone()}</span></p>
            {if has_kit {
                view! { <Restore app person /> }.into_any()
            } else {
                view! {
                    <Alert tone=Tone::Waiting title=tr_signal(words::NONE)>
                        <p class="nl-paragraph">{tr(words::NONE_WHY)}</p>
                    </Alert>
                }
                .into_any()
            }}
            <button type="button" class="nl-button nl-button--subtle" on:click=move |_| back.run(())>{tr(general::BACK)}</button>
        </Page>
    }
}

#[component]
fn Restore(app: AppState, person: Shown) -> impl IntoView {
    let id = person.id;
    let (first, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (chosen, busy) = (Chosen::new(), RwSignal::new(false));
    let error = RwSignal::new(None::<String>);
    let lang = use_lang();
    let restore = move |event: SubmitEvent| {
        event.prevent_default();
        let kit = read_paper(&first.get_untracked(), &second.get_untracked());
        error.set(kit.as_ref().err().map(|why| words::unreadable(*why, lang.get_untracked())));
        let secret = chosen.take();
        let (Ok(kit), Some(secret), false) = (kit, secret, busy.get_untracked()) else {
            spawn(async {
                next_paint().await;
                let _ = page::focus("main [aria-invalid=true]");
            });
            return;
        };
        busy.set(true);
        spawn(async move {
            let outcome = app.restore(id, &kit, &secret).await;
            let _ = busy.try_set(false);
            let Err(problem) = outcome else { return arrived().await };
            let sentence = words::problem(&problem, lang.get_untracked());
            let at = if problem == PeopleError::Weak { chosen.error } else { error };
            let _ = at.try_set(Some(sentence));
        });
    };
    view! {
        <p class="nl-paragraph nl-paragraph--lead">{tr(words::FORGOTTEN_LEAD)}</p>
        <form class="door" on:submit=restore novalidate>
            <CodeField label=words::CODE hint=words::CODE_HINT value=first error />
            <CodeField label=words::SECOND hint=words::SECOND_HINT value=second />
            <ChooseSecret label=people::NEW chosen />
            <button type="submit" class="nl-button nl-button--primary">{tr(words::GO)}</button>
            <Show when=move || busy.get()><Progress text=people::BUSY /></Show>
        </form>
    }
}
