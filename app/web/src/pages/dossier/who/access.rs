//! Letting somebody in: the invitations of this dossier, each for a receiver to whom the parents said yes, or for a device of one's own.

use leptos::prelude::*;
use model::dossier::{Access, Command};
use model::gelezen;
use model::sharing::sides::As;
use model::spaces::InviteId;
use replica::id::{SpaceId, hex};
use replica::role::Role;

use crate::components::failed::Failed;
use crate::components::fold::Fold;
use crate::i18n::tr;
use crate::pages::dossier::room::Room;
use crate::pages::space::Here;
use crate::pages::space::invite::Invite;
use crate::platform::spawn;
use crate::state::sharing::ShareError;
use crate::texts::dossier::who as words;

/// The invitations that are out. Who came in by one is written down with the receiver.
#[component]
pub fn Invitations(room: Room) -> impl IntoView {
    Effect::new(move || write_down(room));
    let space = Memo::new(move |_| {
        room.view.track();
        room.ledger.space()
    });
    let own = Callback::new(move |id: InviteId| {
        let id = hex(&id);
        room.now(|view| view.receivers.iter().all(|one| one.invited.as_deref() != Some(&*id)))
    });
    view! { {move || space.get().map(|space| view! { <Invite here=Here::of(room.app, space) own /> })} }
}

fn write_down(room: Room) {
    room.app.revision.track();
    let Some(view) = room.view.get() else { return };
    let waits = view.receivers.iter().filter(|one| one.device.is_none() && one.removed.is_none());
    for receiver in waits {
        let invite = receiver.invited.as_deref().and_then(model::ouder::unhex::<16>);
        let device = invite.and_then(|invite| room.app.came_in_by(&invite));
        if let Some(device) = device {
            let access = Access::In { device: device.to_string(), on: room.today };
            room.noted(&Command::Access { id: receiver.id.clone(), access });
        }
    }
}

/// Invites; what becomes of it is told to `then`.
pub fn invite(
    room: Room,
    role: Role,
    error: RwSignal<Option<ShareError>>,
    then: impl FnOnce(InviteId) + 'static,
) {
    let Some(space) = room.ledger.space() else { return };
    spawn(async move {
        let made = make(room, space, role).await;
        match made {
            Ok(id) => then(id),
            Err(wrong) => drop(error.try_set(Some(wrong))),
        }
    });
}

async fn make(room: Room, space: SpaceId, role: Role) -> Result<InviteId, ShareError> {
    // Whoever comes in can add to the log of reading, and change nothing in it.
    room.app.declare_addable(space, gelezen::part()).await?;
    room.app.invite(space, As::Own(role)).await
}

/// A second device of the person who is in; that is nobody new.
#[component]
pub fn OwnDevice(room: Room) -> impl IntoView {
    let error = RwSignal::new(None::<ShareError>);
    view! {
        <Fold summary=move || tr(words::OWN_DEVICE)().into_any()>
            <p class="nl-paragraph">{tr(words::OWN_DEVICE_LEAD)}</p>
            <Failed error />
            <p>
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| invite(room, Role::Beheer, error, |_| {})>
                    {tr(words::OWN_DEVICE_GO)}
                </button>
            </p>
        </Fold>
    }
}
