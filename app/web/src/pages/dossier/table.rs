//! Filling in together on the school's tablet. The draft is in memory only: leaving this page forgets it, and nothing of one parent is there
//! for the next.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use model::dossier::{Command, of_guardian, sheet};
use model::ouder::{Draft, Sheet, Step};
use parent::{ParentPages, Port};
use replica::keys::DeviceKeys;

use super::room::Room;
use crate::i18n::tr;
use crate::platform::{page, random, share, spawn};
use crate::texts::dossier as words;

pub fn page(room: Room) -> AnyView {
    let params = use_params_map();
    let id = params.with_untracked(|params| params.get("id").unwrap_or_default());
    let made = room.view.with_untracked(|view| {
        // Nothing is sealed here; the key only fills its place.
        let keys = DeviceKeys::generate(&mut random::generator()?);
        view.as_ref().map(|view| sheet(view, &id, &keys))
    });
    match made {
        Some(Ok(sheet)) => view! { <Together room id sheet /> }.into_any(),
        Some(Err(refused)) => {
            let text = refused.text();
            view! {
                <article class="page">
                    <h1 class="nl-heading nl-heading--level-1">{tr(text)}</h1>
                    <Back />
                </article>
            }
            .into_any()
        }
        None => view! { <Back /> }.into_any(),
    }
}

#[component]
fn Together(room: Room, id: String, sheet: Sheet) -> impl IntoView {
    let draft = RwSignal::new(Draft::default());
    let plain = StoredValue::new(sheet.clone());
    let guardian = StoredValue::new(id);
    let tell = move || {
        let story = plain.with_value(|sheet| draft.with_untracked(|draft| draft.story(sheet)));
        let name = plain.with_value(|sheet| sheet.guardian.clone());
        let told = of_guardian(&guardian.get_value(), &name, &story, room.today, &mut random::id);
        if told.is_empty() || room.done(&Command::Together(told)) {
            draft.update(|draft| {
                draft.sent = true;
                draft.step = Step::Done;
            });
        }
    };
    let save = |text: String| {
        spawn(async move {
            let _ = share::hand_over("thuisnabij-kopie.txt", &text).await;
        });
    };
    let port = Port {
        changed: Callback::new(|()| {}),
        send: Callback::new(move |()| tell()),
        choose: Callback::new(|_| {}),
        allow: Callback::new(|_| {}),
        wipe: Callback::new(|()| {}),
        print: Callback::new(|()| page::print()),
        save: Callback::new(save),
        waits: Signal::stored(false),
        stuck: Signal::stored(None),
        kept: Signal::stored(None),
        voice: None,
        together: true,
    };
    view! {
        <article class="page">
            <p class="quiet screen-only">{tr(words::TOGETHER_LEAD)}</p>
            <ParentPages sheet draft port />
            <Back />
        </article>
    }
}

#[component]
fn Back() -> impl IntoView {
    view! { <p class="actions"><A href="/dossier/ouders" attr:class="nl-button nl-button--secondary">{tr(words::TOGETHER_DONE)}</A></p> }
}
