//! The lock screen: who are you, and your PIN. One person on the device is not asked who.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::alert::{Alert, Tone};
use crate::components::icon::{Drawn, Icon};
use crate::components::page::Page;
use crate::components::progress::Progress;
use crate::components::secret::SecretField;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::pages::recovery::Forgotten;
use crate::pages::welcome::{AddPerson, arrived};
use crate::platform::{Every, clock, every, next_paint, page, spawn};
use crate::state::AppState;
use crate::state::people::{PeopleError, Shown};
use crate::texts::people as words;
use model::people::registry::Refused;

/// What the lock screen asks.
#[derive(Clone, PartialEq, Eq)]
enum Step {
    Who,
    Secret(Shown),
    Forgotten(Shown),
    Add,
}

#[component]
pub fn LockScreen() -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    let first = move || match app.people.get_untracked().as_slice() {
        [only] => Step::Secret(only.clone()),
        _ => Step::Who,
    };
    let step = RwSignal::new(first());
    let back = Callback::new(move |()| step.set(first()));
    (move || match step.get() {
        Step::Who => view! { <ChoosePerson app step /> }.into_any(),
        Step::Secret(person) => view! { <AskSecret app person step /> }.into_any(),
        Step::Forgotten(person) => view! { <Forgotten app person back /> }.into_any(),
        Step::Add => view! { <AddPerson app back /> }.into_any(),
    })
    .into_any()
}

#[component]
fn ChoosePerson(app: AppState, step: RwSignal<Step>) -> impl IntoView {
    let choice = move |person: Shown| {
        let name = person.name.clone();
        view! {
            <li>
                <button type="button" class="people__choice" on:click=move |_| step.set(Step::Secret(person.clone()))>
                    <Drawn icon=Icon::Person /> <span>{name}</span>
                </button>
            </li>
        }
    };
    view! {
        <Page title=tr_signal(words::WHO)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::WHO_LEAD)}</p>
            <ul class="people">{app.people.get_untracked().into_iter().map(choice).collect_view()}</ul>
            <Hidden app />
            <div class="door__ways"><NewHere step /></div>
        </Page>
    }
}

#[component]
fn Hidden(app: AppState) -> impl IntoView {
    view! {
        <Show when=move || app.hidden_people.get() != 0>
            <Alert tone=Tone::Waiting title=tr_signal(words::HIDDEN)>
                <p class="nl-paragraph">{tr(words::HIDDEN_WHY)}</p>
            </Alert>
        </Show>
    }
}

#[component]
fn NewHere(step: RwSignal<Step>) -> impl IntoView {
    view! {
        <button type="button" class="nl-button nl-button--subtle" on:click=move |_| step.set(Step::Add)>
            <Drawn icon=Icon::Plus /> {tr(words::ADD)}
        </button>
        <A href="/meekring" attr:class="nl-button nl-button--subtle">{tr(crate::texts::leerlingenraad::set::PAGE)}</A>
    }
}

#[component]
fn AskSecret(app: AppState, person: Shown, step: RwSignal<Step>) -> impl IntoView {
    let id = person.id;
    let secret = RwSignal::new(String::new());
    let (busy, problem) = (RwSignal::new(false), RwSignal::new(None::<PeopleError>));
    let wait = Countdown::new();
    let lang = use_lang();
    let error = Signal::derive(move || {
        let sentence = words::problem(problem.get().as_ref()?, lang.get());
        let left = wait.left.get();
        Some(if left == 0 {
            sentence
        } else {
            format!("{sentence} ({})", words::wait(left, lang.get()))
        })
    });
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let outcome = app.unlock(id, &secret.get_untracked()).await;
            let _ = busy.try_set(false);
            let Err(error) = outcome else { return arrived().await };
            if let PeopleError::Refused(Refused::Wrong { wait: ms } | Refused::Wait { wait: ms }) =
                error
            {
                wait.begin(ms);
            }
            let _ = problem.try_set(Some(error));
            let _ = secret.try_set(String::new());
            next_paint().await;
            let _ = page::focus("#pincode");
        });
    };
    spawn(async {
        next_paint().await;
        let _ = page::focus("#pincode");
    });
    let with_passkey = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let outcome = app.unlock_with_passkey(id).await;
            let _ = busy.try_set(false);
            let Err(error) = outcome else { return arrived().await };
            let _ = problem.try_set(Some(error));
        });
    };
    let has_passkey = person.has_passkey;
    let forgotten = person.clone();
    let several = app.people.get_untracked().len() > 1;
    view! {
        <Page title=tr_signal(words::LOCKED)>
            <p class="people__one"><Drawn icon=Icon::Person /> <span>{person.name}</span></p>
            <form class="door" on:submit=open novalidate>
                <SecretField label=words::SECRET id="pincode" value=secret error digits=true />
                <button type="submit" class="nl-button nl-button--primary">{tr(words::OPEN)}</button>
                <Show when=move || busy.get()><Progress text=words::BUSY /></Show>
            </form>
            <div class="door__ways">
                <Show when=move || has_passkey>
                    <button type="button" class="nl-button nl-button--secondary" on:click=with_passkey>
                        <Drawn icon=Icon::Lock /> {tr(words::PASSKEY_OPEN)}
                    </button>
                </Show>
                <Show when=move || several>
                    <button type="button" class="nl-button nl-button--subtle" on:click=move |_| step.set(Step::Who)>{tr(words::SOMEBODY_ELSE)}</button>
                </Show>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| step.set(Step::Forgotten(forgotten.clone()))>{tr(words::FORGOTTEN)}</button>
                <Show when=move || !several><NewHere step /></Show>
            </div>
            <Hidden app />
        </Page>
    }
}

/// Milliseconds until the next attempt, counted down on the screen.
#[derive(Clone, Copy)]
struct Countdown {
    left: RwSignal<u64>,
    until: StoredValue<i64>,
    ticking: StoredValue<Option<Every>, LocalStorage>,
}

impl Countdown {
    fn new() -> Self {
        Self {
            left: RwSignal::new(0),
            until: StoredValue::new(0),
            ticking: StoredValue::new_local(None),
        }
    }

    fn begin(self, milliseconds: u64) {
        let _ = self.left.try_set(milliseconds);
        let until = clock::now_ms().saturating_add_unsigned(milliseconds);
        let _ = self.until.try_set_value(until);
        let tick = every(1000, move || {
            let until = self.until.try_get_value().unwrap_or(0);
            let left = u64::try_from(until.saturating_sub(clock::now_ms())).unwrap_or(0);
            let _ = self.left.try_set(left);
        });
        let _ = self.ticking.try_set_value((milliseconds > 0).then_some(tick));
    }
}
