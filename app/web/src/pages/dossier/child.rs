//! The child: what it says itself, and when it was heard (L-14).

use leptos::prelude::*;
use leptos_router::components::A;
use model::dossier::{self, Command, Moment, NewHearing, Told, child};
use model::inbreng::Contribution;
use model::leerlingenraad::questions::Group;
use model::tekening::drawing::Drawing;
use rules::notation;
use rules::text::Lang;

use super::draft::{Draft, Written};
use super::frame::DossierPage;
use super::room::Room;
use super::tell::Tell;
use super::voice::Heard as Voices;
use crate::components::child::keep::Keep;
use crate::components::child::round::Round;
use crate::components::child::voice::Voice;
use crate::components::child::{Asked, Kiosk, Manner};
use crate::components::day::DayField;
use crate::components::drawing::{Picture, contents};
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::read_aloud::Aloud;
use crate::components::segmented::Segmented;
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::dossier as words;
use crate::texts::leerlingenraad::{alone as texts, kring};

pub fn page(room: Room) -> AnyView {
    // The switch outlives the page on which it is put on: the children's screen reads it.
    let aloud = Aloud::provide();
    let heard = Voices::follow(room);
    Effect::new(move || {
        let loose = heard.sounds();
        aloud.recorded.update(|recorded| recorded.loose = loose);
    });
    let with_child = RwSignal::new(false);
    let group = RwSignal::new(Group::Oud);
    let view = move || {
        if with_child.get() {
            view! { <WithChild room group=group.get_untracked() /> }.into_any()
        } else {
            view! { <Side room group with_child /> }.into_any()
        }
    };
    view.into_any()
}

#[component]
fn Side(room: Room, group: RwSignal<Group>, with_child: RwSignal<bool>) -> impl IntoView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::HEARD, words::HEARD_LEAD));
    }
    let none = room.memo(|view| view.asked().next().is_none());
    let groups = Group::ALL.iter().map(|one| (*one, one.label())).collect();
    view! {
        <DossierPage room title=words::CHILD>
            // On paper: what the child made, and when it was heard.
            <div class="screen-only">
                <p class="nl-paragraph nl-paragraph--lead">{tr(words::CHILD_LEAD)}</p>
                <h2 class="nl-heading nl-heading--level-2">{tr(texts::ITSELF)}</h2>
                <p class="nl-paragraph">{tr(texts::ITSELF_WHY)}</p>
                <Segmented legend=texts::FOR choices=groups chosen=group on_choose=move |one| group.set(one) />
                <Voice />
                <p class="nl-paragraph"><A href="/dossier/stem" attr:class="nl-link">{tr(kring::RECORD)}</A></p>
                <p>
                    <button type="button" class="nl-button nl-button--primary" disabled=none on:click=move |_| with_child.set(true)>{tr(texts::HAND)} <Drawn icon=Icon::Forward /></button>
                </p>
            </div>
            <Made room />
            <div class="screen-only"><Tell room side=dossier::Side::Kind label=words::WORDS /></div>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::HEARD)}</h2>
            <p class="nl-paragraph screen-only">{tr(words::HEARD_LEAD)}</p>
            <Heard room />
            <div class="screen-only"><Hear room /></div>
        </DossierPage>
    }
}

/// How a child is welcomed that says it for itself, and not for a council.
const ALONE: Manner = Manner {
    begin: &texts::BEGIN_LINES,
    thanks: texts::THANKS,
    next: texts::AGAIN,
    corner: None,
    asks_may: false,
    may: [texts::MAY, texts::MAY_WHY, texts::MAY_YES],
};

/// The same screen as in a leerlingenraad; what is said lies in the dossier before the child is thanked.
#[component]
fn WithChild(room: Room, group: Group) -> impl IntoView {
    let lang = use_lang();
    let asked = Asked(Signal::derive(move || {
        Some(room.of(|view| Some(child::asked(view, group, lang.get())))).flatten()
    }));
    let take = Callback::new(move |said: Vec<Contribution>| {
        let Some(view) = room.ledger.read() else { return false };
        let mut ids = random::id;
        let command = child::told(&view, &said, room.today, lang.get_untracked(), &mut ids);
        said.is_empty() || room.done(&command)
    });
    let keep = Keep::Given { app: room.app, take };
    view! {
        <Kiosk keep title=words::CHILD left=Callback::new(|()| ())>
            <Round asked keep manner=ALONE />
        </Kiosk>
    }
}

