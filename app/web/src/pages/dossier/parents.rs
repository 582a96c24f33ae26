//! The parents, each with a letter of their own: not opened, busy, sent; never the draft.

use chrono::Days;
use leptos::prelude::*;
use leptos_router::components::A;
use model::dossier::{Asks, Command, GuardianChange, Letter, LetterChange, State, invitation};
use rules::notation;
use rules::text::{Lang, Text};

use super::frame::DossierPage;
use super::inzage::Everything;
use super::room::Room;
use crate::components::add_line::AddLine;
use crate::components::choose::Choose;
use crate::components::field::Field;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::qr::QrCode;
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::platform::{http, random, share, spawn};
use crate::state::sharing::gone;
use crate::texts::{dossier as words, werkgebied};

/// How long a letter can be opened. A server keeps a box at most 92 days.
const OPEN_FOR: Days = Days::new(60);

/// The address of a letter.
pub fn address(link: &str) -> String {
    format!("{}/ouder/#{link}", http::origin().unwrap_or_default())
}

/// What is known of a letter, in words.
pub fn state(letter: &Letter, room: Room, lang: Lang) -> String {
    let on = |text: Text, day| format!("{} ({})", text.get(lang), notation::date(day, lang));
    match letter.state(room.today) {
        State::NotOpened => words::STATE_NOT.get(lang).to_owned(),
        State::Opened(day) => on(words::STATE_OPENED, day),
        State::Busy(day) => on(words::STATE_BUSY, day),
        State::Sent(day) => on(words::STATE_SENT, day),
        State::Withdrawn(day) => on(words::STATE_WITHDRAWN, day),
        State::Over(day) => on(words::STATE_OVER, day),
    }
}

pub fn page(room: Room) -> AnyView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::DRAFT, words::DRAFT_BODY));
    }
    let ids = room.memo(|view| view.present().map(|one| one.id.clone()).collect::<Vec<_>>());
    let gone = room.memo(|view| {
        let gone = view.guardians.iter().filter(|one| one.gone);
        gone.map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
    });
    let add = move |name| {
        room.done(&Command::AddGuardian { id: random::id(), name, relation: String::new() })
    };
    view! {
        <DossierPage room title=words::PARENTS>
            <For each=move || ids.get() key=|id| id.clone() let:id><Guardian room id /></For>
            <AddLine label=words::PARENT_NEW on_add=add />
            <For each=move || gone.get() key=|one| one.clone() let:one><Gone room guardian=one /></For>
        </DossierPage>
    }
    .into_any()
}

#[component]
fn Guardian(room: Room, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let here = room.memo(move |view| {
        let found = id.with_value(|id| view.guardian(id).cloned());
        found.map(|one| (one.name, one.relation)).unwrap_or_default()
    });
    let name = Signal::derive(move || here.get().0);
    let relation = Signal::derive(move || here.get().1);
    let letters = Memo::new(move |_| {
        room.of(|view| {
            let own = view.letters.iter().rev();
            let own = own.filter(|one| id.with_value(|id| one.guardian == *id));
            own.map(|one| one.id.clone()).collect::<Vec<_>>()
        })
    });
    let chosen = RwSignal::new(None::<Asks>);
    let usual = room.memo(move |view| Some(id.with_value(|id| Asks::usual(view, id))));
    let asks = move || chosen.get().or_else(|| usual.get()).unwrap_or(Asks::Alles);
    let possible = room.memo(|view| Asks::possible(view).to_vec());
    let options = Signal::derive(move || {
        let name = |one: Asks| (one.slug().to_owned(), one.label().get(lang.get()).to_owned());
        possible.get().into_iter().map(name).collect::<Vec<_>>()
    });
    let call = room.memo(move |view| id.with_value(|id| view.guardian(id)?.call.clone()));
    let make = move |_| {
        let Some(view) = room.view.get_untracked() else { return };
        let Some(mut rng) = random::generator() else {
            return room.problem.set(Some(werkgebied::NOT_OPEN));
        };
        let view = asks().of(&view);
        let until = room.today.checked_add_days(OPEN_FOR).unwrap_or(room.today);
        let made = invitation(&view, &random::id(), &id.get_value(), room.today, until, &mut rng);
        match made {
            // Its link may be given away at once: no step to take back, for then the answer would be lost. Withdrawing ends it.
            Ok(made) => {
                room.noted(&made.command);
            }
            Err(refused) => room.refused(&refused),
        }
    };
    let set = move |change| room.act(&Command::SetGuardian { id: id.get_value(), change });
    let word =
        move || if letters.with(Vec::is_empty) { words::INVITE } else { words::INVITE_AGAIN };
    view! {
        <section class="invitation">
            <h2 class="nl-heading nl-heading--level-2"><bdi>{name}</bdi></h2>
            <Field label=words::RELATION hint=words::RELATION_HINT value=relation on_change=move |text| set(GuardianChange::Relation(text)) />
            <For each=move || letters.get() key=|id| id.clone() let:letter><Sent room id=letter /></For>
            {move || call.get().map(|phone| view! { <Call phone done=move || set(GuardianChange::Called(room.today)) /> })}
            <Show when=move || !possible.with(Vec::is_empty)>
                <Choose
                    label=words::ASKS
                    options
                    chosen=Signal::derive(move || asks().slug().to_owned())
                    on_choose=move |slug: String| chosen.set(Asks::from_slug(&slug))
                    about=name
                />
            </Show>
            <div class="actions">
                <button type="button" class="nl-button nl-button--primary" on:click=make>
                    {move || word().get(lang.get())}<span class="visually-hidden">": "{name}</span>
                </button>
                <A href=format!("/dossier/tafel/{}", id.get_value()) attr:class="nl-button nl-button--secondary">
                    {tr(words::TABLE)}<span class="visually-hidden">": "{name}</span>
                </A>
            </div>
            <Leave room id name />
            <Everything room guardian=id />
        </section>
    }
}

