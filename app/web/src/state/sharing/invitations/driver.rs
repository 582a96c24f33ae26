//! Looking at the server what became of invitations, on both sides, as long as somebody is in. What a person does is above.

use crate::platform::http::{self, Fetch};
use crate::platform::{Every, clock, every, spawn};
use crate::state::AppState;
use crate::state::courier::Post;
use crate::state::device::put;
use model::sharing::courier::{Courier, Proves};
use model::sharing::invite::{Heard, Inviter, Joiner, Step};
use model::spaces::{InviteId, is_open};
use replica::keys::DeviceKeys;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::{Rc, Weak};

/// How often it is looked whether somebody answered, in milliseconds: while a page shows it, and otherwise.
const WATCHED: i32 = 2_000;
const OTHERWISE: u32 = 15;

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
    pub(in super::super) fn begin(app: AppState, keys: DeviceKeys, post: Rc<Post>) -> Rc<Self> {
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

    pub(in super::super) fn look_now(self: &Rc<Self>) {
        self.look();
    }

    /// A page shows an invitation from now on, or no longer.
    pub(super) fn watch(self: &Rc<Self>, on: bool) {
        let watched = self.watched.get();
        self.watched.set(if on { watched + 1 } else { watched.saturating_sub(1) });
        if on {
            self.look_now();
        }
    }

    /// Whether who was let in by this invitation was told.
    pub(super) fn told(&self, id: &InviteId) -> bool {
        self.left.borrow().contains(&(TOLD, *id))
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
