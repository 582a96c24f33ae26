//! Filling in together on the school's tablet. The draft is in memory only: leaving this page forgets it, and nothing of one parent is there
//! for the next. A parent has the tablet in hand, so every way out of here locks it.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use model::dossier::{Command, at_table, sheet};
use model::ouder::{Draft, Sheet, Step};
use parent::sound::Sound;
use parent::{ParentPages, Port, Sounds};
use replica::keys::DeviceKeys;

use super::frame::Unkept;
use super::room::Room;
use crate::components::dialog::Dialog;
use crate::i18n::{tr, tr_signal};
use crate::platform::{page, random, recorder, spawn};
use crate::state::sharing::recordings::Voice;
use crate::texts::dossier as words;
use crate::texts::leerlingenraad::kring::NOT_LOCKED;

/// The page with the parents.
const PARENTS: &str = "/dossier/ouders";

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
                    <p class="actions">{leave()}</p>
                </article>
            }
            .into_any()
        }
        None => view! { <p class="actions">{leave()}</p> }.into_any(),
    }
}

#[component]
fn Together(room: Room, id: String, sheet: Sheet) -> impl IntoView {
    let draft = RwSignal::new(Draft::default());
    let (holds, asks) = (Memo::new(move |_| draft.with(Draft::is_begun)), RwSignal::new(false));
    stay(room, holds, asks);
    let sounds = RwSignal::new(BTreeMap::new());
    let plain = StoredValue::new(sheet.clone());
    let guardian = StoredValue::new(id);
    let tell = move || {
        let story = plain.with_value(|sheet| draft.with_untracked(|draft| draft.story(sheet)));
        let name = plain.with_value(|sheet| sheet.guardian.clone());
        let told = at_table(&guardian.get_value(), &name, &story, room.today, &mut random::id);
        if told.is_empty() || room.done(&Command::Together(told)) {
            keep_sounds(room, draft, sounds);
            draft.update(|draft| {
                draft.sent = true;
                draft.step = Step::Done;
            });
        }
    };
    let port = Port {
        changed: Callback::new(|()| {}),
        send: Callback::new(move |()| tell()),
        choose: Callback::new(|_| {}),
        allow: Callback::new(|_| {}),
        wipe: Callback::new(|()| {}),
        print: Callback::new(|()| page::print()),
        // A file on the school's tablet would stay there.
        save: None,
        again: Callback::new(|()| {}),
        waits: Signal::derive(move || {
            room.ledger.space().is_some_and(|space| room.app.awaits_voices(space))
        }),
        stuck: Signal::stored(None),
        back: StoredValue::new(None),
        other: Signal::stored(false),
        kept: Signal::stored(None),
        voice: None,
        sounds: Some(Sounds {
            tape: recorder::tape(),
            here: sounds,
            keep: Callback::new(|_| {}),
            save: None,
        }),
        together: true,
    };
    view! {
        <article class="page">
            <p class="quiet screen-only">{tr(words::TOGETHER_LEAD)}</p>
            <Unkept room />
            <ParentPages sheet draft port />
            <Back room begun=holds asks />
        </article>
    }
}

/// While a parent fills in, nothing of the app stands around it. What was not sent is in memory alone: the browser's own button asks first,
/// as the button on the page does.
fn stay(room: Room, holds: Memo<bool>, asks: RwSignal<bool>) {
    page::set_root_attribute("data-scherm", Some("tafel"));
    let stepped = StoredValue::new(false);
    Effect::new(move || {
        let holds = holds.get();
        room.app.hold_sheet(holds);
        if holds && !stepped.get_value() {
            page::add_step();
            stepped.set_value(true);
        }
    });
    let listening = StoredValue::new_local(page::on_step(move || {
        if !stepped.get_value() {
            return;
        }
        if holds.get_untracked() {
            page::add_step();
            return asks.set(true);
        }
        stepped.set_value(false);
        page::back();
    }));
    on_cleanup(move || {
        page::set_root_attribute("data-scherm", None);
        listening.try_update_value(Option::take);
        room.app.hold_sheet(false);
    });
}

/// The recordings go into the dossier with the story, in the pieces in which they come from a phone as well.
fn keep_sounds(room: Room, draft: RwSignal<Draft>, sounds: RwSignal<BTreeMap<String, Sound>>) {
    let Some(space) = room.ledger.space() else { return };
    let all = sounds.get_untracked();
    let voices = draft.with_untracked(|draft| {
        let spoken = draft.spoken().filter(|one| one.fits());
        let here = spoken.filter_map(|one| Some((one.id.clone(), all.get(&one.id)?)));
        here.map(|(id, sound)| Voice::new(space, id, sound.bytes.clone())).collect()
    });
    room.app.keep_voices(voices);
}

/// The way back: the tablet locks, and who put it here opens it again. What was filled in and not sent goes with it, so then it asks. Where it
/// cannot lock, because something would be lost, it says so and lets them out.
#[component]
fn Back(room: Room, begun: Memo<bool>, asks: RwSignal<bool>) -> impl IntoView {
    let stuck = RwSignal::new(false);
    let lock = move || {
        asks.set(false);
        spawn(async move {
            // Who opens it again is past this page.
            page::rename(PARENTS);
            if room.app.lock().await.is_err() {
                let _ = stuck.try_set(true);
            }
        });
    };
    on_cleanup(move || {
        if !stuck.get_untracked() {
            spawn(async move {
                let _ = room.app.lock().await;
            });
        }
    });
    let done = move |_| if begun.get_untracked() { asks.set(true) } else { lock() };
    view! {
        <Show when=move || stuck.get()><p class="nl-paragraph" role="alert">{tr(NOT_LOCKED)}</p></Show>
        <p class="actions">
            <button type="button" class="nl-button nl-button--secondary" on:click=done>{tr(words::TOGETHER_DONE)}</button>
            <Show when=move || stuck.get()>{leave()}</Show>
        </p>
        <Dialog title=tr_signal(words::UNSENT) open=asks>
            <p class="nl-paragraph">{tr(words::UNSENT_WHY)}</p>
            <p class="actions">
                <button type="button" class="nl-button nl-button--primary" on:click=move |_| asks.set(false)>{tr(words::UNSENT_STAY)}</button>
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| lock()>{tr(words::UNSENT_GO)}</button>
            </p>
        </Dialog>
    }
}

/// Out of the table, to the page with parents.
fn leave() -> impl IntoView {
    view! { <A href=PARENTS attr:class="nl-button nl-button--secondary">{tr(words::TOGETHER_OUT)}</A> }
}
