//! Somebody whom the school proposes: what each parent says, access once they all say yes, and the end of it.

use leptos::prelude::*;
use model::dossier::watch::of_receiver;
use model::dossier::{Access, Command, Guardian, Receiver, Said, Way};
use model::sharing::people::before_removal;
use replica::role::Role;
use rules::notation;
use rules::text::{Lang, Text};

use super::access::{Inviting, invite};
use crate::components::choice::Choice;
use crate::components::choose::Choose;
use crate::components::failed::Failed;
use crate::components::segmented::Segmented;
use crate::components::why::Why;
use crate::i18n::{tr, use_lang};
use crate::pages::dossier::room::Room;
use crate::platform::spawn;
use crate::state::sharing::ShareError;
use crate::texts::dossier::who as words;
use crate::texts::sharing::space;

/// Somebody, followed by id: an answer that comes in redraws the words and not what is being chosen.
#[component]
pub fn One(room: Room, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let receiver = Memo::new(move |_| {
        room.of(|view| id.with_value(|id| view.receivers.iter().find(|one| one.id == *id).cloned()))
    });
    let of = move |read: fn(&Receiver) -> String| {
        move || receiver.with(|one| one.as_ref().map(read).unwrap_or_default())
    };
    let is_gone = Memo::new(move |_| {
        receiver.with(|one| one.as_ref().is_none_or(|one| one.removed.is_some()))
    });
    let may = Memo::new(move |_| {
        room.of(|view| receiver.with(|one| one.as_ref().is_some_and(|one| view.may_receive(one))))
    });
    let verdict = move || {
        receiver.with(|one| one.as_ref().map(|one| verdict(one, may.get()).get(lang.get())))
    };
    let law = move || {
        let view = room.view.get()?;
        let law = receiver
            .with(|one| room.with_rules(|context| of_receiver(&view, one.as_ref()?, context)))?;
        Some(view! { <Why answer=StoredValue::new(law.answer) /> })
    };
    let had = move || receiver.with(|one| one.as_ref().map(|one| had(room, one, lang.get())));
    // One invitation at a time; one that ended, or was made on another device, may be followed by another.
    let gives = Memo::new(move |_| {
        room.app.revision.track();
        let is_free = |one: &Receiver| {
            one.device.is_none()
                && !one.is_table()
                && !one.invited.as_deref().is_some_and(|id| room.app.is_out(id))
        };
        may.get() && receiver.with(|one| one.as_ref().is_some_and(is_free))
    });
    view! {
        <section class="invitation">
            <h2 class="nl-heading nl-heading--level-2"><bdi>{of(|one| one.name.clone())}</bdi></h2>
            <p class="nl-paragraph"><bdi>{of(|one| one.why.clone())}</bdi></p>
            <p class="nl-paragraph"><strong>{verdict}</strong> {law}</p>
            <p class="nl-paragraph">{had}</p>
            <Show when=move || !is_gone.get()>
                <Show when=move || !may.get()><p class="quiet">{tr(words::HOW_TO_ASK)}</p></Show>
                <Answers room id=id.get_value() />
                <Show when=move || gives.get()><Give room receiver /></Show>
                <End room receiver />
            </Show>
        </section>
    }
}

const fn verdict(receiver: &Receiver, may: bool) -> Text {
    match (receiver.removed.is_some(), may, receiver.device.is_some()) {
        (true, ..) => words::REMOVED,
        (_, true, true) => words::HAS_ACCESS,
        (_, true, _) => words::MAY,
        (_, false, true) => words::MUST_GO,
        _ if receiver.invited.is_some() => words::INVITED_STILL,
        _ => words::MAY_NOT_YET,
    }
}

/// Since when somebody has access, until when, and on which days the dossier was read: what that person had.
fn had(room: Room, receiver: &Receiver, lang: Lang) -> String {
    let day = |day| notation::date(day, lang);
    let Some(since) = receiver.since else { return String::new() };
    let until = receiver.removed;
    let text = match until {
        Some(until) => {
            let text = words::HAD.get(lang).replacen("{}", &day(since), 1);
            text.replacen("{}", &day(until), 1)
        }
        None => words::HAS_SINCE.get(lang).replacen("{}", &day(since), 1),
    };
    // By person: the name on the list is what the school calls somebody, the name in the log is their own.
    let person = receiver.device.as_deref().and_then(|device| room.person_of(device));
    let read = room.read.view.with(|log| {
        let days =
            log.as_ref().zip(person.as_deref()).map(|(log, person)| log.read_by(person).map(day));
        days.map(|days| days.collect::<Vec<_>>().join(", ")).unwrap_or_default()
    });
    if read.is_empty() {
        text
    } else {
        format!("{text} {}", words::READ_ON.get(lang).replacen("{}", &read, 1))
    }
}

/// What each parent says, and everything that was said: the school writes down how it heard it, and writes nothing over.
#[component]
pub fn Answers(room: Room, id: String) -> impl IntoView {
    let id = StoredValue::new(id);
    let guardians = room.memo(|view| view.present().cloned().collect::<Vec<_>>());
    view! { <For each=move || guardians.get() key=|one| one.id.clone() let:guardian><Asked room id guardian /></For> }
}

