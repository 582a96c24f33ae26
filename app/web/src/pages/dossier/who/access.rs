//! Letting somebody in: the invitations of this dossier, each for a receiver to whom the parents said yes, or for a device of one's own.

use leptos::prelude::*;
use model::dossier::{Access, Comes, Command};
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
    let comes = Callback::new(move |id: InviteId| {
        room.view.with(|view| view.as_ref().map_or(Comes::Nobody, |view| view.comes_by(&hex(&id))))
    });
    view! { {move || space.get().map(|space| view! { <Invite here=Here::of(room.app, space) comes /> })} }
}

fn write_down(room: Room) {
    room.app.revision.track();
    let Some(view) = room.view.get() else { return };
    // Also who was taken off the list elsewhere in the meantime: who is in, is shown.
    let waits = view.receivers.iter().filter(|one| one.device.is_none());
    for receiver in waits {
        let invite = receiver.invited.as_deref().and_then(model::ouder::unhex::<16>);
        let device = invite.and_then(|invite| room.app.came_in_by(&invite));
        if let Some(device) = device {
            let access = Access::In { device: device.to_string(), on: room.today };
            room.noted(&Command::Access { id: receiver.id.clone(), access });
        }
    }
}

/// An invitation that is being made.
#[derive(Clone, Copy, Default)]
pub struct Inviting {
    busy: RwSignal<bool>,
    pub error: RwSignal<Option<ShareError>>,
}

/// Invites, one at a time. `says` is the command that writes down for whom it is; when the dossier does not take that, the invitation ends.
pub fn invite(
    room: Room,
    role: Role,
    state: Inviting,
    says: impl FnOnce(String) -> Command + 'static,
) {
    let Some(space) = room.ledger.space().filter(|_| !state.busy.get_untracked()) else { return };
    state.busy.set(true);
    spawn(async move {
        let outcome = match make(room, space, role).await {
            Ok(id) if room.noted(&says(hex(&id))) => Ok(()),
            Ok(id) => room.app.end_invitation(&id).await,
            Err(wrong) => Err(wrong),
        };
        let _ = state.busy.try_set(false);
        let _ = state.error.try_set(outcome.err());
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
    let state = Inviting::default();
    let own = |invite| Command::InviteOwn { invite };
    view! {
        <Fold summary=move || tr(words::OWN_DEVICE)().into_any()>
            <p class="nl-paragraph">{tr(words::OWN_DEVICE_LEAD)}</p>
            <Failed error=state.error />
            <p>
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| invite(room, Role::Beheer, state, own)>
                    {tr(words::OWN_DEVICE_GO)}
                </button>
            </p>
        </Fold>
    }
}