/// A drawing of the child, with its name; nothing where there is none.
pub fn drawn(packed: Vec<u8>, lang: Lang) -> Option<AnyView> {
    let drawing = Drawing::unpack(&packed).unwrap_or_default();
    let name = format!("{}: {}", texts::DRAWING.get(lang), contents(&drawing, lang));
    (!packed.is_empty()).then(|| view! { <Picture packed name /> }.into_any())
}

/// What the child drew.
#[component]
fn Made(room: Room) -> impl IntoView {
    let lang = use_lang();
    let all = room.memo(|view| {
        let drawn = view.told.iter().filter(|one| !one.drawing.is_empty());
        let one = |one: &Told| (one.drawing.clone(), one.text.clone(), one.kept_back);
        drawn.map(one).collect::<Vec<_>>()
    });
    let shown = move || {
        let lang = lang.get();
        let one = |(packed, said, kept_back): (Vec<u8>, String, bool)| {
            view! {
                <li class="card">
                    <div class:screen-only=kept_back>{drawn(packed, lang)}<p class="said__words">{said}</p></div>
                    {kept_back.then(|| view! {
                        <p class="nl-paragraph screen-only">{tr(texts::KEPT_BACK)}</p>
                        <p class="nl-paragraph print-only">{tr(texts::KEPT_PRINT)}</p>
                    })}
                </li>
            }
        };
        all.get().into_iter().map(one).collect_view()
    };
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <h2 class="nl-heading nl-heading--level-2">{tr(texts::MADE)}</h2>
            <ul class="cards">{shown}</ul>
        </Show>
    }
}

#[component]
fn Heard(room: Room) -> impl IntoView {
    let ids = room.memo(|view| view.hearings.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    view! { <ul><For each=move || ids.get() key=|id| id.clone() let:id><Hearing room id /></For></ul> }
}

/// One time. What was done with it may be explained later: then it is added here.
#[component]
fn Hearing(room: Room, id: String) -> impl IntoView {
    let lang = use_lang();
    let explains = Draft::new(room, format!("uitleg/{id}"));
    let id = StoredValue::new(id);
    let here = room.memo(move |view| {
        view.hearings.iter().find(|one| id.with_value(|id| one.id == *id)).cloned()
    });
    let says = move || {
        let (lang, one) = (lang.get(), here.get()?);
        let moment = one.moment.map_or("", |moment| moment.label().get(lang));
        let day = one.on.map(|day| notation::date(day, lang)).unwrap_or_default();
        Some(format!("{moment}, {day}: {} {} ", one.way, one.help))
    };
    let done = Memo::new(move |_| {
        here.with(|one| one.as_ref().map(|one| one.done_with.clone()).unwrap_or_default())
    });
    let shown = move || {
        let done = Some(done.get()).filter(|text| !text.is_empty());
        done.unwrap_or_else(|| words::NO_DONE_WITH.get(lang.get()).to_owned())
    };
    let explain = move |_| {
        let (id, done_with) = (id.get_value(), explains.now());
        Draft::put(&[explains], Command::Explain { id, done_with });
    };
    view! {
        <li class="nl-paragraph">
            {says} <strong>{shown}</strong>
            <Show when=move || done.with(String::is_empty) && room.may_write()>
                <div class="screen-only">
                    <Written label=words::DONE_WITH draft=explains rows="2" />
                    <p><button type="button" class="nl-button nl-button--secondary" on:click=explain>{tr(words::RECORD)}</button></p>
                </div>
            </Show>
        </li>
    }
}

#[component]
fn Hear(room: Room) -> impl IntoView {
    let moment = RwSignal::new(Moment::Opstellen);
    let on = RwSignal::new(Some(room.today));
    let all = ["hoe", "hulp", "gedaan"].map(|name| Draft::new(room, format!("gehoord/{name}")));
    let [way, help, done_with] = all;
    let record = move |_| {
        let hearing = NewHearing {
            moment: moment.get_untracked(),
            on: on.get_untracked().unwrap_or(room.today),
            way: way.now(),
            help: help.now(),
            done_with: done_with.now(),
        };
        Draft::put(&all, Command::Hear { id: random::id(), hearing: Box::new(hearing) });
    };
    let choices = Moment::ALL.iter().map(|one| (*one, one.label())).collect();
    view! {
        <Segmented legend=words::MOMENT choices chosen=moment on_choose=move |one| moment.set(one) />
        <DayField label=words::HEARD_ON hint=words::HEARD_ON_HINT value=on on_change=move |day| on.set(day) />
        <Written label=words::WAY draft=way rows="2" />
        <Written label=words::HELP draft=help rows="2" />
        <Written label=words::DONE_WITH draft=done_with rows="2" />
        <p><button type="button" class="nl-button nl-button--secondary" on:click=record>{tr(words::RECORD)}</button></p>
    }
}
