//! Invitations on this device, on both sides: what the pages see and what a person does. The steps are in
//! `model::sharing::invite`, what is kept in `model::spaces`.

mod driver;

use super::ShareError;
use crate::platform::{clock, http, spawn};
use crate::state::AppState;
pub(crate) use driver::Driver;
use model::ouder::unhex;
use model::sharing::invite::{Inviter, Joiner, Step};
use model::sharing::sides::As;
use model::sharing::status::Reach;
use model::spaces::{Coming, InviteId, is_open};
use replica::id::{DeviceId, PartId, SpaceId};
use replica::invite::InviteState;
use replica::member::PartRule;
use rules::text::Lang;
use std::rc::Rc;

/// An invitation as the inviter's page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationShown {
    pub id: InviteId,
    /// The link to hand over; `None` once it is over.
    pub link: Option<String>,
    pub step: Step,
    pub sentence: String,
    /// The message for who has no network, in order: what is offered. The others follow from what is scanned.
    pub offer: Vec<u8>,
    /// It is over, and nobody waits for something of it: it may be cleared away.
    pub is_settled: bool,
}

/// An invitation as the joiner's page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoiningShown {
    pub id: InviteId,
    pub step: Step,
    pub sentence: String,
    /// The title of the space, once it is known.
    pub title: Option<String>,
    /// The answer, for who has no network.
    pub answer: Option<Vec<u8>>,
    /// The space that it led to, once it is here.
    pub space: Option<SpaceId>,
}

type Outcome<T = ()> = Result<T, ShareError>;

impl AppState {
    /// Looks often whether somebody answered, for as long as a page shows an invitation. Call with true and, at the end,
    /// with false.
    pub fn watch_invitations(&self, on: bool) {
        let Some(shared) = self.shared() else { return };
        shared.invitations.watch(on);
    }

    /// Looks now, and not at the next beat.
    fn look_at_invitations(&self) {
        if let Some(shared) = self.shared() {
            shared.invitations.look_now();
        }
    }

    /// Makes an invitation to a space.
    ///
    /// # Errors
    /// See [`ShareError`].
    pub async fn invite(&self, id: SpaceId, comes: As) -> Outcome<InviteId> {
        let (desk, open) = self.space(id)?;
        let made = desk.spaces.invite(&open, comes, clock::now()).await?;
        self.show_spaces(&desk);
        self.look_at_invitations();
        Ok(made)
    }

    /// The device that came in by an invitation, once it did. Track `revision`.
    pub fn came_in_by(&self, id: &InviteId) -> Option<DeviceId> {
        let inviter = self.open_desk()?.spaces.inviter(id)?;
        match inviter.invite().state() {
            InviteState::Used(device) => Some(device),
            _ => None,
        }
    }

    /// Whether an invitation that this device made, in hexadecimal digits, is still out or was used. Track `revision`.
    pub fn is_out(&self, invite: &str) -> bool {
        let inviter = || self.open_desk()?.spaces.inviter(&unhex::<16>(invite)?);
        inviter()
            .map(|one| one.step(clock::now()))
            .is_some_and(|step| step == Step::In || is_open(&step))
    }

    /// A part to which everybody who is in may add, and in which nobody but beheer changes anything.
    ///
    /// # Errors
    /// See [`ShareError`].
    pub async fn declare_addable(&self, id: SpaceId, part: PartId) -> Outcome {
        let (desk, open) = self.space(id)?;
        if open.read(|space| space.members().rule(part)) == PartRule::Inbreng {
            return Ok(());
        }
        let now = clock::now();
        let decided =
            desk.spaces.decide(&open, |space, _| space.declare(part, PartRule::Inbreng, now));
        decided.map_err(ShareError::Decide)?;
        self.saved(&desk).await
    }

    /// The invitations to a space. Track `revision`.
    pub fn invitations(&self, space: SpaceId, lang: Lang) -> Vec<InvitationShown> {
        let (Some(desk), origin) = (self.open_desk(), http::origin().unwrap_or_default()) else {
            return Vec::new();
        };
        let now = clock::now();
        let show = |(id, inviter): (InviteId, Inviter)| {
            let step = inviter.step(now);
            InvitationShown {
                id,
                link: (step == Step::Made).then(|| inviter.link(&origin)),
                sentence: self.tell(lang, |telling| inviter.sentence(now, telling)),
                offer: inviter.invite().offer().encode(),
                is_settled: match step {
                    Step::In => self.was_told(&id),
                    ref step => !is_open(step),
                },
                step,
            }
        };
        desk.spaces.invitations(space).into_iter().map(show).collect()
    }

    /// Whether who was let in knows it, or cannot hear it from the server anyway.
    fn was_told(&self, id: &InviteId) -> bool {
        let told = |shared: Rc<super::Shared>| {
            shared.post.reach() != Reach::Here || shared.invitations.told(id)
        };
        self.shared().is_none_or(told)
    }

