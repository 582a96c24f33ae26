//! Keeps the sealed spaces of this device in touch with the server: sends what they ask, brings the answers back, listens for
//! news, and wakes them in time. What to do next is decided in `model::sharing::courier` and `replica::sync`.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::{Rc, Weak};

use model::sharing::courier::{Courier, Ear, Hear, Proves};
use model::sharing::status::Reach;
use replica::id::SpaceId;
use replica::keys::DeviceKeys;
use replica::sync::api::{Listen, MAX_LISTEN, Pokes, Ticket, Wait};
use replica::sync::{Event, Frame};

use crate::platform::http::{self, Fetch, Stream};
use crate::platform::{Every, clock, every, network, random, spawn, visibility};

/// How often it is looked at whether somebody wants to be woken, in milliseconds.
const BETWEEN: i32 = 1_000;

/// The sealed spaces that are open.
pub trait Senders {
    /// Every space, with the place up to which the server's order was followed, and whether the server knows it.
    fn known(&self) -> Vec<(SpaceId, u64, bool)>;
    /// An event for a space. It saves, shows what follows, and gives what is to be sent to [`Post::send`].
    fn on(&self, space: SpaceId, event: Event, now: u64, jitter: u32);
    /// When a space wants to be woken.
    fn wake_at(&self, space: SpaceId) -> Option<u64>;
    /// A message of a space was handed over (true), or answered, or it is known that it did not leave (false).
    fn under_way(&self, space: SpaceId, unanswered: bool);
    /// What is known of the server has changed.
    fn reach(&self, reach: Reach);
}

/// See the module's header. Dropping it ends it.
pub struct Post {
    courier: Courier<Fetch>,
    spaces: Rc<dyn Senders>,
    ear: RefCell<Ear>,
    stream: RefCell<Option<Stream>>,
    /// The spaces that it listens to, as far as they were asked for.
    listened: RefCell<Vec<SpaceId>>,
    /// The spaces that know whether there is a connection.
    told: RefCell<BTreeSet<SpaceId>>,
    /// Goes up when what was opened before does not count any more.
    round: Cell<u64>,
    _clock: Every,
    me: Weak<Self>,
}

impl Post {
    /// Begins. `None` when the browser says no address.
    pub fn begin(keys: DeviceKeys, spaces: Rc<dyn Senders>) -> Option<Rc<Self>> {
        let origin = http::origin()?;
        let post = Rc::new_cyclic(|me: &Weak<Self>| Self {
            courier: Courier::new(Fetch, origin, Proves::Device(keys)),
            spaces,
            ear: RefCell::default(),
            stream: RefCell::default(),
            listened: RefCell::default(),
            told: RefCell::default(),
            round: Cell::new(0),
            _clock: ticking(me.clone()),
            me: me.clone(),
        });
        let me = post.me.clone();
        network::watch(move |online| me.upgrade().iter().for_each(|post| post.network(online)));
        let me = post.me.clone();
        visibility::on_return(move || me.upgrade().iter().for_each(|post| post.look()));
        post.network(network::is_online());
        Some(post)
    }

    /// The courier itself, for what is no sync: invitations.
    pub const fn courier(&self) -> &Courier<Fetch> {
        &self.courier
    }

    /// What the last attempt told.
    pub fn reach(&self) -> Reach {
        self.courier.reach()
    }

    /// "Nu verzenden": everything is tried anew, now.
    pub fn send_now(&self) {
        self.network(network::is_online());
    }

    /// What a space wants to send.
    pub fn send(&self, space: SpaceId, messages: Vec<Vec<u8>>) {
        messages.into_iter().for_each(|message| self.ask(space, message));
    }

    /// A space came, went, or is shared from now on.
    pub fn spaces_changed(&self) {
        self.say(network::is_online());
        self.look();
    }

    /// Tells every space that was not told yet whether there is a connection.
    fn say(&self, online: bool) {
        for (space, ..) in self.spaces.known() {
            if self.told.borrow_mut().insert(space) {
                self.hand(space, Event::Online(online));
            }
        }
    }

    fn network(&self, online: bool) {
        self.courier.network(online);
        self.listen_anew();
        self.told.take();
        self.say(online);
        self.spaces.reach(self.courier.reach());
        self.look();
    }

    fn hand(&self, space: SpaceId, event: Event) {
        self.spaces.on(space, event, clock::now(), jitter());
    }

