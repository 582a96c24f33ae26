//! Somebody whom the school proposes: what each parent says, access once they all say yes, and the end of it.

use leptos::prelude::*;
use model::dossier::watch::of_receiver;
use model::dossier::{Access, Command, Receiver};
use model::sharing::people::before_removal;
use replica::role::Role;
use rules::notation;
use rules::text::Lang;

use super::access::{Inviting, invite};
use crate::components::choice::Choice;
use crate::components::choose::Choose;
use crate::components::failed::Failed;
use crate::components::why::Why;
use crate::i18n::{tr, use_lang};
use crate::pages::dossier::room::Room;
use crate::platform::spawn;
use crate::state::sharing::ShareError;
use crate::texts::dossier::who as words;
use crate::texts::sharing::space;

#[component]
pub fn One(room: Room, receiver: Receiver) -> impl IntoView {
    let lang = use_lang();
    let name = receiver.name.clone();
    let is_gone = receiver.removed.is_some();
    let may = room.now(|view| view.may_receive(&receiver));
    let verdict = match (is_gone, may, receiver.device.is_some()) {
        (true, ..) => words::REMOVED,
        (_, true, true) => words::HAS_ACCESS,
        (_, true, _) => words::MAY,
        (_, false, true) => words::MUST_GO,
        _ if receiver.invited.is_some() => words::INVITED_STILL,
        _ => words::MAY_NOT_YET,
    };
    let law = room.view.with_untracked(|view| {
        let view = view.as_ref()?;
        room.with_rules(|context| of_receiver(view, &receiver, context))
    });
    let law = law.map(|one| StoredValue::new(one.answer));
    let why = receiver.why.clone();
    let receiver = StoredValue::new(receiver);
    let had = move || receiver.with_value(|one| had(room, one, lang.get()));
    let gives =
        may && !is_gone && receiver.with_value(|one| one.device.is_none() && !one.is_table());
    // One invitation at a time; one that ended, or was made on another device, may be followed by another.
    let is_out = Memo::new(move |_| {
        room.app.revision.track();
        receiver.with_value(|one| one.invited.as_deref().is_some_and(|id| room.app.is_out(id)))
    });
    view! {
        <section class="invitation">
            <h2 class="nl-heading nl-heading--level-2"><bdi>{name}</bdi></h2>
            <p class="nl-paragraph"><bdi>{why}</bdi></p>
            <p class="nl-paragraph"><strong>{tr(verdict)}</strong> {law.map(|answer| view! { <Why answer /> })}</p>
            <p class="nl-paragraph">{had}</p>
            {(!is_gone && !may).then(|| view! { <p class="quiet">{tr(words::HOW_TO_ASK)}</p> })}
            {(!is_gone).then(|| view! { <Answers room receiver=receiver.get_value() /> })}
            <Show when=move || gives && !is_out.get()><Give room receiver /></Show>
            {(!is_gone).then(|| view! { <End room receiver /> })}
        </section>
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
    let read = room.read.view.with(|log| {
        let days = log.as_ref().map(|log| log.days.clone()).unwrap_or_default();
        let own = days.into_iter().filter(|one| one.name == receiver.name).map(|one| day(one.on));
        own.collect::<Vec<_>>().join(", ")
    });
    if read.is_empty() {
        text
    } else {
        format!("{text} {}", words::READ_ON.get(lang).replacen("{}", &read, 1))
    }
}

/// What each parent says.
#[component]
pub fn Answers(room: Room, receiver: Receiver) -> impl IntoView {
    let lang = use_lang();
    let receiver = StoredValue::new(receiver);
    let options = Signal::derive(move || {
        let all = [("", words::NOT_ASKED), ("ja", words::YES), ("nee", words::NO)];
        all.map(|(value, name)| (value.to_owned(), name.get(lang.get()).to_owned())).to_vec()
    });
    let guardians = room.now(|view| view.present().cloned().collect::<Vec<_>>());
    let asks = guardians.into_iter().map(|guardian| {
        let (said, on) = receiver.with_value(|one| {
            (one.answers.get(&guardian.id).copied(), one.answered.get(&guardian.id).copied())
        });
        let chosen = match said {
            None => "",
            Some(true) => "ja",
            Some(false) => "nee",
        };
        let id = guardian.id.clone();
        let choose = move |value: String| {
            let yes = match &*value {
                "ja" => Some(true),
                "nee" => Some(false),
                _ => None,
            };
            let (of, guardian) = (receiver.with_value(|one| one.id.clone()), id.clone());
            room.done(&Command::Allow { id: of, guardian, yes, on: room.today });
        };
        let day = move || on.map(|on| notation::date(on, lang.get()));
        view! {
            <h3 class="nl-heading nl-heading--level-3"><bdi>{guardian.name.clone()}</bdi></h3>
            <Choose label=words::PARENTS_SAY options chosen=Signal::stored(chosen.to_owned()) on_choose=choose about=Signal::stored(guardian.name) />
            <p class="marks">{guardian.relation}" "{day}</p>
        }
    });
    asks.collect_view()
}

/// Access: reading, or writing as the school does. Who only reads is the usual choice (TOP-11).
#[component]
fn Give(room: Room, receiver: StoredValue<Receiver>) -> impl IntoView {
    let (role, state) = (RwSignal::new(Role::Inbrengen), Inviting::default());
    let give = move |_| {
        let id = receiver.with_value(|one| one.id.clone());
        let says = move |made| Command::Access { id, access: Access::Invited(made) };
        invite(room, role.get_untracked(), state, says);
    };
    let choices = vec![
        (Role::Inbrengen, words::AS_READER, Some(words::AS_READER_MORE)),
        (Role::Bewerken, words::AS_WRITER, Some(words::AS_WRITER_MORE)),
    ];
    let name = receiver.with_value(|one| one.name.clone());
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
fn End(room: Room, receiver: StoredValue<Receiver>) -> impl IntoView {
    let lang = use_lang();
    let (asked, error) = (RwSignal::new(false), RwSignal::new(None::<ShareError>));
    let name = receiver.with_value(|one| one.name.clone());
    let (before, label) = (name.clone(), name);
    let sentence = move || room.app.tell(lang.get(), |telling| before_removal(&before, telling));
    let has_device = receiver.with_value(|one| one.device.is_some());
    let end = move |_| {
        spawn(async move {
            match out(room, receiver).await {
                Ok(()) => {
                    let id = receiver.with_value(|one| one.id.clone());
                    // No step to take back: their keys are gone.
                    room.noted(&Command::Remove { id, on: room.today });
                }
                Err(wrong) => drop(error.try_set(Some(wrong))),
            }
        });
    };
    let ask = move |event| if has_device { asked.set(true) } else { end(event) };
    view! {
        <Failed error />
        <Show
            when=move || asked.get()
            fallback=move || view! {
                <button type="button" class="nl-button nl-button--subtle" on:click=ask>
                    {tr(words::REMOVE)}<span class="visually-hidden">": "{label.clone()}</span>
                </button>
            }
        >
            <p class="nl-paragraph" role="status">{sentence.clone()}</p>
            <div class="actions">
                <button type="button" class="nl-button nl-button--primary" on:click=end>{tr(space::REMOVE_SURE)}</button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| asked.set(false)>{tr(space::KEEP)}</button>
            </div>
        </Show>
    }
}

/// Ends an open invitation, and removes every device of the person who came in by it; from then on there is a new key.
async fn out(room: Room, receiver: StoredValue<Receiver>) -> Result<(), ShareError> {
    let (device, invite) = receiver.with_value(|one| (one.device.clone(), one.invited.clone()));
    if let Some(invite) = invite.as_deref().and_then(model::ouder::unhex::<16>) {
        room.app.end_invitation(&invite).await?;
    }
    let Some((device, space)) = device.zip(room.ledger.space()) else { return Ok(()) };
    let left = room.app.devices_beside(space, &device);
    if left.is_empty() {
        return Ok(());
    }
    room.app.remove(space, &left).await
}
