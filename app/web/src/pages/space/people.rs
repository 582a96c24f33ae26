//! Who is in: each person with the devices, and for who manages: another role, and out. Asked once more in place.

use leptos::prelude::*;
use model::sharing::people::{Card, Line, before_removal};
use replica::id::DeviceId;
use replica::role::Role;
use rules::notation::sentence_case;

use super::Here;
use crate::components::choice::RoleChoice;
use crate::components::failed::Failed;
use crate::i18n::{tr, use_lang};
use crate::platform::{next_paint, page, spawn};
use crate::state::sharing::ShareError;
use crate::texts::sharing::space as words;

/// What is being decided, about which devices.
#[derive(Clone, PartialEq, Eq)]
enum Asked {
    Role(Vec<DeviceId>),
    Out(Vec<DeviceId>),
}

/// What the cards share.
#[derive(Clone, Copy)]
struct Table {
    here: Here,
    asked: RwSignal<Option<Asked>>,
    error: RwSignal<Option<ShareError>>,
}

impl Table {
    fn ask(self, what: Asked) {
        self.error.set(None);
        self.asked.set(Some(what));
        spawn(async {
            next_paint().await;
            let _ = page::focus(".member__asked");
        });
    }
}

#[component]
pub fn People(here: Here) -> impl IntoView {
    let lang = use_lang();
    let cards = Memo::new(move |_| {
        here.app.revision.track();
        here.app.cards(here.id, lang.get())
    });
    // A card keeps its place on the screen while what it says changes.
    let keys =
        Memo::new(move |_| cards.with(|cards| cards.iter().filter_map(first).collect::<Vec<_>>()));
    let table = Table { here, asked: RwSignal::new(None), error: RwSignal::new(None) };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::PEOPLE)}</h2>
        <ul class="plain members">
            <For each=move || keys.get() key=|key| *key let:key>
                <Member table key card=Memo::new(move |_| {
                    cards.with(|cards| cards.iter().find(|card| first(card) == Some(key)).cloned())
                }) />
            </For>
        </ul>
        <Failed error=table.error />
    }
}

fn first(card: &Card) -> Option<DeviceId> {
    card.devices.first().map(|device| device.id)
}

#[component]
fn Member(table: Table, key: DeviceId, card: Memo<Option<Card>>) -> impl IntoView {
    let lang = use_lang();
    let name = move || card.with(|card| card.as_ref().map(|card| card.name.clone()));
    let is_me = Memo::new(move |_| card.with(|card| card.as_ref().is_some_and(|card| card.is_me)));
    let role = move || {
        let called = card.with(|card| card.as_ref().map(|card| card.called));
        called.map(|text| text.get(lang.get()))
    };
    // What an adviser may do follows from being one.
    let advises =
        Memo::new(move |_| card.with(|card| card.as_ref().is_some_and(|card| card.advises)));
    let lines = move || {
        let lines = card.get().map(|card| card.devices).unwrap_or_default();
        let several = lines.iter().filter(|line| line.role.is_some()).count() > 1;
        let line = |line| view! { <Device table line several /> };
        lines.into_iter().map(line).collect_view()
    };
    let devices = move || {
        let devices = card.get_untracked().map(|card| card.devices).unwrap_or_default();
        let is_in = devices.into_iter().filter(|line| line.role.is_some());
        is_in.map(|line| line.id).collect::<Vec<_>>()
    };
    let may = Memo::new(move |_| {
        let is_in = card.with(|card| card.as_ref().is_some_and(|card| card.role.is_some()));
        table.here.manages() && is_in && !is_me.get()
    });
    let mine = Memo::new(move |_| {
        let about = |devices: &[DeviceId]| {
            card.with(|card| {
                let all = card.as_ref().map(|card| card.devices.as_slice()).unwrap_or_default();
                all.iter().any(|line| devices.contains(&line.id))
            })
        };
        table.asked.get().filter(|asked| match asked {
            Asked::Role(devices) | Asked::Out(devices) => about(devices),
        })
    });
    let asked = move || {
        mine.get().map(|asked| match asked {
            Asked::Role(devices) => view! { <NewRole table devices card /> }.into_any(),
            Asked::Out(devices) => view! { <Out table devices card /> }.into_any(),
        })
    };
    view! {
        <li class="member" data-device=key.to_string()>
            <h3 class="nl-heading nl-heading--level-3 member__name">
                <bdi>{name}</bdi>
                <Show when=move || is_me.get()>" ("{tr(words::YOU)}")"</Show>
                <span class="member__role">{role}</span>
            </h3>
            <ul class="plain member__devices">{lines}</ul>
            <Show when=move || may.get() && mine.get().is_none()>
                <div class="member__ways">
                    <Show when=move || !advises.get()>
                        <button type="button" class="nl-button nl-button--subtle" on:click=move |_| table.ask(Asked::Role(devices()))>
                            {tr(words::CHANGE_ROLE)}<span class="visually-hidden">": "{name}</span>
                        </button>
                    </Show>
                    <button type="button" class="nl-button nl-button--subtle" on:click=move |_| table.ask(Asked::Out(devices()))>
                        {tr(words::REMOVE)}<span class="visually-hidden">": "{name}</span>
                    </button>
                </div>
            </Show>
            {asked}
        </li>
    }
}

