//! The child: what it says itself, and when it was heard (L-14).

use leptos::prelude::*;
use model::dossier::{Command, Moment, NewHearing, Side};
use rules::notation;

use super::frame::DossierPage;
use super::room::Room;
use super::tell::Tell;
use crate::components::field::Field;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::segmented::Segmented;
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::dossier as words;

pub fn page(room: Room) -> AnyView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::HEARD, words::HEARD_LEAD));
    }
    view! {
        <DossierPage room title=words::CHILD>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::CHILD_LEAD)}</p>
            <Tell room side=Side::Kind label=words::WORDS />
            <h2 class="nl-heading nl-heading--level-2">{tr(words::HEARD)}</h2>
            <p class="nl-paragraph">{tr(words::HEARD_LEAD)}</p>
            <Heard room />
            <Hear room />
        </DossierPage>
    }
    .into_any()
}

#[component]
fn Heard(room: Room) -> impl IntoView {
    let lang = use_lang();
    let all = move || {
        let lang = lang.get();
        let one = |one: &model::dossier::Hearing| {
            let moment = one.moment.map_or("", |moment| moment.label().get(lang));
            let day = one.on.map(|day| notation::date(day, lang)).unwrap_or_default();
            let done = Some(one.done_with.clone()).filter(|text| !text.is_empty());
            let done = done.unwrap_or_else(|| words::NO_DONE_WITH.get(lang).to_owned());
            view! { <li class="nl-paragraph">{format!("{moment}, {day}: {} {} ", one.way, one.help)} <strong>{done}</strong></li> }
        };
        room.of(|view| view.hearings.iter().map(one).collect::<Vec<_>>())
    };
    view! { <ul>{all}</ul> }
}

#[component]
fn Hear(room: Room) -> impl IntoView {
    let moment = RwSignal::new(Moment::Opstellen);
    let [way, help, done_with] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let record = move |_| {
        let hearing = NewHearing {
            moment: moment.get_untracked(),
            on: room.today,
            way: way.get_untracked(),
            help: help.get_untracked(),
            done_with: done_with.get_untracked(),
        };
        if room.done(&Command::Hear { id: random::id(), hearing: Box::new(hearing) }) {
            [way, help, done_with].iter().for_each(|one| one.set(String::new()));
        }
    };
    let choices = Moment::ALL.iter().map(|one| (*one, one.label())).collect();
    view! {
        <Segmented legend=words::MOMENT choices chosen=moment on_choose=move |one| moment.set(one) />
        <Field label=words::WAY value=way on_change=move |text| way.set(text) />
        <Field label=words::HELP value=help on_change=move |text| help.set(text) />
        <Field label=words::DONE_WITH value=done_with on_change=move |text| done_with.set(text) />
        <p><button type="button" class="nl-button nl-button--secondary" on:click=record>{tr(words::RECORD)}</button></p>
    }
}
