//! A tablet of a class set, which is nobody's: it hears what is asked, children answer, and it hands back what was said,
//! sealed. It has no name, no account, and nothing on it that it can read.

use leptos::prelude::*;
use model::inbreng::set::{Invite, bundle};
use model::sharing::heard::Heard;
use replica::carry::What;

use crate::components::alert::{Alert, Tone};
use crate::components::hear::Hear;
use crate::components::icon::{Drawn, Icon};
use crate::components::message::{AsFile, QrMessage};
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::pages::leerlingenraad::kring::keep::{Keep, Sealed};
use crate::pages::leerlingenraad::kring::{Circle, Voice, WithChildren};
use crate::platform::{spawn, tab};
use crate::state::AppState;
use crate::texts::leerlingenraad::{kring, set as words};

#[component]
pub fn MeeKring() -> impl IntoView {
    let kept = tab::asked().and_then(|message| Invite::decode(&message).ok());
    let sealed = Sealed { invite: RwSignal::new(kept), gifts: RwSignal::new(tab::gifts()) };
    let council =
        Signal::derive(move || sealed.invite.with(|invite| invite.as_ref().map(Invite::council)));
    let circle = Circle::new(council, Keep::Sealed(sealed));
    let somebody =
        Memo::new(move |_| AppState::get().is_some_and(|app| app.me.with(Option::is_some)));
    let invited = Memo::new(move |_| sealed.invite.with(Option::is_some));
    move || match (somebody.get(), invited.get(), circle.is_with_children.get()) {
        (true, ..) => view! { <Somebody /> }.into_any(),
        (false, false, _) => view! { <Ask sealed /> }.into_any(),
        (false, true, true) => view! { <WithChildren circle /> }.into_any(),
        (false, true, false) => view! { <Between circle sealed /> }.into_any(),
    }
}

/// Children get no tablet on which an adult is in.
#[component]
fn Somebody() -> impl IntoView {
    let lock = move |_| {
        let Some(app) = AppState::get() else { return };
        spawn(async move {
            let _ = app.lock().await;
        });
    };
    view! {
        <Page title=tr_signal(words::PAGE)>
            <Alert tone=Tone::Waiting title=tr_signal(words::SOMEBODY)><p>{tr(words::SOMEBODY_WHY)}</p></Alert>
            <p><button type="button" class="nl-button nl-button--primary" on:click=lock><Drawn icon=Icon::Lock /> {tr(words::LOCK)}</button></p>
        </Page>
    }
}

#[component]
fn Ask(sealed: Sealed) -> impl IntoView {
    let other = RwSignal::new(false);
    let heard = move |heard: Heard| {
        let Heard::Message(What::Council, message) = heard else { return other.set(true) };
        match Invite::decode(&message) {
            Ok(invite) if tab::keep_asked(&message) => sealed.invite.set(Some(invite)),
            _ => other.set(true),
        }
    };
    view! {
        <Page title=tr_signal(words::PAGE)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::PAGE_LEAD)}</p>
            <Show when=move || other.get()><Alert tone=Tone::Waiting title=tr_signal(words::OTHER)>""</Alert></Show>
            <Hear on=heard />
        </Page>
    }
}

/// Before the children and after them: the questions are ready, and what was said can go back.
#[component]
fn Between(circle: Circle, sealed: Sealed) -> impl IntoView {
    let title = Signal::derive(move || circle.of(|one| one.title.clone()));
    let count = move || sealed.gifts.with(Vec::len);
    let back = move || {
        let message = bundle(sealed.gifts.get());
        (!message.is_empty()).then(|| {
            view! {
                <section>
                    <h2 class="nl-heading nl-heading--level-2">{tr(words::GIVE_BACK)}</h2>
                    <p class="nl-paragraph">{tr(words::COUNT)}": "{count}</p>
                    <QrMessage what=What::Gifts message=message.clone() label=words::GIVE_CODE />
                    <AsFile name="antwoorden" messages=vec![(What::Gifts, message)] />
                </section>
            }
        })
    };
    let clear = move |_| {
        tab::forget();
        sealed.gifts.set(Vec::new());
        sealed.invite.set(None);
    };
    let go = move || if count() == 0 { kring::HAND } else { words::MORE };
    view! {
        <Page title=tr_signal(words::PAGE)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::READY)}": "<bdi>{title}</bdi></p>
            <Voice />
            <p><button type="button" class="nl-button nl-button--primary" on:click=move |_| circle.is_with_children.set(true)>{move || tr(go())()} <Drawn icon=Icon::Forward /></button></p>
            {back}
            <details class="more">
                <summary class="more__open">{tr(words::CLEAR)}</summary>
                <p class="nl-paragraph">{tr(words::CLEAR_WHY)}</p>
                <button type="button" class="nl-button nl-button--secondary" on:click=clear>{tr(words::CLEAR)}</button>
            </details>
        </Page>
    }
}
