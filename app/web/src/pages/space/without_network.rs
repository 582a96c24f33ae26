//! Inviting without a network: codes on one screen, the camera of the other, and back. Each step also goes as a file.

use leptos::prelude::*;
use model::sharing::heard::Heard;
use model::spaces::InviteId;
use replica::carry::What;

use super::invite::Table;
use crate::components::hear::Hear;
use crate::components::message::{AsFile, QrMessage};
use crate::components::qr::QrCode;
use crate::i18n::{tr, use_lang};
use crate::platform::spawn;
use crate::texts::sharing::{join, space as words};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Showing {
    Link,
    Offer,
    Answer,
}

#[component]
pub fn WithoutNetwork(
    table: Table,
    id: InviteId,
    link: Memo<Option<String>>,
    offer: Vec<u8>,
    reveal: RwSignal<Option<Vec<u8>>>,
) -> impl IntoView {
    let offer = StoredValue::new(offer);
    let view = move || match (reveal.get(), link.get()) {
        (Some(reveal), _) => view! { <Reveal reveal /> }.into_any(),
        (None, Some(link)) => {
            view! { <Steps table id link offer=offer.get_value() reveal /> }.into_any()
        }
        // Somebody answered over the server: the code is on the screen already.
        (None, None) => ().into_any(),
    };
    let any = Memo::new(move |_| reveal.with(Option::is_some) || link.with(Option::is_some));
    view! {
        <Show when=move || any.get()>
            <details class="more" open=move || reveal.with_untracked(Option::is_some)>
                <summary>{tr(words::BY_HAND)}</summary>
                {view}
            </details>
        </Show>
    }
}

#[component]
fn Steps(
    table: Table,
    id: InviteId,
    link: String,
    offer: Vec<u8>,
    reveal: RwSignal<Option<Vec<u8>>>,
) -> impl IntoView {
    let (step, lang) = (RwSignal::new(Showing::Link), use_lang());
    let other = RwSignal::new(false);
    let file = (link.clone(), offer.clone());
    let take = move |heard: Heard| {
        let Heard::Message(What::Request, answer) = heard else { return other.set(true) };
        other.set(false);
        spawn(async move {
            match table.here.app.take_answer(&id, &answer).await {
                Ok(back) => drop(reveal.try_set(Some(back))),
                Err(error) => drop(table.error.try_set(Some(error))),
            }
        });
    };
    let shown = move || {
        let (link, offer) = (link.clone(), offer.clone());
        match step.get() {
            Showing::Link => view! {
                <p class="nl-paragraph">{tr(words::STEP_LINK)}</p>
                <QrCode text=link label=words::QR />
                <Go step to=Showing::Offer word=words::NEXT />
            }
            .into_any(),
            Showing::Offer => view! {
                <p class="nl-paragraph">{tr(words::STEP_OFFER)}</p>
                <QrMessage what=What::Offer message=offer label=words::OFFER />
                <Go step to=Showing::Answer word=words::ON_TO_SCAN />
            }
            .into_any(),
            Showing::Answer => view! {
                <p class="nl-paragraph">{tr(words::STEP_ANSWER)}</p>
                {move || other.get().then(|| view! { <p role="alert">{join::OTHER_CODE.get(lang.get())}</p> })}
                <Hear on=take />
                <Go step to=Showing::Offer word=words::PREVIOUS />
            }
            .into_any(),
        }
    };
    view! {
        {shown}
        <AsFile name="uitnodiging" link=file.0 messages=vec![(What::Offer, file.1)] />
    }
}

#[component]
fn Go(step: RwSignal<Showing>, to: Showing, word: rules::text::Text) -> impl IntoView {
    view! {
        <div class="actions">
            <button type="button" class="nl-button nl-button--secondary" on:click=move |_| step.set(to)>{tr(word)}</button>
        </div>
    }
}

#[component]
fn Reveal(reveal: Vec<u8>) -> impl IntoView {
    let file = vec![(What::Reveal, reveal.clone())];
    view! {
        <p class="nl-paragraph">{tr(words::STEP_REVEAL)}</p>
        <QrMessage what=What::Reveal message=reveal label=words::REVEAL />
        <AsFile name="cijfers" messages=file />
    }
}
