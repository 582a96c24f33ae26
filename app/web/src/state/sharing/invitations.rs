//! Invitations on this device, on both sides: what the pages see, what a person does, and looking at the server what became
//! of them. The steps are in `model::sharing::invite`, what is kept in `model::spaces`.

use super::ShareError;
use crate::platform::http::{self, Fetch};
use crate::platform::{Every, clock, every, spawn};
use crate::state::AppState;
use crate::state::courier::Post;
use crate::state::device::put;
use model::ouder::unhex;
use model::sharing::courier::{Courier, Proves};
use model::sharing::invite::{Heard, Inviter, Joiner, Step};
use model::sharing::sides::As;
use model::sharing::status::Reach;
use model::spaces::{Coming, InviteId, is_open};
use replica::id::{DeviceId, PartId, SpaceId};
use replica::invite::InviteState;
use replica::keys::DeviceKeys;
use replica::member::PartRule;
use rules::text::Lang;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::{Rc, Weak};

/// How often it is looked whether somebody answered, in milliseconds: while a page shows it, and otherwise.
const WATCHED: i32 = 2_000;
const OTHERWISE: u32 = 15;

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

/// Looks at the server what became of invitations. Dropping it ends it.
pub(crate) struct Driver {
    app: AppState,
    keys: DeviceKeys,
    post: Rc<Post>,
    /// Couriers that prove to have a link.
    invited: RefCell<BTreeMap<InviteId, Rc<Courier<Fetch>>>>,
    /// Offers that are at the server, answers that were left, joiners that were told.
    left: RefCell<BTreeSet<(u8, InviteId)>>,
    /// One look at a time.
    busy: RefCell<BTreeSet<InviteId>>,
    /// How many pages show an invitation now.
    watched: Cell<u32>,
    beats: Cell<u32>,
    _clock: Every,
}

const OFFER: u8 = 0;
const ANSWER: u8 = 1;
const TOLD: u8 = 2;

impl Driver {
    pub(super) fn begin(app: AppState, keys: DeviceKeys, post: Rc<Post>) -> Rc<Self> {
        Rc::new_cyclic(|me: &Weak<Self>| {
            let me = me.clone();
            let clock = every(WATCHED, move || me.upgrade().iter().for_each(Self::beat));
            Self {
                app,
                keys,
                post,
                invited: RefCell::default(),
                left: RefCell::default(),
                busy: RefCell::default(),
                watched: Cell::default(),
                beats: Cell::default(),
                _clock: clock,
            }
        })
    }

    fn beat(self: &Rc<Self>) {
        self.beats.set(self.beats.get().wrapping_add(1));
        if self.watched.get() > 0 || self.beats.get().is_multiple_of(OTHERWISE) {
            self.look();
        }
    }

    pub(super) fn look_now(self: &Rc<Self>) {
        self.look();
    }

    fn look(self: &Rc<Self>) {
        let Some(desk) = self.app.open_desk() else { return };
        let now = clock::now();
        for (id, inviter) in desk.spaces.inviting() {
            let step = inviter.step(now);
            let untold = step == Step::In && !self.left.borrow().contains(&(TOLD, id));
            if is_open(&step) || untold {
                self.alone(id, move |driver| driver.look_as_inviter(inviter));
            }
        }
        for (id, joiner) in desk.spaces.joining() {
            if is_open(joiner.step()) {
                self.alone(id, move |driver| driver.look_as_joiner(joiner));
            }
        }
    }

    /// Runs one look at an invitation, unless one is under way.
    fn alone<F: Future<Output = ()>>(
        self: &Rc<Self>,
        id: InviteId,
        look: impl FnOnce(Rc<Self>) -> F + 'static,
    ) {
        if !self.busy.borrow_mut().insert(id) {
            return;
        }
        let driver = self.clone();
        spawn(async move {
            look(driver.clone()).await;
            driver.busy.borrow_mut().remove(&id);
        });
    }

    async fn look_as_inviter(self: Rc<Self>, mut inviter: Inviter) {
        let id = *inviter.invite().link().id();
        let courier = self.post.courier();
        if inviter.step(clock::now()) == Step::In {
            return self.tell(&inviter).await;
        }
        if !self.left.borrow().contains(&(OFFER, id)) {
            if inviter.leave(courier, clock::now()).await.is_err() {
                return;
            }
            self.left.borrow_mut().insert((OFFER, id));
        }
        if let Ok(Heard::Step) = inviter.look(courier, &self.keys, false, clock::now()).await
            && let Some(desk) = self.app.open_desk()
        {
            // What cannot be kept now is heard again.
            let _ = desk.spaces.keep_inviter(inviter).await;
            self.app.show_spaces(&desk);
        }
    }