/// A parent who does not take part any more counts no more, so it is asked once more in place.
#[component]
fn Leave(room: Room, id: StoredValue<String>, name: Signal<String>) -> impl IntoView {
    let asked = RwSignal::new(false);
    // The letters end with it, and an ended letter does not open again: no step to take back, but a way back.
    let leave = move |_| {
        let command = room.now(|view| Some(id.with_value(|id| view.leaves(id, room.today))));
        if let Some(command) = command {
            room.noted(&command);
        }
    };
    view! {
        <Show
            when=move || asked.get()
            fallback=move || view! {
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| asked.set(true)>
                    {tr(words::LEAVES)}<span class="visually-hidden">": "{name}</span>
                </button>
            }
        >
            <p class="nl-paragraph" role="status">{tr(words::LEAVES_WHAT)}</p>
            <div class="actions">
                <button type="button" class="nl-button nl-button--primary" on:click=leave>{tr(words::LEAVES_SURE)}</button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| asked.set(false)>{tr(words::STAYS)}</button>
            </div>
        </Show>
    }
}

/// Who does not take part any more stays listed, with the way back.
#[component]
fn Gone(room: Room, guardian: (String, String)) -> impl IntoView {
    let (id, name) = guardian;
    let back = move |_| {
        room.act(&Command::SetGuardian { id: id.clone(), change: GuardianChange::Gone(false) });
    };
    view! {
        <p class="nl-paragraph"><bdi>{name.clone()}</bdi>": "{tr(words::LEFT)}</p>
        <p>
            <button type="button" class="nl-button nl-button--subtle" on:click=back>
                {tr(words::COMES_BACK)}<span class="visually-hidden">": "{name}</span>
            </button>
        </p>
    }
}

