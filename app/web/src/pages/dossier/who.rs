//! Who sees it: in plain words, with what each parent says about somebody new (PRV-01).

use leptos::prelude::*;
use leptos_router::components::A;
use model::dossier::{Command, Receiver};

use super::frame::DossierPage;
use super::room::Room;
use crate::components::add_line::AddLine;
use crate::components::choose::Choose;
use crate::components::field::Field;
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::dossier as words;

pub fn page(room: Room) -> AnyView {
    let sees = room.memo(|view| view.sees.lines().map(str::to_owned).collect::<Vec<_>>());
    let receivers = room.memo(|view| view.receivers.clone());
    let why = RwSignal::new(String::new());
    let propose = move |name| {
        let why = why.get_untracked();
        room.done(&Command::Propose { id: random::id(), name, why, on: room.today })
    };
    let devices = move || {
        room.view.track();
        room.ledger.space().map(|space| {
            view! { <p><A href=format!("/delen/{space}") attr:class="nl-link">{tr(words::DEVICES)}</A></p> }
        })
    };
    view! {
        <DossierPage room title=words::WHO>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::WHO_LEAD)}</p>
            <ul>{move || sees.get().into_iter().map(|one| view! { <li class="nl-paragraph"><bdi>{one}</bdi></li> }).collect_view()}</ul>
            {devices}
            <For each=move || receivers.get() key=|one| format!("{one:?}") let:one><One room receiver=one /></For>
            <Field label=words::RECEIVER_WHY value=why on_change=move |text| why.set(text) />
            <AddLine label=words::RECEIVER on_add=propose />
        </DossierPage>
    }
    .into_any()
}

#[component]
fn One(room: Room, receiver: Receiver) -> impl IntoView {
    let (id, name) = (StoredValue::new(receiver.id.clone()), receiver.name.clone());
    let is_gone = receiver.removed.is_some();
    let may = room.now(|view| view.may_receive(&receiver));
    let verdict = match (is_gone, may) {
        (true, _) => words::REMOVED,
        (_, true) => words::MAY,
        _ => words::MAY_NOT_YET,
    };
    let remove = move |_| room.act(&Command::Remove { id: id.get_value(), on: room.today });
    let why = receiver.why.clone();
    let asks = (!is_gone).then(|| view! { <Answers room receiver /> });
    view! {
        <section class="invitation">
            <h2 class="nl-heading nl-heading--level-2"><bdi>{name.clone()}</bdi></h2>
            <p class="nl-paragraph"><bdi>{why}</bdi></p>
            <p class="nl-paragraph"><strong>{tr(verdict)}</strong></p>
            {asks}
            {(!is_gone).then(|| view! {
                <button type="button" class="nl-button nl-button--subtle" on:click=remove>{tr(words::REMOVE)}<span class="visually-hidden">": "{name}</span></button>
            })}
        </section>
    }
}

/// What each guardian says about one receiver.
#[component]
pub fn Answers(room: Room, receiver: Receiver) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(receiver.id.clone());
    let options = Signal::derive(move || {
        let all = [("", words::NOT_ASKED), ("ja", words::YES), ("nee", words::NO)];
        all.map(|(value, name)| (value.to_owned(), name.get(lang.get()).to_owned())).to_vec()
    });
    let guardians = room.now(|view| view.present().cloned().collect::<Vec<_>>());
    let asks = guardians.into_iter().map(|guardian| {
        let chosen = match receiver.answers.get(&guardian.id) {
            None => "",
            Some(true) => "ja",
            Some(false) => "nee",
        };
        let guardian_id = guardian.id.clone();
        let choose = move |value: String| {
            let yes = match &*value {
                "ja" => Some(true),
                "nee" => Some(false),
                _ => None,
            };
            room.done(&Command::Allow { id: id.get_value(), guardian: guardian_id.clone(), yes });
        };
        view! {
            <Choose label=words::PARENTS options chosen=Signal::stored(chosen.to_owned()) on_choose=choose about=Signal::stored(guardian.name) />
            <p class="marks">{guardian.relation}</p>
        }
    });
    asks.collect_view()
}