    fn ask(&self, space: SpaceId, message: Vec<u8>) {
        let Some(post) = self.me.upgrade() else { return };
        self.spaces.under_way(space, true);
        spawn(async move {
            let answer = post.courier.sync(message, clock::now()).await;
            post.spaces.reach(post.courier.reach());
            if let Ok(answer) = answer {
                post.spaces.under_way(space, false);
                post.hand(space, Event::Message(answer));
            }
            post.look();
        });
    }

    /// Wakes who wants to be woken, and listens.
    fn look(&self) {
        let now = clock::now();
        for (space, ..) in self.spaces.known() {
            if self.spaces.wake_at(space).is_some_and(|at| at <= now) {
                self.hand(space, Event::Tick);
            }
        }
        self.listen(now);
    }

    fn listen(&self, now: u64) {
        if self.ear.borrow().is_mute(now) {
            self.stop_listening(now);
        }
        let known = self.spaces.known().into_iter().filter(|(_, _, known)| *known);
        let spaces: Vec<_> = known.map(|(id, place, _)| (id, place)).take(MAX_LISTEN).collect();
        if spaces.is_empty() || self.courier.reach() != Reach::Here {
            return;
        }
        let ids: Vec<_> = spaces.iter().map(|(id, _)| *id).collect();
        if *self.listened.borrow() != ids {
            // A space that the server knows from now on is listened to as well.
            self.listen_anew();
            self.listened.replace(ids);
        }
        let (Some(post), Some(hear)) = (self.me.upgrade(), self.ear.borrow_mut().begin(now)) else {
            return;
        };
        let round = self.round.get();
        spawn(async move {
            match hear {
                Hear::Stream => post.open_stream(round, spaces).await,
                Hear::Wait => post.wait_for_news(round, spaces).await,
            }
        });
    }

    async fn open_stream(&self, round: u64, spaces: Vec<(SpaceId, u64)>) {
        let listen = Listen { spaces: spaces.into_iter().map(|(id, _)| id).collect() };
        let ticket = self.courier.ask::<Ticket>("events/ticket", &listen, clock::now()).await;
        if round != self.round.get() {
            return;
        }
        let (poked, ended) = (self.me.clone(), self.me.clone());
        let stream = ticket.ok().and_then(|ticket| {
            Stream::open(
                &ticket.ticket,
                move |poke| poked.upgrade().iter().for_each(|post| post.heard(vec![poke.clone()])),
                move || ended.upgrade().iter().for_each(|post| post.ended(round)),
            )
        });
        match stream {
            Some(stream) => {
                self.ear.borrow_mut().opened(clock::now());
                self.stream.replace(Some(stream));
            }
            None => self.ended(round),
        }
    }

    async fn wait_for_news(&self, round: u64, known: Vec<(SpaceId, u64)>) {
        let pokes = self.courier.ask::<Pokes>("events/wait", &Wait { known }, clock::now()).await;
        if round != self.round.get() {
            return;
        }
        if let Ok(pokes) = pokes {
            self.heard(pokes.frames);
        }
        self.ended(round);
    }

    fn heard(&self, pokes: Vec<Vec<u8>>) {
        self.ear.borrow_mut().heard();
        for poke in pokes {
            if let Ok(frame) = Frame::decode(&poke) {
                self.hand(frame.space, Event::Message(poke));
            }
        }
        self.look();
    }

    fn ended(&self, round: u64) {
        if round == self.round.get() {
            self.stop_listening(clock::now());
            self.look();
        }
    }

    fn stop_listening(&self, now: u64) {
        self.round.set(self.round.get() + 1);
        self.ear.borrow_mut().ended(now, jitter());
        self.let_go_of_stream();
    }

    fn listen_anew(&self) {
        self.round.set(self.round.get() + 1);
        self.ear.borrow_mut().anew();
        self.let_go_of_stream();
    }

    /// Later, because its own listener may be running now.
    fn let_go_of_stream(&self) {
        let stream = self.stream.take();
        spawn(async move { drop(stream) });
    }
}

fn ticking(me: Weak<Post>) -> Every {
    every(BETWEEN, move || me.upgrade().iter().for_each(|post| post.look()))
}

/// Without a random source everybody comes back at the same moment, which is no reason not to come back.
fn jitter() -> u32 {
    random::number().map_or(0, |number| number as u32)
}
