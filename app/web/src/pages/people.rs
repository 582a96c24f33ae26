//! Jij op dit apparaat: when it locks, another PIN, the recovery sheet, and leaving this device.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::alert::{Alert, Tone};
use crate::components::copies::SaveCopy;
use crate::components::opening::WhenReady;
use crate::components::page::Page;
use crate::components::progress::Progress;
use crate::components::secret::{ChooseSecret, Chosen, SecretField};
use crate::components::unique::unique;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::{passkey, spawn};
use crate::state::AppState;
use crate::state::people::PeopleError;
use crate::texts::{people as words, recovery};
use model::people::idle;
use rules::text::Text;

/// How the last thing that was asked ended.
type Ended = RwSignal<Option<Result<Text, PeopleError>>>;

#[component]
pub fn PersonPage() -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    view! {
        <Page title=tr_signal(words::ME)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::ME_LEAD)}</p>
            <WhenReady>
                <LockAfter app />
                <h2 class="nl-heading nl-heading--level-2">{tr(recovery::TITLE)}</h2>
                <p class="nl-paragraph">{tr(recovery::LEAD)}</p>
                <A href="/herstelkaart" attr:class="nl-button nl-button--secondary">{tr(recovery::MAKE)}</A>
                <Passkey app />
                <ChangeSecret app />
                <Leave app />
            </WhenReady>
        </Page>
    }
    .into_any()
}

#[component]
fn Outcome(ended: Ended) -> impl IntoView {
    let lang = use_lang();
    move || {
        ended.get().map(|outcome| {
            let tone = if outcome.is_ok() { Tone::Good } else { Tone::Problem };
            let sentence = move || match &outcome {
                Ok(text) => text.get(lang.get()).to_owned(),
                Err(error) => words::problem(error, lang.get()),
            };
            view! { <Alert tone title=Signal::derive(sentence)>""</Alert> }
        })
    }
}

#[component]
fn LockAfter(app: AppState) -> impl IntoView {
    let ended = Ended::default();
    let (id, lang) = (unique("vergrendel"), use_lang());
    let hint = format!("{id}-uitleg");
    let now = move || app.me.with(|me| me.as_ref().map(|me| me.lock_after));
    let choose = move |event| {
        let Ok(minutes) = event_target_value(&event).parse() else { return };
        spawn(async move {
            let outcome = app.set_lock_after(minutes).await;
            let _ = ended.try_set(Some(outcome.map(|()| words::KEPT)));
        });
    };
    let options = idle::CHOICES.map(|minutes| {
        view! {
            <option value=minutes.to_string() selected=move || now() == Some(minutes)>
                {move || words::minutes(minutes, lang.get())}
            </option>
        }
    });
    view! {
        <div class="utrecht-form-field">
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{tr(words::LOCK_AFTER)}</label>
            <p class="utrecht-form-field-description" id=hint.clone()>{tr(words::LOCK_AFTER_HINT)}</p>
            <select id=id class="utrecht-select lock-after" aria-describedby=hint on:change=choose>{options}</select>
        </div>
        <Outcome ended />
    }
}

/// A passkey beside the PIN, where the browser may be able to.
#[component]
fn Passkey(app: AppState) -> impl IntoView {
    let (possible, ended) = (RwSignal::new(false), Ended::default());
    spawn(async move {
        let _ = possible.try_set(passkey::may_be_possible().await);
    });
    let has = Memo::new(move |_| app.me.with(|me| me.as_ref().is_some_and(|me| me.has_passkey)));
    let remove = move |_| {
        spawn(async move {
            let outcome = app.remove_passkey().await;
            let _ = ended.try_set(Some(outcome.map(|()| words::PASSKEY_REMOVED)));
        });
    };
    view! {
        <Show when=move || possible.get() || has.get()>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::PASSKEY)}</h2>
            <p class="nl-paragraph">{tr(words::PASSKEY_BODY)}</p>
            <Show
                when=move || has.get()
                fallback=move || view! { <AddPasskey app ended /> }
            >
                <button type="button" class="nl-button nl-button--secondary" on:click=remove>{tr(words::PASSKEY_REMOVE)}</button>
            </Show>
            <Outcome ended />
        </Show>
    }
}

