//! A tablet of a class set, which is nobody's: it hears what is asked, children answer, and it hands back what was said,
//! sealed. It has no name, no account, and nothing on it that it can read.

use leptos::prelude::*;
use model::inbreng::set::{Held, Invite};
use model::sharing::heard::Heard;
use replica::carry::{Fountain, What};

use crate::components::alert::{Alert, Tone};
use crate::components::child::keep::{Keep, Sealed};
use crate::components::child::voice::Voice;
use crate::components::hear::Hear;
use crate::components::hold::Hold;
use crate::components::icon::{Drawn, Icon};
use crate::components::message::{AsFile, QrMessages, ROOM};
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::pages::leerlingenraad::kring::{Circle, How, WithChildren};
use crate::platform::{random, spawn, tab};
use crate::state::AppState;
use crate::state::sharing::circle::{self, NotDone};
use crate::texts::leerlingenraad::{kring, set as words};

pub mod voices;

use voices::{VoiceState, Voices};

#[component]
pub fn MeeKring() -> impl IntoView {
    let kept = tab::asked().and_then(|message| Invite::decode(&message).ok());
    let sealed = Sealed { invite: RwSignal::new(kept), gifts: RwSignal::new(Sealed::kept()) };
    let council =
        Signal::derive(move || sealed.invite.with(|invite| invite.as_ref().map(Invite::council)));
    let circle = Circle::new(council, Keep::Sealed(sealed));
    let voices = Voices::follow(sealed.invite);
    let somebody =
        Memo::new(move |_| AppState::get().is_some_and(|app| app.me.with(Option::is_some)));
    let invited = Memo::new(move |_| sealed.invite.with(Option::is_some));
    move || match (somebody.get(), invited.get(), circle.is_with_children.get()) {
        (true, ..) => view! { <Somebody /> }.into_any(),
        (false, false, _) => view! { <Ask sealed voices /> }.into_any(),
        (false, true, true) => view! { <WithChildren circle /> }.into_any(),
        (false, true, false) => view! { <Between circle sealed voices /> }.into_any(),
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
fn Ask(sealed: Sealed, voices: Voices) -> impl IntoView {
    let other = RwSignal::new(false);
    let heard = move |heard: Heard| {
        let message = match heard {
            Heard::Message(What::Council, message) => message,
            Heard::Message(What::Voices, letter) => return voices.letter(letter),
            _ => return other.set(true),
        };
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
fn Between(circle: Circle, sealed: Sealed, voices: Voices) -> impl IntoView {
    sealed.fill_up();
    let title = Signal::derive(move || circle.asked.of(|one| one.title.clone()));
    let any = Memo::new(move |_| sealed.gifts.with(|gifts| !gifts.is_empty()));
    let clear = Callback::new(move |()| {
        tab::forget();
        sealed.gifts.set(Held::default());
        sealed.invite.set(None);
    });
    // What children said is not thrown away by a tap: nobody here knows whether the adult read the code.
    let empty = move || {
        if any.get() {
            view! {
                <p class="nl-paragraph">{tr(words::CLEAR_WHY)}</p>
                <Hold name=words::CLEAR_HOLD act=clear />
            }
            .into_any()
        } else {
            view! { <button type="button" class="nl-button nl-button--secondary" on:click=move |_| clear.run(())>{tr(words::CLEAR)}</button> }
                .into_any()
        }
    };
    // What waits to be sent comes first; then the children are the second way.
    let sends = move || {
        any.get()
            && sealed.invite.with(|one| one.as_ref().is_some_and(|one| one.dropbox().is_some()))
    };
    let kind = move || {
        if sends() { "nl-button nl-button--secondary" } else { "nl-button nl-button--primary" }
    };
    // What cannot be handed on must not be thrown away either.
    let carried = Memo::new(move |_| {
        let messages = sealed.gifts.with(Held::messages);
        messages.iter().all(|one| Fountain::new(What::Gifts, one, ROOM).is_ok())
    });
    let go = move || if !any.get() { kring::HAND } else { words::MORE };
    view! {
        <Page title=tr_signal(words::PAGE)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::READY)}": "<bdi>{title}</bdi></p>
            <Send sealed />
            <Show when=move || any.get()><Back sealed /></Show>
            <How circle dots=false />
            <VoiceState voices />
            <Voice />
            <p><button type="button" class=kind on:click=move |_| circle.is_with_children.set(true)>{move || tr(go())()} <Drawn icon=Icon::Forward /></button></p>
            <Show when=move || carried.get()>
                <details class="more">
                    <summary class="more__open">{tr(words::CLEAR)}</summary>
                    {empty}
                </details>
            </Show>
        </Page>
    }
}

/// Over the network, where the adult lets answers come back that way. What is there is gone from here.
#[component]
fn Send(sealed: Sealed) -> impl IntoView {
    let lang = use_lang();
    let dropbox = Memo::new(move |_| sealed.invite.with(|one| one.as_ref()?.dropbox()));
    let (busy, ended) = (RwSignal::new(false), RwSignal::new(None::<Result<(), NotDone>>));
    let send = move |_| {
        let (Some(dropbox), Some(mut rng)) = (dropbox.get_untracked(), random::generator()) else {
            return;
        };
        let Some(burst) = sealed.gifts.with_untracked(|gifts| gifts.burst(&mut rng)) else {
            return ended.set(Some(Err(NotDone::NoConnection)));
        };
        busy.set(true);
        spawn(async move {
            let mut done = circle::give(dropbox, &burst).await;
            // All of it goes from here, or nothing: what is left would tell how much there was.
            if done.is_ok() && !sealed.hold(Sealed::kept().without(&burst)) {
                done = Err(NotDone::NoConnection);
            }
            let _ = ended.try_set(Some(done));
            let _ = busy.try_set(false);
        });
    };
    let any = Memo::new(move |_| sealed.gifts.with(|gifts| !gifts.is_empty()));
    let state = move || {
        let text = match (busy.get(), ended.get()) {
            (true, _) => words::SENDING,
            (_, None) => return None,
            (_, Some(Ok(()))) if any.get() => return None,
            (_, Some(Ok(()))) => words::SENT,
            (_, Some(Err(NotDone::NoConnection))) => words::NOT_SENT,
            (_, Some(Err(NotDone::Closed))) => words::SEND_CLOSED,
        };
        Some(text.get(lang.get()))
    };
    view! {
        <Show when=move || dropbox.get().is_some()>
            <p class="nl-paragraph" role="status">{state}</p>
            <Show when=move || any.get()>
                <p><button type="button" class="nl-button nl-button--primary" disabled=busy on:click=send>{tr(words::SEND)} <Drawn icon=Icon::Forward /></button></p>
            </Show>
        </Show>
    }
}

/// As a code or a file, also without network.
#[component]
fn Back(sealed: Sealed) -> impl IntoView {
    let code = move || {
        let messages = sealed.gifts.with(Held::messages);
        let in_file = messages.iter().map(|one| (What::Gifts, one.clone())).collect::<Vec<_>>();
        view! {
            <QrMessages what=What::Gifts messages label=words::GIVE_CODE />
            <AsFile name="antwoorden" messages=in_file />
        }
    };
    let shown = move || {
        // Where it can be sent, the code is the second way.
        if sealed.invite.with(|one| one.as_ref().is_some_and(|one| one.dropbox().is_some())) {
            view! {
                <details class="more">
                    <summary class="more__open">{tr(words::WITHOUT_NET)}</summary>
                    <p class="nl-paragraph">{tr(words::GIVE_BACK)}</p>
                    {code}
                </details>
            }
            .into_any()
        } else {
            view! {
                <h2 class="nl-heading nl-heading--level-2">{tr(words::GIVE_BACK)}</h2>
                <p class="nl-paragraph">{tr(words::SEALED)}</p>
                {code}
            }
            .into_any()
        }
    };
    view! { <section>{shown}</section> }
}
