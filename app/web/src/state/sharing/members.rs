//! Deciding who is in a space, and the space itself: title, roles, removal, erasing, beginning one.

use crate::platform::{clock, sleep};
use crate::state::AppState;
use crate::state::desk::Desk;
use crate::state::status::Reason;
use model::about::Kind;
use model::refused::Refused;
use model::spaces::{FoundError, JoinError, OpenSpace, OwnDevice, TakenOut};
use replica::id::{DeviceId, SpaceId};
use replica::role::Role;
use replica::space::DecideError;
use replica::store::SaveState;
use rules::text::Lang;
use std::rc::Rc;

/// Why something about sharing did not happen. Nothing was changed.
#[derive(Clone, Debug, PartialEq)]
pub enum ShareError {
    /// The device is not open, or the space is not here (any more).
    NotOpen,
    /// The title is not taken.
    Refused(Refused),
    /// The role does not allow it, or somebody must keep beheer.
    Decide(DecideError),
    Begin(FoundError),
    /// An invitation does not go on.
    Join(JoinError),
    /// There is no answer from the server, so nothing of an invitation can travel there.
    NoServer,
    /// It could not be saved.
    NotSaved(Reason),
}

impl From<JoinError> for ShareError {
    fn from(error: JoinError) -> Self {
        match error {
            JoinError::Store(error) => Self::NotSaved(Reason::of(&error, None)),
            error => Self::Join(error),
        }
    }
}

type Outcome<T = ()> = Result<T, ShareError>;

/// A space has its place a few milliseconds after it was chosen.
async fn lying_open(space: SpaceId, lies_open: impl Fn() -> Option<SpaceId>) -> Outcome {
    for _ in 0..ROUNDS {
        if lies_open() == Some(space) {
            return Ok(());
        }
        sleep(5).await;
    }
    Err(ShareError::NotOpen)
}

/// How many rounds of five milliseconds a new space gets to lie open.
const ROUNDS: u32 = 200;

impl AppState {
    /// Begins a space of this kind, lays it open, and keeps it.
    ///
    /// # Errors
    /// See [`ShareError`].
    pub async fn begin_space(&self, kind: &Kind, title: &str) -> Outcome<SpaceId> {
        self.finish_typing();
        let desk = self.open_desk().ok_or(ShareError::NotOpen)?;
        let open = desk.spaces.found(kind, title, clock::now()).map_err(ShareError::Begin)?;
        // From the start on the disk: the person asked for it.
        desk.spaces.keep(&open);
        self.saved(&desk).await?;
        self.lay_open_space(open.id()).await?;
        Ok(open.id())
    }

    /// The same, and waits until it lies open where the room looks.
    ///
    /// # Errors
    /// See [`ShareError`]; not open when it never came.
    pub async fn begin_in(
        &self,
        kind: &Kind,
        title: &str,
        lies_open: impl Fn() -> Option<SpaceId>,
    ) -> Outcome {
        let space = self.begin_space(kind, title).await?;
        lying_open(space, lies_open).await
    }

    /// Lays a space open that is here, and waits until it lies open where the room looks.
    ///
    /// # Errors
    /// See [`ShareError`]; not open when it never came.
    pub async fn open_in(
        &self,
        space: SpaceId,
        lies_open: impl Fn() -> Option<SpaceId>,
    ) -> Outcome {
        self.lay_open_space(space).await?;
        lying_open(space, lies_open).await
    }

    /// Lays a space open instead of the others of its kind.
    ///
    /// # Errors
    /// The choice could not be saved.
    pub async fn lay_open_space(&self, id: SpaceId) -> Outcome {
        self.finish_typing();
        let desk = self.open_desk().ok_or(ShareError::NotOpen)?;
        let chosen = desk.spaces.choose(id).await;
        self.show_spaces(&desk);
        self.lay_another();
        chosen
            .map_err(|error| ShareError::NotSaved(Reason::of(&error, desk.spaces.store().fenced())))
    }

    /// Gives a space another title.
    ///
    /// # Errors
    /// See [`ShareError`].
    pub async fn rename_space(&self, id: SpaceId, title: &str) -> Outcome {
        let (desk, open) = self.space(id)?;
        if let Some(update) = open.rename(title).map_err(ShareError::Refused)? {
            desk.spaces.record(&open, model::about::part(), update, clock::now());
        }
        self.saved(&desk).await
    }

    /// Gives a device another role.
    ///
    /// # Errors
    /// See [`ShareError`].
    pub async fn set_role(&self, id: SpaceId, device: DeviceId, role: Role) -> Outcome {
        let (desk, open) = self.space(id)?;
        let now = clock::now();
        let decided = desk.spaces.decide(&open, |space, _| space.set_role(device, role, now));
        decided.map_err(ShareError::Decide)?;
        self.saved(&desk).await
    }

    /// Removes devices, and begins a new key that they do not get.
    ///
    /// # Errors
    /// See [`ShareError`].
    pub async fn remove(&self, id: SpaceId, devices: &[DeviceId]) -> Outcome {
        let (desk, open) = self.space(id)?;
        let now = clock::now();
        let decided = desk.spaces.decide(&open, |space, rng| space.rotate(devices, now, rng));
        decided.map_err(ShareError::Decide)?;
        self.saved(&desk).await
    }

    /// Erases a space for everybody and for ever. Ask twice.
    ///
    /// # Errors
    /// See [`ShareError`].
    pub async fn erase_space(&self, id: SpaceId) -> Outcome {
        let (desk, open) = self.space(id)?;
        let now = clock::now();
        let decided = desk.spaces.decide(&open, |space, _| space.erase(now));
        decided.map_err(ShareError::Decide)?;
        self.saved(&desk).await
    }

    /// The other devices of this person, and where they are in. Track `revision`.
    pub fn own_devices(&self, lang: Lang) -> Vec<OwnDevice> {
        let Some(desk) = self.open_desk() else { return Vec::new() };
        self.tell(lang, |telling| desk.spaces.own_devices(telling))
    }

    /// Takes a lost device out of every space that this person decides about.
    ///
    /// # Errors
    /// It could not be saved; what was decided is tried again at the next save.
    pub async fn take_out(&self, device: DeviceId, lang: Lang) -> Outcome<TakenOut> {
        let desk = self.open_desk().ok_or(ShareError::NotOpen)?;
        let now = clock::now();
        let taken = self.tell(lang, |telling| desk.spaces.take_out(device, telling, now));
        // What is not forgotten opens nothing any more; it is forgotten with the next sheet.
        let _ = desk.spaces.forget_kits(&taken.sheets, now).await;
        self.saved(&desk).await?;
        Ok(taken)
    }

    pub(super) fn space(&self, id: SpaceId) -> Outcome<(Rc<Desk>, Rc<OpenSpace>)> {
        let desk = self.open_desk().ok_or(ShareError::NotOpen)?;
        let open = desk.spaces.get(id).ok_or(ShareError::NotOpen)?;
        Ok((desk, open))
    }

    /// Saves, shows and sends; an error when it was not saved.
    pub(in crate::state) async fn saved(&self, desk: &Rc<Desk>) -> Outcome {
        let state = desk.saved().await;
        self.show_save_state(desk, state.clone());
        self.spaces_changed();
        match state {
            SaveState::NotSaved(error) => {
                Err(ShareError::NotSaved(Reason::of(&error, desk.spaces.store().fenced())))
            }
            _ => Ok(()),
        }
    }
}