#[component]
fn Device(table: Table, line: Line, several: bool) -> impl IntoView {
    let id = line.id;
    let may = several && line.role.is_some() && !line.is_this;
    let manages = Memo::new(move |_| may && table.here.manages());
    view! {
        <li>
            <span class="member__about">{line.about}</span>
            " "
            <span class="quiet">{line.seen}"."</span>
            <Show when=move || manages.get()>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| table.ask(Asked::Out(vec![id]))>
                    {tr(words::REMOVE_DEVICE)}
                </button>
            </Show>
        </li>
    }
}

#[component]
fn NewRole(table: Table, devices: Vec<DeviceId>, card: Memo<Option<Card>>) -> impl IntoView {
    let now = card.with_untracked(|card| card.as_ref().and_then(|card| card.role));
    let chosen = RwSignal::new(now.unwrap_or(Role::Lezen));
    let devices = StoredValue::new(devices);
    let save = move |_| {
        spawn(async move {
            for device in devices.get_value() {
                let role = chosen.get_untracked();
                if let Err(error) = table.here.app.set_role(table.here.id, device, role).await {
                    let _ = table.error.try_set(Some(error));
                    return;
                }
            }
            let _ = table.asked.try_set(None);
        });
    };
    view! {
        <div class="member__asked" tabindex="-1">
            <RoleChoice legend=words::ROLE chosen />
            <div class="actions">
                <button type="button" class="nl-button nl-button--primary" on:click=save>{tr(words::SAVE_ROLE)}</button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| table.asked.set(None)>{tr(words::KEEP)}</button>
            </div>
        </div>
    }
}

#[component]
fn Out(table: Table, devices: Vec<DeviceId>, card: Memo<Option<Card>>) -> impl IntoView {
    let lang = use_lang();
    let devices = StoredValue::new(devices);
    let sentence = move || {
        let card = card.get();
        let own = || words::OWN_DEVICE.get(lang.get()).to_owned();
        let name = card.map(|card| if card.is_me { own() } else { card.name });
        let says = table
            .here
            .app
            .tell(lang.get(), |telling| before_removal(&name.unwrap_or_default(), telling));
        sentence_case(&says)
    };
    let remove = move |_| {
        spawn(async move {
            let outcome = table.here.app.remove(table.here.id, &devices.get_value()).await;
            let _ = table.error.try_set(outcome.err());
            let _ = table.asked.try_set(None);
        });
    };
    view! {
        <div class="member__asked" tabindex="-1">
            <p class="nl-paragraph">{sentence}</p>
            <div class="actions">
                <button type="button" class="nl-button nl-button--primary" on:click=remove>{tr(words::REMOVE_SURE)}</button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| table.asked.set(None)>{tr(words::KEEP)}</button>
            </div>
        </div>
    }
}