#[component]
fn AddPasskey(app: AppState, ended: Ended) -> impl IntoView {
    let (secret, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let outcome = app.add_passkey(&secret.get_untracked()).await;
            let _ = busy.try_set(false);
            let _ = ended.try_set(Some(outcome.map(|()| words::PASSKEY_ADDED)));
        });
    };
    view! {
        <details class="more">
            <summary>{tr(words::PASSKEY_ADD)}</summary>
            <p class="nl-paragraph">{tr(words::PASSKEY_NAME)}</p>
            <form class="door" on:submit=add novalidate>
                <SecretField label=words::PASSKEY_SECRET value=secret />
                <button type="submit" class="nl-button nl-button--secondary">{tr(words::PASSKEY_MAKE)}</button>
                <Show when=move || busy.get()><Progress text=words::BUSY /></Show>
            </form>
        </details>
    }
}

#[component]
fn ChangeSecret(app: AppState) -> impl IntoView {
    let (old, chosen) = (RwSignal::new(String::new()), Chosen::new());
    let (busy, ended) = (RwSignal::new(false), Ended::default());
    let change = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(new) = chosen.take().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        spawn(async move {
            let outcome = app.change_secret(&old.get_untracked(), &new).await;
            let _ = busy.try_set(false);
            if outcome.is_ok() {
                let _ = old.try_set(String::new());
                chosen.clear();
            }
            let _ = ended.try_set(Some(outcome.map(|()| words::CHANGED)));
        });
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::CHANGE)}</h2>
        <form class="door" on:submit=change novalidate>
            <SecretField label=words::OLD value=old />
            <ChooseSecret label=words::NEW chosen />
            <button type="submit" class="nl-button nl-button--secondary">{tr(words::CHANGE_GO)}</button>
            <Show when=move || busy.get()><Progress text=words::BUSY /></Show>
        </form>
        <Outcome ended />
    }
}

/// Two steps: what would be lost, and only when nothing would, the PIN once more.
#[component]
fn Leave(app: AppState) -> impl IntoView {
    let (sure, busy, ended) = (RwSignal::new(false), RwSignal::new(false), Ended::default());
    let secret = RwSignal::new(String::new());
    let look = move |_| {
        spawn(async move {
            let outcome = match app.at_stake().await {
                Ok(stake) if stake.is_nothing() => return sure.set(true),
                Ok(stake) => PeopleError::AtStake(stake),
                Err(error) => error,
            };
            let _ = ended.try_set(Some(Err(outcome)));
        });
    };
    let leave = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let outcome = app.leave_device(&secret.get_untracked()).await;
            let _ = busy.try_set(false);
            if let Err(error) = outcome {
                let _ = ended.try_set(Some(Err(error)));
            }
        });
    };
    let at_stake = move || ended.with(|ended| matches!(ended, Some(Err(PeopleError::AtStake(_)))));
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::LEAVE)}</h2>
        <p class="nl-paragraph">{tr(words::LEAVE_BODY)}</p>
        <Outcome ended />
        <Show when=at_stake><SaveCopy app /></Show>
        <div class="actions">
            <Show when=move || !sure.get()>
                <button type="button" class="nl-button nl-button--secondary" on:click=look>{tr(words::LEAVE_GO)}</button>
            </Show>
        </div>
        <Show when=move || sure.get()>
            <form class="door" on:submit=leave novalidate>
                <SecretField label=words::LEAVE_SECRET value=secret />
                <button type="submit" class="nl-button nl-button--secondary">{tr(words::LEAVE_SURE)}</button>
                <Show when=move || busy.get()><Progress text=words::BUSY /></Show>
            </form>
        </Show>
    }
}