    /// Tells the joiner, once the server has the decision: the joiner asks it for the rest at once.
    async fn tell(&self, inviter: &Inviter) {
        let note = inviter.invite().note();
        let (space, id) = (note.space, *inviter.invite().link().id());
        let sent = self.app.with_space(space, |open| {
            open.read(|space| {
                let log = space.client().inbox().log();
                let first = log.entries().find(|signed| *signed.id() == log.root());
                (space.waiting().decisions == 0).then(|| first.map(|signed| signed.encode()))
            })
        });
        let Some(Some(Some(first))) = sent else { return };
        if inviter.tell(self.post.courier(), first, clock::now()).await.is_ok() {
            self.left.borrow_mut().insert((TOLD, id));
            if let Some(desk) = self.app.open_desk() {
                self.app.show_spaces(&desk);
            }
        }
    }

    async fn look_as_joiner(self: Rc<Self>, joiner: Joiner) {
        let Some(courier) = self.courier_of(&joiner) else { return };
        self.look_as_invited(&courier, joiner).await;
        // Who was invited has perhaps nothing else that asks the server.
        put(self.app.set.reach, courier.reach());
    }

    async fn look_as_invited(&self, courier: &Courier<Fetch>, mut joiner: Joiner) {
        let id = *joiner.link().id();
        if let Some(request) = joiner.request()
            && !self.left.borrow().contains(&(ANSWER, id))
        {
            match joiner.leave(courier, request, clock::now()).await {
                Ok(Heard::Nothing) => drop(self.left.borrow_mut().insert((ANSWER, id))),
                Ok(_) => return self.keep(joiner).await,
                Err(_) => return,
            }
        }
        match joiner.look(courier, false, clock::now()).await {
            Ok(Heard::LetIn(first)) => {
                self.keep(joiner).await;
                if let Some(desk) = self.app.open_desk()
                    && desk.spaces.come_in(&id, &first).await.is_ok()
                {
                    let _ = self.app.saved(&desk).await;
                }
            }
            Ok(Heard::Step) => self.keep(joiner).await,
            Ok(Heard::Nothing) | Err(_) => {}
        }
    }

    async fn keep(&self, joiner: Joiner) {
        let Some(desk) = self.app.open_desk() else { return };
        // A newer state may be here already, made by the person in the meantime.
        let here = desk.spaces.joiner(joiner.link().id());
        if here.is_some_and(|here| here.request() != joiner.request()) {
            return;
        }
        let _ = desk.spaces.keep_joiner(joiner).await;
        self.app.show_spaces(&desk);
    }

    fn courier_of(&self, joiner: &Joiner) -> Option<Rc<Courier<Fetch>>> {
        let id = *joiner.link().id();
        if let Some(courier) = self.invited.borrow().get(&id) {
            return Some(courier.clone());
        }
        let proves = Proves::Invited(joiner.link().clone());
        let courier = Rc::new(Courier::new(Fetch, http::origin()?, proves));
        self.invited.borrow_mut().insert(id, courier.clone());
        Some(courier)
    }
}

type Outcome<T = ()> = Result<T, ShareError>;

impl AppState {
    /// Looks often whether somebody answered, for as long as a page shows an invitation. Call with true and, at the end,
    /// with false.
    pub fn watch_invitations(&self, on: bool) {
        let Some(shared) = self.shared() else { return };
        let watched = shared.invitations.watched.get();
        shared.invitations.watched.set(if on { watched + 1 } else { watched.saturating_sub(1) });
        if on {
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
        if let Some(shared) = self.shared() {
            shared.invitations.look_now();
        }
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
            shared.post.reach() != Reach::Here
                || shared.invitations.left.borrow().contains(&(TOLD, *id))
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
        if let Some(shared) = self.shared() {
            shared.invitations.look_now();
        }
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
        if let Some(shared) = self.shared() {
            shared.invitations.look_now();
        }
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
        if let Some(shared) = self.shared() {
            shared.invitations.look_now();
        }
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