#[component]
fn Asked(room: Room, id: StoredValue<String>, guardian: Guardian) -> impl IntoView {
    let lang = use_lang();
    let of = StoredValue::new(guardian.id);
    let named = move |all: [(&str, Text); 3]| {
        all.map(|(value, name)| (value.to_owned(), name.get(lang.get()).to_owned())).to_vec()
    };
    let options = Signal::derive(move || {
        named([("", words::NOT_ASKED), ("ja", words::YES), ("nee", words::NO)])
    });
    let said = Memo::new(move |_| {
        room.of(|view| {
            let found = view.receivers.iter().find(|one| id.with_value(|id| one.id == *id));
            let all = found.map(|one| of.with_value(|of| one.said_by(of).cloned().collect()));
            let answer = found.and_then(|one| of.with_value(|of| one.answers.get(of).copied()));
            (answer, all.unwrap_or_else(Vec::<Said>::new))
        })
    });
    let chosen = Signal::derive(move || {
        said.with(|(answer, _)| answer.map_or("", |yes| if yes { "ja" } else { "nee" })).to_owned()
    });
    let way = RwSignal::new(Way::AanTafel);
    let choose = move |value: String| {
        let yes = (!value.is_empty()).then(|| value == "ja");
        let (id, guardian, way) = (id.get_value(), of.get_value(), way.get_untracked());
        // What a parent said is nobody's step to take back; another answer comes beside it.
        room.noted(&Command::Allow { id, guardian, yes, on: room.today, way });
    };
    let told = move || {
        let lang = lang.get();
        let one = |one: &Said| {
            let answer =
                one.yes.map_or(words::NOT_ASKED, |yes| if yes { words::YES } else { words::NO });
            let day = one.on.map(|on| notation::date(on, lang)).unwrap_or_default();
            let way = one.way.map(|way| format!(", {}", way.label().get(lang))).unwrap_or_default();
            view! { <li class="marks">{format!("{}: {day}{way}", answer.get(lang))}</li> }
        };
        said.with(|(_, all)| all.iter().map(one).collect_view())
    };
    let ways = [Way::AanTafel, Way::Papier].map(|one| (one, one.label())).to_vec();
    view! {
        <h3 class="nl-heading nl-heading--level-3"><bdi>{guardian.name.clone()}</bdi></h3>
        <p class="marks">{guardian.relation}</p>
        <ul class="plain">{told}</ul>
        <Segmented legend=words::HOW_SAID choices=ways chosen=way on_choose=move |one| way.set(one) />
        <Choose label=words::PARENTS_SAY options chosen on_choose=choose about=Signal::stored(guardian.name) />
    }
}

/// Access: reading, or writing as the school does. Who only reads is the usual choice (TOP-11).
#[component]
fn Give(room: Room, receiver: Memo<Option<Receiver>>) -> impl IntoView {
    let (role, state) = (RwSignal::new(Role::Inbrengen), Inviting::default());
    let give = move |_| {
        let Some(id) = receiver.with_untracked(|one| one.as_ref().map(|one| one.id.clone())) else {
            return;
        };
        let says = move |made| Command::Access { id, access: Access::Invited(made) };
        invite(room, role.get_untracked(), state, says);
    };
    let choices = vec![
        (Role::Inbrengen, words::AS_READER, Some(words::AS_READER_MORE)),
        (Role::Bewerken, words::AS_WRITER, Some(words::AS_WRITER_MORE)),
    ];
    let name = move || receiver.with(|one| one.as_ref().map(|one| one.name.clone()));
    view! {
        <Choice legend=words::AS_WHAT choices chosen=role />
        <Failed error=state.error />
        <p>
            <button type="button" class="nl-button nl-button--primary" on:click=give>
                {tr(words::GIVE)}<span class="visually-hidden">": "{name}</span>
            </button>
        </p>
    }
}

/// Off the list, and out of the dossier: asked once more in place, with what it cannot do.
#[component]
fn End(room: Room, receiver: Memo<Option<Receiver>>) -> impl IntoView {
    let lang = use_lang();
    let (asked, error) = (RwSignal::new(false), RwSignal::new(None::<ShareError>));
    let name =
        move || receiver.with(|one| one.as_ref().map(|one| one.name.clone()).unwrap_or_default());
    let sentence = move || room.app.tell(lang.get(), |telling| before_removal(&name(), telling));
    let end = move |_| {
        let Some(receiver) = receiver.get_untracked() else { return };
        spawn(async move {
            match out(room, &receiver).await {
                // No step to take back: their keys are gone.
                Ok(()) => drop(room.noted(&Command::Remove { id: receiver.id, on: room.today })),
                Err(wrong) => drop(error.try_set(Some(wrong))),
            }
        });
    };
    let has_device =
        move || receiver.with_untracked(|one| one.as_ref().is_some_and(|one| one.device.is_some()));
    let ask = move |event| if has_device() { asked.set(true) } else { end(event) };
    view! {
        <Failed error />
        <Show
            when=move || asked.get()
            fallback=move || view! {
                <button type="button" class="nl-button nl-button--subtle" on:click=ask>
                    {tr(words::REMOVE)}<span class="visually-hidden">": "{name}</span>
                </button>
            }
        >
            <p class="nl-paragraph" role="status">{sentence}</p>
            <div class="actions">
                <button type="button" class="nl-button nl-button--primary" on:click=end>{tr(space::REMOVE_SURE)}</button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| asked.set(false)>{tr(space::KEEP)}</button>
            </div>
        </Show>
    }
}

/// Ends an open invitation, and removes every device of the person who came in by it; from then on there is a new key.
async fn out(room: Room, receiver: &Receiver) -> Result<(), ShareError> {
    let invite = receiver.invited.as_deref();
    if let Some(invite) = invite.and_then(model::ouder::unhex::<16>) {
        room.app.end_invitation(&invite).await?;
    }
    let device = receiver.device.as_deref();
    let Some((device, space)) = device.zip(room.ledger.space()) else { return Ok(()) };
    let left = room.app.devices_beside(space, device);
    if left.is_empty() {
        return Ok(());
    }
    room.app.remove(space, &left).await
}