    /// The codes are the same: lets in who answered, as another person or as another device of one's own.
    ///
    /// # Errors
    /// See [`ShareError`].
    pub async fn let_in(&self, id: &InviteId, as_own_device: bool) -> Outcome<Vec<u8>> {
        let desk = self.open_desk().ok_or(ShareError::NotOpen)?;
        let first = desk.spaces.let_in(id, as_own_device, clock::now()).await?;
        self.saved(&desk).await?;
        self.look_at_invitations();
        Ok(first)
    }

    /// The codes differ, or it is not wanted any more: nobody comes in by this invitation. What the server keeps of it
    /// ends by itself when it cannot be reached.
    ///
    /// # Errors
    /// See [`ShareError`].
    pub async fn end_invitation(&self, id: &InviteId) -> Outcome {
        let desk = self.open_desk().ok_or(ShareError::NotOpen)?;
        // What was left for who is in stays at the server until it was fetched.
        let inviter = desk.spaces.inviter(id);
        let inviter = inviter.filter(|inviter| inviter.step(clock::now()) != Step::In);
        desk.spaces.end_invitation(id).await?;
        self.show_spaces(&desk);
        if let (Some(inviter), Some(shared)) = (inviter, self.shared()) {
            spawn(async move {
                let _ = inviter.end(shared.post.courier(), clock::now()).await;
            });
        }
        Ok(())
    }

    /// Without a network: takes in the answer that was scanned. What comes back is to be shown to the joiner.
    ///
    /// # Errors
    /// See [`ShareError`].
    pub async fn take_answer(&self, id: &InviteId, answer: &[u8]) -> Outcome<Vec<u8>> {
        let desk = self.open_desk().ok_or(ShareError::NotOpen)?;
        let keys = desk.spaces.me().keys.clone();
        let mut inviter = desk.spaces.inviter(id).ok_or(ShareError::NotOpen)?;
        let reveal = inviter.answered(answer, clock::now(), &keys);
        let reveal =
            reveal.map_err(|error| ShareError::Join(model::spaces::JoinError::Invite(error)))?;
        desk.spaces.keep_inviter(inviter).await?;
        self.show_spaces(&desk);
        Ok(reveal)
    }

    /// Opens the link of an invitation.
    ///
    /// # Errors
    /// See [`ShareError`].
    pub async fn open_link(&self, fragment: &str) -> Outcome<InviteId> {
        let desk = self.open_desk().ok_or(ShareError::NotOpen)?;
        let id = desk.spaces.open_link(fragment).await?;
        self.show_spaces(&desk);
        self.look_at_invitations();
        Ok(id)
    }

    /// The invitations that this device answers. Track `revision`.
    pub fn joining(&self, lang: Lang) -> Vec<JoiningShown> {
        let Some(desk) = self.open_desk() else { return Vec::new() };
        let show = |(id, joiner): (InviteId, Joiner)| JoiningShown {
            id,
            step: joiner.step().clone(),
            sentence: self.tell(lang, |telling| joiner.sentence(telling)),
            title: joiner.note().map(|note| note.space_name.clone()),
            answer: joiner.request(),
            space: joiner
                .note()
                .map(|note| note.space)
                .filter(|space| desk.spaces.get(*space).is_some()),
        };
        desk.spaces.joining().into_iter().map(show).collect()
    }

    /// Spaces to which this device was invited and that are not here to work in yet. Track `revision`.
    pub fn coming(&self) -> Vec<Coming> {
        self.open_desk().map(|desk| desk.spaces.coming()).unwrap_or_default()
    }

    /// Without a network: what is offered was scanned, or what the inviter answered.
    ///
    /// # Errors
    /// See [`ShareError`].
    pub async fn take_from_inviter(&self, id: &InviteId, message: &[u8]) -> Outcome {
        let desk = self.open_desk().ok_or(ShareError::NotOpen)?;
        let mut joiner = desk.spaces.joiner(id).ok_or(ShareError::NotOpen)?;
        let taken = if joiner.note().is_none() {
            joiner.offered(message, clock::now()).map(drop)
        } else {
            joiner.revealed(message)
        };
        desk.spaces.keep_joiner(joiner).await?;
        self.show_spaces(&desk);
        taken.map_err(|error| ShareError::Join(model::spaces::JoinError::Invite(error)))
    }

    /// Answers an invitation under a name.
    ///
    /// # Errors
    /// See [`ShareError`].
    pub async fn answer_invitation(&self, id: &InviteId, name: &str) -> Outcome<Vec<u8>> {
        let desk = self.open_desk().ok_or(ShareError::NotOpen)?;
        let request = desk.spaces.answer(id, name, clock::now()).await?;
        self.show_spaces(&desk);
        self.look_at_invitations();
        Ok(request)
    }

    /// Lets go of an invitation that this device answers.
    ///
    /// # Errors
    /// See [`ShareError`].
    pub async fn let_go_invitation(&self, id: &InviteId) -> Outcome {
        let desk = self.open_desk().ok_or(ShareError::NotOpen)?;
        desk.spaces.let_go(id).await?;
        self.show_spaces(&desk);
        Ok(())
    }
}