/// One letter: what is known of it, its link, and what to do.
#[component]
fn Sent(room: Room, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let letter = Memo::new(move |_| {
        room.view.with(|view| {
            let letters = view.as_ref().map(|view| view.letters.clone()).unwrap_or_default();
            letters.into_iter().find(|one| id.with_value(|id| one.id == *id))
        })
    });
    let says = move || {
        letter.with(|one| one.as_ref().map(|one| state(one, room, lang.get())).unwrap_or_default())
    };
    let is_open = Memo::new(move |_| {
        // Who has the link can answer as this parent.
        room.may_write()
            && letter.with(|one| one.as_ref().is_some_and(|one| one.is_open(room.today)))
    });
    let is_known = Memo::new(move |_| {
        room.of(|view| {
            letter.with(|one| one.as_ref().is_some_and(|one| view.is_known_outside(one)))
        })
    });
    let posted =
        Memo::new(move |_| id.with_value(|id| room.app.posted.with(|all| all.contains(id))));
    let was = move |read: fn(&Letter) -> Option<chrono::NaiveDate>| {
        letter.with(|one| one.as_ref().and_then(read).is_some())
    };
    let there = move || {
        if posted.get() || was(|one| one.posted) { words::AT_SERVER } else { words::NOT_AT_SERVER }
            .get(lang.get())
    };
    let closed = move || {
        letter.with(|one| one.as_ref().is_some_and(|one| one.withdrawn.is_some())).then(|| {
            let done = was(|one| one.closed)
                || room.app.posted.with(|all| all.contains(&id.with_value(|id| gone(id))));
            if done { words::CLOSED } else { words::NOT_CLOSED }.get(lang.get())
        })
    };
    let late = move || {
        let is_over = |one: &Letter| !one.is_open(room.today) && one.is_kept(room.today);
        letter
            .with(|one| one.as_ref().is_some_and(is_over))
            .then(|| words::STILL_LOOKS.get(lang.get()))
    };
    let call = Memo::new(move |_| {
        letter.with(|one| one.as_ref().filter(|one| one.called.is_none())?.call.clone())
    });
    let set = move |change| room.act(&Command::SetLetter { id: id.get_value(), change });
    let link = Memo::new(move |_| {
        letter.with(|one| one.as_ref().map(|one| address(&one.link)).unwrap_or_default())
    });
    view! {
        <div class="brief">
            <p class="nl-paragraph" role="status"><strong>{says}</strong></p>
            {move || late().map(|text| view! { <p class="quiet">{text}</p> })}
            {move || call.get().map(|phone| view! { <Call phone done=move || set(LetterChange::Called(room.today)) /> })}
            {move || closed().map(|text| view! { <p class="quiet">{text}</p> })}
            <Show when=move || is_open.get()>
                <p class="quiet">{there}</p>
                <Show when=move || is_known.get()>
                    <p class="nl-paragraph" role="status">{tr(words::LINK_KNOWN)}</p>
                </Show>
                <Link link />
                <div class="actions">
                    <A href=format!("/dossier/papier/{}", id.get_value()) attr:class="nl-button nl-button--secondary">{tr(words::PAPER)}</A>
                    <button type="button" class="nl-button nl-button--subtle" on:click=move |_| set(LetterChange::Withdrawn(room.today))>{tr(words::WITHDRAW)}</button>
                </div>
            </Show>
        </div>
    }
}

/// Somebody asked to be called.
#[component]
fn Call(phone: String, done: impl Fn() + 'static) -> impl IntoView {
    let lang = use_lang();
    let has_number = !phone.is_empty();
    let number = move || {
        if has_number { phone.clone() } else { words::NO_NUMBER.get(lang.get()).to_owned() }
    };
    view! {
        <p class="nl-paragraph">{tr(words::WANTS_CALL)} " " <bdi>{number}</bdi></p>
        <button type="button" class="nl-button nl-button--secondary" on:click=move |_| done()>{tr(words::CALLED)}</button>
    }
}

#[component]
fn Link(link: Memo<String>) -> impl IntoView {
    let lang = use_lang();
    let (said, qr) = (RwSignal::new(None::<Text>), RwSignal::new(false));
    let id = unique("brief");
    let hint = format!("{id}-uitleg");
    let copy = move |_| {
        spawn(async move {
            let copied = share::copy(&link.get_untracked()).await.is_ok();
            let _ = said.try_set(Some(if copied { words::COPIED } else { words::NOT_COPIED }));
        });
    };
    view! {
        <div class="utrecht-form-field">
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{tr(words::LINK)}</label>
            <p class="utrecht-form-field-description" id=hint.clone()>{tr(words::LINK_HINT)}</p>
            <input id=id class="utrecht-textbox invitation__link" type="text" readonly aria-describedby=hint prop:value=move || link.get() />
        </div>
        <div class="actions">
            <button type="button" class="nl-button nl-button--secondary" on:click=copy>{tr(words::COPY)}</button>
            <button type="button" class="nl-button nl-button--secondary" aria-expanded=move || qr.get().to_string() on:click=move |_| qr.update(|on| *on = !*on)>
                <Drawn icon=Icon::Screen /> {tr(words::SHOW_QR)}
            </button>
        </div>
        <p class="quiet" role="status">{move || said.get().map(|text| text.get(lang.get()))}</p>
        <Show when=move || qr.get()><QrCode text=Signal::derive(move || link.get()) label=words::QR /></Show>
    }
}
