//! One invitation that this device answers, step by step: what is offered, a name, waiting, the code, and in.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::sharing::invite::Step;
use model::sharing::status::Reach;
use model::spaces::{InviteId, is_open};
use replica::carry::What;
use replica::id::SpaceId;

use super::Door;
use super::hearing;
use crate::components::field::Field;
use crate::components::hear::Hear;
use crate::components::icon::Drawn;
use crate::components::message::{AsFile, QrMessage};
use crate::i18n::{tr, tr_maybe, use_lang};
use crate::pages::space::Code;
use crate::platform::spawn;
use crate::routes::room_of;
use crate::state::sharing::JoiningShown;
use crate::texts::sharing::{join as words, space};

#[component]
pub fn Answer(door: Door, id: InviteId, shown: Memo<Option<JoiningShown>>) -> impl IntoView {
    let sentence = move || shown.with(|shown| shown.as_ref().map(|one| one.sentence.clone()));
    let step = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|one| one.step.clone())));
    let space = Memo::new(move |_| shown.with(|shown| shown.as_ref()?.space));
    let body = move || match step.get() {
        Some(Step::Made) => view! { <Offline door /> }.into_any(),
        Some(Step::Offered) => view! { <Name door id /> }.into_any(),
        Some(Step::Asked) => view! { <Then /> <Offline door /> }.into_any(),
        Some(Step::Compare { code }) => view! {
            <h2 class="nl-heading nl-heading--level-2">{tr(words::CODE)}</h2>
            <Code code />
            <p class="nl-paragraph">{tr(words::WAIT)}</p>
        }
        .into_any(),
        Some(Step::In) => view! { <In door space /> }.into_any(),
        Some(Step::Over(_)) | None => ().into_any(),
    };
    let hears = Memo::new(move |_| step.with(|step| step.as_ref().is_some_and(hearing::hears)));
    let goes_on = Memo::new(move |_| step.with(|step| step.as_ref().is_some_and(is_open)));
    let let_go = move |_| {
        spawn(async move {
            let outcome = door.app.let_go_invitation(&id).await;
            let _ = door.error.try_set(outcome.err());
        });
    };
    let lang = use_lang();
    let word = move || if goes_on.get() { words::STOP } else { words::DISMISS }.get(lang.get());
    view! {
        <section class="invitation">
            <p class="nl-paragraph nl-paragraph--lead" role="status">{sentence}</p>
            {body}
            <Show when=move || hears.get()><ByHand door id shown step /></Show>
            <button type="button" class="nl-button nl-button--subtle" on:click=let_go>{word}</button>
        </section>
    }
}

#[component]
fn Offline(door: Door) -> impl IntoView {
    let away = Memo::new(move |_| {
        let reach = door.app.reach.get();
        !door.app.device.online.get()
            || matches!(reach, Reach::Offline | Reach::NoConnection | Reach::NoServer)
    });
    view! { <Show when=move || away.get()><p class="nl-paragraph">{tr(words::OFFLINE)}</p></Show> }
}

#[component]
fn Name(door: Door, id: InviteId) -> impl IntoView {
    let own = door.app.me.get_untracked().map(|me| me.name).unwrap_or_default();
    let (name, empty) = (RwSignal::new(own), RwSignal::new(false));
    let ask = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked();
        empty.set(typed.trim().is_empty());
        if typed.trim().is_empty() {
            return;
        }
        spawn(async move {
            let outcome = door.app.answer_invitation(&id, &typed).await;
            let _ = door.error.try_set(outcome.err());
        });
    };
    view! {
        <form class="door" on:submit=ask novalidate>
            <Field
                label=words::NAME
                hint=words::NAME_HINT
                value=name
                error=tr_maybe(move || empty.get().then_some(words::NO_NAME))
                on_change=move |text| name.set(text)
            />
            <button type="submit" class="nl-button nl-button--primary">{tr(words::ASK)}</button>
        </form>
    }
}

#[component]
fn Then() -> impl IntoView {
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::THEN)}</h2>
        <ol class="list">
            <li>{tr(words::THEN_1)}</li>
            <li>{tr(words::THEN_2)}</li>
            <li>{tr(words::THEN_3)}</li>
        </ol>
    }
}

/// In: the way to the space.
#[component]
fn In(door: Door, space: Memo<Option<SpaceId>>) -> impl IntoView {
    let app = door.app;
    let kind = Memo::new(move |_| {
        let id = space.get()?;
        app.spaces.with(|all| all.iter().find(|one| one.id == id).map(|one| one.kind.clone()))
    });
    let room = Memo::new(move |_| kind.with(|kind| room_of(kind.as_ref()?)));
    let navigate = use_navigate();
    let go = Callback::new(move |path: Option<&'static str>| {
        let (navigate, Some(id)) = (navigate.clone(), space.get_untracked()) else { return };
        spawn(async move {
            let _ = app.lay_open_space(id).await;
            let path = path.map_or_else(|| format!("/delen/{id}"), str::to_owned);
            navigate(&path, <_>::default());
        });
    });
    let open = move || {
        room.get().map(|(path, icon, name)| {
            view! {
                <button type="button" class="nl-button nl-button--primary" on:click=move |_| go.run(Some(path))>
                    <Drawn icon /> {tr(name)}
                </button>
            }
        })
    };
    view! {
        <Show when=move || room.with(Option::is_none)><p class="nl-paragraph">{tr(words::ARRIVING)}</p></Show>
        <div class="actions">
            {open}
            <button type="button" class="nl-button nl-button--secondary" on:click=move |_| go.run(None)>{tr(words::GO_SPACE)}</button>
        </div>
    }
}

/// The same steps by camera or file.
#[component]
fn ByHand(
    door: Door,
    id: InviteId,
    shown: Memo<Option<JoiningShown>>,
    step: Memo<Option<Step>>,
) -> impl IntoView {
    let lang = use_lang();
    let said = RwSignal::new(None);
    let heard = move |heard| hearing::hear(door, Some(id), heard, said, lang.get_untracked());
    let answer = Memo::new(move |_| {
        let asked = step.with(|step| *step == Some(Step::Asked));
        shown.with(|shown| shown.as_ref()?.answer.clone()).filter(|_| asked)
    });
    let says = move || {
        step.with(|step| match step {
            Some(Step::Asked) => words::HEAR_REVEAL,
            Some(Step::Compare { .. }) => words::HEAR_PACKAGE,
            _ => words::HEAR_OFFER,
        })
        .get(lang.get())
    };
    view! {
        <details class="more" open=door.by_hand.get_untracked()>
            <summary>{tr(space::BY_HAND)}</summary>
            <p class="nl-paragraph">{says}</p>
            {move || answer.get().map(|answer| {
                let file = vec![(What::Request, answer.clone())];
                view! {
                    <QrMessage what=What::Request message=answer label=words::ANSWER />
                    <AsFile name="antwoord" messages=file />
                }
            })}
            <hearing::Said said />
            <Hear on=heard />
        </details>
    }
}
